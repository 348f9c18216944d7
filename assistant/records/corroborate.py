"""What a table says and the text says, too: an answer from a row also cites the sentence with the same value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft, Source
from assistant.records.values import source
from assistant.retrieval.evidence import Evidence
from ingest.plans import Indicator

_MOST = 5


def corroborated(draft: Draft, evidence: Evidence) -> Draft:
    """The draft with, for values from a row, the sentence of the same plan that gives the same value for the same year.

    A long list of rows is left as it is: its table says it all. Nothing is added that a claim does not say.
    """
    rows = {s for claim in draft.claims for s in claim.sources if s.kind == "row"}
    if not rows or len(rows) > _MOST:
        return draft
    cited = {s for claim in draft.claims for s in claim.sources}
    claims = []
    for claim in draft.claims:
        added = [s for s in _sentences(claim, evidence) if s not in cited]
        cited.update(added)
        claims.append(replace(claim, sources=(*claim.sources, *added)) if added else claim)
    return replace(draft, claims=tuple(claims))


def _sentences(claim: Claim, evidence: Evidence) -> list[Source]:
    found: dict[Source, None] = {}
    for row in (s for s in claim.sources if s.kind == "row"):
        known = evidence.indicators((row.plan_id,))
        for cell in (i for i in known if i.table and i.span == row.span and i.value in claim.text):
            for twin in _twins(cell, known):
                found[source(twin)] = None
    return list(found)


def _twins(cell: Indicator, known: Sequence[Indicator]) -> list[Indicator]:
    """The first sentence with the value of a cell: of the same thing, place, year and kind."""
    same = (
        i
        for i in known
        if not i.table
        and (i.concept, i.region, i.value, i.unit) == (cell.concept, cell.region, cell.value, cell.unit)
        and i.year[-4:] == cell.year[-4:]
        and (i.role == "target") == (cell.role == "target")
    )
    return list(same)[:1]
