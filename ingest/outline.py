"""Raw lines and grids → Plan: noise out, broken lines joined, headings as a tree, tables in their place."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest import tables
from ingest.facts import facts
from ingest.headings import Heading, Tree, numbered, run_in, unnumbered
from ingest.noise import Line, clean, entry_name, is_page_number, join, part_contents
from ingest.plans import Located, Paragraph, Plan, RawDocument, RawGrid, Section, Span, Table

_TERMINAL = tuple("。！？；：”）)》…;:!?")
_INLINE = re.compile(r"(?:(?<=[。；;：:、])\s*|　{2,})(?=[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、](?!\d))")
_WRAPPED_SHARE = 0.5


def outline(raw: RawDocument, *, plan_id: str, file: str, digest: str) -> Plan:
    """Read the structure of a document. Never fails on odd input: what is no heading or table is a paragraph."""
    builder = _Builder(raw)
    builder.run()
    sections = builder.finished_sections()
    plan_facts = facts(raw, builder.opening)
    return Plan(
        id=plan_id,
        file=file,
        digest=digest,
        format=raw.format,
        text=raw.text,
        facts=plan_facts,
        sections=sections,
        blocks=tuple(builder.blocks),
        contents=tuple(Located(entry_name(line.text), line.span) for line in builder.entries),
        pages=raw.pages,
    )


class _Builder:
    """One pass over the blocks of a document."""

    def __init__(self, raw: RawDocument) -> None:
        self.source = raw.text
        self.items = self._items(raw)
        self.width = self._wrap_width()
        self.tree = Tree()
        self.current = 0
        self.sections = [Section(0, None, 0, "", "", (), Span(0, 0), Span(0, len(raw.text)))]
        self.blocks: list[Paragraph | Table] = []
        self.open: list[Line] = []
        self.caption: Line | None = None
        self.unit = ""

    @property
    def opening(self) -> list[Line]:
        """The lines that may hold the title and the date."""
        return [item for item in self.items[:80] if isinstance(item, Line)]

    def run(self) -> None:
        i = 0
        while i < len(self.items):
            item = self.items[i]
            if isinstance(item, RawGrid):
                self._flush()
                self._table(tables.from_grid(item), merged=True)
                i += 1
            elif "\t" in self._raw_line(item):
                i = self._tabbed(i)
            else:
                i = self._line(i, item)
        self._flush()

    def finished_sections(self) -> tuple[Section, ...]:
        """Sections whose body reaches to the next heading that is not below them."""
        done = []
        self.blocks.extend(self._list_items())
        self.blocks.sort(key=_start)
        for section in self.sections:
            after = self.sections[section.index + 1 :]
            end = next((s.span.start for s in after if s.level <= section.level), len(self.source))
            done.append(replace(section, body=Span(section.body.start, end, section.span.page)))
        return tuple(done)

    def _list_items(self) -> list[Paragraph]:
        """Numbered lines with nothing below them: items of a list, whose text would otherwise be outline only."""
        filled = {b.section for b in self.blocks} | {s.parent for s in self.sections}
        return [
            Paragraph(s.index, self.source[s.span.start : s.span.end], (s.span,))
            for s in self.sections
            if s.index not in filled and re.match(r"[（(\d]", s.number)
        ]

    # --- lines -------------------------------------------------------------------------------------------------

    def _items(self, raw: RawDocument) -> list[Line | RawGrid]:
        lines: list[Line] = []
        grids = [b for b in raw.blocks if isinstance(b, RawGrid)]
        end = 0
        for block in raw.blocks:
            if isinstance(block, RawGrid):
                end = block.span.end
                continue
            line = clean(raw.text, block, end)
            end = block.span.end
            if line:
                lines.append(line)
        kept, self.entries = part_contents(lines)
        items: list[Line | RawGrid] = [*kept, *grids]
        return sorted(items, key=lambda item: item.span.start)

    def _wrap_width(self) -> int:
        """The line length of a text that is wrapped at a fixed width, 0 for a text with a line a paragraph."""
        lengths = sorted(len(item.text) for item in self.items if isinstance(item, Line) and len(item.text) > 8)
        if len(lengths) < 12:
            return 0
        high = lengths[int(len(lengths) * 0.9)]
        full = sum(1 for n in lengths if 0.85 * high <= n <= 1.1 * high)
        return high if high <= 60 and full >= _WRAPPED_SHARE * len(lengths) else 0

    def _raw_line(self, line: Line) -> str:
        """The source line with its leading white space (an empty first cell is white space)."""
        start = self.source.rfind("\n", 0, line.span.start) + 1
        return self.source[start : line.span.end]

    def _line(self, i: int, line: Line) -> int:
        if tables.is_caption(line.text) or (unit := tables.unit_line(line.text)) is not None:
            self._flush()
            if tables.is_caption(line.text):
                self.caption = line
                rest = [item for item in self.items[i + 1 : i + 400] if isinstance(item, Line)]
                found = tables.exploded(self.source, rest)
                if found:
                    self._table(found[0], merged=False)
                    return i + 1 + found[1]
            else:
                self.unit = unit or ""
            return i + 1
        if is_page_number(line):
            return i + 1
        for part in self._split_inline(line):
            self._part(i, part)
        return i + 1

    def _part(self, i: int, line: Line) -> None:
        heading = self._heading(i, line)
        if heading is None:
            if self.open and not self._continues(line):
                self._flush()
            self.open.append(line)
            return
        self._flush()
        self._open_section(heading, line)
        if heading.end < len(line.text):
            self.open = [_tail(line, heading.end)]

    def _heading(self, i: int, line: Line) -> Heading | None:
        if line.style and (line.style.startswith("heading") or line.style == "title"):
            found = numbered(line.text)
            if found or line.style == "title":
                return found
            return Heading("plain", "", re.sub(r"\s+", "", line.text), len(line.text))
        if self.open and self._continues(line) and not line.gap:
            previous = self.open[-1].text
            if not previous.endswith(_TERMINAL) and len(previous) >= max(self.width * 0.8, 20):
                return None
        return numbered(line.text) or unnumbered(line.text) or self._short(i, line)

    def _short(self, i: int, line: Line) -> Heading | None:
        """A short line of its own between blank lines, in a text without numbered headings."""
        after = self.items[i + 1] if i + 1 < len(self.items) else None
        if self.tree.numbered or not isinstance(after, Line) or not (line.gap and after.gap):
            return None
        if (
            not 4 <= len(line.text) <= 25
            or re.search(r"[，。；：、！？,;:\d]$|[，。；]", line.text)
            or len(after.text) < 20
        ):
            return None
        if self.open and not self.open[-1].text.endswith(_TERMINAL):
            return None
        return Heading("plain", "", line.text, len(line.text))

    def _split_inline(self, line: Line) -> list[Line]:
        """Items of a sequence that stand in one line ("…。2.对…"), each as a line of its own."""
        parts, start = [], 0
        expected: Heading | None = numbered(line.text)
        for found in _INLINE.finditer(line.text):
            heading = numbered(line.text[found.end() :])
            if heading is None or heading.style not in ("cn-paren", "arabic"):
                continue
            follows = expected and expected.style == heading.style and heading.ordinal == (expected.ordinal or 0) + 1
            spaced = found.group(0).startswith("　　")
            begins = heading.ordinal == 1 and (spaced or _has_next(line.text[found.end() :], heading))
            if follows or begins or (not expected and self.tree.expects(heading) and heading.ordinal != 1):
                parts.append(_slice(line, start, found.end()))
                start, expected = found.end(), heading
        return [*parts, _slice(line, start, len(line.text))] if parts else [line]

    def _continues(self, line: Line) -> bool:
        """Whether the line goes on with the open paragraph."""
        if not self.open:
            return False
        previous = self.open[-1].text
        if line.indented or re.match(r"——|[（(]征求意见", line.text):
            return False
        if self.width:
            full = len(previous) >= 0.8 * self.width
            return (full and not line.gap) or (not previous.endswith(_TERMINAL) and len(previous) >= 0.6 * self.width)
        if previous.endswith(_TERMINAL):
            return False
        return len(previous) >= 25 or bool(re.match(r"[，。；、）”》]", line.text))

    # --- blocks ------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        if not self.open:
            return
        pieces = tuple(p for line in self.open for p in line.pieces)
        text = join([self.source[p.start : p.end] for p in pieces])
        lead = run_in(text)
        self.open = []
        if lead:
            line = Line(text, pieces, None, gap=False, indented=False)
            self._open_section(lead, line)
            tail = _tail(line, lead.end)
            text, pieces = tail.text, tail.pieces
        self.blocks.append(Paragraph(self.current, text, pieces))
        if lead:
            self.current = self.tree.close_run_in() or 0

    def _open_section(self, heading: Heading, line: Line) -> None:
        index = len(self.sections)
        parent, level = self.tree.place(heading, index)
        label = f"{heading.number}{' ' if heading.style in ('box', 'chapter', 'dotted') else ''}{heading.name}".strip()
        span = _slice(line, 0, heading.end).span
        path = (*self.sections[parent].path, label)
        body = Span(span.start, len(self.source))
        is_box = heading.style == "box"
        self.current = index
        self.sections.append(Section(index, parent, level, heading.number, heading.name, path, span, body, is_box))

    def _tabbed(self, i: int) -> int:
        """A run of lines with tabs; the short line right before it is the caption."""
        rows = []
        while i < len(self.items):
            item = self.items[i]
            if not isinstance(item, Line) or "\t" not in self._raw_line(item):
                break
            rows.append(tables.cells_of(self.source, item))
            i += 1
        if self.caption is None and self.open and len(self.open[-1].text) <= 40:
            last = self.open[-1]
            if not last.text.endswith(_TERMINAL):
                self.open.pop()
                self.caption = last
        self._flush()
        self._table(rows, merged=False)
        return i

    def _table(self, rows: list[list[tables.Cell]], *, merged: bool) -> None:
        draft = tables.Draft(rows, self.caption, self.unit, merged)
        table = tables.build(draft, self.current) if rows else None
        self.caption, self.unit = None, ""
        if table:
            self.blocks.append(table)


def _start(block: Paragraph | Table) -> int:
    return block.pieces[0].start if isinstance(block, Paragraph) else block.span.start


def _has_next(text: str, heading: Heading) -> bool:
    following = (numbered(text[m.end() :]) for m in _INLINE.finditer(text))
    return any(h and h.style == heading.style and h.ordinal == 2 for h in following)


def _slice(line: Line, start: int, end: int) -> Line:
    """Part of a line, trimmed, with the pieces of the source that it covers."""
    while start < end and line.text[start].isspace():
        start += 1
    while end > start and line.text[end - 1].isspace():
        end -= 1
    pieces, position = [], 0
    for n, piece in enumerate(line.pieces):
        if n and line.text[position : position + 1] == " ":
            position += 1
        length = piece.end - piece.start
        left, right = max(start - position, 0), min(end - position, length)
        if left < right:
            pieces.append(Span(piece.start + left, piece.start + right, piece.page))
        position += length
    return Line(line.text[start:end], tuple(pieces), line.style, line.gap if start == 0 else True, line.indented)


def _tail(line: Line, start: int) -> Line:
    return replace(_slice(line, start, len(line.text)), style=None)
