"""What a table row lets a claim say."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.checking.ground import (
    NUMBER,
    Figure,
    Ground,
    folded,
    homes,
    plain,
    region_of,
    regions_of,
    unit_after,
    whole_of,
    years_of,
)
from ingest.facts.columns import RANK, Column, Layout, layout, without_unit
from ingest.notation.quantities import quantities
from ingest.notation.regions import region_named
from ingest.plans import Plan, Row, Table

_WHOLE = re.compile("全[市省国]")
_HAN = re.compile("[一-鿿]{2}")
_NUMBERING = re.compile(r"序号|编号|^No\.?$")
_VALUE = re.compile(r"\D{0,4}\d")


def of_row(table: Table, row: Row, plan: Plan, context: frozenset[str], titles: tuple[str, ...]) -> Ground:
    """A row's values under the years of their columns, in the units of its name, its columns and its table."""
    found = layout(table)
    columns = {column.index: column for column in found.values} if found else {}
    cells = [plain(cell.text) for cell in row.cells]
    caption = plain(table.caption)
    told = {at: years_of(_year(column, found, caption)) for at, column in columns.items() if found}
    own = _place(cells, plan)
    named = own or regions_of(" ".join(cells), [plan]) | region_of(plan)
    return Ground(
        wordings=(),
        figures=tuple(_figures(table, cells, found, columns, told)),
        years=years_of(" ".join((*table.header, caption))),
        context=context,
        regions=named,
        subjects=named,
        titles=(*titles, caption),
        names=(*_labels(cells, found, columns, plan), row.group if _HAN.search(row.group) else ""),
        words=tuple((cells[at], told[at]) for at in columns if cells[at] and not _VALUE.match(cells[at])),
    )


def _year(column: Column, found: Layout, caption: str) -> str:
    """The year of a column; of a change the stretch between the columns; else the caption's."""
    return column.year or (found.stretch if column.role == "growth" else "") or caption


def _place(cells: list[str], plan: Plan) -> frozenset[str]:
    """The region that a row is about, where its cells name one (临安区, 全市)."""
    own = homes([plan])
    named = [region.short for text in cells if (region := region_named(text, *own))]
    named += [whole_of(text, own[0]) for text in cells if own and _WHOLE.fullmatch(text)]
    return frozenset(named) - {""}


def _is_place(text: str, plan: Plan) -> bool:
    return bool(_WHOLE.fullmatch(text) or region_named(text, *homes([plan])))


def _figures(
    table: Table, cells: list[str], found: Layout | None, columns: dict[int, Column], told: dict[int, frozenset[str]]
) -> list[Figure]:
    shared = {table.unit, *(without_unit(label)[1] for label in (table.caption, *cells))} - {""}
    if found and found.unit is not None:
        shared.add(cells[found.unit])
    spoken = f"{table.caption}{cells[found.name] if found else ''}"
    figures: list[Figure] = []
    for at, text in enumerate(cells):
        if _NUMBERING.search(table.header[at]):
            continue
        units = _units(columns.get(at), shared, f"{spoken}{table.header[at]}")
        numbers = [(Decimal(number.group()), unit_after(text, number.end())) for number in NUMBER.finditer(text)]
        numbers += [(quantity.value, quantity.unit) for quantity in quantities(text)]
        labels = frozenset((folded(without_unit(table.header[at])[0]), columns[at].measure if at in columns else ""))
        figures += [Figure(value, units | {unit}, told.get(at, frozenset()), labels - {""}) for value, unit in numbers]
    return figures


def _labels(cells: list[str], found: Layout | None, columns: dict[int, Column], plan: Plan) -> list[str]:
    """The cells that hold words but regions, with and without the unit in brackets at their end."""
    unit = found.unit if found else None
    worded = [text for at, text in enumerate(cells) if at != unit and _HAN.search(text) and not _is_place(text, plan)]
    labels = [text for text in worded if not any(text == cells[at] and _VALUE.match(text) for at in columns)]
    return [*labels, *(without_unit(label)[0] for label in labels)]


def _units(column: Column | None, shared: set[str], spoken: str) -> frozenset[str]:
    ranks = bool(RANK.search(spoken)) or bool(column and column.role == "rank")
    rate = bool(column and column.role == "growth" and column.measure in ("", column.label)) and not ranks
    own = {column.unit} - {""} if column else set()
    return frozenset(own | ({"%"} if rate else shared) | ({"位"} if ranks else set()))
