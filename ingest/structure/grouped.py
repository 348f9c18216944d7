"""Tables with one cell a line whose rows are not equally long: groups named once, rows without a serial number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.plans import Cell, Span
from ingest.structure.lines import Line

GROUP_HEADERS = frozenset({"分类", "类别", "类目", "目标", "领域", "类型", "方面", "维度", "板块", "一级指标"})
_KIND = re.compile(r"(?:预期|约束|指导)性$")
_FIGURE = re.compile(r"[<>≤≥＜＞≧≦±(（\[]?\s*-?\d[\d,.]*|[-—–/／]+$")
_SENTENCE = re.compile(r"[。；！？]")
_CELL_CHARS = 60
_HEADER_CELLS = range(3, 9)
_ROWS_AT_LEAST = 3


def cell_of(line: Line) -> Cell:
    """A line as a cell."""
    return Cell(line.text, line.span)


def empty_beside(cell: Cell) -> Cell:
    """An empty cell that stands where another begins."""
    return Cell("", Span(cell.span.start, cell.span.start, cell.span.page))


def with_groups(lines: Sequence[Line], first: int) -> tuple[list[list[Cell]], int] | None:
    """A table with groups (类别) that only their first row names, before or after its serial. A row below one (其中…)
    has no serial and leaves out what is as above. `first` is the index of serial 1; how many lines the table takes is
    the second result."""
    head = [cell_of(line) for line in lines[:first]]
    at = next((n for n in (0, 1) if "".join(head[n].text.split()) in GROUP_HEADERS), None)
    group = head.pop() if at == 0 else None
    width = len(head)
    serials = _serials(lines, first, width - 1)
    if at is None or width < 4 or len(serials) < _ROWS_AT_LEAST:
        return None
    rows, taken = [head], serials[-1]
    for start, end in pairwise([*serials, min(serials[-1] + width - (at == 0), len(lines))]):
        cells = [cell_of(line) for line in lines[start:end]]
        last = start == serials[-1]
        following = cells.pop() if at == 0 and not last and _opens_group(cells, width - 1) else None
        below = next((n for n, cell in enumerate(cells) if n > 2 and cell.text.startswith("其中")), len(cells))
        row, rest = cells[:below], cells[below:]
        if at == 1 and last and len(row) == width and not _alike(row, rows[-1]):
            row.pop()
        taken += len(row) if last else 0
        if len(row) == width - 1:
            row.insert(at, group or rows[-1][1])
        if len(row) != width or len(rest) > width - 2:
            return None
        rows.append(row)
        if rest:
            ahead = [cell if n == at else empty_beside(rest[0]) for n, cell in enumerate(row[:2])]
            rows.append([*ahead, rest[0], *row[3 : width + 1 - len(rest)], *rest[1:]])
        group = following or group
    return rows, taken


def _opens_group(cells: Sequence[Cell], width: int) -> bool:
    """Whether the last cell before a serial is the label of the group below: words where the row has ended."""
    worded = not _KIND.match(cells[-1].text) and not _FIGURE.match(cells[-1].text)
    below = any(cell.text.startswith("其中") for cell in cells[3:])
    return len(cells) == width + 1 or (below and worded)


def named(lines: Sequence[Line]) -> tuple[list[list[Cell]], int] | None:
    """A table without serials: rows that begin with a name and hold a figure or say how binding they are. Labels that
    share a cell of the header are parted where the rows are one cell longer."""
    best: list[list[Cell]] = []
    end = 0
    for width in _HEADER_CELLS if _names(lines[0]) else ():
        head = [cell_of(line) for line in lines[:width]]
        for header in (head, _parted(lines[:width])):
            rows = _rows(lines, width, len(header))
            if len(header) >= width and len(rows) >= max(_ROWS_AT_LEAST, len(best)):
                best, end = [header, *rows], width + len(rows) * len(header)
    return (best, end) if best else None


def _serials(lines: Sequence[Line], first: int, least: int) -> list[int]:
    """Where the serial numbers stand, at least so many cells apart; one of them may be missing."""
    serials, number = [first], 1
    while True:
        near = range(serials[-1] + least, min(serials[-1] + 2 * least + 2, len(lines)))
        found = next(((i, n) for n in (number + 1, number + 2) for i in near if lines[i].text == str(n)), None)
        if found is None or any(_is_prose(line) for line in lines[serials[-1] : found[0]]):
            return serials
        serials.append(found[0])
        number = found[1]


def _rows(lines: Sequence[Line], start: int, width: int) -> list[list[Cell]]:
    """Rows of a name and what is told of it, with a figure or a kind in one column from the first to the last."""
    rows: list[list[Cell]] = []
    told: set[tuple[int, re.Pattern[str]]] = set()
    for at in range(start, len(lines) - width + 1, width):
        row = [cell_of(line) for line in lines[at : at + width]]
        told = told & _told(row) if rows else _told(row)
        unnamed = {(0, _KIND), (0, _FIGURE)} & _told(row)
        if not told or unnamed or any(map(_is_prose, lines[at : at + width])):
            break
        rows.append(row)
    return rows


def _told(row: Sequence[Cell]) -> set[tuple[int, re.Pattern[str]]]:
    """The columns with a figure, and those that say how binding it is."""
    return {(n, rule) for n, cell in enumerate(row) for rule in (_KIND, _FIGURE) if rule.match(cell.text)}


def _alike(row: Sequence[Cell], before: Sequence[Cell]) -> bool:
    """Whether figures and kinds stand in the same columns of two rows."""
    return len(row) == len(before) and _told(row) == _told(before)


def _parted(head: Sequence[Line]) -> list[Cell]:
    """The labels of a header, those in one cell parted."""
    cells: list[Cell] = []
    for line in head:
        position = 0
        for piece in line.pieces if not cells else ():
            size = piece.end - piece.start
            cells.append(Cell(line.text[position : position + size], piece))
            position += size
        if position == 0:
            cells.append(cell_of(line))
    return cells


def _names(line: Line) -> bool:
    return bool(re.match("指标(?:名称)?", line.text)) and len(line.text) < 12


def _is_prose(line: Line) -> bool:
    return len(line.text) > _CELL_CHARS or bool(_SENTENCE.search(line.text))
