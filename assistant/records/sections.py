"""Which section a question names: by its number (第四章, 专栏4), by its name, by how many parts it is said to have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Query
from assistant.retrieval.evidence import Evidence
from assistant.understanding.lexicon import headed
from ingest.library.words import tokens
from ingest.plans import Plan, Section, Span
from ingest.structure.headings import ordinal

NUMBERED = re.compile(
    r"第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(章|节|编|部分)|专栏\s*(\d{1,2}|[一二三四五六七八九十]{1,2})"
)
_LAST = re.compile("(?:最[后末]|收尾|结尾|末尾)的?[那这]?一?(?:章|部分)")
_ORDINAL = re.compile(r"[一二三四五六七八九十百]+|\d+")
_SURE, _WITH_COUNT, _AS_WELL = 0.72, 0.5, 0.1
_NAMED_WHOLE, _NUMBER, _YEAR, _BOX, _HALF = 0.8, 0.8, 0.3, 0.35, 0.4
_FEWEST_CHARS = 4
_KIND_ASKED = re.compile(
    "([一-鿿]{2})(?:都|分别|主要|一共|总共|共)*(?:有|是|包括|列了?|写了?|提了?)(?=哪)|哪(?:些|几个)([一-鿿]{2})([一-鿿]{2})?"
)
_OF_KIND, _VERY_KIND = 0.1, 0.5
_TASKS = re.compile(r"(?:主要|重点|核心|具体|工作)(?:任务|工作|举措|措施|内容)$")
_FRAME = re.compile(
    r"总体|指导思想|原则|目标|背景|形势|基础|总则|附则|附件|附录|前言|保障|组织|机制|范围|依据|回顾|成就"
)


def named_section(evidence: Evidence, *, with_children: bool) -> tuple[Plan, Section] | None:
    """The section whose heading the question names best, among the plans in scope; None where none is named."""
    return next(iter(named_sections(evidence, with_children=with_children)), None)


def named_sections(evidence: Evidence, *, with_children: bool) -> list[tuple[Plan, Section]]:
    """The section that the question names best, and those of other plans that it names as well."""
    query = evidence.query
    asked = set(tokens(query.focus)) | set(tokens(headed(query.text)))
    found = [_best(plan, query, asked, with_children) for plan in _plans(evidence)]
    named = [one for one in found if one]
    top = max(named, key=lambda one: one[0], default=None)
    if top is None:
        return []
    rivals = [one for one in named if one is not top and one[0] >= top[0] - _AS_WELL]
    return [(plan, section) for _, plan, section in (top, *rivals)]


def _best(plan: Plan, query: Query, asked: set[str], with_children: bool) -> tuple[float, Plan, Section] | None:
    best: tuple[float, Plan, Section] | None = None
    children = _children(plan)
    chapters = any("章" in section.number for section in plan.sections)
    for section in plan.sections[1:]:
        below = children.get(section.index, 0)
        if with_children and below < 2:
            continue
        fits_count = query.count is not None and below == query.count
        if with_children and query.count and not fits_count:
            continue
        fit = _fit(plan, section, asked, query.text, chapters)
        fit += _of_kind(plan, section, query.text)
        if any(year in f"{section.number}{section.name}" for year in query.years):
            fit += _YEAR * (2 if fits_count else 1)
        if fit >= (_WITH_COUNT if fits_count else _SURE) and fit > (best[0] if best else 0):
            best = (fit, plan, section)
    return best


def _of_kind(plan: Plan, section: Section, text: str) -> float:
    """What a section gains where most of its parts are named for what is asked for (电线电缆产业, of 都有哪些产业), the
    most where it is itself named for the very kind of it that is asked for: 传统产业."""
    kinds = [kind for found in _KIND_ASKED.finditer(text) for kind in found.groups() if kind]
    names = [s.name for s in plan.sections if s.parent == section.index]
    kind = next((k for k in kinds if sum(name.endswith(k) for name in names) > len(names) / 2), "")
    named = re.search(f"[一-鿿]{{2}}{kind}", text) if kind else None
    return (_VERY_KIND if named and named[0] in section.name else _OF_KIND) if kind else 0.0


def tasks(evidence: Evidence) -> tuple[Plan, list[Section]] | None:
    """The headings of a plan's tasks: those below "重点任务", else the chapters with parts that are no frame (总体要求,
    保障); None where the plan is not clear or has neither."""
    plans = _plans(evidence)
    if len(evidence.query.plan_ids or ()) != 1 and len(plans) != 1:
        return None
    plan = plans[0]
    below = {section.index: [s for s in plan.sections if s.parent == section.index] for section in plan.sections}
    holder = next((s for s in plan.sections[1:] if _TASKS.search(s.name) and len(below[s.index]) > 1), None)
    if holder:
        return plan, below[holder.index]
    chapters = [s for s in below[0] if s.number and s.name and not _FRAME.search(s.name)]
    parted = [s for s in chapters if below[s.index]] or chapters
    return (plan, parted) if len(parted) > 1 else None


def complete(sections: Sequence[Section]) -> bool:
    """Whether sections are numbered one by one, or not at all: else some were not read as headings."""
    found = [_ORDINAL.search(s.number) for s in sections if s.number and not s.is_box]
    numbers = [ordinal(number.group(0)) for number in found if number]
    return all(number == numbers[0] + at for at, number in enumerate(numbers))


def opening(plan: Plan, section: Section) -> Span:
    """What stands for a section in a list: its heading, with the first sentence of its text where it has no name."""
    if section.name:
        return section.span
    end = plan.text.find("。", section.span.end, section.body.end)
    return Span(section.span.start, end + 1 if end >= 0 else section.span.end, section.span.page)


def _plans(evidence: Evidence) -> list[Plan]:
    """The plans in scope, else those that the best passages stand in."""
    ids = evidence.query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    return [evidence.plan_of(id) for id in ids]


def _children(plan: Plan) -> dict[int, int]:
    counts: dict[int, int] = {}
    for section in plan.sections[1:]:
        counts[section.parent or 0] = counts.get(section.parent or 0, 0) + 1
    return counts


def _fit(plan: Plan, section: Section, asked: set[str], text: str, chapters: bool) -> float:
    """The share of the heading's words that the question says; its whole name or its very number makes it sure."""
    name = tokens(section.name)
    share = sum(t in asked for t in name) / len(name) if len(name) > 1 else 0.0
    if len(section.name) >= _FEWEST_CHARS and section.name in text:
        share = max(share, _NAMED_WHOLE)
    if "专栏" in text and section.is_box and share >= _HALF:
        share += _BOX
    if _LAST.search(text) and section is [s for s in plan.sections if s.level <= 1][-1]:
        share += _NUMBER
    numbers = list(NUMBERED.finditer(text))
    if numbers and _same_number(section, numbers[-1], chapters) and _within(plan, section, numbers[:-1], chapters):
        share += _NUMBER
    return share + 0.01 * min(len(name), 20) * share


def _same_number(section: Section, asked: re.Match[str], chapters: bool) -> bool:
    """Whether a section has the number asked for; what a plan without chapters numbers 一、二、 are its chapters."""
    number, kind, box = asked.groups()
    own = re.search(r"[一二三四五六七八九十]+|\d+", section.number)
    if own is None:
        return False
    if box:
        return section.is_box and ordinal(own.group(0)) == ordinal(box)
    top = section.level == 1 and (kind == "部分" or (kind == "章" and not chapters))
    second = section.level == 2 and kind == "节" and "第" not in section.number
    return (kind in section.number or top or second) and ordinal(own.group(0)) == ordinal(number)


def _within(plan: Plan, section: Section, around: list[re.Match[str]], chapters: bool) -> bool:
    """Whether a section stands in the chapter that is named before it (第三章第二节)."""
    above = plan.sections[section.parent] if section.parent else None
    return all(above is not None and _same_number(above, number, chapters) for number in around)
