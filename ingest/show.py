"""What `show` lists of each kind: the records, and which of their fields a table for people has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest import records
from ingest.library import Library, PlanRecord
from ingest.listing import Column
from ingest.records import Record

Lister = Callable[[Library, Sequence[PlanRecord]], Iterator[Record]]


def _plans(library: Library, wanted: Sequence[PlanRecord]) -> Iterator[Record]:
    return (records.of_plan(plan) for plan in wanted)


def _passages(library: Library, wanted: Sequence[PlanRecord]) -> Iterator[Record]:
    return (records.of_passage(one, plan) for plan in wanted for one in library.passages([plan.id]))


def _indicators(library: Library, wanted: Sequence[PlanRecord]) -> Iterator[Record]:
    return (records.of_indicator(one, plan) for plan in wanted for one in library.indicators([plan.id]))


def _measures(library: Library, wanted: Sequence[PlanRecord]) -> Iterator[Record]:
    return (records.of_measure(one, plan) for plan in wanted for one in library.measures([plan.id]))


def _conflicts(library: Library, wanted: Sequence[PlanRecord]) -> Iterator[Record]:
    plans = {plan.id: plan for plan in library.plans()}
    return (records.of_conflict(one, plans) for one in library.conflicts([plan.id for plan in wanted]))


LISTERS: dict[str, Lister] = {
    "plans": _plans,
    "passages": _passages,
    "indicators": _indicators,
    "measures": _measures,
    "conflicts": _conflicts,
}
_ROLES = {"target": "目标", "actual": "完成", "planned": "计划", "rank": "位次", "growth": "增长"}
_COMPARATORS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "约"}
TITLES = {"plans": "规划", "passages": "条款", "indicators": "指标", "measures": "举措", "conflicts": "数据冲突"}


def _field(name: str) -> Callable[[Record], object]:
    return lambda record: record[name]


def _heading(name: str) -> Callable[[Record], object]:
    return lambda record: " > ".join(record[name][1:] or record[name])


def _value(record: Record) -> str:
    return f"{_COMPARATORS[record['comparator']]}{record['value']}{record['unit']}"


def _role(record: Record) -> str:
    return _ROLES[record["role"]]


def _side(name: str) -> Callable[[Record], object]:
    def text(record: Record) -> str:
        side = record[name]
        return f"{side['region']} {side['year']} {side['name']} {_value(side)}\n{side['plan']}：“{side['quote']}”"

    return text


COLUMNS: dict[str, tuple[Column, ...]] = {
    "plans": (
        ("编号", _field("id")),
        ("规划", _field("title")),
        ("地区", _field("region")),
        ("类别", _field("kind")),
        ("规划期", _field("period")),
        ("状态", _field("status")),
        ("页", _field("pages")),
        ("条款", _field("passages")),
        ("指标", _field("indicators")),
        ("举措", _field("measures")),
        ("文件", _field("file")),
    ),
    "passages": (
        ("编号", _field("id")),
        ("规划", _field("plan")),
        ("篇章路径", _heading("heading")),
        ("页", _field("page")),
        ("条款", _field("text")),
    ),
    "indicators": (
        ("规划", _field("plan")),
        ("指标", _field("name")),
        ("地区", _field("region")),
        ("年份", _field("year")),
        ("值", _value),
        ("类型", _role),
        ("分组", _field("group")),
        ("表", _field("table")),
        ("原文", _field("quote")),
    ),
    "measures": (
        ("规划", _field("plan")),
        ("序号", _field("number")),
        ("举措", _field("title")),
        ("篇章路径", _heading("section")),
        ("牵头单位", _field("lead_unit")),
        ("责任单位", _field("units")),
        ("期限", _field("deadline")),
        ("有效期", _field("validity")),
        ("手段", _field("instruments")),
        ("金额", _field("amounts")),
    ),
    "conflicts": (
        ("原因", _field("reason")),
        ("一方", _side("left")),
        ("另一方", _side("right")),
        ("说明", _field("note")),
    ),
}
