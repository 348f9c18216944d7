"""Markdown: the decoded text as it stands; headings, pipe tables and front matter are told from lines.

Follows GitHub Flavored Markdown (https://github.github.com/gfm/) for ATX headings, tables and fences. Marks of
emphasis stay in the text; the marks that open a heading, a list item or a quotation stay outside the block's span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.errors import EmptyFile
from ingest.plans import Located, RawCell, RawDocument, RawGrid, RawLine, Span
from ingest.readers.assembly import LINE, joined
from ingest.readers.source import SourceFile
from ingest.readers.text import check_length
from ingest.settings import IngestSettings

_HEADING = re.compile(r"(#{1,6})(?:\s+|(?=[^\s#A-Za-z0-9]))(.*?)(?:\s+#+)?\Z")
_OPENING = re.compile(r"(?:>\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_RULE = re.compile(r"(?:[-*_]\s*){3,}\Z|=+\Z|<!--.*-->\Z")
_FENCE = re.compile(r"(?:```|~~~)")
_DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\Z")
_CELL = re.compile(r"((?:\\.|[^|\\])*)(?:\||\Z)")
_LABEL = re.compile(r"([^:：\s][^:：]*?)\s*[:：]\s*[\"']?(.*?)[\"']?\Z")
_CELL_MARKS = re.compile(r"\*\*|`|<br\s*/?>|\\(?=\|)")


def read_markdown(source: SourceFile, text: str, settings: IngestSettings) -> RawDocument:
    """Headings with style "heading-n", tables as RawGrid, other non-blank lines as RawLine.

    Front matter ("---" on the first line) goes into the metadata and is no block. Raises EmptyFile or FileTooLarge.
    """
    check_length(source, text, settings)
    metadata, start = _front_matter(text)
    blocks = tuple(_blocks(text, start))
    if not blocks:
        raise EmptyFile(f"{source.called}里没有文字，请换成有正文的文件。")
    return RawDocument(text, blocks, "markdown", metadata)


def _front_matter(text: str) -> tuple[dict[str, Located], int]:
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    metadata: dict[str, Located] = {}
    for line in LINE.finditer(text, 4, max(end, 4)):
        if field := _LABEL.match(line[0]):
            span = Span(line.start() + field.start(2), line.start() + field.end(2))
            metadata[field[1]] = Located(field[2], span)
    return (metadata, end + 5) if metadata else ({}, 0)


def _blocks(text: str, start: int) -> Iterator[RawLine | RawGrid]:
    lines = list(LINE.finditer(text, start))
    fenced = False
    i = 0
    while i < len(lines):
        line = lines[i]
        if _FENCE.match(line[0]):
            fenced = not fenced
        elif fenced:
            yield RawLine(Span(*line.span()))
        elif _is_table(text, lines, i):
            end = i + 2
            while end < len(lines) and "|" in lines[end][0] and _adjacent(text, lines[end - 1], lines[end]):
                end += 1
            yield _grid([lines[i], *lines[i + 2 : end]])
            i = end
            continue
        elif not _RULE.match(line[0]):
            yield from _line(line)
        i += 1


def _line(line: re.Match[str]) -> Iterator[RawLine]:
    if heading := _HEADING.match(line[0]):
        start, end = heading.span(2)
        style = f"heading-{len(heading[1])}"
    else:
        start, end = _OPENING.match(line[0]).end(), len(line[0])  # type: ignore[union-attr]  # it matches ""
        style = None
    if start < end:
        yield RawLine(Span(line.start() + start, line.start() + end), style)


def _is_table(text: str, lines: list[re.Match[str]], i: int) -> bool:
    """A row with a pipe, and right below it the row of dashes (GFM §4.10)."""
    if i + 1 >= len(lines) or "|" not in lines[i][0]:
        return False
    below = lines[i + 1]
    return "|" in below[0] and bool(_DELIMITER.match(below[0])) and _adjacent(text, lines[i], below)


def _adjacent(text: str, above: re.Match[str], below: re.Match[str]) -> bool:
    return text.count("\n", above.end(), below.start()) == 1


def _grid(lines: list[re.Match[str]]) -> RawGrid:
    rows = [list(_cells(line)) for line in lines]
    width = max(map(len, rows))
    span = Span(lines[0].start(), lines[-1].end())
    for row, line in zip(rows, lines, strict=True):
        row += [RawCell("", Span(line.end(), line.end()))] * (width - len(row))
    return RawGrid(span, tuple(tuple(row) for row in rows if any(cell.text for cell in row)))


def _cells(line: re.Match[str]) -> Iterator[RawCell]:
    """The cells of a row: `text` without marks of emphasis, `span` as it stands, edges trimmed."""
    row = line[0]
    for found in _CELL.finditer(row, row.startswith("|")):
        if found.start() == len(row):
            return
        inner = LINE.search(row, *found.span(1))
        start, end = inner.span() if inner else (found.start(), found.start())
        cell_text = joined([_CELL_MARKS.sub(lambda mark: " " if mark[0][0] == "<" else "", row[start:end])])
        yield RawCell(cell_text, Span(line.start() + start, line.start() + end))
