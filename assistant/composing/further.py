"""What stands next to an answer in the plan's own sentences: the sentences that nearly came first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.sentences import values_in
from assistant.questions import Intent
from assistant.records.choose import LONG
from assistant.records.eligible import fitting
from assistant.records.other_places import elsewhere
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.words import present
from ingest.library.words import tokens

_LOOKED_AT, _MOST, _EACH = 12, 2, 130
_NEW = 1 / 3  # of the words of a further sentence
_LABEL = re.compile("([一-鿿]{2,10})。(?=[一-鿿])")
# what a reader could take for a citation or a link of the answer, or that only announces what follows it
_UNFIT = re.compile(r"\[\d+\]|\]\(|https?://|</?[a-z]|[：:]\s*$", re.IGNORECASE)


def with_further(draft: Draft, evidence: Evidence) -> Draft:
    """An answer in sentences, and up to its length those that come near the best one in rank and in what they add,
    said to be further ones; beside a number at most one, beside a fact about a plan none.

    Which of two close sentences answers is a matter of a few words: the reader sees both.
    """
    if draft.status is not AnswerStatus.ANSWERED or evidence.query.intent is Intent.META:
        return draft
    value = evidence.query.intent is Intent.VALUE
    room = LONG - sum(len(claim.text) for claim in draft.claims)
    added: list[Claim] = []
    ranked = sorted(_near(draft, evidence), key=lambda pair: -pair[0])
    for _, candidate in ranked[: 1 if value else _MOST]:
        said = clip(unnumbered(candidate.text), evidence.looked, _EACH)
        if len(said) <= room:
            room -= len(said)
            added.append(Claim(present.further(said), (evidence.source(candidate),)))
    return replace(draft, claims=(*draft.claims, *added))


def _near(draft: Draft, evidence: Evidence) -> Iterator[tuple[float, Candidate]]:
    """The sentences that an answer leaves out, each with its worth: its score and how much of the question it adds.

    Beside a number the worth must be that of the first, unless a sentence adds words of the question that no sentence
    with a fitting number has: then it may not have been a number that was asked for.
    """
    settings, looked = evidence.settings, evidence.looked
    value = evidence.query.intent is Intent.VALUE
    best = max((c.score for c in evidence.candidates[:_LOOKED_AT] if _is_shown(c, draft, evidence)), default=0.0)
    if not best:
        return
    told = {t for claim in draft.claims for t in tokens(f"{claim.text}{_headings(claim)}")}
    covered = looked.covered(told)
    fit = fitting(evidence)
    subject = _subject(draft, evidence)
    for candidate in evidence.candidates[:_LOOKED_AT]:
        own = set(tokens(candidate.text))
        if subject and subject not in f"{candidate.text}{''.join(candidate.passage.heading)}":
            continue
        if len(own - told) <= _NEW * len(own) or _UNFIT.search(candidate.text):
            continue
        gain = looked.covered(told | own) - covered
        if value and len(evidence.query.years) < 2 and _tells_the_same(candidate, draft):
            continue
        least = settings.rival if value and candidate in fit else settings.further
        fits = candidate in fit or (value and gain >= settings.gain and not elsewhere(candidate, evidence))
        if fits and candidate.score + gain >= least * best and not _is_shown(candidate, draft, evidence):
            yield candidate.score + gain, candidate


def _tells_the_same(candidate: Candidate, draft: Draft) -> bool:
    """Whether a sentence gives a number that the answer has: it would only bring in others."""
    told = values_in(draft.claims)
    return any((q.value, q.unit) in told for q in candidate.quantities)


def _subject(draft: Draft, evidence: Evidence) -> str:
    """The name that the first sentence of an answer opens with (云谷。聚焦…), where the question asks about it."""
    found = _LABEL.match(draft.claims[0].text)
    return found[1] if found and found[1] in evidence.query.text else ""


def _headings(claim: Claim) -> str:
    return "".join(heading for source in claim.sources for heading in source.heading)


def _is_shown(candidate: Candidate, draft: Draft, evidence: Evidence) -> bool:
    """Whether an answer quotes a sentence already, whole or in part."""
    own = evidence.source(candidate)
    quoted = [source for claim in draft.claims for source in claim.sources if source.plan_id == own.plan_id]
    return any(own.span.start < source.span.end and source.span.start < own.span.end for source in quoted)
