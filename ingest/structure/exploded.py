"""Tables that lost their shape: one cell a line, rebuilt along their serial numbers or along their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.plans import Cell, RawGrid, Span
from ingest.structure.grouped import GROUP_HEADERS, cell_of, empty_beside, named, with_groups
from ingest.structure.lines import Line, joined
from ingest.structure.tables import is_caption

_YEAR = re.compile(r"(?:19|20)\d\d年?$")
_SENTENCE = re.compile(r"[。；！？]")
_NUMBERED_LABEL = re.compile(r"[一二三四五六七八九十]+、")
_CELL_CHARS = 48
_PROSE_CHARS = 160
_HEAD_LINES = 24
_TABLE_LINES = 400
_GAPPED_SHARE = 0.7


def exploded_at(items: Sequence[Line | RawGrid], i: int) -> tuple[Line | None, list[list[Cell]], int] | None:
    """The table that begins at the i-th item, with its caption or its first header cells: caption, rows, and the
    index of the item after it; None where there is none."""
    begin = [item for item in items[i : i + 2] if isinstance(item, Line)]
    captioned = is_caption(begin[0].text)
    head = ["".join(line.text.split()) for line in begin]
    grouped = head[0] in GROUP_HEADERS and head[1:] == ["序号"]
    if not (captioned or grouped or head[0] in ("序号", "指标", "指标名称")):
        return None
    near = [item for item in items[i : i + _TABLE_LINES] if isinstance(item, Line)]
    found = exploded(near[captioned:])
    return (near[0] if captioned else None, found[0], i + captioned + found[1]) if found else None


def exploded(lines: Sequence[Line]) -> tuple[list[list[Cell]], int] | None:
    """Rows rebuilt from one cell a line, and how many lines they took; None where the lines are no such table.

    The serial numbers 1, 2, 3 … are the spine: what stands between two of them is a row, and a cell that is one too
    many belongs before the next serial, as its group label. The header is what stands before serial 1. Where blank
    lines part the cells, lines without one between them are one cell.
    """
    parted = _parted(lines)
    cells = [joined(cell) for cell in parted]
    found = (_along_serials(cells) or named(cells)) if cells else None
    return (found[0], sum(len(cell) for cell in parted[: found[1]])) if found else None


def _parted(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each cell."""
    near = lines[1:_HEAD_LINES]
    if sum(line.gap for line in near) < _GAPPED_SHARE * len(near):
        return [[line] for line in lines]
    cells: list[list[Line]] = []
    for line in lines:
        if cells and not line.gap:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _along_serials(lines: Sequence[Line]) -> tuple[list[list[Cell]], int] | None:
    first = next((i for i, line in enumerate(lines[:_HEAD_LINES]) if line.text == "1"), None)
    if not first or first < 3 or not any("序" in line.text for line in lines[:first]):
        return None
    return _with_prose(lines, first) or _with_cells(lines, first) or with_groups(lines, first)


def _with_cells(lines: Sequence[Line], first: int) -> tuple[list[list[Cell]], int] | None:
    """A table of short cells, none of them left out."""
    serials = _serials(lines, first, least=3, cell_chars=_CELL_CHARS, prose=False)
    if len(serials) < 3:
        return None
    gaps = [b - a for a, b in pairwise(serials)]
    width = Counter(gaps).most_common(1)[0][0]
    if min(gaps) < width or max(gaps) > width + 1:
        return None
    head = [cell_of(line) for line in lines[:first]]
    grouped = max(gaps) > width or head[0].text in GROUP_HEADERS
    label = head.pop() if grouped else None
    header = _merge_header(head, width + grouped)
    if header is None:
        return None
    rows = [header]
    for n, at in enumerate(serials):
        row = [cell_of(line) for line in lines[at : at + width]]
        rows.append(([label or empty_beside(row[0])] if grouped else []) + row)
        extra = n + 1 < len(serials) and serials[n + 1] - at > width
        label = cell_of(lines[at + width]) if extra else None
    return rows, serials[-1] + width


def _with_prose(lines: Sequence[Line], first: int) -> tuple[list[list[Cell]], int] | None:
    """A table with explanations, whose numbered group labels (一、…) stand before the first row of their group and
    whose last column (备注) may be empty."""
    head = [cell_of(line) for line in lines[:first]]
    if not _NUMBERED_LABEL.match(head[-1].text) or "序" not in head[1].text:
        return None
    label: Cell | None = head.pop()
    width = len(head) - 1
    serials = _serials(lines, first, least=width - 1, cell_chars=_PROSE_CHARS, prose=True)
    if width < 3 or len(serials) < 3:
        return None
    rows, end = [head], first
    for n, at in enumerate(serials):
        end = serials[n + 1] if n + 1 < len(serials) else min(at + width - 1, len(lines))
        cells = [cell_of(line) for line in lines[at:end]]
        following = cells.pop() if _NUMBERED_LABEL.match(cells[-1].text) else None
        if not width - 1 <= len(cells) <= width:
            return None
        cells += [empty_beside(cells[-1])] * (width - len(cells))
        rows.append([label or empty_beside(cells[0]), *cells])
        label = following
    return rows, end


def _serials(lines: Sequence[Line], first: int, *, least: int, cell_chars: int, prose: bool) -> list[int]:
    """Where the serial numbers 1, 2, 3 … stand, at least so many cells apart."""
    serials = [first]
    for i in range(first + 1, len(lines)):
        text = lines[i].text
        if len(text) > cell_chars or (not prose and _SENTENCE.search(text)):
            break
        if text == str(len(serials) + 1) and i - serials[-1] >= least:
            serials.append(i)
    return serials


def _merge_header(cells: list[Cell], width: int) -> list[Cell] | None:
    """Header cells that stand on two lines put together ("2020年" + "规划目标"), until they are as many as columns."""
    merged: list[Cell] = []
    spare = len(cells) - width
    for cell in cells:
        if spare > 0 and merged and _YEAR.match(merged[-1].text) and not _YEAR.match(cell.text):
            merged[-1] = Cell(f"{merged[-1].text} {cell.text}", Span(merged[-1].span.start, cell.span.end))
            spare -= 1
        else:
            merged.append(cell)
    return merged if len(merged) == width else None
