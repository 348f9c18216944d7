"""What stands around a plan but is not the plan: inline marks, page numbers, the chrome of the site it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.plans import RawLine, Span
from ingest.structure.lines import Line, join, part

MARKS = re.compile(r"\[bookmark:[^\]]*\]|\*\*|\u200b|\ufeff")
_CHROME = re.compile(
    r"(上一篇|下一篇|责任编辑|审核人?[:：]|来源[:：]|打印(本页)?$|关闭(窗口)?$|返回(顶部|首页)|分享到|字体[:：]|浏览次数"
    r"|扫一扫|更新时间[:：]|使用.?扫一扫|打开微信|(?:微博|微信|QQ空间|朋友圈)+$|【法宝引证码】|原文链接[:：]|Baidu$|map$|相关(链接|阅读)|主办单位[:：]|版权所有"
    r"|网站标识码)"
)
_CHROME_CHARS = 120
# "- 12 -", "第 3 页", "· 323．", "IV": a bare number may as well be a table's cell and is left to `pages`
_PAGE_NUMBER = re.compile(
    r"[-—–·.．。\s]*\d(?:\s?\d){0,3}\s*[-—–·．。][-—–·.．。\s]*$|[-—–·．。]+\s*\d(?:\s?\d){0,3}[-—–·.．。\s]*$"
    r"|第\s*\d+\s*页(\s*[/,，]?\s*共\s*\d+\s*页)?$|[·.．。，,\s]+$"
    r"|(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|XIX|I I{1,2}|[ⅠⅡⅢⅣⅤ]{1,3})$"
)
_ADDRESS = re.compile(r"https?://\S+")
# [规划.pdf](/files/1.pdf), ![](x.png): a page's links and pictures
_LINKS = re.compile(r"(?:!?\[[^\]]*\]\([^()]*\)\s*)+")
_HAN = re.compile("[一-鿿]")
_ADDRESS_HAN = 10
# where a page break was lost, what opens a page stands at the end of the line that closed the one before
_OPENS_PAGE = re.compile(r"(?<=[月日。IVX])\s*(?=(?:[前引序]\s+言|目\s*[录次])$)")


def clean(source: str, raw: RawLine, previous_end: int, numbers: Iterable[Span] = ()) -> list[Line]:
    """The line without inline marks and page numbers; no line where nothing of it belongs to the plan, two where a
    lost page break runs through it. `numbers` are the page numbers that stick to lines, see `pages`."""
    pieces = _pieces(source, raw, numbers)
    if not pieces:
        return []
    text = join([source[p.start : p.end] for p in pieces])
    if len(text) < _CHROME_CHARS and _CHROME.match(text):
        return []
    if _LINKS.fullmatch(text):
        return []
    if _ADDRESS.match(text) and len(_HAN.findall(text)) < _ADDRESS_HAN:
        return []
    between = source[previous_end : raw.span.start]
    before = between.rsplit("\n", 1)[-1]
    indented = before.count("　") >= 2
    gap = indented or between.count("\n") > 1 or bool(between.strip())
    line = Line(text, tuple(pieces), raw.style, gap, indented, len(before) if not before.strip() else 0)
    cut = _OPENS_PAGE.search(text)
    return [part(line, 0, cut.start()), part(line, cut.end(), len(text))] if cut and cut.start() else [line]


def is_page_number(line: Line) -> bool:
    """A line that holds a page number, or what was left of one, and nothing else."""
    return bool(_PAGE_NUMBER.match(line.text))


def _pieces(source: str, raw: RawLine, numbers: Iterable[Span]) -> list[Span]:
    start, end = raw.span.start, raw.span.end
    cuts = [found.span() for found in MARKS.finditer(source, start, end)]
    cuts += [(span.start, span.end) for span in numbers if start <= span.start and span.end <= end]
    pieces: list[Span] = []
    for cut_start, cut_end in [*sorted(cuts), (end, end)]:
        text = source[start:cut_start]
        left = start + len(text) - len(text.lstrip())
        right = start + len(text.rstrip())
        if left < right:
            pieces.append(Span(left, right, raw.span.page))
        start = max(start, cut_end)
    return pieces
