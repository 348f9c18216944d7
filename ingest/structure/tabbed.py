"""Tables in plain text: lines whose cells are parted by tabs or bars, or under a caption or header by spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.plans import Cell, RawGrid, Span
from ingest.structure.lines import Line
from ingest.structure.piped import is_piped, piped_rows
from ingest.structure.tables import is_label

_WIDE, _NARROW = re.compile(r"\S+(?:\s\S+)*"), re.compile(r"\S+")
_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]+[、）)]\S{2,20}$")
_NAMES = re.compile(r"指标(?:名称)?$")
_VALUES = re.compile(r"^(?:19|20)\d\d年?|^(?:计量)?单位$|^(?:指标)?属性$|目标值?$")
_ROWS_AT_LEAST = 3
_COLUMNS_AT_LEAST = 2
_LINES = 400


def is_celled(source: str, line: Line) -> bool:
    """Whether tabs or bars part a line into cells."""
    return is_tabbed(source, line) or is_piped(line)


def celled_rows(source: str, items: Sequence[Line | RawGrid], i: int) -> tuple[list[list[Cell]], int]:
    """The rows of the tabbed or piped lines from the i-th item on, and the index of the item after them."""
    rows = tabbed_rows(source, items, i)
    return (rows, i + len(rows)) if rows else piped_rows(items, i)


def is_tabbed(source: str, line: Line) -> bool:
    """Whether the source line has tabs, be it in its leading white space (an empty first cell)."""
    return "\t" in source[_start(source, line) : line.span.end]


def is_spaced_header(line: Line) -> bool:
    """Whether a line holds the labels of an indicator table, wide apart: 指标, and when, in what or how binding."""
    labels = ["".join(cell.text.split()) for cell in _split(line, _WIDE)]
    return any(_NAMES.search(label) for label in labels) and any(_VALUES.search(label) for label in labels)


def tabbed_rows(source: str, items: Sequence[Line | RawGrid], i: int) -> list[list[Cell]]:
    """The rows of the tabbed lines from the i-th item on, one a line."""
    rows = []
    while i < len(items) and isinstance(item := items[i], Line) and is_tabbed(source, item):
        rows.append(_cells(source, item))
        i += 1
    return rows


def spaced_rows(items: Sequence[Line | RawGrid], i: int) -> tuple[list[list[Cell]], int]:
    """The rows of the lines from the i-th item on, where all fall into as many columns by their spaces as the first,
    and the index of the item after them; no rows where they do not. A numbered line of its own groups those below.
    """
    lines: list[Line] = []
    for item in items[i : i + _LINES]:
        if isinstance(item, RawGrid) or is_label(item.text):
            break
        lines.append(item)
    for column in (_WIDE, _NARROW):
        rows, taken = _columned(lines, column)
        if len(rows) > _ROWS_AT_LEAST:
            return rows, i + taken
    return [], i


def _columned(lines: Sequence[Line], column: re.Pattern[str]) -> tuple[list[list[Cell]], int]:
    rows: list[list[Cell]] = []
    groups: list[Cell | None] = []
    group: Cell | None = None
    taken = 0
    for n, line in enumerate(lines):
        cells = _split(line, column)
        if len(cells) == (len(rows[0]) if rows else max(len(cells), _COLUMNS_AT_LEAST)):
            rows.append(cells)
            groups.append(group)
            taken = n + 1
        elif rows and len(cells) == 1 and _GROUP.match(line.text):
            group = cells[0]
        else:
            break
    if any(groups):
        rows = [
            [group or Cell("", Span(row[0].span.start, row[0].span.start)), *row]
            for group, row in zip(groups, rows, strict=True)
        ]
    return rows, taken


def _split(line: Line, column: re.Pattern[str]) -> list[Cell]:
    if len(line.pieces) > 1:
        return []
    start, page = line.span.start, line.span.page
    return [Cell(m[0], Span(start + m.start(), start + m.end(), page)) for m in column.finditer(line.text)]


def _cells(source: str, line: Line) -> list[Cell]:
    """The tab-separated cells of a line; the leading empty ones count, the trailing ones do not."""
    cells, position = [], _start(source, line)
    for part in source[position : line.span.end].split("\t"):
        left = position + len(part) - len(part.lstrip())
        text = part.strip(" 　")
        cells.append(Cell(text, Span(left, left + len(text), line.span.page)))
        position += len(part) + 1
    return cells


def _start(source: str, line: Line) -> int:
    return source.rfind("\n", 0, line.span.start) + 1
