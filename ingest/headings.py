"""Which lines are headings, and where in the tree they hang.

Chinese official documents number their headings by the order of GB/T 9704-2012 §7.3.3 (一、（一）1.（1）), long plans
put 编/章/节 above them; 专栏 boxes interrupt the sequence and may start one of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_CN = "[一二三四五六七八九十百零〇○]"
_NAME_CHARS = 45
_RUN_IN_CHARS = 20
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}

# style, rank (smaller is higher), pattern of the number
STYLES: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("part", 0, re.compile(rf"第({_CN}+)编")),
    ("chapter", 1, re.compile(rf"第({_CN}+|\d+)(?:章|部分)")),
    ("section", 2, re.compile(rf"第({_CN}+|\d+)节")),
    ("article", 3.5, re.compile(rf"第({_CN}+|\d+)条(?:之{_CN})?")),
    ("box", -1, re.compile(rf"专栏\s*(\d+|{_CN}+)[：:]?")),
    ("cn", 3, re.compile(rf"({_CN}+)[、．]")),
    ("cn-paren", 4, re.compile(rf"[（(]\s*({_CN}+)\s*[）)]")),
    ("dotted", 4, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.%])(?=\s*[一-鿿])")),
    ("arabic", 5, re.compile(r"(\d{1,2})(?:[.．]\s?(?!\d)|、)")),
    ("arabic-paren", 6, re.compile(r"[（(](\d{1,2})[）)]")),
)
_RANK = {style: rank for style, rank, _ in STYLES} | {"plain": 1, "run-in": 7}
_PREFACE = re.compile(r"(前\s*言|引\s*言|序\s*言|序|附\s*件\s*\d*|附\s*录\s*[A-Z]?|附\s*则|后\s*记|总\s*则)$")
_MARKS = re.compile(r"[\s*]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the start of a line; `end` is where in the line it ends and the body text begins."""

    style: str
    number: str
    name: str
    end: int
    ordinal: int | None = None


def ordinal(numeral: str) -> int:
    """The value of a heading numeral: 十二 → 12, 7 → 7, 3.2.1 → 1 (the last part)."""
    if numeral[-1].isascii():
        return int(numeral.split(".")[-1])
    total = current = 0
    for char in numeral:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGITS[char]
    return total + current


def numbered(line: str) -> Heading | None:
    """The numbered heading that the line starts with, or None.

    A short line is a heading as a whole; in a long one the heading ends with its first sentence; where that sentence
    is long too, only the number is the heading and its name is empty.
    """
    for style, _, pattern in STYLES:
        found = pattern.match(line)
        if not found:
            continue
        name, end = _name(line, found.end(), style)
        if style in ("chapter", "section", "part", "box") and not name and end < len(line):
            return None  # "第一章规定的…" in running text
        return Heading(style, _MARKS.sub("", found.group(0)), name, end, ordinal(found.group(1)))
    return None


def unnumbered(line: str) -> Heading | None:
    """前言, 附件 and the like."""
    found = _PREFACE.match(line)
    return Heading("plain", "", re.sub(r"\s+", "", found.group(1)), len(line)) if found else None


def run_in(text: str) -> Heading | None:
    """The lead-in of an item: a short first sentence ("基因编辑。围绕…", "——坚持改革牵引。…")."""
    stop = text.find("。")
    dash = re.match(r"[—－-]{2,}", text)
    listed = re.match(rf"{_CN}是", text)
    lead = text[dash.end() if dash else 0 : stop]
    if stop < 0 or len(text) - stop < 20 or not 2 <= len(lead) <= _RUN_IN_CHARS + (16 if listed else 0):
        return None
    if re.search(r"[；;：:！？!?]" if listed else r"[，,；;：:！？!?]", lead):
        return None
    if not dash and (lead.count("、") > 1 or re.search(r"\d", lead)):
        return None
    if lead.startswith("一是") and re.search(r"[。；]二是", text):
        return None
    return Heading("run-in", "——" if dash else "", _MARKS.sub("", lead), stop + 1)


