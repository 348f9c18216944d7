"""The sections of a plan while it is read: which line opens one, where it hangs, how far it reaches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.plans import Paragraph, Section, Span, Table
from ingest.structure.contents import bare_entry, folded
from ingest.structure.headings import Heading, numbered, plain, unnumbered, whole
from ingest.structure.lines import Line, part
from ingest.structure.tree import Tree
from ingest.structure.wrapping import ended

_SPACED = frozenset({"box", "part", "chapter", "section", "appendix", "whole", "dotted"})
_NO_NAME = re.compile(r"[，。；：、！？,;:\d]$|[，。；]|^[〇○零一二三四五六七八九\d]{4}\s*年[^，。]*[月日]$")
_SHORT = range(4, 26)
_NAMED_CHARS = 40
_DOTTED_AT_LEAST = 3


class Sections:
    """Sections opened so far; `current` is the index of the one that text belongs to.

    `lines` are all lines of the plan, `entries` those of its contents list.
    """

    def __init__(self, lines: Sequence[Line], entries: Sequence[Line], source: str) -> None:
        self.tree = Tree()
        self.current = 0
        self.known = frozenset(folded(bare_entry(line.text)) for line in entries)
        self._source = source
        self._styles = [line.style for line in lines if line.style]
        self._dotted = sum(1 for line in lines if re.match(r"\d{1,2}\.\d", line.text)) >= _DOTTED_AT_LEAST
        self._lines: dict[int, Line] = {}
        self._all = [Section(0, None, 0, "", "", (), Span(0, 0), Span(0, len(source)))]

    def heading(self, line: Line, before: str, following: Line | None) -> Heading | None:
        """The heading that the line begins with or is; `before` is the text of the paragraph before it in the same
        section, `following` the line after it."""
        if line.style == "title":
            return numbered(line.text)
        depth = int(line.style[-1]) if line.style and line.style.startswith("heading") else None
        found = numbered(line.text) or self._whole(line)
        if depth:
            return replace(found or plain(line.text), depth=depth) if found or not self._is_title(depth) else None
        return found or unnumbered(line.text) or self._named(line) or self._short(line, before, following)

    def open(self, heading: Heading, line: Line) -> None:
        """Open the section of a heading that stands at the beginning of `line`."""
        index = len(self._all)
        parent, level = self.tree.place(heading, index)
        label = f"{heading.number}{' ' if heading.style in _SPACED else ''}{heading.name}".strip()
        path = (*self._all[parent].path, label)
        self._lines[index] = part(line, 0, heading.end)
        span = self._lines[index].span
        body = Span(span.start, len(self._source))
        is_box = heading.style == "box"
        self.current = index
        self._all.append(Section(index, parent, level, heading.number, heading.name, path, span, body, is_box))

    def close_run_in(self) -> None:
        """Go back to the section in which a lead-in stood: it holds its own paragraph only."""
        self.current = self.tree.close_run_in() or 0

    def finished(self) -> tuple[Section, ...]:
        """Every section with its body, which reaches to the next heading that is not below it."""
        ends: dict[int, int] = {}
        open_: list[Section] = []
        for section in self._all:
            while open_ and section.level <= open_[-1].level:
                ends[open_.pop().index] = section.span.start
            open_.append(section)
        return tuple(
            replace(s, body=Span(s.body.start, ends.get(s.index, len(self._source)), s.span.page)) for s in self._all
        )

    def list_items(self, blocks: Sequence[Paragraph | Table]) -> list[Paragraph]:
        """Numbered lines with nothing below them, several in a row or sentences: items of a list, whose text would
        otherwise be outline only."""
        filled = {block.section for block in blocks} | {section.parent for section in self._all}
        bare = [s for s in self._all[1:] if s.index not in filled and re.match(r"[（(\d]", s.number)]
        siblings = Counter(section.parent for section in bare)
        return [
            Paragraph(s.index, self._lines[s.index].text, self._lines[s.index].pieces)
            for s in bare
            if siblings[s.parent] > 1 or self._lines[s.index].text.endswith(("。", "；", ";"))
        ]

    def _is_title(self, depth: int) -> bool:
        """Whether the first heading of the document is its title: the only one so high."""
        return len(self._all) == 1 and self._styles.count(f"heading-{depth}") == 1

    def _whole(self, line: Line) -> Heading | None:
        """The top headings of a guideline (1 范围), where the numbers of its sections (1.1) or its contents tell."""
        found = whole(line.text)
        listed = folded(line.text) in self.known
        if not found or self.tree.under("appendix") or not (self._dotted or listed):
            return None
        return found if listed or found.ordinal == 1 or self.tree.expects(found) else None

    def _named(self, line: Line) -> Heading | None:
        """A line that the contents list names."""
        named = folded(line.text) in self.known and 2 <= len(line.text) <= _NAMED_CHARS
        return plain(line.text) if named and len(self._all) > 1 else None

    def _short(self, line: Line, before: str, following: Line | None) -> Heading | None:
        """A short line of its own between blank lines, after a full sentence, in a text without numbered headings."""
        if self.tree.numbered or following is None or not (line.gap and following.gap):
            return None
        if len(line.text) not in _SHORT or len(following.text) < 20 or (before and not ended(before)):
            return None
        return None if _NO_NAME.search(line.text) else plain(line.text)
