"""Rows in a line: what a question sets in order, and by how much each moved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant import compute
from assistant.questions import Query, Scope
from assistant.records.values import Hit, fits_year
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from ingest.plans import Indicator

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a line-up: the value it is ordered by (a rank's sign turned, so that more is better), and the cells
    that it comes from: one, or an earlier and a later one, then with whether it is their growth or their difference."""

    label: str
    value: Decimal
    hits: tuple[Hit, ...]
    relative: bool = False

    @property
    def indicator(self) -> Indicator:
        """The cell that is told, the later of two."""
        return self.hits[-1].indicator


def level(label: str, hit: Hit) -> Line | None:
    """A row by its cell; None where the cell holds words."""
    value = number(hit)
    if value is None:
        return None
    return Line(label, -value if hit.indicator.role == "rank" else value, (hit,))


def moved(label: str, before: Hit, after: Hit, *, relative: bool = False) -> Line | None:
    """A row by its change: a rank by the places won, a level by its growth (`relative`) or by what it gained."""
    first, last = number(before), number(after)
    if first is None or last is None or before.indicator.unit != after.indicator.unit:
        return None
    if after.indicator.role == "rank":
        return Line(label, first - last, (before, after))
    if not relative:
        return Line(label, last - first, (before, after))
    return Line(label, (last - first) / first, (before, after), relative=True) if first > 0 else None


def number(hit: Hit) -> Decimal | None:
    """The value of a cell; None where it holds words."""
    try:
        return compute.number(hit.indicator)
    except compute.Incomparable:
        return None


def two_years(years: set[str], query: Query) -> tuple[str, str]:
    """The years between which rows move: those asked for, the asked one and the one before, else first and last."""
    single = sorted(year for year in years if year.isdigit())
    asked = sorted({end for year in query.years for end in (year[:4], year[-4:])})
    if len(asked) > 1:
        first = asked[0] if asked[0] in single else str(int(asked[0]) - 1)
        return first, asked[-1]
    if asked and asked[0] in single:
        before = [year for year in single if year < asked[0]]
        return (before[-1] if before else ""), asked[0]
    return (single[0], single[-1]) if len(single) > 1 and not asked else ("", "")


def is_of(indicator: Indicator, query: Query) -> bool:
    """Whether a cell is of an asked year; of any where none is asked."""
    return not query.years or any(fits_year(indicator.year, asked) for asked in query.years)


def homes(evidence: Evidence) -> set[str]:
    """The short names of the regions that a question names."""
    query = evidence.query
    return {short(_home(scope, evidence)) for scope in query.scopes} | set(query.outside)


def _home(scope: Scope, evidence: Evidence) -> str:
    region = evidence.plan_of(scope.plan_ids[0]).facts.region if scope.plan_ids else None
    return region.value if region else scope.name
