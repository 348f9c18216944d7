"""Grids, tabbed lines and exploded cells → Table: headers resolved, page breaks mended, groups carried."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass

from ingest.noise import Line
from ingest.plans import Cell, RawGrid, Row, Span, Table

CAPTION = re.compile(r"(续?附?表\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?)(?:[\s：:　]|$|(?=[“\"「《一-鿿]))")
_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位[：:]\s*([^）)\s]+)\s*[）)]?$")
_YEAR = re.compile(r"(?:19|20)\d\d年?$")
_SENTENCE = re.compile(r"[。；！？]")
_CELL_CHARS = 48


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as first seen: rows of cells, in which an empty cell may mean "as above"."""

    rows: list[list[Cell]]
    caption: Line | None
    unit: str
    merged: bool
    """Whether merged cells are already spelled out (a grid) rather than empty (text)."""


def is_caption(text: str) -> bool:
    """A line such as "表6 主要预期指标"."""
    return len(text) <= 60 and bool(CAPTION.match(text)) and not _SENTENCE.search(text)


def unit_line(text: str) -> str | None:
    """亿元 for a line "单位：亿元", None for any other line."""
    found = _UNIT.match(text)
    return found.group(1) if found else None


def cells_of(source: str, line: Line) -> list[Cell]:
    """The tab-separated cells of a line; the leading empty ones count, the trailing ones do not."""
    start = source.rfind("\n", 0, line.span.start) + 1
    cells, position = [], start
    for part in source[start : line.span.end].split("\t"):
        left = position + len(part) - len(part.lstrip())
        text = part.strip(" 　")
        cells.append(Cell(text, Span(left, left + len(text), line.span.page)))
        position += len(part) + 1
    return cells


def from_grid(grid: RawGrid) -> list[list[Cell]]:
    """The rows of a format-given table."""
    return [[Cell(" ".join(c.text.split()), c.span) for c in row] for row in grid.rows]


def build(draft: Draft, section: int) -> Table | None:
    """A Table, or None where the rows hold no data below their header."""
    width = max(len(row) for row in draft.rows)
    rows = [row + [Cell("", row[-1].span)] * (width - len(row)) for row in draft.rows]
    depth = _header_rows(rows, draft.merged)
    header = _header(rows[:depth], draft.merged)
    body, breaks = _without_repeats(rows[depth:], rows[:depth])
    if not body:
        return None
    first = rows[0][0].span if draft.caption is None else draft.caption.span
    last = max((c.span for row in rows for c in row), key=lambda s: s.end)
    return Table(
        section=section,
        caption=draft.caption.text if draft.caption else "",
        caption_span=draft.caption.span if draft.caption else None,
        unit=draft.unit,
        header=header,
        rows=_with_groups(body, breaks, header),
        span=Span(first.start, last.end, first.page),
    )


def _header_rows(rows: list[list[Cell]], merged: bool) -> int:
    """One header row, or two where the second one only splits cells of the first."""
    if len(rows) < 3:
        return 1
    top, second = rows[0], rows[1]
    if merged:
        spans_down = any(a.span == b.span and a.text for a, b in zip(top, second, strict=True))
        spans_right = any(a.span == b.span and a.text for a, b in zip(top, top[1:], strict=False))
        return 2 if spans_down and spans_right else 1
    starts_empty = not second[0].text and any(c.text for c in second[1:])
    splits = any(not a.text and b.text for a, b in zip(top[1:], second[1:], strict=True))
    fits = all(not (a.text and b.text) or i for i, (a, b) in enumerate(zip(top, second, strict=True)))
    return 2 if starts_empty and splits and fits and not _serial(second) else 1


def _serial(row: list[Cell]) -> bool:
    return any(re.fullmatch(r"\d{1,3}", c.text) for c in row[:2])


def _header(rows: list[list[Cell]], merged: bool) -> tuple[str, ...]:
    """One label a column; "完成情况" over "2020年" becomes "完成情况 2020年"."""
    labels = [[c.text for c in row] for row in rows]
    if len(rows) == 2 and not merged:
        carried = ""
        for i, text in enumerate(labels[0]):
            carried = text or (carried if labels[1][i] else "")
            labels[0][i] = carried
    columns = zip(*labels, strict=True)
    return tuple(" ".join(dict.fromkeys(re.sub(r"\s+", "", t) for t in column if t)) for column in columns)


