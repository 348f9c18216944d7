"""Arithmetic over indicators, each step stated: difference, growth, multiple, share, sum, average.

Values are decimals; units convert inside a dimension only (`ingest.notation.units`); results are rounded half up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.expressions import plain, rounded
from ingest.notation.units import base, convert, dimension
from ingest.plans import Indicator


class Incomparable(ValueError):
    """Two values have no common unit, or one is no number."""


@dataclass(frozen=True, slots=True)
class Result:
    """A stated calculation: "550.08 − 342" = "208.08" "亿元"."""

    expression: str
    value: str
    unit: str


def number(indicator: Indicator) -> Decimal:
    """The value as a decimal; Incomparable where the cell holds words."""
    try:
        value = Decimal(indicator.value)
    except InvalidOperation as error:
        raise Incomparable(indicator.value) from error
    if not value.is_finite():
        raise Incomparable(indicator.value)
    return value


def difference(left: Indicator, right: Indicator) -> Result:
    """left − right in left's unit; between two percentages in percentage points."""
    other = _in_unit_of(left, right)
    return Result(f"{left.value} − {plain(other)}", plain(number(left) - other), _between(left.unit))


def growth(later: Indicator, earlier: Indicator) -> Result:
    """(later − earlier) / earlier in percent, two decimals."""
    start = _positive(_in_unit_of(later, earlier))
    value = (number(later) - start) / start * 100
    return Result(f"({later.value} − {plain(start)}) ÷ {plain(start)}", rounded(value, 2), "%")


def annual_growth(later: Indicator, earlier: Indicator) -> Result:
    """The compound annual growth rate in percent, two decimals: (later / earlier)^(1/years) − 1."""
    start = _positive(_in_unit_of(later, earlier))
    years = int(later.year[-4:] or 0) - int(earlier.year[-4:] or 0)
    if years < 1:
        raise Incomparable(f"{earlier.year} / {later.year}")
    ratio = _positive(number(later)) / start
    value = ((ratio.ln() / years).exp() - 1) * 100
    return Result(f"({later.value} ÷ {plain(start)})^(1/{years}) − 1", rounded(value, 2), "%")


def multiple(left: Indicator, right: Indicator) -> Result:
    """left / right, two decimals."""
    other = _positive(_in_unit_of(left, right))
    return Result(f"{left.value} ÷ {plain(other)}", rounded(number(left) / other, 2), "倍")


def times_more(later: Indicator, earlier: Indicator) -> Result:
    """(later − earlier) / earlier, two decimals: by how many times it grew."""
    start = _positive(_in_unit_of(later, earlier))
    value = rounded((number(later) - start) / start, 2)
    return Result(f"({later.value} − {plain(start)}) ÷ {plain(start)}", value, "倍")


def share(part: Indicator, whole: Indicator) -> Result:
    """part / whole in percent, two decimals."""
    other = _positive(_in_unit_of(part, whole))
    return Result(f"{part.value} ÷ {plain(other)}", rounded(number(part) / other * 100, 2), "%")


def completion(reached: Indicator, planned: Indicator) -> Result:
    """reached / planned in percent, two decimals."""
    return share(reached, planned)


def ratio(later: Indicator, earlier: Indicator) -> Result:
    """later / earlier in percent, two decimals: what some tables call a rate of growth."""
    return share(later, earlier)


def total(parts: Sequence[Indicator]) -> Result:
    """The sum in the unit of the first part."""
    values = [number(parts[0]), *(_in_unit_of(parts[0], part) for part in parts[1:])]
    return Result(" + ".join(plain(v) for v in values), plain(sum(values, Decimal(0))), parts[0].unit)


def share_of_total(parts: Sequence[Indicator], whole: Indicator) -> Result:
    """The sum of the parts / whole in percent, two decimals."""
    of_all, other = total(parts), _positive(_in_unit_of(parts[0], whole))
    value = Decimal(of_all.value) / other * 100
    return Result(f"({of_all.expression}) ÷ {plain(other)}", rounded(value, 2), "%")


def before_growth(level: Indicator, rate: Indicator) -> Result:
    """level / (1 + rate) in level's unit, two decimals: the level before it grew by a rate in percent."""
    grown = _positive(1 + number(rate) / 100)
    return Result(f"{level.value} ÷ (1 + {rate.value}%)", rounded(number(level) / grown, 2), level.unit)


def average(later: Indicator, earlier: Indicator, years: int) -> Result:
    """(later − earlier) / years, two decimals."""
    start = _in_unit_of(later, earlier)
    value = rounded((number(later) - start) / years, 2)
    return Result(f"({later.value} − {plain(start)}) ÷ {years}", value, _between(later.unit))


def per_one(amount: Indicator, counted: Indicator) -> Result:
    """amount / counted in amount's unit, two decimals: what falls to each one counted."""
    value = number(amount) / _positive(number(counted))
    return Result(f"{amount.value} ÷ {counted.value}", rounded(value, 2), amount.unit)


def _between(unit: str) -> str:
    """The unit of the difference of two values: percentages differ by percentage points."""
    return "个百分点" if unit == "%" else unit


def _in_unit_of(left: Indicator, right: Indicator) -> Decimal:
    """right's value in left's unit; counting words (个, 支, 家) count as one."""
    value = number(right)
    number(left)
    counted = dimension(base(left.unit)[1]) == dimension(base(right.unit)[1]) == "计数"
    if left.unit == right.unit or (counted and base(left.unit)[0] == base(right.unit)[0]):
        return value
    try:
        return convert(value, right.unit, left.unit)
    except ValueError as error:
        raise Incomparable(f"{left.unit} / {right.unit}") from error


def _positive(value: Decimal) -> Decimal:
    if value <= 0:
        raise Incomparable(plain(value))
    return value
