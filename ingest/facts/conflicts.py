"""Records that speak of the same thing and differ, inside a plan or between plans, and how far they are at odds.

The same thing is the same concept, region, year and role. Targets are never held against actual figures, a city not
against its district, a sum of years not against a year. What differs only by a scope that one side leaves unsaid, or
by the time it was counted at, is told as such (口径不同, 时点不同); a change that its levels do not give is 推算不符.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from ingest.facts.arithmetic import miscalculated
from ingest.facts.concepts import base_of, vocabulary
from ingest.notation.units import base, dimension
from ingest.plans import Conflict, Indicator

Key = tuple[str, str, str, str]
_MONTHS = re.compile(r"[\d-]+月")
_SCOPE = re.compile(r"全国|全省|全市|全球|世界|[^、]*[省市县区]")
_SAME_SENTENCE = 120  # characters between two figures of one list
_TELLING = 6  # characters of a name outside the vocabulary that says what it names
_HELD_AGAINST = 32  # values of a group that a further one is compared with


def conflicts(indicators: Iterable[Indicator]) -> tuple[Conflict, ...]:
    """Every disagreement once, in the order of the left side; cost linear in the records but for those that agree."""
    records = list(indicators)
    groups: dict[Key, list[Indicator]] = {}
    for one in records:
        if key := _key(one):
            groups.setdefault(key, []).append(one)
    found = [
        *(conflict for group in groups.values() for conflict in _within(group)),
        *_across_scopes(groups),
        *miscalculated(records),
    ]
    return tuple(sorted(found, key=lambda one: (one.left.plan_id, one.left.span.start, one.right.span.start)))


def same_value(left: Indicator, right: Indicator) -> bool | None:
    """Whether two values agree, as far as the coarser of the two tells; None where their units cannot be compared."""
    left_value, right_value = number(left), number(right)
    if left_value is None or right_value is None:
        return None if (left_value is None) != (right_value is None) else left.value == right.value
    (left_factor, left_unit), (right_factor, right_unit) = base(left.unit), base(right.unit)
    counted = dimension(left.unit) == dimension(right.unit) == "计数"
    if left_unit != right_unit and not counted and left_unit and right_unit:
        return None
    if left_factor != right_factor:
        return left_value * left_factor == right_value * right_factor
    step = Decimal(1).scaleb(max(_exponent(left_value), _exponent(right_value)))
    return left_value.quantize(step, ROUND_HALF_UP) == right_value.quantize(step, ROUND_HALF_UP)


def number(indicator: Indicator) -> Decimal | None:
    """The value as a number, None for words and ranges."""
    try:
        return Decimal(indicator.value)
    except InvalidOperation:
        return None


def _exponent(value: Decimal) -> int:
    """The power of ten of the last decimal place given: -2 for 3.45, 0 for whole numbers."""
    exponent = value.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _key(one: Indicator) -> Key | None:
    """What two records must share to speak of the same thing; None for those that are never compared."""
    if not one.year or not one.region or one.role == "growth":
        return None
    year = one.year[-4:] if one.role == "target" else one.year
    scope = "".join(_SCOPE.findall(one.nature)) if one.role == "rank" else ""
    return one.concept, one.region, year, one.role + scope


def _within(group: list[Indicator]) -> Iterator[Conflict]:
    """The disagreements of records that share a key: each differing value against the first one told; values that only
    rounding tells apart are one, as far as the first few go."""
    ordered = sorted(group, key=lambda one: (not one.table, bool(_partial(one)), one.plan_id, one.span.start))
    first = ordered[0]
    told: list[Indicator] = [first]
    values = {(first.value, first.unit)}
    for one in ordered[1:]:
        if (one.value, one.unit) in values or same_value(first, one) is not False or _parallel(first, one):
            continue
        if not any(same_value(one, other) for other in told[:_HELD_AGAINST]):
            told.append(one)
            values.add((one.value, one.unit))
            yield Conflict(first, one, *_reason(first, one))


def _parallel(left: Indicator, right: Indicator) -> bool:
    """Whether two sentences tell of two things that share a name: side by side, or by a name that tells little."""
    if left.table or right.table:
        return False
    stock = base_of(left.concept)
    if stock not in vocabulary() and len(stock) < _TELLING:
        return True
    near = abs(left.span.start - right.span.start) < _SAME_SENTENCE
    return near and left.plan_id == right.plan_id and left.heading == right.heading


def _partial(one: Indicator) -> str:
    """What makes a figure provisional or part of a year: 预计, 目前, 起点, 1-11月."""
    months = _MONTHS.search(one.nature)
    return months.group() if months else next((word for word in ("预计", "目前", "起点") if word in one.nature), "")


def _reason(left: Indicator, right: Indicator) -> tuple[str, str]:
    """Why two records of one key may differ, and the note that says it: figures of other moments, or no reason told."""
    at = _partial(left), _partial(right)
    if at == ("", "") or (at[0] == at[1] and left.plan_id == right.plan_id):
        return "不同数值", ""
    if at == ("目前", "目前"):
        return "时点不同", "两处都是各自成文时的数"
    said = {"预计": "预计数", "目前": "成文时的数", "起点": "未写明年份的起点数", "": "当年数"}
    words = [said.get(word) or f"{word}的数" for word in at]
    return "时点不同", f"前者为{words[0]}，后者为{words[1]}"


def _across_scopes(groups: dict[Key, list[Indicator]]) -> Iterator[Conflict]:
    """Inside one plan: a target told as stock and as increase, and a scope that one place leaves unsaid."""
    for (concept, region, year, role), group in groups.items():
        known = vocabulary().get(concept)
        stock = base_of(concept)
        wider = known.unsaid if known else ""
        if stock != concept and role == "target" and "每年" not in concept:
            wider = stock
        for other in groups.get((wider, region, year, role), []) if wider else []:
            one = next((mine for mine in group if mine.plan_id == other.plan_id), None)
            if one and same_value(other, one) is False:
                left, right = (other, one) if other.table or not one.table else (one, other)
                yield Conflict(left, right, "口径不同", f"“{left.name}”与“{right.name}”口径不同")
                break
