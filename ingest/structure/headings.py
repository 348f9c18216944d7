"""Which lines are headings: by their number, by a word that always is one, by the sentence that opens a paragraph.

Chinese official documents number their headings by the order of GB/T 9704-2012 §7.3.3 (一、（一）1.（1）), long plans
put 编/章/节 above them, laws have 条, technical guidelines number by GB/T 1.1-2020 §7 (1, 1.1, 附录 A, A.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CN = "[一二三四五六七八九十百零〇○]"
_HAN = "[一-鿿“《]"
_COUNTED = "[万亿千百元家个人件项倍亩吨米名张岁天年月次所支条]|平方|公里|公顷|立方|美元|以上|左右"
_NAME_CHARS = 45
_RUN_IN_CHARS = 20
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}

# style, rank (smaller is higher), pattern of the number
STYLES: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("part", 0, re.compile(rf"第\s*({_CN}+)\s*编")),
    ("chapter", 1, re.compile(rf"第\s*({_CN}+|\d+)\s*(?:章|部分)")),
    ("appendix", 1, re.compile(rf"附\s*录\s*([A-Z]|\d{{1,2}}|{_CN}+)(?![A-Za-z\d])[：:]?")),
    ("section", 2, re.compile(rf"第\s*({_CN}+|\d+)\s*节")),
    ("article", 3.5, re.compile(rf"第\s*({_CN}+|\d+)\s*条(?:之{_CN})?")),
    ("box", -1, re.compile(rf"专栏\s*(\d+(?:[-—.]\d+)?|{_CN}+)[：:]?")),
    ("cn", 3, re.compile(rf"({_CN}+)\s?[、．.]")),
    ("cn-paren", 4, re.compile(rf"[（(]\s*({_CN}+)\s*[）)]")),
    ("dotted", 4, re.compile(rf"((?:\d{{1,2}}|[A-Z])(?:\.\d{{1,2}}){{1,3}})(?![\d.%])(?=\s*{_HAN})(?!{_COUNTED})")),
    ("arabic", 5, re.compile(r"(\d{1,2})(?:[.．]\s?(?!\d)|、)")),
    ("arabic-paren", 6, re.compile(r"[（(](\d{1,2})[）)]")),
    ("arabic-half", 6, re.compile(rf"(\d{{1,2}})[）)](?=\s*{_HAN})")),
)
_WITH_NAME = frozenset({"part", "chapter", "appendix", "section", "box"})
_WHOLE = re.compile(rf"(\d{{1,2}})[ 　]{{1,4}}({_HAN}[^\s。；，,;：:]{{1,24}})$")
_PREFACE = re.compile(r"(前\s*言|[引序]\s*言|序|结\s*语|后\s*记)$")
_UNNUMBERED = re.compile(r"(附\s*[件图]\s*\d*|附\s*[录表]\s*[A-Z\d]?|[总附]\s*则)$")
_TITLED_ARTICLE = re.compile(r"\s*[（(【]([^）)】]{2,20})[）)】]")
_MARKS = re.compile(r"[\s*]+")
_SENTENCE = re.compile(
    r"^本|^上述|由|应|[^重主需]要[^素求点]|带来|须|不得|可以|分为|包括|是指|一般|相一致|[^一]是[^一]"
)
# 本办法自发布之日起施行: what a document says of itself is a sentence
_OF_ITSELF = re.compile(r"本(?:政策|办法|意见|措施|规定|细则|方案|规划|通知|条例|文件|计划|实施)")
_DASH = re.compile(r"[—－―–-]{2,}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the start of a line; `end` is where in the line it ends and the body text begins.

    `depth` is the level that the format gives it (a heading style), None where only the text says that it is one.
    """

    style: str
    number: str
    name: str
    end: int
    ordinal: int | None = None
    depth: int | None = None


def ordinal(numeral: str) -> int:
    """The value of a heading numeral: 十二 → 12, 7 → 7, 3.2.1 → 1 (the last part), B → 2."""
    last = numeral.replace("-", ".").replace("—", ".").split(".")[-1]
    if last.isdigit() and last.isascii():
        return int(last)
    if last.isascii():
        return ord(last) - ord("A") + 1
    total = current = 0
    for char in last:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGITS[char]
    return total + current


