"""Tables in plain text whose cells are parted by bars: one row a line, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.plans import Cell, RawGrid, Span
from ingest.structure.lines import Line

_RULE = re.compile(r"[\s|:+-]+$")
_NAME = re.compile(r"(?=.*[一-鿿])\S.+$", re.DOTALL)
_FIGURE = re.compile(r"[<>≤≥＜＞≧≦±(（\[]?\s*-?\d[\d,.]*")
_WIDTHS = range(2, 9)


def is_piped(line: Line) -> bool:
    """Whether a line is a row with bars between its cells, or a cell with a bar at its end."""
    return line.text.count("|") > 1 or (line.text.endswith("|") and len(line.text) > 1)


def piped_rows(items: Sequence[Line | RawGrid], i: int) -> tuple[list[list[Cell]], int]:
    """The rows of the piped lines from the i-th item on, and the index of the item after them."""
    lines: list[Line] = []
    for item in items[i:]:
        if isinstance(item, RawGrid) or not is_piped(item):
            break
        lines.append(item)
    rows = [_cells(line) for line in lines if not _RULE.match(line.text)]
    if rows and all(len(row) == 1 for row in rows):
        rows = _folded([cell for row in rows for cell in row])
    return rows, i + len(lines)


def _cells(line: Line) -> list[Cell]:
    """The cells of a line; a bar at its edge parts nothing."""
    begin, end = line.text.startswith("|"), len(line.text) - line.text.endswith("|")
    cells, position = [], int(begin)
    for part in line.text[position:end].split("|"):
        left = line.span.start + position + len(part) - len(part.lstrip())
        text = part.strip()
        cells.append(Cell(text, Span(left, left + len(text), line.span.page)))
        position += len(part) + 1
    return cells


def _folded(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells that stood one a line as rows: the narrowest width at which every row has a name and then a figure."""
    for width in _WIDTHS:
        rows = [list(cells[at : at + width]) for at in range(0, len(cells), width)]
        whole = len(rows) > 2 and len(rows[-1]) == width
        named = all(_NAME.match(name.text) and not _FIGURE.match(name.text) for name, *_ in rows)
        if whole and named and all(any(_FIGURE.match(cell.text) for cell in row[1:]) for row in rows[1:]):
            return rows
    return []
