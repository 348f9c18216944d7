"""Changes that their own figures do not bear out: a growth rate, a rank moved, a difference, against the two levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from ingest.facts.concepts import concept_of
from ingest.plans import Conflict, Indicator

Level = tuple[str, str, str]
_CHANGE = re.compile(r"(?:变动|变化|增幅|增减|升降|增长率)$")
_FALLS = re.compile(r"降|下滑|减少")
_CLOSE = Decimal("0.06")
_ABOUT = Decimal("0.1")


def miscalculated(records: list[Indicator]) -> Iterator[Conflict]:
    """Every change for which both levels are known, uniquely, and give another change."""
    levels: dict[Level, list[Indicator]] = {}
    for one in records:
        if one.role in ("actual", "rank") and _number(one) is not None and not _sub_year(one):
            levels.setdefault((one.concept, one.region, one.year), []).append(one)
    for one in records:
        if one.role == "growth" and _number(one) is not None and one.year and not _sub_year(one):
            conflict = _checked(one, levels)
            if conflict:
                yield conflict


def _checked(one: Indicator, levels: dict[Level, list[Indicator]]) -> Conflict | None:
    first, last = (one.year[:4], one.year[-4:]) if len(one.year) == 9 else (str(int(one.year) - 1), one.year)
    concept = _level_concept(one)
    before, after = (_level(levels.get((concept, one.region, year), []), one) for year in (first, last))
    if before is None or after is None or before.unit != after.unit:
        return None
    told, start, end = _number(one), _number(before), _number(after)
    if told is None or start is None or end is None or (one.unit == "%" and start == 0):
        return None
    if _FALLS.search(one.nature):
        told = -abs(told)
    due = _due(one, start, end)
    if due is None or abs(told - due) <= (_ABOUT * abs(due) if one.comparator == "~" else _tolerance(one)):
        return None
    note = (
        f"{first}年为{before.value}{before.unit}，{last}年为{after.value}{after.unit}，推算应为{_plain(due)}{one.unit}"
    )
    if one.unit == "%" and abs(told - due - 100) <= _tolerance(one):
        note += "；所列数值是两年之比，不是增长率"
    return Conflict(one, after, "推算不符", note)


def _due(one: Indicator, start: Decimal, end: Decimal) -> Decimal | None:
    """The change that two levels give: places gained, a difference, a rate or a multiple."""
    if one.unit == "位":
        return start - end
    if one.unit == "倍":
        return end / start - 1 if start else None
    if _CHANGE.search(one.name) or one.unit == "百分点":
        return end - start
    return (end / start - 1) * 100 if one.unit == "%" and start else None


def _tolerance(one: Indicator) -> Decimal:
    """Half a unit of the last digit told, and no less than rounding in the levels may cost."""
    exponent = Decimal(one.value).as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return max(Decimal("0.5").scaleb(places), _CLOSE if one.unit != "位" else Decimal(0))


def _level_concept(one: Indicator) -> str:
    if one.unit == "位":
        return one.concept.removesuffix("变动")
    return concept_of(_CHANGE.sub("", one.name)) if _CHANGE.search(one.name) else one.concept.removesuffix("增长率")


def _level(found: list[Indicator], change: Indicator) -> Indicator | None:
    """The level of a year: from the change's own table if there, else the one value that all agree on."""
    own = [one for one in found if one.plan_id == change.plan_id and one.table == change.table and change.table]
    candidates = own or [one for one in found if one.table] or found
    return candidates[0] if len({one.value for one in candidates}) == 1 else None


def _sub_year(one: Indicator) -> bool:
    return "月" in one.nature


def _number(one: Indicator) -> Decimal | None:
    try:
        return Decimal(one.value)
    except InvalidOperation:
        return None


def _plain(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01')).normalize():f}"
