"""What a source lets a claim say: its wording, its numbers with the units and years they stand under, its regions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.answers import Source
from assistant.scopes import short
from ingest.columns import RANK, Column, layout, without_unit
from ingest.headings import ordinal
from ingest.noise import MARKS
from ingest.periods import Period, years
from ingest.plans import Paragraph, Plan, Row, Table
from ingest.quantities import quantities
from ingest.regions import region_named, regions_in
from ingest.units import UNIT

NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_UNIT_AFTER = re.compile(rf"\s?(?:多|余)?((?:[十百千万亿]{{0,2}})(?:{UNIT})|[万亿]|[一-鿿])?")
_ORDINAL = re.compile(r"[(第]?([一二三四五六七八九十]+|\d+)")
_COUNTED = frozenset("条项个章节")
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
    """One source. `wordings`: the folded text as it stands, and without page numbers (a row's is never repeated as it
    stands). `years` it names itself, `context` those of its headings and its plan. `regions`: whose it is, and those it
    names. `titles`, and `names` of a row, may be repeated as they are written; `words` are a row's values in words,
    with their years."""

    wordings: tuple[str, ...]
    figures: tuple[Figure, ...]
    years: frozenset[str]
    context: frozenset[str]
    regions: frozenset[str]
    titles: tuple[str, ...]
    names: tuple[str, ...] = ()
    words: tuple[tuple[str, frozenset[str]], ...] = ()


def plain(text: str) -> str:
    """Width folded, thousands commas dropped, white space single."""
    return " ".join(unicodedata.normalize("NFKC", _THOUSANDS.sub("", MARKS.sub("", text))).split())


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
    return next((period for period in reversed(before) if not _compares(period)), None)


def names_of(period: Period) -> frozenset[str]:
    """The years by which a period may be called: itself, and its last year."""
    return frozenset((period.year, period.year[-4:]))


def regions_of(text: str, plans: Iterable[Plan]) -> frozenset[str]:
    """The regions that a text names, by their short names, read from where the plans stand."""
    return frozenset(region.short for *_, region in regions_in(text, *_homes(plans)))


def _homes(plans: Iterable[Plan]) -> list[str]:
    return [plan.facts.region.value for plan in plans if plan.facts.region]


def ground_of(source: Source, plan: Plan) -> Ground | None:
    """What a source carries; None where its range is no text of its plan, or no row where it says so."""
    span = source.span
    if not 0 <= span.start < span.end <= len(plan.text) or not plan.quote(span).strip():
        return None
    period = plan.facts.period.value if plan.facts.period else ""
    context = _years_of(" ".join((plan.title, period, *source.heading)))
    titles = (plan.title, *(plain(name) for name in source.heading))
    if source.kind not in ("row", "cell"):
        return _of_text(source, plan, context, titles)
    found = _row_at(plan, source)
    return _of_row(*found, plan, context, titles) if found else None


def _of_text(source: Source, plan: Plan, context: frozenset[str], titles: tuple[str, ...]) -> Ground:
    quote = plan.quote(source.span)
    text = plain(quote)
    periods = years(text)
    figures = [
        Figure(Decimal(found.group()), frozenset((unit_after(text, found.end()),)), _bound(periods, found.start()))
        for found in NUMBER.finditer(text)
    ]
    if source.kind == "heading" and (number := _ORDINAL.match(text)):
        figures.append(Figure(Decimal(ordinal(number.group(1)) or 0), _COUNTED, frozenset()))
    for quantity in quantities(text):
        values = [value for value in (quantity.value, quantity.high) if value is not None]
        figures += [Figure(v, frozenset((quantity.unit,)), _bound(periods, quantity.start)) for v in values]
    return Ground(
        wordings=(folded(quote), folded(_without_noise(source, plan))),
        figures=tuple(figures),
        years=frozenset(name for period in periods if not _compares(period) for name in names_of(period)),
        context=context,
        regions=_own(plan) | _regions(text, plan),
        titles=titles,
    )


def _bound(periods: tuple[Period, ...], at: int) -> frozenset[str]:
    """The year that a number stands under, and those that it is compared with."""
    period = stands_under(periods, at)
    compared = frozenset(p.year for p in periods if p.end <= at and _compares(p))
    return names_of(period) | compared if period else frozenset()


def _compares(period: Period) -> bool:
    return bool(period.cue) and period.cue in _COMPARED


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


def _of_row(table: Table, row: Row, plan: Plan, context: frozenset[str], titles: tuple[str, ...]) -> Ground:
    found = layout(table)
    columns = {column.index: column for column in found.values} if found else {}
    cells = [plain(cell.text) for cell in row.cells]
    shared = {table.unit, *(without_unit(label)[1] for label in (table.caption, *cells))} - {""}
    if found and found.unit is not None:
        shared.add(cells[found.unit])
    spoken = f"{table.caption}{cells[found.name] if found else ''}"
    figures: list[Figure] = []
    words: list[tuple[str, frozenset[str]]] = []
    for at, text in enumerate(cells):
        told = _years_of(columns[at].year) if at in columns else frozenset()
        units = _units(columns.get(at), shared, f"{spoken}{table.header[at]}")
        numbers = [(Decimal(n.group()), unit_after(text, n.end())) for n in NUMBER.finditer(text)]
        numbers += [(quantity.value, quantity.unit) for quantity in quantities(text)]
        figures += [Figure(value, units | {unit}, told) for value, unit in numbers]
        if at in columns and _HAN.search(text):
            words.append((text, told))
    named = _regions(" ".join(cells), plan)
    place = any(region_named(text, *_homes([plan])) for text in cells)
    labels = [text for at, text in enumerate(cells) if _HAN.search(text) and not (found and at == found.unit)]
    caption = plain(table.caption)
    return Ground(
        wordings=(),
        figures=tuple(figures),
        years=_years_of(" ".join((*table.header, caption))),
        context=context,
        regions=named if place else named | _own(plan),
        titles=(*titles, caption),
        names=(*labels, *(without_unit(label)[0] for label in labels), row.group),
        words=tuple(words),
    )


def _units(column: Column | None, shared: set[str], spoken: str) -> frozenset[str]:
    units = set(shared)
    if column and column.unit:
        units.add(column.unit)
    if RANK.search(spoken) or (column and column.role == "rank"):
        units.add("位")
    if column and column.role == "growth":
        units |= {"位", "%"}
    return frozenset(units)


def _years_of(text: str) -> frozenset[str]:
    return frozenset(name for period in years(text) for name in names_of(period))


def _own(plan: Plan) -> frozenset[str]:
    return frozenset([short(plan.facts.region.value)]) if plan.facts.region else frozenset()


def _regions(text: str, plan: Plan) -> frozenset[str]:
    return regions_of(text, [plan])
