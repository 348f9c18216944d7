"""Which section a question names: by its number (第四章, 专栏4), by its name, by how many parts it is said to have."""

from __future__ import annotations

import re

from assistant.answers import Query
from assistant.evidence import Evidence
from ingest.headings import ordinal
from ingest.library.words import tokens
from ingest.plans import Plan, Section

_NUMBERED = re.compile(
    r"第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(章|节|编|部分)|专栏\s*(\d{1,2}|[一二三四五六七八九十]{1,2})"
)
_SURE, _WITH_COUNT, _AS_WELL = 0.72, 0.5, 0.1


def named_section(evidence: Evidence, *, with_children: bool) -> tuple[Plan, Section] | None:
    """The section whose heading the question names best, among the plans in scope; None where none is named."""
    return next(iter(named_sections(evidence, with_children=with_children)), None)


def named_sections(evidence: Evidence, *, with_children: bool) -> list[tuple[Plan, Section]]:
    """The section that the question names best, and those of other plans that it names as well."""
    query = evidence.query
    ids = query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    asked = set(tokens(query.focus))
    found = [_best(plan, query, asked, with_children) for plan in map(evidence.plan_of, ids)]
    named = [one for one in found if one]
    top = max(named, key=lambda one: one[0], default=None)
    if top is None:
        return []
    rivals = [one for one in named if one is not top and one[0] >= top[0] - _AS_WELL]
    return [(plan, section) for _, plan, section in (top, *rivals)]


def _best(plan: Plan, query: Query, asked: set[str], with_children: bool) -> tuple[float, Plan, Section] | None:
    best: tuple[float, Plan, Section] | None = None
    children = _children(plan)
    for section in plan.sections[1:]:
        below = children.get(section.index, 0)
        if with_children and below < 2:
            continue
        fits_count = query.count is not None and below == query.count
        if with_children and query.count and not fits_count:
            continue
        fit = _fit(section, asked, query.text) + 0.3 * any(y in section.name for y in query.years)
        if fit >= (_WITH_COUNT if fits_count else _SURE) and fit > (best[0] if best else 0):
            best = (fit, plan, section)
    return best


def _children(plan: Plan) -> dict[int, int]:
    counts: dict[int, int] = {}
    for section in plan.sections[1:]:
        counts[section.parent or 0] = counts.get(section.parent or 0, 0) + 1
    return counts


def _fit(section: Section, asked: set[str], text: str) -> float:
    """The share of the heading's words that the question says; its very number makes it sure."""
    name = tokens(section.name)
    share = sum(t in asked for t in name) / len(name) if len(name) > 1 else 0.0
    numbered = _NUMBERED.search(text)
    if numbered and _same_number(section, numbered):
        share += 0.8
    return share + 0.01 * min(len(name), 20) * share


def _same_number(section: Section, asked: re.Match[str]) -> bool:
    number, kind, box = asked.groups()
    own = re.search(r"[一二三四五六七八九十]+|\d+", section.number)
    if own is None:
        return False
    if box:
        return section.is_box and ordinal(own.group(0)) == ordinal(box)
    same_kind = kind in section.number or (kind == "部分" and section.level == 1)
    return same_kind and ordinal(own.group(0)) == ordinal(number)
