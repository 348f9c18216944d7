"""Indicators from tables: every value cell of an indicator table with its name, unit, year, role and region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.columns import AMONG, PLANNED, RANK, Column, Layout, is_empty, layout, without_unit
from ingest.facts.concepts import concept_of
from ingest.facts.horizon import Horizon
from ingest.notation.numerals import half_width
from ingest.notation.patterns import CLOSERS, COMPARATORS
from ingest.notation.periods import years
from ingest.notation.quantities import quantities
from ingest.notation.regions import region_named, regions_in, self_named
from ingest.plans import UNCAPTIONED, Comparator, Indicator, Plan, Role, Row, Table

_WHOLE = re.compile(r"^(?:全市|全省|全国|全区|全县|合计|总计)$")
_CAPTION_NUMBER = re.compile(r"^续?附?表\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?\s*")
_CAPTION_END = re.compile(r"(?:完成情况|情况|统计|结果|一览|对比|对照|汇总)*表?$")
_ABSOLUTE = re.compile(r"(?:绝对值|总量|在?全[省市国])$")
_EACH = re.compile(r"^各(?:地区|设区市|县级市|[省市县区地州盟旗、()])+的?")
_NUMBER = re.compile(r"^[（(]?\d{1,2}\s?(?:[.．](?!\d)|[、）)])\s?")
_BROKEN = re.compile(r"(?<=[一-鿿])\s(?=[一-鿿])")
# [2.75] under 年均（五年累计）: the change over the whole period, as the national outlines write it
_SUMMED = re.compile(r"\s*[\[〔［【]\s*[-\d]")
_FOOTNOTE = re.compile(r"(?<=\d[%‰])\d$")
_FLOW = re.compile(r"^(?:每年|年均)?(新增|新引进|新培育|新认定|新建|引进)|(年均)|^(累计)")
_BARE = re.compile(
    r"^(?P<nature>预计|预期|力争|累计|年均)?\s?"
    rf"(?P<before>{'|'.join(sorted(map(re.escape, COMPARATORS), key=len, reverse=True))})?\s?"
    r"(?P<value>-?\d[\d,]*(?:\.\d+)?)(?:\s?[-—~～]+\s?(?P<high>\d[\d,]*(?:\.\d+)?))?\s?(?P<unit>%|‰)?\s?"
    rf"(?P<after>{'|'.join(map(re.escape, CLOSERS))})?[*①-⑨]?$"
)


def from_tables(plan: Plan, horizon: Horizon) -> Iterator[Indicator]:
    """One record a value cell; tables that hold no figures (lists of parks, of firms) yield none."""
    for block in plan.blocks:
        if isinstance(block, Table) and (found := layout(block)):
            yield from _Reader(plan, horizon, block, found).records()


def cell_value(cell: str) -> tuple[str, Comparator, str, str]:
    """Value, comparator, nature and unit of a cell: "≥15" → 15, >=; "预计3.5" → 3.5, 预计; words stay words."""
    folded = _FOOTNOTE.sub("", " ".join(half_width(cell).split()))
    bare = _BARE.match(folded)
    if bare:
        value = bare["value"].replace(",", "")
        if bare["high"]:
            value = f"{value}-{bare['high'].replace(',', '')}"
        comparator = COMPARATORS.get(bare["before"] or "") or CLOSERS.get(bare["after"] or "") or "="
        return value, comparator, bare["nature"] or "", bare["unit"] or ""
    found = quantities(folded)
    if len(found) == 1 and len(folded) - len(found[0].text) <= 6:
        return str(found[0].value), found[0].comparator, found[0].nature, found[0].unit
    return folded, "=", "", ""


def _label(text: str) -> str:
    """The name in a cell, without its number (1.) and without the spaces of a line end amid words."""
    return _BROKEN.sub("", _NUMBER.sub("", " ".join(text.split())))


class _Reader:
    """One table."""

    def __init__(self, plan: Plan, horizon: Horizon, table: Table, found: Layout) -> None:
        self.plan, self.horizon, self.table, self.layout = plan, horizon, table, found
        self.caption = _CAPTION_NUMBER.sub("", half_width(table.caption)).strip()
        self.caption_years = years(self.caption)
        self.ranks = bool(RANK.search(self.caption))

    def records(self) -> Iterator[Indicator]:
        """The records of all rows."""
        named = regions_in(self.caption, self.horizon.region)
        own = named[-1][2].name if named else self.horizon.region
        for row in self.table.rows:
            label = _label(row.cells[self.layout.name].text)
            place = self._place(label)
            for column in self.layout.values:
                cell = row.cells[column.index].text
                if label and not is_empty(cell):
                    yield self._record(row, column, label, place, place or own, cell)

    def _record(self, row: Row, column: Column, label: str, place: str, region: str, cell: str) -> Indicator:
        name, unit = (self._measure(column), "") if place else without_unit(label)
        value, comparator, nature, written = cell_value(cell)
        role = self._role(column, name)
        summed = role == "growth" and bool(_SUMMED.match(cell))
        if self.layout.unit is not None:
            unit = row.cells[self.layout.unit].text.strip() or unit
        if role == "rank" or (role == "growth" and RANK.search(name)):
            unit = "位"
        elif summed:
            unit = "百分点" if unit == "%" else unit
        elif role == "growth" and self._plain_growth(column):
            unit = "%"
        flow = _FLOW.search(name)
        natures = (nature, "累计" if summed else "", *(word for word in (flow.groups() if flow else ()) if word))
        return Indicator(
            plan_id=self.plan.id,
            name=name,
            concept=f"{concept_of(name)}增量" if summed else self._concept(name, column, role),
            region=region,
            year=self._year(column, role),
            role=role,
            comparator=comparator,
            value=value,
            unit=(written or column.unit or unit or self.table.unit) if value[-1:].isdigit() else "",
            nature="、".join(dict.fromkeys(word for word in natures if word)),
            table=self.table.caption or UNCAPTIONED,
            group=row.group,
            heading=self.plan.sections[self.table.section].path,
            span=row.span,
            quote=self.plan.quote(row.span),
        )

    def _place(self, label: str) -> str:
        if _WHOLE.match(label):
            return self_named(label, self.horizon.region)
        found = region_named(label, self.horizon.region)
        return found.name if found else ""

    def _measure(self, column: Column) -> str:
        """What a table of regions measures: the column's own words, or the caption's where it only names a year."""
        if column.measure and not re.fullmatch(r"(?:排位|位次|排名|名次)?(?:变动|变化|升降)", column.measure):
            return column.measure
        last = max((period.end for period in self.caption_years), default=0)
        subject = _EACH.sub("", _CAPTION_END.sub("", self.caption[last:]).strip(" 度"))
        return (subject or self.caption) + ("变动" if column.role == "growth" else "")

    def _role(self, column: Column, name: str) -> Role:
        if column.role in ("growth", "rank"):
            return column.role
        if RANK.search(name) or (self.ranks and column.role is None):
            return "rank"
        base = self.horizon.base
        year = column.year or self._year(column, "actual")
        ahead = base is None or not year or int(year[-4:]) > base
        if PLANNED.search(column.label):
            return "target" if ahead else "planned"
        return column.role or self.horizon.role(year, "到" if PLANNED.search(self.caption) else "", self.caption)

    def _year(self, column: Column, role: Role) -> str:
        if role == "growth" and not column.year:
            return self.layout.stretch or self._caption_year()
        return column.year or self._caption_year()

    def _caption_year(self) -> str:
        if self.caption_years:
            return str(self.caption_years[-1].last)
        return str(self.horizon.last or "")

    def _concept(self, name: str, column: Column, role: Role) -> str:
        if role == "rank":
            return f"{concept_of(_ABSOLUTE.sub('', AMONG.sub('', RANK.sub('', name))))}位次"
        if role == "growth" and self._plain_growth(column) and not RANK.search(name):
            return f"{concept_of(name)}增长率"
        return concept_of(name)

    def _plain_growth(self, column: Column) -> bool:
        """Whether a growth column is headed by nothing but 增长率, 年均 or the like, and so is a percentage."""
        return column.measure in ("", column.label) or column.measure.startswith("年均")
