"""Which lines go on with the line before: texts that are wrapped at a width, and paragraphs that a page break cut.

Widths are in full-width characters; a half-width one counts a half. A text may be wrapped in one part (its paragraphs)
and not in another (its tables), so the width is taken around every line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ingest.structure.headings import Heading, numbered, unnumbered
from ingest.structure.lines import Line

_ENDS = tuple("。！？：；）)》…;:!?")
_QUOTED_SENTENCE = tuple(f"{sign}”" for sign in "。！？；…")
_HANGING = re.compile(r"[，。；：！？）)”》】]")
_OPENER = re.compile(r"[—－―–-]{2}|[（(]征求意见|[●○■□◆◇•※]")
_WRAPPED_SHARE = 0.25
_INDENTED_SHARE = 0.08
_TITLE = re.compile(r"(?:规划|计划|纲要|意见|措施|政策|办法|方案|规程|指南|通知|批复|规定|条例|决定)$")
_NARROWEST, _WIDEST = 14, 62
_NEAR = ((6, 0.7), (15, 0.5))  # lines before and after that tell the width, and the share of them that reaches it
_SLACK = 2
_INDENT = 2
_CUT_CHARS, _CUT_SHARE, _FEW_LINES = 25, 0.4, 4
_PROSE_CHARS = 18
_HANGING_BLANKS = 8
_HEADING_LINES = 4
_COLUMN = re.compile(r"^[A-Z]?[-.\d]+\s|(?<=[一-鿿）)%])\s+(?=[一-鿿（])|\s{2,}")
_UNPUNCTUATED_SHARE = 0.05


class Wrapping:
    """How the lines of one document are broken.

    `format` is the reader's: HTML and DOCX mark paragraphs themselves, Markdown parts them by blank lines. `known` are
    the headings that the contents list names, without white space.
    """

    def __init__(self, lines: Sequence[Line], format: str, known: frozenset[str] = frozenset()) -> None:
        self._format = format
        self._known = known
        widths = [width(line.text) for line in lines]
        self._width = {line.span.start: _around(widths, i) for i, line in enumerate(lines)}
        wrapped = sum(1 for w in self._width.values() if w)
        self._wrapped = wrapped >= _WRAPPED_SHARE * len(lines)
        self._usual = median([w for w in self._width.values() if w] or [0]) if self._wrapped else 0
        self._indented = sum(line.indented for line in lines) >= _INDENTED_SHARE * len(lines)
        long = [line.text for line in lines if len(line.text) >= _CUT_CHARS]
        unended = sum(not ended(text) for text in long)
        self._cut = unended <= max(_CUT_SHARE * len(long), _FEW_LINES)
        self._sentences = len(long) > 50 and sum("。" in t for t in long) < _UNPUNCTUATED_SHARE * len(long)

    def goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether `line` goes on with the paragraph, whose lines so far are given."""
        before = paragraph[-1]
        if line.indented or line.style or before.style or _OPENER.match(line.text):
            return False
        if self._hangs(paragraph, line):
            return True
        if self._format in ("html", "docx", "markdown"):
            return self._format == "markdown" and not line.gap
        text = "".join(part.text for part in paragraph[-_HEADING_LINES:])
        if _closes(text, line.text):
            return True
        if _fold(text) in self._known:
            return False
        heading = numbered(text) if len(paragraph) < _HEADING_LINES else None
        if heading and heading.name and heading.end == len(text):
            return self._heading_goes_on(before, line, heading, text)
        if _HANGING.match(line.text):
            return not ended(before.text) or not line.gap
        if numbered(line.text) or unnumbered(line.text):
            cut = before.text.endswith(("，", "、")) or self._width[before.span.start] and not ended(before.text)
            return not line.gap and bool(cut) and self._paragraph_goes_on(paragraph, line)
        return self._paragraph_goes_on(paragraph, line)

    def _hangs(self, paragraph: Sequence[Line], line: Line) -> bool:
        """A line set in far below a long one that has not ended: of a paragraph with a hanging indent."""
        first, before = paragraph[0], paragraph[-1]
        deeper = line.margin >= first.margin + _HANGING_BLANKS and before.margin in (first.margin, line.margin)
        long = len(before.text) >= _CUT_CHARS and not ended(before.text)
        return self._format == "text" and deeper and long and not line.gap

    def _heading_goes_on(self, before: Line, line: Line, heading: Heading, text: str) -> bool:
        """A heading that fills its line goes on where the next line is no first line of a paragraph: it is full to the
        left edge, or ends the heading. An item that fills its line may also end in a sentence."""
        if any(name.startswith(_fold(text + line.text)) for name in self._known):
            return True
        at, next_width = self._width[before.span.start], width(line.text)
        if not at or width(before.text) < at - _INDENT - _SLACK or line.gap or numbered(line.text):
            return False
        item = heading.style in ("cn-paren", "arabic", "arabic-paren", "arabic-half")
        if ended(line.text):
            return item or next_width > at - _INDENT + 0.5
        return next_width > at - _INDENT + 0.5 or next_width < 0.6 * at

    def _paragraph_goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        before = paragraph[-1]
        if self._sentences or _columns(before.text) or _columns(line.text):
            return False
        closed = ended(before.text)
        at = self._width[before.span.start] or (self._usual if width(before.text) <= self._usual + 1 else 0)
        if at and (self._width[before.span.start] or width(before.text) >= at - _INDENT - _SLACK):
            full = width(before.text) >= at - _SLACK - (_INDENT if len(paragraph) == 1 or not closed else 0)
            if not closed:
                return full
            first = not self._indented and at - _INDENT - _SLACK <= width(line.text) <= at - _INDENT + 0.5
            return full and not line.gap and not first
        if closed:
            return False
        if self._wrapped:
            return len(before.text) >= _PROSE_CHARS and "，" in before.text
        return self._cut and len(before.text) >= _CUT_CHARS and not _TITLE.search(before.text)


def ended(text: str) -> bool:
    """Whether a line ends where a sentence may: a quotation mark ends one only with the sentence inside it."""
    return text.endswith((*_ENDS, *_QUOTED_SENTENCE))


def width(text: str) -> float:
    """The width of a text in full-width characters."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _columns(text: str) -> bool:
    """A line with white space at two places where prose has none: a row of a table."""
    return len(_COLUMN.findall(text)) > 1 and not re.search("[，。；]", text)


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _closes(text: str, following: str) -> bool:
    """Whether the next line soon closes a title or a bracket that the text leaves open."""
    for left, right in (("《", "》"), ("（", "）"), ("“", "”")):
        if text.rfind(left) > text.rfind(right) and right in following[:30]:
            return following.find(left) < 0 or following.find(right) < following.find(left)
    return False


def _around(widths: Sequence[float], i: int) -> float:
    """The width at which the text around a line is wrapped, 0 where it is not."""
    for reach, share in _NEAR:
        near = sorted(widths[max(0, i - reach) : i + reach + 1])
        at = near[int(len(near) * 0.92)]
        full = sum(1 for w in near if at - _INDENT - _SLACK <= w <= at + _SLACK)
        if len(near) > reach // 2 and _NARROWEST <= at <= _WIDEST and full >= share * len(near):
            return at
    return 0
