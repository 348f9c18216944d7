"""Grids and rows of cells → Table: headers resolved, page breaks mended, groups carried."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.plans import Cell, RawGrid, Row, Span, Table
from ingest.structure.lines import Line

_CAPTION = re.compile(
    r"(续?附?表\s*(?:[A-Z][.．])?[\d一二三四五六七八九十]+(?:[-—.]\d+)?)(?:[\s：:　]|$|(?=[“\"「《一-鿿]))"
)
_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位[：:]\s*([^）)\s]+)\s*[）)]?$")
_SENTENCE = re.compile(r"[。；！？]")


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
    return len(text) <= 60 and bool(_CAPTION.match(text)) and not _SENTENCE.search(text)


def unit_line(text: str) -> str | None:
    """亿元 for a line "单位：亿元", None for any other line."""
    found = _UNIT.match(text)
    return found.group(1) if found else None


def is_label(text: str) -> bool:
    """Whether a line stands over a table: its caption or its unit."""
    return is_caption(text) or unit_line(text) is not None


def labelled(draft: Draft, labels: Sequence[Line]) -> Draft:
    """The draft with the caption and the unit that the lines over it give."""
    caption = next((line for line in labels if is_caption(line.text)), draft.caption)
    units = [unit_line(line.text) for line in labels]
    return replace(draft, caption=caption, unit=next((unit for unit in units if unit), draft.unit))


def from_grid(grid: RawGrid) -> Draft:
    """The rows of a format-given table; rows that are one cell from edge to edge at its top give caption and unit."""
    rows = [[Cell(" ".join(c.text.split()), c.span) for c in row] for row in grid.rows]
    caption: Line | None = None
    unit = ""
    while len(rows) > 2 and len(rows[0]) > 1 and len({c.span for c in rows[0] if c.text}) == 1:
        top = next(c for c in rows.pop(0) if c.text)
        found = unit_line(top.text)
        unit = found or unit
        caption = caption if found else Line(top.text, (top.span,))
    return Draft(rows, caption, unit, merged=True)


def build(draft: Draft, section: int) -> Table | None:
    """A Table, or None where the rows hold no data below their header."""
    if not draft.rows:
        return None
    columns = max(len(row) for row in draft.rows)
    rows = [row + [_empty(row[-1].span)] * (columns - len(row)) for row in draft.rows]
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
        span=Span(min(first.start, rows[0][0].span.start), last.end, first.page),
    )


def continued(draft: Draft, before: Draft) -> Draft | None:
    """The two drafts as one, where the second goes on with the first on a new page: it repeats the header, or is
    as wide and stands on the next page, and has no caption but 续表."""
    top, new = before.rows[0], draft.rows[0] if draft.rows else []
    if not new or len(top) != len(new) or not _goes_on(draft.caption, before.caption):
        return None
    repeats = _folded(top) == _folded(new)
    pages = before.rows[-1][0].span.page, new[0].span.page
    next_page = None not in pages and pages[1] == (pages[0] or 0) + 1 and draft.caption is None
    return replace(before, rows=[*before.rows, *draft.rows]) if repeats or next_page else None


def _empty(after: Span) -> Cell:
    return Cell("", Span(after.end, after.end, after.page))


def _goes_on(caption: Line | None, before: Line | None) -> bool:
    return caption is None or caption.text.startswith("续") or (before is not None and caption.text == before.text)


def _header_rows(rows: list[list[Cell]], merged: bool) -> int:
    """One header row, or two where the second one only splits cells of the first."""
    if len(rows) < 3:
        return 1
    top, second = rows[0], rows[1]
    spans_down = any(a.span == b.span and a.text for a, b in zip(top, second, strict=True))
    spans_right = any(a.span == b.span and a.text for a, b in pairwise(top))
    if merged and (spans_down or spans_right):
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


def _folded(row: Sequence[Cell]) -> list[str]:
    return [re.sub(r"\s+", "", c.text) for c in row]


def _with_groups(rows: list[list[Cell]], breaks: set[int], header: tuple[str, ...]) -> tuple[Row, ...]:
    """Rows with the label of their group, where the first column is a group column: empty, merged or repeated."""
    firsts = [row[0] for row in rows]
    same = any(a.text == b.text and not re.fullmatch(r"[\d.,%]*", a.text) for a, b in pairwise(firsts))
    is_group = same or any(not c.text for c in firsts[1:]) or any(a.span == b.span for a, b in pairwise(firsts))
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
    for before, after in pairwise(starts):
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