def numbered(line: str) -> Heading | None:
    """The numbered heading that the line starts with, or None.

    A short line is a heading as a whole; in a long one the heading ends with its first sentence, or where a wide space
    parts it from its text; where the sentence is long too, only the number is the heading and its name is empty.
    """
    for style, _, pattern in STYLES:
        found = pattern.match(line)
        if not found:
            continue
        name, end = _article_name(line, found.end()) if style == "article" else _name(line, found.end(), style)
        if style in _WITH_NAME and not name and end < len(line):
            return None  # "第一章规定的…" in running text
        return Heading(style, _MARKS.sub("", found.group(0)), name, end, ordinal(found.group(1)))
    return None


def whole(line: str) -> Heading | None:
    """A top heading of a guideline, "3 总则": a heading only where 3.1 or such a number before it says so."""
    found = _WHOLE.match(line)
    return Heading("whole", found[1], _MARKS.sub("", found[2]), len(line), int(found[1])) if found else None


def unnumbered(line: str) -> Heading | None:
    """前言 (which holds its own text only), 附件 (which may hold chapters) and the like."""
    for style, pattern in (("preface", _PREFACE), ("plain", _UNNUMBERED)):
        if found := pattern.match(line):
            return Heading(style, "", re.sub(r"\s+", "", found.group(1)), len(line))
    return None


def plain(line: str, depth: int | None = None) -> Heading:
    """A heading that something else than its words marks as one: a heading style, the contents list, blank lines."""
    return Heading("plain", "", re.sub(r"(?<=[一-鿿])\s+(?=[一-鿿])", "", line), len(line), depth=depth)


def run_in(text: str) -> Heading | None:
    """The lead-in of an item: a short first sentence ("基因编辑。围绕…", "——坚持改革牵引。…")."""
    stop = text.find("。")
    dash = _DASH.match(text)
    listed = re.match(rf"{_CN}是", text)
    lead = text[dash.end() if dash else 0 : stop]
    if stop < 0 or len(text) - stop < 20 or not 2 <= len(lead) <= _RUN_IN_CHARS + (16 if listed else 0):
        return None
    if re.search(r"[；;：:！？!?]" if listed else r"[，,；;：:！？!?]|^[、.．·]", lead):
        return None
    if not dash and not listed and (lead.count("、") > 1 or re.search(r"\d", lead) or _SENTENCE.search(lead)):
        return None
    if lead.startswith("一是") and re.search(r"[。；]二是", text):
        return None
    return Heading("run-in", "——" if dash else "", _MARKS.sub("", lead), stop + 1)


def _article_name(line: str, start: int) -> tuple[str, int]:
    """Articles of local laws may have a name in brackets; their text is never one."""
    found = _TITLED_ARTICLE.match(line, start)
    return (found[1], found.end()) if found else ("", start)


def _name(line: str, start: int, style: str) -> tuple[str, int]:
    """The name of a numbered heading and where it ends; an empty name where what follows is a sentence."""
    rest = line[start:]
    wide = re.search(r"(?<=\S)　{2,}", rest)
    if wide and wide.start() <= _NAME_CHARS and "。" not in rest[: wide.start()]:
        return _clean(rest[: wide.start()]), start + wide.end()
    clean = _clean(rest)
    if len(clean) <= _NAME_CHARS and not clean.endswith(("；", ";", "，", ",")):
        if not re.search(r"[。；;，,：:]", clean[:-1]):
            return clean.rstrip("。：:"), len(line)
        if "。" not in clean and style not in ("arabic", "arabic-paren", "arabic-half"):
            return clean.rstrip("：:"), len(line)
        if "。" not in clean and style == "arabic" and len(clean) <= 30 and not clean.endswith(("：", ":")):
            return clean, len(line)
    stop = rest.find("。")
    if 0 < stop <= _NAME_CHARS and not re.search("[；;]", rest[:stop]) and not _OF_ITSELF.match(clean):
        return _MARKS.sub("", rest[:stop]), start + stop + 1
    return "", start


def _clean(name: str) -> str:
    return _MARKS.sub("" if re.search("[一-鿿]", name) else " ", name).strip()
