"""Lines of a plan: what of a source line belongs to it, cut apart and put together without losing the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.plans import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plan without its marks: `text` is the concatenation of `pieces` of the source.

    `gap` says that a blank line, an indent, a list mark or a page break stands before it; `indented` that it is
    indented as the first line of a paragraph is; `margin` is how many blanks stand before it.
    """

    text: str
    pieces: tuple[Span, ...]
    style: str | None = None
    gap: bool = False
    indented: bool = False
    margin: int = 0

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end, self.pieces[0].page)


def join(parts: Sequence[str]) -> str:
    """Concatenate parts of one paragraph: a space only between two Latin edges."""
    text = parts[0]
    for part in parts[1:]:
        latin = text[-1:].isascii() and text[-1:].isalnum() and part[:1].isascii() and part[:1].isalpha()
        text += (" " if latin else "") + part
    return text


def joined(lines: Sequence[Line]) -> Line:
    """One line out of several, with the marks of the first."""
    if len(lines) == 1:
        return lines[0]
    pieces = tuple(piece for line in lines for piece in line.pieces)
    return replace(lines[0], text=join([line.text for line in lines]), pieces=pieces)


def part(line: Line, start: int, end: int) -> Line:
    """`line.text[start:end]`, trimmed, with the pieces of the source that it covers."""
    while start < end and line.text[start].isspace():
        start += 1
    while end > start and line.text[end - 1].isspace():
        end -= 1
    pieces, position = [], 0
    for n, piece in enumerate(line.pieces):
        length = piece.end - piece.start
        if n and line.text[position : position + 1] == " ":
            position += 1
        left, right = max(start - position, 0), min(end - position, length)
        if left < right:
            pieces.append(Span(piece.start + left, piece.start + right, piece.page))
        position += length
    return replace(line, text=line.text[start:end], pieces=tuple(pieces), gap=line.gap if start == 0 else True)


def after(line: Line, start: int) -> Line:
    """What follows a heading in its line: no heading by style any more."""
    return replace(part(line, start, len(line.text)), style=None)
