"""What a source lets a claim say: its wording, its numbers with the units and years they stand under, its regions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.understanding.scopes import short
from ingest.notation.periods import Period, years
from ingest.notation.regions import regions_in, self_named
from ingest.notation.units import UNIT
from ingest.plans import Plan
from ingest.structure.noise import MARKS

NUMBER = re.compile(r"(?<![\d.m])\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_UNIT_AFTER = re.compile(rf"\s?(?:多|余)?((?:[十百千万亿]{{0,2}})(?:{UNIT})|[万亿]|[一-鿿])?")
_COMPARED = "较比与"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a source: the units it may bear, the years it stands under (none where nothing binds it), and the
    labels of its column."""

    value: Decimal
    units: frozenset[str]
    years: frozenset[str]
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ground:
    """One source.

    `wordings`: the folded text as it stands, and without page numbers (a row is never repeated as it stands). `years`
    it names itself, `context` those of its headings and its plan. `regions`: whose it is, and those it names, of which
    `subjects` it speaks of. `titles`, and `names` in a row, may be repeated as they are written; `words` are a row's
    values in words, with their years. `ordinal` is the number of a heading.
    """

    wordings: tuple[str, ...]
    figures: tuple[Figure, ...]
    years: frozenset[str]
    context: frozenset[str]
    regions: frozenset[str]
    subjects: frozenset[str]
    titles: tuple[str, ...]
    names: tuple[str, ...] = ()
    words: tuple[tuple[str, frozenset[str]], ...] = ()
    ordinal: int = 0


def plain(text: str) -> str:
    """Width folded, thousands commas dropped, white space single."""
    return " ".join(unicodedata.normalize("NFKC", _THOUSANDS.sub("", MARKS.sub("", text))).split())


def folded(text: str) -> str:
    """Width folded, thousands commas and all white space dropped."""
    return plain(text).replace(" ", "")


def unit_after(text: str, end: int) -> str:
    """The unit that follows a number, or the one character that does; "" where a sign or nothing follows."""
    found = _UNIT_AFTER.match(text, end)
    return (found.group(1) or "") if found else ""


def stands_under(periods: tuple[Period, ...], at: int) -> Period | None:
    """The nearest year before a place that is no mere comparison (较2020年, 比上年)."""
    before = [period for period in periods if period.end <= at]
    return next((period for period in reversed(before) if not compares(period)), None)


def compares(period: Period) -> bool:
    """Whether a year is only named to compare with: 较2020年."""
    return bool(period.cue) and period.cue in _COMPARED


def names_of(period: Period) -> frozenset[str]:
    """The years by which a period may be called: itself, and its last year."""
    return frozenset((period.year, period.year[-4:]))


def regions_of(text: str, plans: Iterable[Plan]) -> frozenset[str]:
    """The regions that a text names, by their short names, read from where the plans stand."""
    return frozenset(region.short for *_, region in regions_in(text, *homes(plans)))


def homes(plans: Iterable[Plan]) -> list[str]:
    """The regions of plans, in full."""
    return [plan.facts.region.value for plan in plans if plan.facts.region]


def years_of(text: str) -> frozenset[str]:
    """The years that a text names."""
    return frozenset(name for period in years(text) for name in names_of(period))


def whole_of(word: str, home: str) -> str:
    """The short name of what 全市, 全省 or 全国 means in a plan of a region, "" where it cannot be told."""
    return short(self_named(word, home) or self_named(word, short(home)))


def region_of(plan: Plan) -> frozenset[str]:
    """The short name of a plan's region, if it has one."""
    return frozenset([short(plan.facts.region.value)]) if plan.facts.region else frozenset()
