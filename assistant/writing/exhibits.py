"""Evidence and grounded draft → what is put before a language model: numbered, each with the sources it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.questions import Intent
from assistant.records.rows import row_text
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.writing.kept import untabled

_WORDED = (Intent.VALUE, Intent.TASK, Intent.DEFINITION, Intent.LIST, Intent.COMPARE, Intent.META)
_LONGEST = 160
_EDITION = re.compile(r"[（(][^（）()]*[)）]$")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One numbered piece of what the model reads; `claim` where it is a claim of the grounded draft."""

    n: int
    text: str
    sources: tuple[Source, ...]
    claim: Claim | None = None


def wordable(evidence: Evidence, draft: Draft, most: int) -> bool:
    """Whether a model's wording can add to a draft: an answer in sentences, not a refusal, a counted list, a
    calculation, a verdict or a duty, whose form is the proof."""
    return (
        draft.status is AnswerStatus.ANSWERED
        and evidence.query.intent in _WORDED
        and 0 < len(draft.claims) <= most
        and all(claim.sources and not claim.calculation for claim in draft.claims)
        and not draft.cautions
    )


def exhibits(evidence: Evidence, draft: Draft, characters: int) -> tuple[Exhibit, ...]:
    """The draft's own claims, then (but for a question that asks for a number, which they hold) the best candidates
    that they do not stand on, up to so many characters in all."""
    told = [_on_one_line(untabled(claim.text)) for claim in draft.claims]
    found = [
        Exhibit(n, text, claim.sources, claim)
        for n, (text, claim) in enumerate(zip(told, draft.claims, strict=True), 1)
    ]
    room = characters - sum(len(exhibit.text) for exhibit in found)
    if evidence.query.wants_number:
        return tuple(found)
    for text, source in _others(evidence, [source for claim in draft.claims for source in claim.sources]):
        told = _on_one_line(text)
        if len(told) > room:
            break
        found.append(Exhibit(len(found) + 1, told, (source,)))
        room -= len(told)
    return tuple(found)


def listing(shown: Sequence[Exhibit], evidence: Evidence) -> str:
    """The exhibits as a model reads them: below the title of their plan, each with its number."""
    lines: list[str] = []
    title = ""
    for exhibit in shown:
        plan = evidence.plan_of(exhibit.sources[0].plan_id)
        if plan.title != title:
            title = plan.title
            lines.append(f"《{_EDITION.sub('', title)}》")
        lines.append(f"[{exhibit.n}] {exhibit.text}")
    return "\n".join(lines)


def _others(evidence: Evidence, taken: Sequence[Source]) -> Iterator[tuple[str, Source]]:
    """Candidates that cover enough of the question and stand nowhere in what is taken, best first."""
    floor = evidence.looked.floor(evidence.settings.floor)
    for candidate in evidence.candidates:
        if candidate.coverage < floor:
            continue
        source = evidence.source(candidate)
        if any(source.plan_id == other.plan_id and _overlap(source, other) for other in taken):
            continue
        text = row_text(candidate.passage, evidence.query) if candidate.is_row else candidate.text.strip()
        yield clip(text, evidence.looked, _LONGEST), source


def _overlap(one: Source, other: Source) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
