"""What is known to be at odds with an indicator: the conflict records of the library, as sides and as cautions."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import present_figures
from assistant.answers import Claim, Source
from assistant.evidence import Evidence
from assistant.values import Hit, source
from ingest.plans import Conflict, Indicator

_MOST = 3


def known(evidence: Evidence, found: Sequence[Hit]) -> list[Conflict]:
    """The conflict records in which one of the found indicators is a side."""
    shown = {_key(hit.indicator) for hit in found}
    plan_ids = sorted({hit.indicator.plan_id for hit in found})
    records = evidence.shelf.conflicts(plan_ids) if plan_ids else ()
    return [c for c in records if {_key(c.left), _key(c.right)} & shown][:_MOST]


def sides_of(evidence: Evidence, records: Sequence[Conflict]) -> list[Claim]:
    """Both sides of each record, each with its source, and the reason that the library gives."""
    claims: list[Claim] = []
    for record in records:
        claims += [_side(evidence, record.left), _side(evidence, record.right)]
        claims.append(Claim(present_figures.at_odds(record), (source(record.left), source(record.right))))
    return list(dict.fromkeys(claims))


def cautions(evidence: Evidence, found: Sequence[Hit]) -> tuple[tuple[str, str, tuple[Source, ...]], ...]:
    """That another value stands elsewhere, for a reader who asked for one."""
    shown = {_key(hit.indicator) for hit in found}
    made = []
    for record in known(evidence, found):
        other = record.right if _key(record.left) in shown else record.left
        if _key(other) in shown or record.reason == "推算不符":
            continue
        title = evidence.plan_of(other.plan_id).title
        made.append(("conflict", present_figures.also_given(title, other, record.reason), (source(other),)))
    return tuple(made)


def _side(evidence: Evidence, indicator: Indicator) -> Claim:
    title = evidence.plan_of(indicator.plan_id).title
    where = indicator.table or (indicator.heading[-1] if indicator.heading else "正文")
    said = present_figures.dated(indicator) if indicator.table else " ".join(indicator.quote.split())
    return Claim(present_figures.side(title, where, indicator.name, said), (source(indicator),))


def _key(indicator: Indicator) -> tuple[str, int, str, str]:
    return indicator.plan_id, indicator.span.start, indicator.value, indicator.year
