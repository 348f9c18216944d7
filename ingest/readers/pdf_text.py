"""The glyphs of a PDF page with their places, and the lines they make.

Places are points from the upper left corner of the page as displayed (PDF 32000-1, 8.3.2 and /Rotate in 7.7.3.3).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_HYPHENS = frozenset("\x02\xad\ufffe")  # how pdfium marks a hyphen at a line's end
_GUESSED = "\x1f"
_LINE_ENDS = frozenset(b"\r\n")
_WIDE_FROM = "\u2e80"
_WIDE_SIGNS = frozenset("“”‘’—…·①②③④⑤⑥⑦⑧⑨⑩")
# Gaps in ems: below the first, Chinese characters are but spread out by justification; from the second, it is a space,
# from the third, another column, unless spaces were written there; from the fourth, another column in any case.
_NO_GAP, _WORD_GAP, _COLUMN_GAP, _WIDE_GAP = 0.3, 1.0, 1.2, 3.0
_SAME_LINE = 0.4  # ems that a baseline may shift within a line, as for a note's number

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, its box and the height of its baseline; `_GUESSED` is a space that the file itself does not have."""

    char: str
    box: Box
    base: float

    def is_in(self, box: Box) -> bool:
        """Whether the middle of the glyph lies in `box`."""
        x, y = (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2
        return box[0] <= x < box[2] and box[1] <= y < box[3]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its box; `place` is the height of its middle as a share of the page, from the top."""

    text: str
    box: Box
    place: float


def displayed(box: Box, rotation: int, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own space (origin lower left) as displayed, in the page box left, bottom, right, top."""
    left, bottom, right, top = box
    match rotation % 360:
        case 90:
            return y - bottom, x - left
        case 180:
            return right - x, y - bottom
        case 270:
            return top - y, right - x
        case _:
            return x - left, top - y


def glyphs(page: pdfium.PdfPage) -> list[Glyph]:
    """The page's characters in the order pdfium reads them, white space included."""
    text = page.get_textpage()
    box, rotation = page.get_bbox(), page.get_rotation()
    rect, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[Glyph] = []
    for i in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text, i)
        if code == ord(" ") and pdfium_c.FPDFText_IsGenerated(text, i) == 1:
            code = ord(_GUESSED)
        pdfium_c.FPDFText_GetCharOrigin(text, i, x, y)
        if code in _LINE_ENDS or not pdfium_c.FPDFText_GetLooseCharBox(text, i, rect):
            continue
        x0, y0 = displayed(box, rotation, rect.left, rect.bottom)
        x1, y1 = displayed(box, rotation, rect.right, rect.top)
        base = displayed(box, rotation, x.value, y.value)[1]
        found.append(Glyph(_character(code, found), (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), base))
    text.close()
    return [glyph for glyph in found if glyph.char]


def lines(glyphs_: Sequence[Glyph], height: float) -> Iterator[Line]:
    """The lines that the glyphs make, blank ones left out; `height` is the page's.

    A line goes on as long as the baseline does. Within it the glyphs are put in order from left to right: programs
    draw the runs of one font together, so that quotation marks may come after the words they enclose.
    """
    for run in _runs(glyphs_):
        lefts, tops, rights, bottoms = zip(*(glyph.box for glyph in run if not glyph.char.isspace()), strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        text = _spaced(sorted(run, key=lambda glyph: glyph.box[0] + glyph.box[2]))
        yield Line(text, box, (box[1] + box[3]) / 2 / height)


def _runs(glyphs_: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs_:
        same = last is not None and abs(last.base - glyph.base) <= _SAME_LINE * _em(last, glyph)
        if glyph.char.isspace():
            if same:
                run.append(glyph)
            continue
        if run and not same:
            yield run
            run = []
        run.append(glyph)
        last = glyph
    if run:
        yield run


def wrapped(parts: Sequence[str]) -> str:
    """The lines of one table cell as one: broken where the column ended, so no space between Chinese characters."""
    text = ""
    for part in parts:
        text += (" " if text and not _is_wide(text[-1]) and not _is_wide(part[0]) else "") + part
    return text


def _character(code: int, before: list[Glyph]) -> str:
    """A code unit as a character; the second half of a surrogate pair completes the first, which it replaces."""
    char = chr(code) if 0 < code < 0x110000 else ""
    if 0xDC00 <= code <= 0xDFFF and before and "\ud800" <= before[-1].char <= "\udbff":
        return (before.pop().char + char).encode("utf-16", "surrogatepass").decode("utf-16")
    if 0xD800 <= code <= 0xDFFF:
        return char if code < 0xDC00 else "�"
    if char in _HYPHENS:
        return "-"
    return char


def _spaced(line: Sequence[Glyph]) -> str:
    """The line's text: gaps that only spread the characters out are none, wide ones become a tab."""
    parts: list[str] = []
    previous: Glyph | None = None
    between: list[Glyph] = []
    for glyph in line:
        if glyph.char.isspace():
            between.append(glyph)
            continue
        if previous:
            parts.append(_gap(previous, between, glyph))
        parts.append(glyph.char)
        previous, between = glyph, []
    return "".join(parts)


def _gap(left: Glyph, between: Sequence[Glyph], right: Glyph) -> str:
    em = _em(left, right)
    gap = (right.box[0] - left.box[2]) / em
    written = sum((glyph.box[2] - glyph.box[0]) / em for glyph in between if glyph.char != _GUESSED)
    if gap >= _WIDE_GAP or gap - written >= _COLUMN_GAP:
        return "\t"
    if written or gap >= _WORD_GAP:
        return " "
    wide = _is_wide(left.char) or _is_wide(right.char)
    return " " if between and (gap >= _NO_GAP or not wide) else ""


def _em(*glyphs_: Glyph) -> float:
    """The height of the larger glyph."""
    return max(1.0, *(glyph.box[3] - glyph.box[1] for glyph in glyphs_))


def _is_wide(char: str) -> bool:
    return char >= _WIDE_FROM or char in _WIDE_SIGNS
