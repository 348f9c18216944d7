"""Who is responsible for what in a plan: notes that close an article, what a measure says, a column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.plans import Measure, Plan, Row, Section, Span, Table

_NOTE = re.compile(
    r"[（(]?\s*(责任单位|牵头单位|责任部门|牵头部门|实施单位)[：:]\s*((?:[^（()）。\n]|[（(][^（()）\n]*[）)])+)[）)。]?"
)
_ROLE = re.compile(r"^(责任|牵头|配合|参与|协同|协办|实施)(单位|部门)[：:]")
LEAD_RULE = re.compile(r"(排|列)?第一(位的)?(责任)?(单位|部门)?(为|是)牵头(单位|部门)")
_COLUMN = re.compile(r"^(?:责任|牵头|主管|主责|实施)(?:单位|部门)")
_ITEM = re.compile(r"任务|工作|项目|举措|措施|事项|内容|指标|名称")
_OFFICE = re.compile(r"[一-鿿]{1,8}?(?:局|委|办|厅|部|院|司|署|集团|中心|公司|政府)(?![一-鿿]?[长员会])")
_PLACE = re.compile(r"^[省市区县]委(?=[一-鿿]{3})|^[省市区县]|^[一-鿿]{1,3}[省市区县](?=[一-鿿]{2})")
_SAME_END = {"局": "局委", "委": "局委"}


@dataclass(frozen=True, slots=True)
class Duty:
    """An article and its responsible units, the first one leading where the plan says so.

    `noted` where it closes with a note of its own, which other articles of its plan may then be missed to have.
    """

    section: Section
    units: tuple[str, ...]
    span: Span
    leads: bool
    noted: bool = True

    @property
    def is_row(self) -> bool:
        """Whether it stands in a row of a table."""
        return self.span == self.section.body


def duties(plan: Plan, measures: Iterable[Measure] = ()) -> list[Duty]:
    """Every article of a plan that names responsible units, in the order of the text."""
    leads = bool(LEAD_RULE.search(plan.text))
    found = [duty for note in _NOTE.finditer(plan.text) if (duty := _noted(plan, note, leads))]
    told = {duty.section.index for duty in found}
    sections = {(s.span.start, s.name): s for s in plan.sections[1:]}
    for measure in measures:
        section = sections.get((measure.span.start, measure.title))
        span = dict(measure.fields).get("units")
        if section and span and measure.units and section.index not in told:
            others = tuple(unit for unit in measure.units if unit != measure.lead_unit)
            units = (measure.lead_unit, *others) if measure.lead_unit else others
            found.append(Duty(section, units, span, bool(measure.lead_unit), noted=False))
    rows = (d for block in plan.blocks if isinstance(block, Table) for d in _rows(plan, block))
    return sorted([*found, *rows], key=lambda duty: duty.span.start)


def _noted(plan: Plan, note: re.Match[str], leads: bool) -> Duty | None:
    around = [s for s in plan.sections[1:] if s.body.start <= note.start() < s.body.end]
    if not around:
        return None
    named = (_ROLE.sub("", u) for u in re.split(r"[、，,；;\s]+", LEAD_RULE.split(note.group(2))[0]))
    units = tuple(u for u in named if u and u != "排")
    section = max(around, key=lambda s: s.level)
    return Duty(section, units, Span(*note.span()), leads or "牵头" in note.group(1))


def _rows(plan: Plan, table: Table) -> Iterable[Duty]:
    """The rows of a table with a column of responsible units: what is to be done stands in the column of tasks."""
    at = next((i for i, label in enumerate(table.header) if _COLUMN.search(label)), None)
    named = next((i for i, label in enumerate(table.header) if i != at and _ITEM.search(label)), None)
    if at is None or named is None:
        return
    for row in table.rows:
        units = tuple(u for u in re.split(r"[、，,；;\s]+", row.cells[at].text) if len(u) > 1)
        if units and row.cells[named].text:
            yield _of_row(plan, table, row, named, units, "牵头" in table.header[at])


def _of_row(plan: Plan, table: Table, row: Row, named: int, units: tuple[str, ...], leads: bool) -> Duty:
    section = plan.sections[table.section]
    item = replace(section, number="", name=row.cells[named].text, span=row.cells[named].span, body=row.span)
    return Duty(item, units, row.cells[named].span and row.span, leads, noted=False)


def units_named(text: str, found: Sequence[Duty]) -> set[str]:
    """The units that a text means, as they are written in the duties: 人社局 is 区人力社保局, 科技局 区科技局."""
    units = dict.fromkeys(unit for duty in found for unit in duty.units)
    whole = {unit for unit in units if unit in text}
    if whole:
        return whole
    for asked in _OFFICE.findall(text):
        for start in range(len(asked) - 1):
            meant = {unit for unit in units if _is_meant(asked[start:], unit)}
            if len(meant) == 1:
                return meant
    return set()


def _is_meant(asked: str, unit: str) -> bool:
    """Whether a short name stands for a unit: the same words, or letters of it in their order from the first to the
    last."""
    own = _PLACE.sub("", unit)
    if len(asked) < 2 or (len(asked) < 3 and not own.endswith((f"（{asked}）", f"({asked})")) and asked != own):
        return False
    if asked in unit:
        return own.startswith(asked) or f"（{asked}" in unit or f"({asked}" in unit or own == asked
    at = -1
    for letter in asked[:-1]:
        at = own.find(letter, at + 1)
        if at < 0:
            return False
    return own[0] == asked[0] and own[-1] in _SAME_END.get(asked[-1], asked[-1])
