"""Which two values of one indicator a question sets against each other: of two years, or planned and reached."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Query
from assistant.records.values import Hit, in_years

# Words that set what was planned against what was reached: 规划目标, 完成率, 比原定目标多.
PLANNED = re.compile(
    r"规划目标|目标[和与跟]实际|计划(数|值|目标)|原定|预期目标|完成率|超额|目标.{0,3}完成|完成[^，。\d]{0,6}目标|实际.{0,8}[比较超]"
    r"|[比较](?:原|当初)?的?(?:目标|计划|规划)值?[^，。；]{0,4}[多少高低超]|超(?:过|出)?了?(?:目标|计划|规划)|规划定[^。]{0,14}超"
    r"|达到?(?:了)?[^，。？]{0,8}(?:定的|规划|计划)[^，。？]{0,8}目标"
)


def pair_of(found: Sequence[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """The earlier and the later value that the question sets against each other."""
    wanted = [h for h in found if h.indicator.role != "growth"]
    of_one_time = sum(map(str.isdigit, query.years)) < 2
    if of_one_time and PLANNED.search(query.text) and (reached := _planned_and_reached(wanted, query)):
        return reached
    by_year: dict[str, Hit] = {}
    for hit in sorted(wanted, key=_preferred):
        by_year.setdefault(hit.indicator.year[-4:], hit)
    years = sorted({y for asked in query.years for y in _ends(asked)} & set(by_year))
    if query.years and not years:
        return None
    if len(years) < 2 and len(query.years) < 2 and not any("-" in asked for asked in query.years):
        goal = next((h for h in wanted if h.indicator.role == "target"), None)
        start = [
            y for y, h in by_year.items() if h.indicator.role == "actual" and goal and y < goal.indicator.year[-4:]
        ]
        if goal and start and not (query.years and len(by_year) == 2):
            return by_year[max(start)], goal
        years = sorted(by_year) if not query.years or len(by_year) == 2 else []
    return (by_year[years[0]], by_year[years[-1]]) if len(years) >= 2 else None


def _preferred(hit: Hit) -> tuple[bool, bool, bool]:
    """A year's value before the planned one and before that of some of its months; the table's before the text's."""
    indicator = hit.indicator
    return not indicator.table, indicator.role == "planned", "月" in indicator.nature


def _ends(asked: str) -> tuple[str, ...]:
    """The years between which a time changes things: a period starts from the year before its first."""
    first, last = asked[:4], asked[-4:]
    return (first,) if first == last else (str(int(first) - 1), first, last)


def _planned_and_reached(found: Sequence[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """What was planned for the asked time and what was reached by then, those of one table row first; None where a
    plan tells only one of them."""
    planned = [h for h in found if h.indicator.role == "planned"] or [h for h in found if h.indicator.role == "target"]
    reached = [h for h in in_years(found, query) if h.indicator.role == "actual"]
    pairs = [(p, a) for p in in_years(planned, query) for a in reached if _same_time(p, a)]
    return min(pairs, key=lambda pair: pair[0].indicator.span != pair[1].indicator.span, default=None)


def _same_time(planned: Hit, reached: Hit) -> bool:
    """Whether two values stand at the end of the same stretch, in the same unit; some months are no year."""
    one, other = planned.indicator, reached.indicator
    return (one.year[-4:], one.unit) == (other.year[-4:], other.unit) and "月" not in other.nature
