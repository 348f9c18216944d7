"""The columns of an indicator table: which holds the names, which the units, and what each value column stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.notation.numerals import half_width
from ingest.notation.periods import years
from ingest.notation.units import dimension
from ingest.plans import Role, Table

RANK = re.compile(r"排名|位次|名次|排位")
AMONG = re.compile(r"^在?全[省市区县国](?:各?(?:区县|县区|市县))?")
PLANNED = re.compile(r"目标|规划值|计划值|预期值")
_NAME = re.compile(r"指标|名称|项目|地区|地市|区域|区县|县区|年度")
_NUMBERING = re.compile(r"序号|编号|^No\.?$")
_UNIT = re.compile(r"^(?:计量)?单位$")
_ASIDE = re.compile(r"备注|说明|属性|责任|牵头|来源|依据|含义|解释|权重|公式|分值|赋分|扣分|标准分|满分")
_CHANGE = re.compile(r"增长率|增幅|增速|变动|变化|升降|增减|^增长|^年均|年累计|同比")
_DONE = re.compile(r"完成|实际|现状|实绩|基期|基准")
_SAYS_WHEN = re.compile(
    r"完成情况|完成值|规划目标值?|目标值?|现状值?|实际值?|预期值?|规划值|计划值|基期值?|基准值?|^(?:度|末|底)"
)
_IN_BRACKETS = re.compile(r"\((?!\d)([^()]{1,12})\)\s*$")
_EMPTY = re.compile(r"^(?:[-—–－/／\\\s.…]*|一)$")
_FIGURE = re.compile(
    r"^\D{0,4}-?[\d,]+(?:\.\d+)?(?:\s?[-—–~～至]\s?[\d,]+(?:\.\d+)?)?(?:%\d)?\D{0,6}(?:\([^()]{1,20}\))?$"
)
_HAN = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Column:
    """A value column. `measure` is what its label says beside time and role; "" and None where it says nothing."""

    index: int
    label: str
    measure: str
    unit: str
    year: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where names, units and values of a table stand."""

    name: int
    unit: int | None
    values: tuple[Column, ...]

    @property
    def stretch(self) -> str:
        """From the first to the last year of the value columns, "" for a single one."""
        told = sorted({column.year for column in self.values if len(column.year) == 4 and column.role != "growth"})
        return f"{told[0]}-{told[-1]}" if len(told) > 1 else ""


def layout(table: Table) -> Layout | None:
    """The layout of a table, None where it holds no names with figures."""
    header = [" ".join(half_width(label).split()) for label in table.header]
    unit = next((at for at, label in enumerate(header) if _UNIT.search(label)), None)
    name = _name_column(table, header, unit)
    if name is None:
        return None
    values: list[Column] = []
    for at in range(name + 1, len(header)):
        aside = at == unit or _NUMBERING.search(header[at]) or _ASIDE.search(header[at])
        if not aside and _share(table, at, lambda text: bool(_FIGURE.match(half_width(text)))) >= 0.5:
            values.append(_column(at, header[at], values))
    labelled = _NAME.search(header[name]) or any(column.year or column.role for column in values)
    return Layout(name, unit, tuple(values)) if values and labelled else None


def is_empty(text: str) -> bool:
    """Whether a cell holds nothing, or a dash for nothing (which scans turn into 一)."""
    return bool(_EMPTY.match(text))


def without_unit(label: str) -> tuple[str, str]:
    """A label and the unit in brackets at its end: 有效发明专利拥有量(件) → (有效发明专利拥有量, 件)."""
    label = " ".join(half_width(label).split())
    found = _IN_BRACKETS.search(label)
    if found and dimension(found[1]):
        return label[: found.start()].strip(), found[1]
    return label, ""


def _name_column(table: Table, header: list[str], unit: int | None) -> int | None:
    """Of the columns of words, the labelled one with most different entries; else the first that is no group."""
    worded = [
        at
        for at in range(len(header))
        if at != unit
        and not _NUMBERING.search(header[at])
        and not _ASIDE.search(header[at])
        and _share(table, at, lambda text: bool(_HAN.search(text)) and not _FIGURE.match(text)) > 0.6
    ]
    own = [at for at in worded if not all(row.group and row.cells[at].text == row.group for row in table.rows)]
    named = [at for at in own if _NAME.search(header[at])]
    if named:
        return max(named, key=lambda at: len({row.cells[at].text for row in table.rows}))
    return own[0] if own else None


def _share(table: Table, at: int, fits: Callable[[str], bool]) -> float:
    """The share of a column's filled cells that fit."""
    cells = [row.cells[at].text.strip() for row in table.rows if not _EMPTY.match(row.cells[at].text)]
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _column(at: int, label: str, before: list[Column]) -> Column:
    measure, unit = without_unit(label)
    periods = years(measure)
    for period in reversed(periods):
        measure = f"{measure[: period.start]} {measure[period.end :]}"
    role = _said_role(measure)
    measure = _SAYS_WHEN.sub("", measure.strip()).replace(" ", "").strip("()·-—、")
    if role in ("rank", "growth"):
        measure = _spelled_out(measure, before)
    return Column(at, label, measure, unit, periods[-1].year if periods else "", role)


def _said_role(label: str) -> Role | None:
    if RANK.search(re.sub(r"(?:排位|位次|排名|名次)(?:变动|变化|升降)", "", label)):
        return "rank"
    if _CHANGE.search(label):
        return "growth"
    return "actual" if _DONE.search(label) else None


def _spelled_out(measure: str, before: list[Column]) -> str:
    """A label that leans on the column before it, in full: 强度排名 → R&D经费投入强度排名."""
    core = RANK.sub("", measure)
    for column in reversed(before):
        if column.role == "rank" or not column.measure:
            continue
        if core and column.measure.endswith(core):
            return column.measure + measure.removeprefix(core)
        if core in ("绝对值", "总量") and column.role is None:
            return column.measure + measure
    return measure