def _name(line: str, start: int, style: str) -> tuple[str, int]:
    """The name of a numbered heading and where it ends; an empty name where what follows is a sentence."""
    rest = line[start:]
    clean = _MARKS.sub("" if re.search("[一-鿿]", rest) else " ", rest).strip()
    if style == "article":
        return "", start
    if len(clean) <= _NAME_CHARS and not clean.endswith(("；", ";", "，", ",")):
        if not re.search(r"[。；;，,：:]", clean[:-1]):
            return clean.rstrip("。：:"), len(line)
        if "。" not in clean and style not in ("arabic", "arabic-paren"):
            return clean.rstrip("：:"), len(line)
        if "。" not in clean and style == "arabic" and len(clean) <= 30 and not clean.endswith(("：", ":")):
            return clean, len(line)
    stop = rest.find("。")
    if 0 < stop <= _NAME_CHARS and not re.search("[；;]", rest[:stop]):
        return _MARKS.sub("", rest[:stop]), start + stop + 1
    return "", start


@dataclass(slots=True)
class _Open:
    """An open heading on the stack, with the last number seen of each style below it."""

    style: str
    index: int
    rank: float = -1
    last: dict[str, int] = field(default_factory=dict)


class Tree:
    """Where the next heading hangs: a stack of open headings, by rank, by number, and by box."""

    def __init__(self) -> None:
        self._stack: list[_Open] = [_Open("root", 0)]

    def close_run_in(self) -> int | None:
        """Close a run-in heading, which holds its own paragraph only; the index of the section that goes on."""
        if self._stack[-1].style != "run-in":
            return None
        self._stack.pop()
        return self._stack[-1].index

    def place(self, heading: Heading, index: int) -> tuple[int, int]:
        """Open the heading under section number `index`; the index of its parent and its level (from 1)."""
        keep = self._depth(heading)
        del self._stack[keep:]
        parent = self._stack[-1]
        if heading.ordinal is not None:
            parent.last[heading.style] = heading.ordinal
        self._stack.append(_Open(heading.style, index, _rank(heading)))
        return parent.index, len(self._stack) - 1

    @property
    def in_box(self) -> bool:
        """Whether the last heading stands inside a 专栏."""
        return self._box() is not None

    @property
    def numbered(self) -> bool:
        """Whether a numbered heading is open."""
        return any(o.style not in ("root", "plain", "run-in") for o in self._stack)

    def expects(self, heading: Heading) -> bool:
        """Whether the heading is the next one of a sequence that is open."""
        return any(o.last.get(heading.style) == (heading.ordinal or 0) - 1 for o in self._stack)

    def _box(self) -> int | None:
        return next((i for i, o in enumerate(self._stack) if o.style == "box"), None)

    def _depth(self, heading: Heading) -> int:
        """How many open headings stay open."""
        if heading.style == "box":
            outside = [i for i, o in enumerate(self._stack) if o.style in ("box", "arabic", "arabic-paren", "run-in")]
            return outside[0] if outside else len(self._stack)
        box = self._box()
        if box is not None and self._leaves_box(heading, box):
            return self._by_rank(heading, 1, upto=box)
        return self._by_rank(heading, 1 if box is None else box + 1, upto=len(self._stack))

    def _leaves_box(self, heading: Heading, box: int) -> bool:
        rank = _rank(heading)
        if rank >= 6:
            return False
        if rank <= 3:
            return True
        within = self._stack[box:]
        if heading.ordinal == 1 or any(o.last.get(heading.style) == (heading.ordinal or 0) - 1 for o in within):
            return False
        return any(heading.style in o.last for o in self._stack[:box])

    def _by_rank(self, heading: Heading, low: int, upto: int) -> int:
        return next((i for i in range(low, upto) if self._stack[i].rank >= _rank(heading)), upto)


def _rank(heading: Heading) -> float:
    """Smaller is higher; 3.2.1 ranks below 3.2."""
    return _RANK[heading.style] + (heading.number.count(".") / 10 if heading.style == "dotted" else 0)
