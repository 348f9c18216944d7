"""Ranges that a text sets for a figure: 100—500亩（含500亩）, 500亩以上, 50万元以上至100万元以下, 小于50公里."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.notation.quantities import quantities
from ingest.notation.units import SCALES, base
from ingest.plans import Quantity

_PEOPLE = ("人", "人次", "名", "位")
BRACKETS = re.compile(r"（[^）]*）|\([^)]*\)")
_EXCLUDED = re.compile(r"(?<=[（(])不含(?=[）)])")
_A_YEAR = re.compile(r"/\s?年")
_JOIN = re.compile(r"(?:的?[，,、]|且|并且?|，?但)?\s*$")
_TO = re.compile(r"\s*[至到—–~～-]{1,2}\s*$")


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` in a base unit, None where it is open; `whole`: the high end is part of it."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    whole: bool = True

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in the range."""
        above = self.low is None or value >= self.low
        return above and (self.high is None or value < self.high or (self.whole and value == self.high))


def amount_of(quantity: Quantity) -> tuple[Decimal, str]:
    """A quantity in its base unit; people, however they are counted, in 人."""
    return quantity.value * base(quantity.unit)[0], in_people(quantity.unit)


def in_people(unit: str) -> str:
    """The base unit of a unit; 人 for whatever counts people."""
    return "人" if (name := base(unit)[1]) in _PEOPLE else name


def ranges(text: str) -> list[Range]:
    """The ranges that a text sets: 100—500亩, 500亩以上, 50万元以上至100万元以下, 小于50公里, 1000万元至1亿元."""
    bare, apart = _A_YEAR.sub("", BRACKETS.sub("", text)), bool(_EXCLUDED.search(text))
    found: list[Range] = []
    told = list(_scaled(quantities(bare)))
    for at, quantity in enumerate(told):
        value, unit = amount_of(quantity)
        if not unit or base(unit)[1] in ("个月", "天", "%"):
            continue
        before = found[-1] if found else None
        between = bare[told[at - 1].end : quantity.start] if at else "。"
        if quantity.high is not None:
            found.append(Range(value, quantity.high * base(quantity.unit)[0], unit, not apart))
        elif quantity.comparator in (">=", ">"):
            found.append(Range(value, None, unit))
        elif quantity.comparator in ("<", "<="):
            closes = before is not None and before.high is None and before.unit == unit
            joined = closes and _JOIN.fullmatch(between.strip("至到"))
            low = before.low if joined and before else None
            found = found[:-1] if joined else found
            found.append(Range(low, value, unit, quantity.comparator == "<="))
        elif _TO.fullmatch(between) and amount_of(told[at - 1])[1] == unit:
            found.append(Range(amount_of(told[at - 1])[0], value, unit, not apart))
    return found


def _scaled(told: Sequence[Quantity]) -> list[Quantity]:
    """Quantities, a low end without its unit joined to the high end that follows it: 200万-500万美元."""
    made: list[Quantity] = []
    for quantity in told:
        last = made[-1] if made else None
        if last and last.unit in SCALES and last.end <= quantity.start <= last.end + 1 and quantity.unit not in SCALES:
            low = last.value * SCALES[last.unit] / base(quantity.unit)[0]
            made[-1] = replace(quantity, value=low, high=quantity.value, start=last.start)
        else:
            made.append(quantity)
    return made
