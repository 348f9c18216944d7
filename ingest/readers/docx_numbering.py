"""Automatic numbers of a DOCX, written out: plans number 第一条, 一、, （一）, 1. this way, and people cite by them.

Follows ECMA-376 part 1, 17.9 (numbering definitions, levels, overrides).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml import etree

from ingest.readers.docx_styles import StyleSheet, value_of

_PLACE = re.compile(r"%([1-9])")
_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_CHINESE = re.compile(r"(?:chinese|taiwanese|japanese)Counting")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    style: str
    in_arabic: bool


class Numbering:
    """The numbering of a document; ask for every paragraph once, in reading order."""

    def __init__(self, document) -> None:  # a docx.document.Document, which python-docx does not export
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._numbers: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering") and isinstance(relation.target_part, XmlPart):
                self._load(relation.target_part.element)

    def number_of(self, paragraph: etree._Element, styles: StyleSheet) -> str:
        """The number printed before this paragraph, or "" where there is none (bullets are none)."""
        number, level = self._place(paragraph, styles)
        abstract = self._numbers.get(number, "")
        levels = self._abstract.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [])
        restart = self._restarts.pop((number, level), None)
        del counts[level + 1 :]
        while len(counts) <= level:
            counts.append(levels[len(counts)].start - (len(counts) == level) if len(counts) in levels else 0)
        counts[level] = restart if restart is not None else counts[level] + 1
        own = levels[level]
        printed = _PLACE.sub(lambda place: self._count(levels, counts, int(place[1]) - 1, own.in_arabic), own.text)
        return printed + " " if printed and (printed[-1].isalnum() or printed[-1] == ".") else printed

    def _count(self, levels: dict[int, _Level], counts: list[int], level: int, in_arabic: bool) -> str:
        if level >= len(counts) or level not in levels:
            return ""
        return _written(counts[level], "decimal" if in_arabic else levels[level].format)

    def _place(self, paragraph: etree._Element, styles: StyleSheet) -> tuple[str, int]:
        """The paragraph's numbering id and level, its own or its style's."""
        for holder in [paragraph, *styles.chain(paragraph)]:
            found = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            number = value_of(found, "w:numId")
            if not number:
                continue
            level = value_of(found, "w:ilvl")
            if level.isdigit():
                return number, int(level)
            levels = self._abstract.get(self._numbers.get(number, ""), {})
            style = holder.get(qn("w:styleId"))
            return number, next((n for n, known in levels.items() if style and known.style == style), 0)
        return "", 0

    def _load(self, root: etree._Element) -> None:
        for definition in root.iter(qn("w:abstractNum")):
            levels = {_index(level): _level(level) for level in definition.iter(qn("w:lvl"))}
            self._abstract[definition.get(qn("w:abstractNumId"))] = levels
        for number in root.iter(qn("w:num")):
            name = number.get(qn("w:numId"))
            self._numbers[name] = value_of(number, "w:abstractNumId")
            for override in number.iter(qn("w:lvlOverride")):
                start = value_of(override, "w:startOverride")
                if start.isdigit():
                    self._restarts[name, _index(override)] = int(start)


def _index(element: etree._Element) -> int:
    level = element.get(qn("w:ilvl"), "")
    return int(level) if level.isdigit() else 0


def _level(element: etree._Element) -> _Level:
    start = value_of(element, "w:start")
    form = value_of(element, "w:numFmt") or "decimal"
    text = "" if form in {"bullet", "none"} else value_of(element, "w:lvlText")
    legal = element.find(qn("w:isLgl"))
    in_arabic = legal is not None and legal.get(qn("w:val"), "1") not in {"0", "false"}
    return _Level(int(start) if start.isdigit() else 0, form, text, value_of(element, "w:pStyle"), in_arabic)


def _written(number: int, form: str) -> str:
    """A count in a numbering format (ECMA-376 part 1, 17.18.59); formats of other scripts come out as digits."""
    if _CHINESE.match(form):
        return _in_chinese(number)
    if form == "chineseLegalSimplified":
        return _in_chinese(number).translate(_LEGAL)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if form in {"lowerLetter", "upperLetter"} and number >= 1:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 1 <= number < 40:
        return _in_roman(number) if form == "lowerRoman" else _in_roman(number).upper()
    return str(number)


def _in_chinese(number: int) -> str:
    """1 to 999 as Chinese numbering writes it: 十, 十二, 二十, 一百零五; beyond, digits."""
    if not 0 <= number < 1000:
        return str(number)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones or not number else "")


def _in_roman(number: int) -> str:
    text = ""
    for letters, value in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text
