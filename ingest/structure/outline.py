"""Raw lines and grids → Plan: noise out, broken lines joined, headings as a tree, tables in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.plans import Located, Paragraph, Plan, RawDocument, RawGrid, Table
from ingest.structure import tables
from ingest.structure.contents import entry_name
from ingest.structure.exploded import exploded_at
from ingest.structure.facts import facts
from ingest.structure.headings import Heading, run_in
from ingest.structure.items import Item, items_of
from ingest.structure.lines import Line, after, joined
from ingest.structure.noise import is_page_number
from ingest.structure.sections import Sections
from ingest.structure.sequences import split_inline
from ingest.structure.tabbed import celled_rows, is_celled, is_spaced_header, spaced_rows
from ingest.structure.wrapping import Wrapping, ended

_OPENING_LINES = 80
_CAPTION_CHARS = 40


def outline(raw: RawDocument, *, plan_id: str, file: str, digest: str) -> Plan:
    """Read the structure of a document. Never fails on odd input: what is no heading or table is a paragraph."""
    items, entries = items_of(raw)
    lines = [item for item in items if isinstance(item, Line)]
    builder = _Builder(raw, items, Sections(lines, entries, raw.text))
    builder.run()
    blocks = [*builder.blocks, *builder.sections.list_items(builder.blocks)]
    return Plan(
        id=plan_id,
        file=file,
        digest=digest,
        format=raw.format,
        text=raw.text,
        facts=facts(raw, file, lines[:_OPENING_LINES], lines[-_OPENING_LINES:]),
        sections=builder.sections.finished(),
        blocks=tuple(sorted(blocks, key=lambda block: block.span.start)),
        contents=tuple(Located(entry_name(line.text), line.span) for line in entries),
        pages=raw.pages,
    )


class _Builder:
    """One pass over the items of a document."""

    def __init__(self, raw: RawDocument, items: Sequence[Item], sections: Sections) -> None:
        self.source = raw.text
        self.items = items
        self.sections = sections
        lines = [item for item in items if isinstance(item, Line)]
        self.wrapping = Wrapping(lines, raw.format, sections.known)
        self.blocks: list[Paragraph | Table] = []
        self.labels: list[Line] = []
        self.draft: tables.Draft | None = None

    def run(self) -> None:
        i = 0
        while i < len(self.items):
            item = self.items[i]
            if isinstance(item, RawGrid):
                self._grid(item)
                i += 1
            elif is_page_number(item):
                i += 1
            else:
                i = self._as_table(i, item) or self._label(i, item) or self._text(i, item)
        self._unused_labels()

    # --- text --------------------------------------------------------------------------------------------------

    def _text(self, i: int, line: Line) -> int:
        """A paragraph or heading with the lines that go on with it; the index of what follows."""
        self._unused_labels()
        lines = [line]
        following, j = self._next(i + 1)
        while following and self.wrapping.goes_on(lines, following):
            lines.append(following)
            i = j
            following, j = self._next(i + 1)
        for piece in split_inline(joined(lines), self.sections.tree):
            self._part(piece, following)
        return i + 1

    def _next(self, i: int) -> tuple[Line | None, int]:
        """The next line of text, past page numbers, and its index; None where a table or its caption comes first."""
        while i < len(self.items):
            item = self.items[i]
            if isinstance(item, RawGrid) or is_celled(self.source, item) or tables.is_label(item.text):
                break
            if not is_page_number(item):
                return item, i
            i += 1
        return None, i

    def _part(self, line: Line, following: Line | None) -> None:
        above = self._above()
        heading = self.sections.heading(line, above.text if above else "", following)
        if heading:
            self.sections.open(heading, line)
            self.draft = None
            if heading.end < len(line.text):
                self._paragraph(after(line, heading.end), lead=None)
        else:
            complete = above is None or ended(above.text)
            self._paragraph(line, run_in(line.text) if complete and not self.sections.tree.in_article else None)

    def _paragraph(self, line: Line, lead: Heading | None) -> None:
        self.draft = None
        if lead:
            self.sections.open(lead, line)
            line = after(line, lead.end)
        self.blocks.append(Paragraph(self.sections.current, line.text, line.pieces))
        if lead:
            self.sections.close_run_in()

    # --- tables ------------------------------------------------------------------------------------------------

    def _label(self, i: int, line: Line) -> int | None:
        """Keep the caption or the unit that stands over a table."""
        if not tables.is_label(line.text):
            return None
        if any(tables.is_caption(label.text) for label in self.labels) and tables.is_caption(line.text):
            self._unused_labels()
        self.labels.append(line)
        return i + 1

    def _unused_labels(self) -> None:
        """A caption without a table that we can read is text."""
        for label in self.labels:
            self.blocks.append(Paragraph(self.sections.current, label.text, label.pieces))
        self.labels = []

    def _grid(self, grid: RawGrid) -> None:
        if self._table(tables.from_grid(grid)):
            return
        self._unused_labels()
        for row in grid.rows:
            cells = {cell.span: cell.text for cell in row if cell.text}
            for span, text in cells.items():
                self._part(Line(text, (span,), gap=True), None)

    def _as_table(self, i: int, line: Line) -> int | None:
        """A table that lines make up: cells parted by tabs, by bars, by spaces under a caption, or by line ends."""
        if is_celled(self.source, line):
            rows, end = celled_rows(self.source, self.items, i)
            return end if self._table(tables.Draft(rows, None, "", merged=False)) else None
        captioned = any(tables.is_caption(label.text) for label in self.labels)
        if (captioned or is_spaced_header(line)) and not tables.is_label(line.text):
            rows, end = spaced_rows(self.items, i)
            if rows and self._table(tables.Draft(rows, None, "", merged=False)):
                return end
        return self._exploded(i)

    def _exploded(self, i: int) -> int | None:
        """A table with one cell a line, from its caption or from its first header cells on."""
        found = exploded_at(self.items, i)
        if not found:
            return None
        caption, rows, end = found
        return end if self._table(tables.Draft(rows, caption, "", merged=False)) else None

    def _table(self, draft: tables.Draft) -> bool:
        """Put a table in its place, or its rows to the table right before, which a page break cut."""
        if not draft.rows:
            return False
        draft = tables.labelled(draft, self.labels)
        together = tables.continued(draft, self.draft) if self.draft else None
        above = None if together or draft.caption else self._caption_above()
        self.draft = together or (replace(draft, caption=above) if above else draft)
        table = tables.build(self.draft, self.sections.current)
        if table is None:
            self.draft = None
            return False
        if together or above:
            self.blocks.pop()
        self.labels = []
        self.blocks.append(table)
        return True

    def _caption_above(self) -> Line | None:
        """The short line right before a table, which is its caption."""
        above = self._above()
        is_caption = above and len(above.text) <= _CAPTION_CHARS and not ended(above.text)
        return Line(above.text, above.pieces) if above and is_caption else None

    def _above(self) -> Paragraph | None:
        """The paragraph right before, in the same section."""
        last = self.blocks[-1] if self.blocks else None
        return last if isinstance(last, Paragraph) and last.section == self.sections.current else None
