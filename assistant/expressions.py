"""Stated calculations as text: what an expression comes to, and how numbers are written."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ingest.notation.units import dimension

_TERM = r"-?\d+(?:\.\d+)?"
_SUM = rf"{_TERM}(?: [+−] {_TERM})*"
_ROOT = re.compile(
    r"\((?P<high>\d+(?:\.\d+)?) ÷ (?P<low>0*[1-9]\d*(?:\.\d+)?|0?\.\d*[1-9]\d*)\)\^\(1/(?P<years>[1-9]\d?)\) − 1"
)
_EXPRESSION = re.compile(
    rf"(?P<sum>{_SUM})|(?:\((?P<inner>{_SUM})\)|(?P<one>{_TERM})) (?P<sign>[×÷]) (?P<by>{_TERM})"
    rf"(?: (?P<then>[×÷]) (?P<last>{_TERM}))?"
)
_GROWN = re.compile(r"(?P<level>\d+(?:\.\d+)?) ÷ \(1 \+ (?P<rate>\d+(?:\.\d+)?)%\)")
_SIGNED = re.compile(rf"(− )?({_TERM})")


def holds(expression: str, result: str, unit: str) -> bool:
    """Whether a stated calculation comes out as stated; a quotient in percent is a share or a growth."""
    value = _value(expression)
    if value is None:
        return False
    if unit == "%" and "÷" in expression:
        value *= 100
    return result == (rounded(value, 2) if "÷" in expression else plain(value))


def about_percent(expression: str) -> str:
    """What a quotient comes to in percent, to one decimal."""
    return "" if (value := _value(expression)) is None else rounded(value * 100, 1)


def about_whole(result: str, unit: str) -> str:
    """What a part of things that only come whole (215.4家) comes to, "" for whole results and what can be parted."""
    return rounded(Decimal(result), 0) if "." in result and dimension(unit) == "计数" else ""


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


def plain(value: Decimal) -> str:
    """A decimal without exponent and without closing zeros: 208.080 → 208.08, 1E+2 → 100."""
    text = f"{value:f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short == "-0" else short


def rounded(value: Decimal, places: int) -> str:
    """Rounded half up to a number of places, closing zeros dropped."""
    return plain(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _value(expression: str) -> Decimal | None:
    """The value of "a", "a ± b …", "a × b", "a × b ÷ c", "(a − b) ÷ c", "a ÷ (1 + b%)" or "(a ÷ b)^(1/n) − 1"; None
    for others."""
    root = _ROOT.fullmatch(expression)
    if root:
        ratio = Decimal(root["high"]) / Decimal(root["low"])
        return (ratio.ln() / int(root["years"])).exp() - 1
    grown = _GROWN.fullmatch(expression)
    if grown:
        return Decimal(grown["level"]) / (1 + Decimal(grown["rate"]) / 100)
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
