"""HTML tables: which hold data and which only lay out a page; colspan and rowspan resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from ingest.readers.grids import is_data

# https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-processing-rows: colspan is at most 1000.
_MAX_SPAN = 1000
_MAX_PLACES = 1_000_000
_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BROKEN_LINE = re.compile(rf"(?<=[{_HAN}])[ \t\r\f]*\n[ \t\r\f\n]*(?=[{_HAN}])")
_WHITE_SPACE = re.compile(r"[ \t\r\f\n]+")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class HtmlGrid:
    """A data table: `places[row][column]` is an index into `texts`; a merged cell's index stands in many places.

    None is a place that no cell covers.
    """

    places: list[list[int | None]]
    texts: list[str]


def fold(text: str) -> str:
    """White space as a browser shows it; a source line break between two Han characters is none."""
    return _WHITE_SPACE.sub(" ", _BROKEN_LINE.sub("", text)).strip()


def cells(table: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of a table's own rows, without those of tables inside it."""
    rows = table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
    return [row.xpath("./td | ./th") for row in rows]


def cell_text(cell: HtmlElement) -> str:
    """A cell's text on one line; its paragraphs and line breaks are parted by a space."""
    parts: list[str] = []
    for action, element in etree.iterwalk(cell, events=("start", "end")):
        parts.append(" " if element.tag in _BREAKS else "")
        if action == "start":
            parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    return fold("".join(parts))


def grid(table: HtmlElement) -> HtmlGrid | None:
    """The table's grid, or None for a layout table: nested tables, headings, one row or column, or block text."""
    if table.get("role") == "presentation" or table.xpath(".//table[normalize-space()] | .//h1 | .//h2 | .//h3"):
        return None
    rows = cells(table)
    texts = [cell_text(cell) for row in rows for cell in row]
    places = _resolve(rows)
    return HtmlGrid(places, texts) if is_data(places, texts) else None


def captions(table: HtmlElement) -> list[str]:
    """The table's own captions that hold text."""
    return [text for caption in table.xpath("./caption") if (text := cell_text(caption))]


def _resolve(rows: list[list[HtmlElement]]) -> list[list[int | None]]:
    """Every place of the table with the index of the cell that covers it, None where there is none.

    Columns in which no cell begins (a colspan wider than the table) are left out; a table beyond `_MAX_PLACES` comes
    back empty.
    """
    taken: dict[tuple[int, int], int] = {}
    begun: set[int] = set()
    index = 0
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            begun.add(x)
            wide, deep = _span(cell, "colspan", _MAX_SPAN), _span(cell, "rowspan", len(rows) - y)
            if len(taken) + wide * deep > _MAX_PLACES:
                return []
            for dy in range(deep):
                for dx in range(wide):
                    taken.setdefault((y + dy, x + dx), index)
            x += wide
            index += 1
    return [[taken.get((y, x)) for x in sorted(begun)] for y in range(len(rows))]


def _span(cell: HtmlElement, name: str, limit: int) -> int:
    """A cell's colspan or rowspan, at least 1; a rowspan of 0 reaches to the end of the table."""
    written = re.match(r"\s*(\d{1,6})", cell.get(name, "1"))
    value = int(written[1]) if written else 1
    return min(value, limit) if value else (limit if name == "rowspan" else 1)
