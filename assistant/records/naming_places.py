"""The places that a question points at: 表1, 专栏5, 正文, 目标段, “…”那节, 规划 and 报道."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.records.values import Hit
from ingest.plans import Passage, Plan
from ingest.structure.headings import ordinal

_NUMERAL = r"(\d{1,2}|[一二三四五六七八九十]{1,2})"
_TABLE = re.compile(rf"表\s*{_NUMERAL}(?![一-鿿]?[类本])")
_BOX = re.compile(rf"专栏\s*{_NUMERAL}")
_SECTION = re.compile(r"[“\"]([^“”\"]{2,16})[”\"](?:那|这|一)?(?:一)?[节章段部]")
_GOALS = re.compile(r"目标(?:段|部分|章节|正文)|发展目标(?:里|中)")
_TEXT = re.compile(r"正文|文字|文本|文中")
_REPORT = re.compile(r"报[道到]|新闻|报纸")
_PLAN = re.compile(r"规划(?!目标|期)|意见里|政策里")
_TWO = re.compile(r"两[份篇个](?:材料|文件|规划|文本)|[一另][一]?份(?:材料|文件).{0,4}另一份")
_TABLES = re.compile(r"[两二2][张个处]?表")
_CAPTION = re.compile(rf"\s*(?:续|附)?表\s*{_NUMERAL}")

Holds = Callable[[Passage, Plan], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the question calls it, and whether a passage of a plan stands in it."""

    name: str
    holds: Holds


def tables_in(text: str) -> frozenset[int]:
    """The numbers of the tables that a question names."""
    return frozenset(ordinal(found) for found in _TABLE.findall(text)) - {0}


def of_tables(found: Sequence[Hit], text: str) -> list[Hit]:
    """The hits of the tables that a question names; all of them where it names none, or none of them has a hit."""
    named = tables_in(text)
    return [h for h in found if number_of(h.indicator.table) in named] or list(found)


def number_of(caption: str) -> int:
    """The number of a table by its caption; 0 where it has none."""
    found = _CAPTION.match(caption)
    return ordinal(found.group(1)) if found else 0


def places_in(text: str) -> tuple[Place, ...]:
    """The places inside a plan that a question names, in the order of naming."""
    found: list[tuple[int, Place]] = []
    for match in _TABLE.finditer(text):
        found.append((match.start(), Place(match.group(), _in_table(ordinal(match.group(1))))))
    for match in _BOX.finditer(text):
        found.append((match.start(), Place(match.group(), _in_box(ordinal(match.group(1))))))
    for match in _SECTION.finditer(text):
        found.append((match.start(), Place(match.group(1), _under(match.group(1)))))
    goals, told = _GOALS.search(text), _TEXT.search(text)
    if goals:
        found.append((goals.start(), Place("目标部分", _under("目标"))))
    elif told:
        found.append((told.start(), Place("正文", _in_text)))
    return tuple({place.name: place for _, place in sorted(found, key=lambda one: one[0])}.values())


def documents_in(text: str) -> tuple[Place, ...]:
    """A plan and a report that a question sets against each other."""
    if _TWO.search(text) or (_REPORT.search(text) and _PLAN.search(text)):
        return (Place("规划", lambda _, plan: not _is_report(plan)), Place("报道", lambda _, plan: _is_report(plan)))
    return ()


def of_two_tables(text: str, rows: Sequence[Passage]) -> tuple[Place, ...]:
    """The two tables that the rows found first stand in, where a question speaks of two tables without a number."""
    numbers = dict.fromkeys(number_of(row.record) for row in rows) if _TABLES.search(text) else {}
    return tuple(Place(f"表{number}", _in_table(number)) for number in list(numbers)[:2] if number)


def without_places(text: str) -> str:
    """A text without the names of places, which say where to look and not what for."""
    for pattern in (_TABLE, _BOX, _SECTION, _GOALS, _TEXT, _TWO, _TABLES, _REPORT, _PLAN):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _is_report(plan: Plan) -> bool:
    return plan.facts.kind == "报道"


def _in_table(number: int) -> Holds:
    return lambda passage, _: passage.kind == "row" and number_of(passage.record) == number


def _in_box(number: int) -> Holds:
    return lambda passage, _: any(
        (found := _BOX.match(heading)) and ordinal(found.group(1)) == number for heading in passage.heading
    )


def _under(name: str) -> Holds:
    return lambda passage, _: passage.kind != "row" and any(name in heading for heading in passage.heading)


def _in_text(passage: Passage, plan: Plan) -> bool:
    return passage.kind != "row" and not any(_BOX.match(heading) for heading in passage.heading)
