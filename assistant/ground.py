"""What a source lets a claim say: its wording, its numbers with the units and years they stand under, its regions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from assistant.answers import Source
from assistant.scopes import short
from ingest.columns import RANK, Column, layout, without_unit
from ingest.noise import MARKS
from ingest.periods import Period, years
from ingest.plans import Paragraph, Plan, Row, Table
from ingest.quantities import quantities
from ingest.regions import regions_in
from ingest.units import UNIT

NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_UNIT_AFTER = re.compile(rf"\s?(?:多|余)?((?:[十百千万亿]{{0,2}})(?:{UNIT})|[万亿]|[一-鿿])?")
_COMPARED = "较比与"
_HAN = re.compile("[一-鿿]{2}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a source: the units it may bear, and the years it stands under (none where nothing binds it)."""

    value: Decimal
    units: frozenset[str]
    years: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """One source: `wordings` are its folded text as it stands and without page numbers, `words` the cells of a row
    that hold words, `names` what may be repeated as it is written: caption, headings, title, names in a row."""

    wordings: tuple[str, ...]
    figures: tuple[Figure, ...]
    years: frozenset[str]
    regions: frozenset[str]
    named: frozenset[str]
    names: tuple[str, ...]
    words: tuple[tuple[str, frozenset[str]], ...] = ()


def plain(text: str) -> str:
    """Width folded, thousands commas dropped, white space single."""
    return " ".join(_THOUSANDS.sub("", unicodedata.normalize("NFKC", MARKS.sub("", text))).split())


def folded(text: str) -> str:
    """Width folded, thousands commas and all white space dropped."""
    return plain(text).replace(" ", "")


def unit_after(text: str, end: int) -> str:
    """The unit that follows a number, or the one character that does; "" where a sign or nothing follows."""
    found = _UNIT_AFTER.match(text, end)
    return (found.group(1) or "") if found else ""


def stands_under(periods: tuple[Period, ...], at: int) -> Period | None:
    """The nearest year before a place that is no mere comparison (较2020年, 比上年)."""
    before = [period for period in periods if period.end <= at]
    return next((period for period in reversed(before) if period.cue not in _COMPARED or not period.cue), None)


def names_of(period: Period) -> frozenset[str]:
    """The years by which a period may be called: itself, and its last year."""
    return frozenset((period.year, period.year[-4:]))


def ground_of(source: Source, plan: Plan) -> Ground | None:
    """What a source carries; None where its range is no text of its plan, or no row where it says so."""
    span = source.span
    if not 0 <= span.start < span.end <= len(plan.text) or not plan.quote(span).strip():
        return None
    own = frozenset([short(plan.facts.region.value)]) if plan.facts.region else frozenset()
    headings = (plan.title, *source.heading)
    if source.kind not in ("row", "cell"):
        return _of_text(source, plan, own, headings)
    found = _row_at(plan, source)
    return _of_row(*found, plan, own, headings) if found else None


def _of_text(source: Source, plan: Plan, own: frozenset[str], headings: tuple[str, ...]) -> Ground:
    quote = plan.quote(source.span)
    text = plain(quote)
    periods = years(text)
    figures = [
        Figure(Decimal(found.group()), frozenset((unit_after(text, found.end()),)), _bound(periods, found.start()))
        for found in NUMBER.finditer(text)
    ]
    for quantity in quantities(text):
        values = [value for value in (quantity.value, quantity.high) if value is not None]
        figures += [Figure(v, frozenset((quantity.unit,)), _bound(periods, quantity.start)) for v in values]
    told = frozenset(name for period in periods for name in names_of(period))
    return Ground(
        (folded(quote), folded(_without_noise(source, plan))),
        tuple(figures),
        told | _years_of(" ".join(headings)),
        own,
        _regions(text, plan),
        headings,
    )


def _bound(periods: tuple[Period, ...], at: int) -> frozenset[str]:
    period = stands_under(periods, at)
    compared = {p.year for p in periods if p.end <= at and p.cue and p.cue in _COMPARED}
    return names_of(period) | compared if period else frozenset()


def _without_noise(source: Source, plan: Plan) -> str:
    """The source's paragraphs without what the outline took out of them."""
    start, end = source.span.start, source.span.end
    pieces = [
        (max(piece.start, start), min(piece.end, end))
        for block in plan.blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
        if piece.start < end and start < piece.end
    ]
    return "".join(plan.text[a:b] for a, b in pieces)


def _row_at(plan: Plan, source: Source) -> tuple[Table, Row] | None:
    start, end = source.span.start, source.span.end
    tables = [block for block in plan.blocks if isinstance(block, Table)]
    return next(((t, r) for t in tables for r in t.rows if r.span.start <= start and end <= r.span.end), None)


def _of_row(table: Table, row: Row, plan: Plan, own: frozenset[str], headings: tuple[str, ...]) -> Ground:
    found = layout(table)
    columns = {column.index: column for column in found.values} if found else {}
    shared = {table.unit, *(without_unit(label)[1] for label in (table.caption, *(cell.text for cell in row.cells)))}
    if found and found.unit is not None:
        shared.add(plain(row.cells[found.unit].text))
    name = row.cells[found.name].text if found else ""
    spoken = f"{table.caption}{name}"
    figures: list[Figure] = []
    words: list[tuple[str, frozenset[str]]] = []
    for at, cell in enumerate(row.cells):
        text = plain(cell.text)
        column = columns.get(at)
        told = _years_of(column.year) if column else frozenset()
        units = _units(column, shared, f"{spoken}{table.header[at]}")
        figures += [
            Figure(Decimal(number.group()), units | {unit_after(text, number.end())}, told)
            for number in NUMBER.finditer(text)
        ]
        figures += [Figure(q.value, units | {q.unit}, told) for q in quantities(text)]
        if column and _HAN.search(text):
            words.append((text, told))
    named = _regions(" ".join(cell.text for cell in row.cells), plan)
    names = (*headings, table.caption, *(plain(cell.text) for cell in row.cells if _HAN.search(cell.text)))
    told = _years_of(" ".join((*table.header, table.caption, *names)))
    wording = folded(plan.quote(row.span))
    return Ground((wording,), tuple(figures), told, named or own, named, (*names, row.group), tuple(words))


def _units(column: Column | None, shared: set[str], spoken: str) -> frozenset[str]:
    units = {unit for unit in shared if unit}
    if column and column.unit:
        units.add(column.unit)
    if RANK.search(spoken) or (column and column.role == "rank"):
        units.add("位")
    if column and column.role == "growth":
        units |= {"位", "%"}
    return frozenset(units)


def _years_of(text: str) -> frozenset[str]:
    return frozenset(name for period in years(text) for name in names_of(period))


def _regions(text: str, plan: Plan) -> frozenset[str]:
    home = plan.facts.region.value if plan.facts.region else ""
    return frozenset(region.short for *_, region in regions_in(text, home))
