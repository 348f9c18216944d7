"""Typed facts: is the value there, and if not, what is wrong with it: scale, unit, year or comparator.

A figure of the answer is taken for the gold value when it states the same amount; among several, the one that fits
best counts. A missing 以上 is a slip, a turned one (以上 → 以下) is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from evals.cases import Value
from evals.dating import Dated, fits
from ingest.notation.quantities import in_base_unit, quantities
from ingest.notation.units import base, dimension
from ingest.plans import Quantity

Outcome = Literal["met", "comparator", "no_unit", "turned", "year", "unit", "scale", "value", "missing"]
# From best to worst. What comes after no_unit makes an answer wrong even where the words of the key facts are there.
OUTCOMES: tuple[Outcome, ...] = (
    "met",
    "comparator",
    "no_unit",
    "turned",
    "year",
    "unit",
    "scale",
    "value",
    "missing",
)
SLIPS = frozenset({"comparator", "no_unit"})
CONTRADICTIONS = frozenset({"turned", "year", "unit"})
_AT_LEAST = re.compile(r"至少[^，。；、]*$")
# Comparators that say the opposite of each other.
_TURNED = ({">=", "<="}, {">=", "<"}, {">", "<="}, {">", "<"})


@dataclass(frozen=True, slots=True)
class Figure:
    """How one gold value fared; `said` is what the answer says in its place, "" where it says nothing."""

    value: Value
    outcome: Outcome
    said: str = ""


def figure_of(value: Value, answer: Dated, *, derived: bool) -> Figure:
    """The best that an answer makes of a gold value. A `derived` one may be rounded, to three digits at least."""
    wanted = _quantity(value)
    rounds = derived or value.comparator == "~"
    found = [(_outcome(value, wanted, one, answer, rounds), one) for one in answer.quantities]
    if not found:
        return Figure(value, "missing")
    outcome, best = min(found, key=lambda pair: OUTCOMES.index(pair[0]))
    return Figure(value, outcome, best.text if outcome != "missing" else "")


def states(form: str, value: Value) -> bool:
    """Whether a surface form ("3.70%", "第22") states the value, with its unit or without."""
    wanted = _quantity(value)
    return any(in_base_unit(one) == in_base_unit(wanted) or one.value == wanted.value for one in quantities(form))


def _outcome(value: Value, wanted: Quantity, one: Quantity, answer: Dated, rounds: bool) -> Outcome:
    kinship = _kinship(wanted.unit, one.unit)
    same = _equal(wanted, one, rounds)
    if same and kinship != "other":
        if not fits(value.year, answer.years_of(one)):
            return "year"
        if {value.comparator, one.comparator} in _TURNED:
            return "turned"
        if kinship == "none" and not _headed(wanted.unit, answer.before(one)):
            return "no_unit"
        return "comparator" if _slips(value.comparator, _comparator(one, answer)) else "met"
    if one.value == wanted.value:
        return "unit" if kinship == "other" else "scale"
    if kinship == "same" and _power_of_ten(in_base_unit(wanted)[0], in_base_unit(one)[0]):
        return "scale"
    return "value" if kinship == "same" and fits(value.year, answer.years_of(one)) else "missing"


def _comparator(one: Quantity, answer: Dated) -> str:
    """What the words around a figure make of it: 至少 need not stand right before it (至少增加970件)."""
    lead = answer.text[max(0, one.start - 10) : one.start]
    return ">=" if one.comparator in "=~" and _AT_LEAST.search(lead) else one.comparator


def _slips(wanted: str, said: str) -> bool:
    return wanted != said and {wanted, said} != {"=", "~"}


def _headed(unit: str, before: str) -> bool:
    """Whether the words before a bare figure give its unit as a table does: 单位：家｜600, R&D经费(亿元) 19.59."""
    return re.search(rf"(?:单位\s*[:：]?\s*|[（(｜|]\s*){re.escape(unit)}(?=[)）｜|\s])", before) is not None


def _kinship(wanted: str, said: str) -> Literal["same", "none", "other"]:
    if not wanted or wanted == said:
        return "same"
    if not said:
        return "none"
    (_, wanted_base), (_, said_base) = base(wanted), base(said)
    kinds = {dimension(wanted_base), dimension(said_base)}
    if wanted_base == said_base or kinds in ({"计数"}, {"计数", "位次"}):
        return "same"
    return "none" if wanted_base.startswith(said_base) else "other"


def _equal(wanted: Quantity, one: Quantity, rounds: bool) -> bool:
    left, right = in_base_unit(wanted)[0], in_base_unit(one)[0]
    if left == right and (wanted.high is None or wanted.high == one.high):
        return True
    if not one.unit and one.value == wanted.value:
        return True
    return rounds and _rounds_to(wanted.value, one.value)


def _rounds_to(left: Decimal, right: Decimal) -> bool:
    coarse, fine = sorted((left, right), key=lambda number: -number.as_tuple().exponent)
    digits = len(coarse.as_tuple().digits)
    return digits >= 3 and fine.quantize(coarse, ROUND_HALF_UP) == coarse


def _power_of_ten(left: Decimal, right: Decimal) -> bool:
    return bool(left and right) and left != right and left.normalize().as_tuple()[1] == right.normalize().as_tuple()[1]


def _quantity(value: Value) -> Quantity:
    high = Decimal(value.high) if value.high else None
    return Quantity(value.value, Decimal(value.value), value.unit, value.comparator, 0, 0, high, year=value.year)
