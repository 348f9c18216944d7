"""What stands around a plan but is not the plan: marks, page furniture, site chrome, the contents list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.headings import numbered, unnumbered
from ingest.plans import RawLine, Span

MARKS = re.compile(r"\[bookmark:[^\]]*\]|\*\*|\u200b|\ufeff")
_CHROME = re.compile(
    r"(上一篇|下一篇|责任编辑|审核人?[:：]|来源[:：]|打印(本页)?$|关闭(窗口)?$|返回(顶部|首页)|分享到|字体[:：]|浏览次数"
    r"|扫一扫|【法宝引证码】|原文链接[:：]|https?://\S+$|Baidu$|map$|相关(链接|阅读)|主办单位[:：]|版权所有|网站标识码)"
)
_PAGE_NUMBER = re.compile(r"([-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d+\s*页(\s*共\s*\d+\s*页)?)$")
_CONTENTS = re.compile(r"目\s*[录次]$")
_ENTRY_END = re.compile(r"(?:[.…·．\s\t]{2,}|[\s\t]|(?<=[一-鿿）)]))[（(—–-]*\d{1,4}[）)—–-]*$")
_LEADER = re.compile(r"[.…·．]{4,}")
_ENTRY_CHARS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plan without its marks: `text` is the concatenation of `pieces` of the source.

    `gap` says that a blank line, an indent or a page break stands before it.
    """

    text: str
    pieces: tuple[Span, ...]
    style: str | None
    gap: bool
    indented: bool

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end, self.pieces[0].page)


def clean(source: str, raw: RawLine, previous_end: int) -> Line | None:
    """The line without inline marks, or None where nothing of it belongs to the plan."""
    pieces: list[Span] = []
    position = raw.span.start
    for mark in [*MARKS.finditer(source, raw.span.start, raw.span.end), None]:
        end = mark.start() if mark else raw.span.end
        text = source[position:end]
        left = position + len(text) - len(text.lstrip())
        right = position + len(text.rstrip())
        if left < right:
            pieces.append(Span(left, right, raw.span.page))
        position = mark.end() if mark else end
    if not pieces:
        return None
    text = join([source[p.start : p.end] for p in pieces])
    if _CHROME.match(text) and len(text) < 120:
        return None
    between = source[previous_end : raw.span.start]
    indented = between.rsplit("\n", 1)[-1].count("　") >= 2
    return Line(text, tuple(pieces), raw.style, between.count("\n") > 1 or indented, indented)


def join(parts: list[str]) -> str:
    """Concatenate parts of one paragraph: a space only between two Latin edges."""
    text = parts[0]
    for part in parts[1:]:
        latin = text[-1:].isascii() and text[-1:].isalnum() and part[:1].isascii() and part[:1].isalpha()
        text += (" " if latin else "") + part
    return text


def is_page_number(line: Line) -> bool:
    """A line that holds a page number and nothing else."""
    return bool(_PAGE_NUMBER.match(line.text))


def part_contents(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without the contents list, and its entries: the run after 目录, and any dot leader to a page."""
    kept: list[Line] = []
    entries: list[Line] = []
    inside = False
    for i, line in enumerate(lines):
        if _CONTENTS.match(line.text):
            inside = True
            continue
        if line.style == "toc" or (_LEADER.search(line.text) and re.search(r"\d+\s*$", line.text)):
            entries.append(line)
            continue
        if inside:
            if _is_entry(lines, i):
                entries.append(line)
                continue
            inside = False
        kept.append(line)
    return kept, entries


def entry_name(text: str) -> str:
    """An entry of a contents list without its number, dots and page."""
    bare = _ENTRY_END.sub("", text).strip()
    heading = numbered(bare)
    return heading.name if heading else re.sub(r"\s+", "", bare)


def _is_entry(lines: list[Line], i: int) -> bool:
    text = lines[i].text
    if len(text) > _ENTRY_CHARS or text.endswith(("。", "；", "：")):
        return False
    if _ENTRY_END.search(text):
        return True
    following = [line.text for line in lines[i + 1 : i + 3]]
    if any(len(t) <= _ENTRY_CHARS and _ENTRY_END.search(t) for t in following):
        return True
    if not (numbered(text) or unnumbered(text)):
        return False
    return any(line.text == text for line in lines[i + 1 :])
