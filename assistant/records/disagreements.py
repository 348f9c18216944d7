"""What is known to be at odds with an indicator: the conflict records of the library, as sides and as cautions."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import compute
from assistant.answers import Claim, Source
from assistant.records.operations import calculated
from assistant.records.values import Hit, source, together
from assistant.retrieval.evidence import Evidence
from assistant.words import present_figures
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
        levels = _levels(evidence, record)
        claims.append(side(evidence, record.left))
        claims += [_series(evidence, levels)] if levels else [side(evidence, record.right)]
        claims += _due(evidence, record, levels) if levels else []
        both = (_hit(evidence, one) for one in (record.left, record.right))
        claims.append(Claim(present_figures.at_odds(record), together(both)))
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


def _levels(evidence: Evidence, record: Conflict) -> tuple[Indicator, Indicator] | None:
    """The two values that a stated change lies between: the later one, and the earlier one of the same table."""
    change, after = record.left, record.right
    if record.reason != "推算不符" or not after.table:
        return None
    first = change.year[:4] if "-" in change.year else str(int(change.year) - 1)
    found = evidence.shelf.indicators([after.plan_id], concepts=[after.concept], regions=[after.region], years=[first])
    before = next((i for i in found if (i.table, i.role) == (after.table, after.role)), None)
    return (before, after) if before else None


def _series(evidence: Evidence, levels: tuple[Indicator, Indicator]) -> Claim:
    title = evidence.plan_of(levels[1].plan_id).title
    said = present_figures.series(levels)
    return Claim(present_figures.side(title, levels[1].table, "", said), tuple(source(level) for level in levels))


def _due(evidence: Evidence, record: Conflict, levels: tuple[Indicator, Indicator]) -> list[Claim]:
    """What the two values come to: the change as it should be, and as it was stated where that is their ratio."""
    before, after = (_hit(evidence, level) for level in levels)
    unit = record.left.unit
    if unit == "%":
        ratio = calculated(compute.ratio, after, before) if "两年之比" in record.note else []
        return [*calculated(compute.growth, after, before), *ratio]
    first, second = (before, after) if after.indicator.role == "rank" else (after, before)  # a rise is a lower rank
    return calculated(compute.multiple if unit == "倍" else compute.difference, first, second)


def side(evidence: Evidence, indicator: Indicator) -> Claim:
    """One side of a disagreement: which plan, where in it, what it says."""
    title = evidence.plan_of(indicator.plan_id).title
    where = indicator.table or (indicator.heading[-1] if indicator.heading else "正文")
    said = present_figures.dated(indicator) if indicator.table else indicator.on_one_line
    return Claim(present_figures.side(title, where, indicator.name, said), _hit(evidence, indicator).sources)


def _hit(evidence: Evidence, indicator: Indicator) -> Hit:
    return Hit(indicator, 1.0, evidence.plan_of(indicator.plan_id))


def _key(indicator: Indicator) -> tuple[str, int, str, str]:
    return indicator.plan_id, indicator.span.start, indicator.value, indicator.year
