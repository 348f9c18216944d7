"""Arithmetic over indicators, each step stated: difference, growth, multiple, share, sum, average.

Values are decimals; units convert inside a dimension only (`ingest.notation.units`); results are rounded half up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from ingest.notation.units import base, convert, dimension
from ingest.plans import Indicator

_TERM = r"-?\d+(?:\.\d+)?"
_SUM = rf"{_TERM}(?: [+−] {_TERM})*"
_ROOT = re.compile(
    r"\((?P<high>\d+(?:\.\d+)?) ÷ (?P<low>0*[1-9]\d*(?:\.\d+)?|0?\.\d*[1-9]\d*)\)\^\(1/(?P<years>[1-9]\d?)\) − 1"
)
_EXPRESSION = re.compile(
    rf"(?P<sum>{_SUM})|(?:\((?P<inner>{_SUM})\)|(?P<one>{_TERM})) (?P<sign>[×÷]) (?P<by>{_TERM})"
    rf"(?: (?P<then>[×÷]) (?P<last>{_TERM}))?"
)
_SIGNED = re.compile(rf"(− )?({_TERM})")


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


def about_percent(expression: str) -> str:
    """What a quotient comes to in percent, to one decimal."""
    return "" if (value := _value(expression)) is None else rounded(value * 100, 1)


def about_whole(result: str, unit: str) -> str:
    """What a part of things that only come whole (215.4家) comes to, "" for whole results and what can be parted."""
    return rounded(Decimal(result), 0) if "." in result and dimension(unit) == "计数" else ""


def total(parts: Sequence[Indicator]) -> Result:
    """The sum in the unit of the first part."""
    values = [number(parts[0]), *(_in_unit_of(parts[0], part) for part in parts[1:])]
    return Result(" + ".join(plain(v) for v in values), plain(sum(values, Decimal(0))), parts[0].unit)


def share_of_total(parts: Sequence[Indicator], whole: Indicator) -> Result:
    """The sum of the parts / whole in percent, two decimals."""
    of_all, other = total(parts), _positive(_in_unit_of(parts[0], whole))
    value = Decimal(of_all.value) / other * 100
    return Result(f"({of_all.expression}) ÷ {plain(other)}", rounded(value, 2), "%")


def average(later: Indicator, earlier: Indicator, years: int) -> Result:
    """(later − earlier) / years, two decimals."""
    start = _in_unit_of(later, earlier)
    value = rounded((number(later) - start) / years, 2)
    return Result(f"({later.value} − {plain(start)}) ÷ {years}", value, _between(later.unit))


def per_one(amount: Indicator, counted: Indicator) -> Result:
    """amount / counted in amount's unit, two decimals: what falls to each one counted."""
    value = number(amount) / _positive(number(counted))
    return Result(f"{amount.value} ÷ {counted.value}", rounded(value, 2), amount.unit)


def holds(expression: str, result: str, unit: str) -> bool:
    """Whether a stated calculation comes out as stated; a quotient in percent is a share or a growth."""
    value = _value(expression)
    if value is None:
        return False
    if unit == "%" and "÷" in expression:
        value *= 100
    return result == (rounded(value, 2) if "÷" in expression else plain(value))


def plain(value: Decimal) -> str:
    """A decimal without exponent and without closing zeros: 208.080 → 208.08, 1E+2 → 100."""
    text = f"{value:f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short == "-0" else short


def rounded(value: Decimal, places: int) -> str:
    """Rounded half up to a number of places, closing zeros dropped."""
    return plain(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _value(expression: str) -> Decimal | None:
    """The value of "a", "a ± b …", "a × b", "a × b ÷ c", "(a − b) ÷ c" or "(a ÷ b)^(1/n) − 1"; None for others."""
    root = _ROOT.fullmatch(expression)
    if root:
        ratio = Decimal(root["high"]) / Decimal(root["low"])
        return (ratio.ln() / int(root["years"])).exp() - 1
    found = _EXPRESSION.fullmatch(expression)
    if not found:
        return None
    terms = _SIGNED.findall(found["sum"] or found["inner"] or found["one"])
    value = sum((-Decimal(term) if sign else Decimal(term) for sign, term in terms), Decimal(0))
    for sign, by in ((found["sign"], Decimal(found["by"] or 1)), (found["then"], Decimal(found["last"] or 1))):
        if sign == "÷" and not by:
            return None
        value = value / by if sign == "÷" else value * by
    return value


def in_ten_thousands(amount: str, unit: str) -> str:
    """A sum of 元 in 万元 or 亿元, as one would say it: 120000元 → 12万元; "" for what is said well as it is."""
    value = Decimal(amount)
    scaled = value * {"元": Decimal(1), "万元": Decimal(10_000)}.get(unit, Decimal(0))
    for word, scale in (("亿元", Decimal(10**8)), ("万元", Decimal(10**4))):
        if scaled >= scale and word != unit:
            return f"{plain(scaled / scale)}{word}"
        if scaled >= scale:
            break
    return ""


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
