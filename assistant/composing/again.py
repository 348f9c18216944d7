"""The last question once more: beyond what was shown, or where its answer stands."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.sentences import in_sentences, refuse
from assistant.records.rows import row_text
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.understanding.listed import is_list
from assistant.words import present, present_figures

_SIGNS = re.compile(r"\s|\[\d+\]|[。；;，,]$")
_PIECE = re.compile(r"[\n…]+")
_MOST, _SHOWN, _TELLING = 4, 160, 8


def beyond_shown(evidence: Evidence) -> Draft | None:
    """Sentences and rows that the last answer did not show; None for an answer that was a whole list."""
    shown = evidence.query.shown
    if not shown or is_list(shown):
        return None
    pieces = [_plain(piece) for piece in _PIECE.split(shown)]
    told = [piece for piece in pieces if len(piece) >= _TELLING]
    left = tuple(c for c in evidence.candidates if not any(_overlap(piece, c, evidence) for piece in told))
    draft = in_sentences(replace(evidence, candidates=left))
    return draft if draft.status is AnswerStatus.ANSWERED else refuse(evidence, present.NOTHING_MORE)


def told_again(draft: Draft, evidence: Evidence) -> bool:
    """Whether more is asked for and every line of an answer was shown before."""
    shown = {_plain(line) for line in evidence.query.shown.splitlines()}
    return bool(shown) and all(_plain(line) in shown for claim in draft.claims for line in claim.text.splitlines())


def where_it_stands(evidence: Evidence, draft: Draft) -> Draft:
    """The places that an answer stands on, with their words, instead of the answer."""
    sources = list(dict.fromkeys(s for claim in draft.claims for s in claim.sources if s.kind != "metadata"))
    if draft.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY) or not sources:
        return draft
    rows = [claim for claim in draft.claims if any(source.kind == "row" for source in claim.sources)]
    told = {source for claim in rows for source in claim.sources}
    claims = [replace(claim, text=_side(evidence, claim.sources[0], claim.text)) for claim in rows]
    claims += [_place(evidence, source) for source in sources if source not in told]
    return Draft(AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims))[:_MOST], draft.cautions, draft.indicators)


def _place(evidence: Evidence, source: Source) -> Claim:
    quote = " ".join(evidence.plan_of(source.plan_id).quote(source.span).split())
    return Claim(_side(evidence, source, clip(quote, evidence.looked, _SHOWN)), (source,))


def _side(evidence: Evidence, source: Source, said: str) -> str:
    where = source.heading[-1] if source.heading else ""
    return present_figures.side(evidence.plan_of(source.plan_id).title, where, "", said)


def _overlap(piece: str, candidate: Candidate, evidence: Evidence) -> bool:
    text = _plain(row_text(candidate.passage, evidence.query) if candidate.is_row else candidate.text)
    return piece in text or (len(text) >= _TELLING and text in piece)


def _plain(text: str) -> str:
    return _SIGNS.sub("", _SIGNS.sub("", text).strip())
