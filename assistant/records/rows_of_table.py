"""The indicators that a question sets in order: the rows of one table, for one region."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Query
from assistant.records.lineups import FEWEST, Line, homes, is_of, level, moved, number, two_years
from assistant.records.naming_places import of_tables
from assistant.records.values import Hit
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from ingest.library.words import tokens

_NEARLY_ALL = 0.8
_INDICATORS = re.compile(r"指标|哪一?项|哪几项|哪些项|哪个指数|[一二两三四五六七八九十\d]个(?:一级)?指数")
_SUBORDINATE = re.compile(r"一级|分指数|分类指数|分项|子指标|[一二两三四五六七八九十\d]+[个项]")
_RANK = re.compile("排[名位]|位次|名次")


def asks_indicators(query: Query) -> bool:
    """Whether the indicators of a table are to be set in order."""
    return bool(_INDICATORS.search(query.text))


def of_indicators(evidence: Evidence, *, by_change: bool) -> list[Line]:
    """The indicators of the table that the question speaks of; by what each moved where that is asked."""
    best: list[Line] = []
    fit = 0.0
    for rows in _tables(evidence):
        lines = _changes(rows, evidence.query) if by_change else _levels(rows, evidence.query)
        score = _speaks_of(rows, evidence) + (evidence.query.count in (len(lines), len(lines) - 1))
        if len(lines) >= FEWEST and score > fit:
            best, fit = lines, score
    return _without_the_whole(best, evidence.query)


def completion_rates(evidence: Evidence) -> list[Line]:
    """The indicators of a table by how much of what was planned was reached: the planned cell, then the other."""
    for rows in _tables(evidence):
        planned = {(h.indicator.name, h.indicator.year): h for h in rows if h.indicator.role == "planned"}
        reached = [h for h in rows if h.indicator.role == "actual" and (h.indicator.name, h.indicator.year) in planned]
        lines = []
        for hit in reached:
            goal = planned[hit.indicator.name, hit.indicator.year]
            first, last = number(goal), number(hit)
            if first and last is not None and goal.indicator.unit == hit.indicator.unit and first > 0:
                lines.append(Line(hit.indicator.name, last / first, (goal, hit)))
        if len(lines) >= FEWEST:
            return lines
    return []


def _tables(evidence: Evidence) -> list[list[Hit]]:
    """The cells of each table of the asked plans, for the region asked about."""
    query = evidence.query
    plan_ids = query.plan_ids or tuple(sorted({s.passage.plan_id for s in evidence.passages}))
    found: dict[tuple[str, str, str], list[Hit]] = {}
    for indicator in evidence.indicators(plan_ids) if plan_ids else ():
        if indicator.table and indicator.region:
            hit = Hit(indicator, 1.0, evidence.plan_of(indicator.plan_id))
            found.setdefault((indicator.plan_id, indicator.table, indicator.region), []).append(hit)
    named = of_tables([h for rows in found.values() for h in rows], query.text)
    asked = homes(evidence)
    own = [rows for rows in found.values() if rows[0] in named]
    return [rows for rows in own if not asked or short(rows[0].indicator.region) in asked]


def _levels(rows: Sequence[Hit], query: Query) -> list[Line]:
    """The indicators of one year that share a kind and a unit, and are nearly all that the table has of it."""
    rank = query.dimension == "位次" or bool(_RANK.search(query.text))
    told = [h for h in rows if h.indicator.role not in ("growth", "planned") and is_of(h.indicator, query)]
    told = [h for h in told if h.indicator.role == "rank" or not rank]
    year = max((h.indicator.year for h in told), default="")
    cells = {h.indicator.name: h for h in told if h.indicator.year == year}
    if not cells:
        return []
    first = next(iter(cells.values())).indicator
    alike = [h for h in cells.values() if (h.indicator.role, h.indicator.unit) == (first.role, first.unit)]
    if len(alike) < _NEARLY_ALL * len(cells):
        return []
    return [line for h in alike if (line := level(h.indicator.name, h))]


def _changes(rows: Sequence[Hit], query: Query) -> list[Line]:
    """What each indicator moved: as its table states it, else between two of its years."""
    stated = [h for h in rows if h.indicator.role == "growth" and is_of(h.indicator, query)]
    lines = [line for h in stated if (line := level(h.indicator.name, h))]
    if len(lines) >= FEWEST and len({h.indicator.unit for h in stated}) == 1:
        return lines
    levels = [h for h in rows if h.indicator.role not in ("growth", "planned")]
    first, last = two_years({h.indicator.year for h in levels}, query)
    earlier = {h.indicator.name: h for h in levels if h.indicator.year == first}
    later = [h for h in levels if h.indicator.year == last and h.indicator.name in earlier]
    found = [moved(h.indicator.name, earlier[h.indicator.name], h, relative=True) for h in later]
    kept = [line for line in found if line]
    return kept if len({line.indicator.role == "rank" for line in kept}) == 1 else []


def _speaks_of(rows: Sequence[Hit], evidence: Evidence) -> float:
    """How much of the question a table's caption, heading and rows say."""
    first = rows[0].indicator
    names = "".join(dict.fromkeys(h.indicator.name for h in rows))
    return evidence.looked.covered(set(tokens(f"{first.table}{''.join(first.heading)}{names}"))) + 0.01 * len(rows)


def _without_the_whole(lines: list[Line], query: Query) -> list[Line]:
    """The parts without the row that the table as a whole is about, where the question asks for the parts."""
    if not _SUBORDINATE.search(query.text):
        return lines
    parts = [line for line in lines if line.label not in line.indicator.table]
    return parts if len(parts) >= FEWEST else lines
