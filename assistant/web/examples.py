"""Loaded plans → questions that a newcomer can click: each asks for something that stands in a plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from assistant.web.contracts import Entry, Shelf
from assistant.words import present_web
from ingest.plans import Indicator, Measure, Plan, Section

MOST = 5
_NAME_CHARS = 16
_TITLE_CHARS = 20
_YEAR = re.compile(r"20\d\d")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_PLAIN_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9&·]+")
_TASK = re.compile(
    "(?:着力|全面|大力|积极|加快|深入|持续)?"
    "(?:推进|推动|加快|建设|打造|强化|培育|完善|深化|提升|构建|优化|加强|实施|壮大|支持|引育|拓展|健全|激发)"
)


def examples(shelf: Shelf) -> tuple[str, ...]:
    """Up to five different questions; the first asks for a target value of a plan's own indicator table."""
    targets = [indicator for indicator in shelf.indicators() if _is_plain_target(indicator)]
    plans = shelf.plans()
    asked = [*_values(targets), *_comparison(targets), *_lead(shelf.measures())]
    if len(asked) < MOST:
        asked += [*_sections(shelf, plans), *_dates(plans)]
    return tuple(dict.fromkeys(asked))[:MOST]


def _values(targets: Sequence[Indicator]) -> Iterator[str]:
    """One target each of the first two plans that have targets."""
    for indicator in islice(_one_a_plan(targets), 2):
        yield present_web.EXAMPLE_INDICATOR.format(where=indicator.region, year=indicator.year, name=indicator.name)


def _comparison(targets: Sequence[Indicator]) -> Iterator[str]:
    """One indicator for which two regions set different values for the same year in the same unit."""
    seen: dict[tuple[str, str, str], Indicator] = {}
    for right in targets:
        left = seen.setdefault((right.concept, right.year, right.unit), right)
        if right.concept and left.region != right.region and left.value != right.value:
            yield present_web.EXAMPLE_COMPARE.format(
                left=left.region, right=right.region, year=right.year, name=right.name
            )
            return


def _lead(measures: Sequence[Measure]) -> Iterator[str]:
    """One measure with a lead unit, of the plan that names the most of them: such a plan says so for each article."""
    named = [measure for measure in measures if measure.lead_unit and _is_plain_title(measure.title)]
    for plan_id, _ in Counter(measure.plan_id for measure in named).most_common(1):
        first = next(measure for measure in named if measure.plan_id == plan_id)
        yield present_web.EXAMPLE_LEAD.format(title=first.title)


def _sections(shelf: Shelf, plans: Sequence[Entry]) -> Iterator[str]:
    """A section of each of the first plans: what it is about is a question that its text answers."""
    for entry in plans[:MOST]:
        where = entry.facts.region.value if entry.facts.region else f"《{entry.title}》"
        plan = shelf.plan(entry.id)
        for section in islice((section for section in plan.sections if _tells(plan, section)), 1):
            yield present_web.EXAMPLE_SECTION.format(where=where, name=section.name)


def _dates(plans: Sequence[Entry]) -> Iterator[str]:
    return (present_web.EXAMPLE_PLAN.format(title=plan.title) for plan in plans if plan.facts.date)


def _one_a_plan(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    seen: set[str] = set()
    for indicator in indicators:
        if indicator.plan_id not in seen:
            seen.add(indicator.plan_id)
            yield indicator


def _is_plain_target(indicator: Indicator) -> bool:
    """A target with a plain number, year, region and short name, out of a table: what is surely found again."""
    return bool(
        indicator.role == "target"
        and indicator.table
        and indicator.region
        and _YEAR.fullmatch(indicator.year)
        and _NUMBER.fullmatch(indicator.value)
        and len(indicator.name) <= _NAME_CHARS
        and _PLAIN_NAME.fullmatch(indicator.name)
    )


def _is_plain_title(title: str) -> bool:
    return 4 <= len(title) <= _TITLE_CHARS and _PLAIN_NAME.fullmatch(title) is not None


def _tells(plan: Plan, section: Section) -> bool:
    """A section that is named for something to be done, with text directly below it."""
    return bool(
        section.level >= 1
        and not section.is_box
        and _is_plain_title(section.name)
        and _TASK.match(section.name)
        and section.name != plan.title
        and any(block.section == section.index for block in plan.blocks)
    )
