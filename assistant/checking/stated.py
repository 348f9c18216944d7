"""The typed records that an answer states: those whose value stands in a claim that cites their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.retrieval.evidence import Evidence
from ingest.plans import Indicator

_STATING = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY)
_YEAR = re.compile(r"(?:19|20)\d\d")


def indicators_stated(evidence: Evidence, draft: Draft) -> tuple[Indicator, ...]:
    """The records of a draft: its own, else those that its claims tell."""
    if draft.indicators or draft.status not in _STATING:
        return draft.indicators
    return tuple(dict.fromkeys(i for claim in draft.claims for i in _told(evidence, claim)))


def _told(evidence: Evidence, claim: Claim) -> Iterator[Indicator]:
    if claim.calculation:
        return
    years = set(_YEAR.findall(claim.text))
    for source in claim.sources:
        if source.kind in ("heading", "metadata"):
            continue
        for indicator in evidence.indicators((source.plan_id,)):
            if _stands_in(indicator, source) and _says(claim.text, indicator, years):
                yield indicator


def _stands_in(indicator: Indicator, source: Source) -> bool:
    return source.span.start <= indicator.span.start and indicator.span.end <= source.span.end


def _says(text: str, indicator: Indicator, years: set[str]) -> bool:
    """Whether a claim tells a record's value; of a row's cells only those of the years that it names."""
    if indicator.table and years and indicator.year[-4:] and indicator.year[-4:] not in years:
        return False
    if not indicator.value[:1].isdigit():
        return indicator.value in text
    return indicator.value in text and bool(re.search(rf"(?<![\d.]){re.escape(indicator.value)}(?!\.?\d)", text))
