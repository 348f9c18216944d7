"""One indicator at two times, or planned and reached: the change, with its arithmetic stated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import compute, present_figures
from assistant.answers import AnswerStatus, Claim, Computed, Draft, Query, Scope
from assistant.compose_values import SURE, elsewhere, same_name
from assistant.compose_yesno import doubled
from assistant.evidence import Evidence
from assistant.operations import HIGHER, calculated, operations_of
from assistant.values import Hit, hits, of_dimension, together
from ingest.concepts import kin_of


def over_years(evidence: Evidence) -> Draft | None:
    """Two values of one indicator, of two years or of plan and outcome, and what is asked of them."""
    query = evidence.query
    if len(query.scopes) > 1:
        return None
    operations = [o for o in operations_of(query.text) if o is not compute.share]
    if not operations and HIGHER.search(query.text):
        operations = [compute.difference]
    if not operations:
        return None
    found = of_dimension(hits(evidence), query.dimension)
    pair = _pair_of(found, query) or _pair_of(_of_the_region_anywhere(evidence), query)
    if pair is None:
        return None
    earlier, later = pair
    claims = [Claim(present_figures.series([h.indicator for h in pair]), together(pair))]
    for operation in dict.fromkeys([*operations, compute.difference]):
        claims += calculated(operation, later, earlier)
    claims += _a_year(pair, query.text)
    claims += doubled(pair, query.text)
    if HIGHER.search(query.text):
        claims += _direction(pair)
    if len(claims) == 1:
        return None
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(earlier.indicator, later.indicator))


def _pair_of(found: list[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """Two values of the indicator that fits best; where it has one only, of that and its next of kin."""
    levels = [h for h in found if h.indicator.role != "growth"]
    named = same_name(levels)
    if not named or named[0].score < SURE - 0.1:
        return None
    kin = kin_of(named[0].indicator.concept)
    akin = [h for h in levels if h.indicator.concept in kin and h.indicator.region == named[0].indicator.region]
    return _pair(named, query) or _pair(akin, query)


def _a_year(pair: tuple[Hit, Hit], text: str) -> list[Claim]:
    """The difference shared out over the years between, where an average is asked for."""
    earlier, later = pair
    span = int(later.indicator.year[-4:] or 0) - int(earlier.indicator.year[-4:] or 0)
    if not re.search(r"平均每年|年均|每年平均|一年平均", text) or span < 2:
        return []
    try:
        result = compute.average(later.indicator, earlier.indicator, span)
    except compute.Incomparable:
        return []
    sources = (*earlier.sources, *later.sources)
    computed = Computed(result.expression, result.value, result.unit, sources)
    return [Claim(present_figures.calculation("average", result), sources, computed)]


def _of_the_region_anywhere(evidence: Evidence) -> list[Hit]:
    """What any plan says of the one region asked about: one year may stand in its own plan, another elsewhere."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) != 1:
        return []
    scope = query.scopes[0] if query.scopes else Scope(query.outside[0], ())
    return elsewhere(evidence, scope)


def _direction(pair: tuple[Hit, Hit]) -> list[Claim]:
    earlier, later = pair
    try:
        above = compute.number(later.indicator) >= compute.number(earlier.indicator)
    except compute.Incomparable:
        return []
    return [
        Claim(
            present_figures.direction(later.indicator, earlier.indicator, above=above),
            (*later.sources, *earlier.sources),
        )
    ]


def _ends(asked: str) -> tuple[str, ...]:
    """The years between which a time changes things: a period starts from the year before its first."""
    first, last = asked[:4], asked[-4:]
    return (first,) if first == last else (str(int(first) - 1), first, last)


def _pair(found: Sequence[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """The earlier and the later value that the question sets against each other."""
    wanted = [h for h in found if h.indicator.role not in ("growth",)]
    if re.search(r"规划目标|计划(数|值|目标)|原定|预期目标", query.text):
        planned = next((h for h in wanted if h.indicator.role == "planned"), None)
        actual = next(
            (
                h
                for h in wanted
                if h.indicator.role == "actual" and planned and h.indicator.year == planned.indicator.year
            ),
            None,
        )
        if planned and actual:
            return planned, actual
    by_year: dict[str, Hit] = {}
    for hit in sorted(wanted, key=lambda h: (not h.indicator.table, h.indicator.role == "planned")):
        by_year.setdefault(hit.indicator.year[-4:], hit)
    years = sorted({y for asked in query.years for y in _ends(asked)} & set(by_year))
    if len(years) < 2 and len(query.years) < 2 and not any("-" in asked for asked in query.years):
        goal = next((h for h in wanted if h.indicator.role == "target"), None)
        start = [
            y for y, h in by_year.items() if h.indicator.role == "actual" and goal and y < goal.indicator.year[-4:]
        ]
        if goal and start and not (query.years and len(by_year) == 2):
            return by_year[max(start)], goal
        years = sorted(by_year) if not query.years or len(by_year) == 2 else []
    return (by_year[years[0]], by_year[years[-1]]) if len(years) >= 2 else None
