"""One indicator at three times or more, planned and reached: every value that is asked for, table by table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.records.operations import subject_of
from assistant.records.values import SURE, Hit, hits, together
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import CONFIRM
from assistant.words import present, present_claims, present_figures
from ingest.facts.concepts import kin_of

_PLANNED = re.compile(r"规划目标|计划(?:数|值|目标)|原定|预期目标|定的?目标|老目标")
_STEADY = re.compile("一路|一直|连年|持续|逐年|年年|节节|不断")
_EACH_YEAR = re.compile(f"每一?年|各年|历年|分年|{_STEADY.pattern}")
_RISES = re.compile("[升前进增涨好]|提高")
_FEWEST = 3


def timeline(evidence: Evidence) -> Draft | None:
    """The values of the years that a question lists, where they are three points or more; missing years are named."""
    query = evidence.query
    years = [year for asked in query.years for year in _single(asked, query.text)]
    planned = bool(_PLANNED.search(query.text)) and any("-" in year for year in query.years)
    if len(query.scopes) != 1 or len(years) + planned < _FEWEST:
        return None
    found = _alike(evidence)
    points = [hit for year in sorted(years) if (hit := _at(found, year))]
    if planned:
        points = [h for h in found if h.indicator.role == "planned" and h.indicator.table][:1] + points
    if len(points) < 2:
        return None
    missing = [year for year in sorted(years) if not any(h.indicator.year == year for h in points)]
    claims = [*_by_table(points), *(Claim(present.nothing_about(f"{year}年"), ()) for year in missing)]
    records = tuple(hit.indicator for hit in points)
    claims = [*_steady(points, query.text), *claims]
    return Draft(AnswerStatus.PARTLY if missing else AnswerStatus.ANSWERED, tuple(claims), indicators=records)


def _single(asked: str, text: str) -> Sequence[str]:
    """A year; of a stretch its years, where a question asks for the value of each."""
    if asked.isdigit():
        return (asked,)
    first, last = (int(end) for end in (asked[:4], asked[-4:]))
    return [str(year) for year in range(first, last + 1)] if _EACH_YEAR.search(text) else ()


def _steady(points: Sequence[Hit], text: str) -> list[Claim]:
    """Whether values move one way from point to point, where a question asks that: 位次是一路往前走的吗."""
    if not _STEADY.search(text) or not (CONFIRM.search(text) or "吗" in text):
        return []
    try:
        values = [compute.number(h.indicator) * (-1 if h.indicator.role == "rank" else 1) for h in points]
    except compute.Incomparable:
        return []
    up = bool(_RISES.search(text))
    steps = [(later > earlier) if up else (later < earlier) for earlier, later in pairwise(values)]
    return [Claim(present_claims.STEADY if all(steps) else present_claims.NOT_STEADY, together(points))]


def _alike(evidence: Evidence) -> list[Hit]:
    """The levels of the indicator that fits best, and of its next of kin, best first."""
    whole, own = hits(evidence), hits(evidence, part=subject_of(evidence.query))
    levels = [h for h in max(whole, own, key=lambda f: f[0].score if f else 0.0) if h.indicator.role != "growth"]
    if not levels or levels[0].score < SURE:
        return []
    top = levels[0].indicator
    kin = {top.concept, *kin_of(top.concept)}
    return [h for h in levels if h.indicator.concept in kin and h.indicator.region == top.region]


def _at(found: Sequence[Hit], year: str) -> Hit | None:
    """The value of a year that was reached or is aimed at, the table's first."""
    of_year = [h for h in found if h.indicator.year == year and h.indicator.role != "planned"]
    return min(of_year, key=lambda h: (not h.indicator.table, "月" in h.indicator.nature), default=None)


def _by_table(points: Sequence[Hit]) -> list[Claim]:
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in points:
        groups.setdefault((hit.indicator.table, hit.indicator.name), []).append(hit)
    return [
        Claim(present_figures.cells([h.indicator for h in group], ""), together(group))
        if table
        else Claim(present_figures.clause(group[0].indicator, "", dated=len(group[0].sources) > 1), together(group))
        for (table, _), group in groups.items()
    ]
