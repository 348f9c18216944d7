"""Builds the text of a format that has none of its own (HTML, DOCX, PDF), and the blocks that point into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.errors import EmptyFile, FileTooLarge
from ingest.plans import Located, RawCell, RawDocument, RawGrid, RawLine, Span
from ingest.settings import IngestSettings

# A line from its first to its last visible character. Form feeds and the like end a line as \n does; zero-width
# characters count as white space.
LINE = re.compile(r"[^\s\u200b\u200e\u200f\ufeff](?:[^\n\v\f\x1c-\x1e\x85\u2028\u2029]*[^\s\u200b\u200e\u200f\ufeff])?")

_MAX_PLACES = 200_000


class Assembly:
    """A document in the making: append lines and grids in reading order, then `finish`.

    Adjacent lines are parted by a line end; `paragraph_end` puts a blank line between what was and what comes.
    """

    def __init__(self, called: str, settings: IngestSettings) -> None:
        self._called = called
        self._max_chars = settings.max_chars
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._blocks: list[RawLine | RawGrid] = []
        self._metadata: dict[str, Located] = {}

    def line(self, text: str, style: str | None = None, page: int | None = None, indent: str = "") -> None:
        """Append a block of one line; blank text is nothing. `indent` stands before it, outside its span."""
        for found in LINE.finditer(text):
            self._open()
            self._add(indent)
            self._blocks.append(RawLine(self._add(found[0], page), style))
            self._add("\n")

    def field(self, label: str, printed: str, value: str) -> None:
        """Append a labelled field: it stands in the text, as `printed` and `value`, but is no block."""
        self._open()
        self._add(printed)
        self._metadata.setdefault(label, Located(value, self._add(value)))
        self._add("\n")

    def paragraph_end(self) -> None:
        """Leave a blank line before whatever comes next."""
        self._gap = bool(self._parts)

    def grid(self, places: Sequence[Sequence[int | None]], texts: Sequence[str], page: int | None = None) -> None:
        """Append a table. `places[row][column]` is an index into `texts`; a merged cell's index stands in many places,
        None where there is no cell.

        Cells are parted by a tab and rows by a line end; a merged cell is written where it first stands. Rows without
        any text are left out, shorter rows filled up with empty cells.
        """
        width = max((len(row) for row in places), default=0)
        if width * len(places) > _MAX_PLACES:
            raise FileTooLarge(f"{self._called}中有一张表超过 {_MAX_PLACES} 格，请拆分这张表后再添加。")
        self._open()
        start = self._length
        cells: dict[int, RawCell] = {}
        rows: list[tuple[RawCell, ...]] = []
        for row in places:
            if any(texts[i] for i in row if i is not None):
                rows.append(tuple(self._row(row, texts, width, cells, page)))
                self._add("\n")
        if rows:
            self._blocks.append(RawGrid(Span(start, self._length - 1, page), tuple(rows)))

    def finish(self, format: str, pages: int | None = None) -> RawDocument:
        """The document; raises EmptyFile where nothing but white space was appended."""
        if not self._blocks:
            raise EmptyFile(f"{self._called}里没有文字，请换成有正文的文件。")
        return RawDocument("".join(self._parts), tuple(self._blocks), format, self._metadata, pages)

    def _open(self) -> None:
        if self._gap:
            self._add("\n")
            self._gap = False

    def _row(
        self, row: Sequence[int | None], texts: Sequence[str], width: int, cells: dict[int, RawCell], page: int | None
    ) -> Iterator[RawCell]:
        for column in range(width):
            if column:
                self._add("\t")
            index = row[column] if column < len(row) else None
            if index is None:
                yield RawCell("", Span(self._length, self._length, page))
                continue
            if index not in cells:
                cells[index] = RawCell(texts[index], self._add(texts[index], page))
            yield cells[index]

    def _add(self, text: str, page: int | None = None) -> Span:
        start = self._length
        if text:
            self._parts.append(text)
            self._length += len(text)
        if self._length > self._max_chars:
            raise too_long(self._called, self._max_chars)
        return Span(start, self._length, page)


def too_long(called: str, limit: int) -> FileTooLarge:
    """The error for a document beyond `limit` characters."""
    return FileTooLarge(f"{called}超过 {limit} 字的上限，请拆分文件或调高 GUIWEN_MAX_CHARS。")


def joined(parts: Sequence[str]) -> str:
    """The parts of one cell as one line: white space folded, a space between parts."""
    return " ".join(" ".join(parts).split())