def _without_repeats(rows: list[list[Cell]], header: list[list[Cell]]) -> tuple[list[list[Cell]], set[int]]:
    """The rows without headers that a page break repeats, and the indexes of the rows that follow such a break."""
    tops = [_folded(row) for row in header]
    body: list[list[Cell]] = []
    breaks: set[int] = set()
    for row in rows:
        if _folded(row) in tops:
            breaks.add(len(body))
        elif any(c.text for c in row):
            body.append(row)
    return body, breaks


def _folded(row: list[Cell]) -> list[str]:
    return [re.sub(r"\s+", "", c.text) for c in row]


def _with_groups(rows: list[list[Cell]], breaks: set[int], header: tuple[str, ...]) -> tuple[Row, ...]:
    """Rows with the label of their group, where the first column is a group column (as above = empty or merged)."""
    firsts = [row[0] for row in rows]
    is_group = any(not c.text for c in firsts[1:]) or any(
        a.span == b.span for a, b in zip(firsts, firsts[1:], strict=False)
    )
    result: list[Row] = []
    if not is_group or len(header) < 2:
        return tuple(Row(tuple(row), _span(row, set())) for row in rows)
    labels = _labels(firsts, breaks)
    seen: set[Span] = set()
    for row, label in zip(rows, labels, strict=True):
        cell = row[0] if row[0].text == label.text else label
        result.append(Row((cell, *row[1:]), _span(row, seen), label.text))
        seen.update(c.span for c in row if c.text)
    return tuple(result)


def _labels(firsts: list[Cell], breaks: set[int]) -> list[Cell]:
    """The group label of each row; a label that a page break cut in two (科技创新 | 服务) is put together.

    A label before a break is taken to be cut where it is no more than what the labels of the table begin with.
    """
    starts = [i for i, c in enumerate(firsts) if c.text and (i == 0 or c.span != firsts[i - 1].span)]
    texts = {i: firsts[i].text for i in starts}
    for before, after in zip(starts, starts[1:], strict=False):
        others = [t for i, t in texts.items() if i not in (before, after)]
        cut = after in breaks and any(t != texts[before] and t.startswith(texts[before]) for t in others)
        if cut and not firsts[after].text.startswith(os.path.commonprefix(others) or "\0"):
            texts[before] = texts[after] = texts[before] + texts[after]
    labels, current = [], firsts[0]
    for i, cell in enumerate(firsts):
        current = Cell(texts[i], cell.span) if i in texts else current
        labels.append(current)
    return labels


def _span(row: list[Cell], seen: set[Span]) -> Span:
    own = [c.span for c in row if c.text and c.span not in seen] or [row[0].span]
    return Span(own[0].start, max(s.end for s in own), own[0].page)


# --- tables that lost their tabs: one cell a line ---------------------------------------------------------------


def exploded(source: str, lines: list[Line]) -> tuple[list[list[Cell]], int] | None:
    """Rows rebuilt from one cell a line, and how many lines they took; None where the lines are no such table.

    The serial numbers 1, 2, 3 … are the spine: what stands between two of them is a row, and a cell that is one too
    many belongs before the next serial, as its group label. The header is what stands before serial 1.
    """
    first = next((i for i, line in enumerate(lines[:24]) if line.text == "1"), None)
    if not first or first < 3 or not any("序" in line.text for line in lines[:first]):
        return None
    serials = [first]
    for i in range(first + 1, len(lines)):
        if not _cell_like(lines[i]):
            break
        if lines[i].text == str(len(serials) + 1) and i - serials[-1] >= 3:
            serials.append(i)
    if len(serials) < 3:
        return None
    gaps = [b - a for a, b in zip(serials, serials[1:], strict=False)]
    width = Counter(gaps).most_common(1)[0][0]
    if min(gaps) < width or max(gaps) > width + 1:
        return None
    head = [_cell(source, line) for line in lines[:first]]
    grouped = max(gaps) > width or head[0].text in ("分类", "类别", "目标", "领域", "类型")
    label = head.pop() if grouped else None
    header = _merge_header(head, width + grouped)
    if header is None:
        return None
    rows = [header]
    for n, at in enumerate(serials):
        row = [_cell(source, line) for line in lines[at : at + width]]
        rows.append(([label or Cell("", row[0].span)] if grouped else []) + row)
        extra = n + 1 < len(serials) and serials[n + 1] - at > width
        label = _cell(source, lines[at + width]) if extra else None
    return rows, serials[-1] + width


def _cell(source: str, line: Line) -> Cell:
    return Cell(line.text, line.span)


def _cell_like(line: Line) -> bool:
    return len(line.text) <= _CELL_CHARS and not _SENTENCE.search(line.text)


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
