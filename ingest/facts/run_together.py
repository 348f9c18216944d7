"""Tables whose cells a text has run together: 指标2016年2017年2018年…供水管网漏损率14%12%10%公众满意度85%90%95%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.facts.columns import PLANNED
from ingest.facts.concepts import concept_of
from ingest.facts.horizon import Horizon
from ingest.notation.units import UNIT
from ingest.plans import Indicator, Paragraph, Plan, Role

_HEADER = re.compile(r"(?P<words>[一-鿿]{0,8})(?P<years>(?:(?:19|20)\d{2}年){2,8})(?!\d)")
_YEAR = re.compile(r"\d{4}")
_CELL = r"\d{1,6}(?:\.\d{1,4})?"
_NAME = r"(?P<name>(?!年)[一-鿿A-Z][一-鿿A-Za-z（）()、“”]{1,60}?)"
_VALUE = re.compile(_CELL)
# the words of the row before that hold no figure: 用水总量不超自治区年度下达指标|再生水回用率
_ROW_BEFORE = re.compile(r"^.*(?:指标|任务|标准|要求|数据)(?=.{3})")


@dataclass(frozen=True, slots=True)
class _Columns:
    years: tuple[str, ...]
    planned: bool
    row: re.Pattern[str]


def from_runs(plan: Plan, horizon: Horizon) -> Iterator[Indicator]:
    """One record a value of every row that has as many values of one unit as the header before it has years."""
    columns: _Columns | None = None
    for block in plan.blocks:
        if not isinstance(block, Paragraph):
            columns = None
            continue
        headers = list(_HEADER.finditer(block.text))
        starts = [0, *(header.end() for header in headers)]
        ends = [*(header.start() for header in headers), len(block.text)]
        for header, start, end in zip((None, *headers), starts, ends, strict=True):
            columns = _columns(header) if header else columns
            if columns:
                yield from _rows(plan, horizon, block, columns, start, end)


def _columns(header: re.Match[str]) -> _Columns:
    years = tuple(_YEAR.findall(header["years"]))
    row = rf"{_NAME}(?P<cells>{_CELL}(?P<unit>%|‰|L/d|(?:{UNIT}))(?:{_CELL}(?P=unit)){{{len(years) - 1}}})(?!\d)"
    return _Columns(years, bool(PLANNED.search(header["words"])), re.compile(row))


def _rows(
    plan: Plan, horizon: Horizon, block: Paragraph, columns: _Columns, start: int, end: int
) -> Iterator[Indicator]:
    for row in columns.row.finditer(block.text, start, end):
        begin = row.start("name") + (found.end() if (found := _ROW_BEFORE.match(row["name"])) else 0)
        name = block.text[begin : row.end("name")]
        span = block.source_span(begin, row.end())
        cells = _VALUE.findall(row["cells"].replace(row["unit"], " "))
        for year, value in zip(columns.years, cells, strict=True):
            role: Role = "target" if columns.planned else horizon.role(year, "", "")
            yield Indicator(
                plan_id=plan.id,
                name=name,
                concept=concept_of(name),
                region=horizon.region,
                year=year,
                role=role,
                comparator="=",
                value=value,
                unit=row["unit"],
                nature="",
                table="",
                group="",
                heading=plan.sections[block.section].path,
                span=span,
                quote=plan.quote(span),
            )
