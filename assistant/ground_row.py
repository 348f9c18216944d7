"""What a table row lets a claim say."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.ground import NUMBER, Figure, Ground, homes, plain, region_of, regions_of, unit_after, years_of
from ingest.columns import RANK, Column, Layout, layout, without_unit
from ingest.plans import Plan, Row, Table
from ingest.quantities import quantities
from ingest.regions import region_named

_HAN = re.compile("[一-鿿]{2}")
_NUMBERING = re.compile(r"序号|编号|^No\.?$")
_VALUE = re.compile(r"\D{0,4}\d")


def of_row(table: Table, row: Row, plan: Plan, context: frozenset[str], titles: tuple[str, ...]) -> Ground:
    """A row's values under the years of their columns, in the units of its name, its columns and its table."""
    found = layout(table)
    columns = {column.index: column for column in found.values} if found else {}
    cells = [plain(cell.text) for cell in row.cells]
    told = {at: years_of(column.year) for at, column in columns.items()}
    named = regions_of(" ".join(cells), [plan])
    place = any(region_named(text, *homes([plan])) for text in cells)
    caption = plain(table.caption)
    return Ground(
        wordings=(),
        figures=tuple(_figures(table, cells, found, columns, told)),
        years=years_of(" ".join((*table.header, caption))),
        context=context,
        regions=named if place else named | region_of(plan),
        titles=(*titles, caption),
        names=(*_labels(cells, found, columns), row.group),
        words=tuple((cells[at], told[at]) for at in columns if cells[at] and not _VALUE.match(cells[at])),
    )


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
        figures += [Figure(value, units | {unit}, told.get(at, frozenset())) for value, unit in numbers]
    return figures


def _labels(cells: list[str], found: Layout | None, columns: dict[int, Column]) -> list[str]:
    """The cells that hold words, with and without the unit in brackets at their end."""
    unit = found.unit if found else None
    worded = [text for at, text in enumerate(cells) if at != unit and _HAN.search(text)]
    labels = [text for text in worded if not any(text == cells[at] and _VALUE.match(text) for at in columns)]
    return [*labels, *(without_unit(label)[0] for label in labels)]


def _units(column: Column | None, shared: set[str], spoken: str) -> frozenset[str]:
    units = set(shared)
    if column and column.unit:
        units.add(column.unit)
    if RANK.search(spoken) or (column and column.role == "rank"):
        units.add("位")
    if column and column.role == "growth":
        units |= {"位", "%"}
    return frozenset(units)
