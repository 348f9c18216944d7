"""Digits that are no values: numbers of documents, telephones, lists and tables, and numbers inside names."""

from __future__ import annotations

import re

from ingest.notation.units import SCALE, UNIT

# Every sign of Chinese numerals, for character classes.
NUMERALS = "〇○零一二两三四五六七八九十百千万亿"
# Counting words before which 一 is an article (一批项目), not the number 1.
_COUNTED_SINGLY = "个|种|批|项|名|家|条|人|户|次|场|支|位|套|座|所|件|处|款|类|辆|台|成|元|组"
# 6.3m3, 40 km2: no name but a unit
_CUBED = r"(?<=[\d\s])k?m[23](?![\dA-Za-z])"

_NOT_A_VALUE = re.compile(
    "|".join(
        (
            r"https?://[^\s，。]{1,500}",
            r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_.-]{3,100}",
            r"《[^《》\n]{1,80}》",
            # document numbers: 国发〔2018〕38号, 第16号
            r"[〔\[\(（]\s?(?:19|20)\d{2}\s?[〕\]\)）]\s?第?\s?\d{1,6}\s?号",
            r"(?:第\s?)?(?<!\d)\d{1,8}\s?号",
            # telephones
            r"(?<!\d)0\d{2,3}\s?[-—]\s?\d{7,8}(?!\d)",
            r"(?<!\d)1[3-9]\d{9}(?!\d)",
            r"(?<!\d)(?:400|800)-\d{3,4}-?\d{3,4}(?!\d)",
            # section, list and table numbers
            r"(?<![\d.])\d{1,8}(?:\.\d{1,8}){2,8}",
            r"(?m:^[ \t]{0,8}\d{1,2}[.、)](?!\d))",
            r"(?<=[。；;：:])\s?\d{1,2}\.(?!\d)",
            r"(?m:^[ \t]{0,8}\d{1,2}(?:\.\d{1,2}){1,4}[ \t]{1,4}(?=[\u4e00-\u9fff]))(?!年|个|家|万|亿)",
            r"(?<![A-Za-z])[A-Z]\.\d{1,2}(?:\.\d{1,2}){0,3}(?!\d)",
            rf"\(\s?(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})\s?\)",
            r"(?:附表|附件|专栏|专题|图|表|页|卷)\s?\d{1,4}(?:[-—.]\d{1,4}){0,3}",
            # names: “5050”, 500强, 80、90后, 3.0版, 01专项, 1+2+6+N, 9:00, G60, 5G
            r"[“\"]\d{1,8}[”\"]",
            r"(?<![\d.])\d{1,5}\s?强(?!度|化|制)",
            r"(?<!\d)\d{2}(?:、\d{2}){0,4}(?:后|年代)",
            r"(?<![\d.])\d{1,3}(?:\.\d{1,3})?版",
            r"(?<![\d.])0\d{1,8}(?![\d.])",
            r"(?<!\+)\d\w?(?:\+[\dA-Za-z]{1,4}\w?){1,8}",
            r"(?<!\d)\d{1,2}[:：]\d{2}(?!\d)",
            r"(?<![\d.])\d{1,8}/\d{1,8}(?![\d/])",
            rf"(?<![A-Za-z])(?!{_CUBED})[A-Za-z]{{1,20}}-?\d{{1,8}}[A-Za-z\d]{{0,8}}(?![\d.%‰]|\s?(?:余|多|{SCALE})?(?:{UNIT}))",
            rf"(?<![\d.])\d{{1,8}}(?!{UNIT})[A-Za-z]{{1,20}}\d{{0,8}}",
            # digits that a scan has broken: 1g80年, 17g · 3亿元, 2 · 6万台
            rf"(?<![\d.])\d{{1,8}}(?!{_CUBED})[A-Za-z]\d{{1,8}}",
            r"(?<![\d.])\d{1,8}[A-Za-z]?\s?·\s?\d{1,8}(?:\s?[%‰])?",
            # Chinese numerals inside words and names
            rf"(?:第\s?)?(?<![\d{NUMERALS}])(?:\d{{1,3}}|[{NUMERALS}]{{1,4}})届(?:\s?(?:\d{{1,3}}|[{NUMERALS}]{{1,4}})[次中](?:、[{NUMERALS}]{{1,4}}[次中]){{0,8}})?",
            r"两个一百年|五四|五一|三八",
            rf"(?<=[数几每])[{NUMERALS}]{{1,20}}",
            rf"(?<![{NUMERALS}])[{NUMERALS}]{{1,20}}(?=余?级|等|号|大)",
            rf"(?<![{NUMERALS}点之])一(?=(?:{_COUNTED_SINGLY})(?!百分点|半))",
        )
    )
)
_ORDINAL = re.compile(rf"第\s?(?:\d{{1,8}}|[{NUMERALS}]{{1,8}})")


def blank_names(text: str) -> str:
    """The text with every such number overwritten by NUL, so that offsets stay; `text` in half width."""
    return _NOT_A_VALUE.sub(_nulls, text)


def blank_ordinals(text: str) -> str:
    """The text with 第三, 第19 … overwritten by NUL."""
    return _ORDINAL.sub(_nulls, text)


def blank_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans, given in order, overwritten by NUL."""
    parts = []
    position = 0
    for start, end in spans:
        parts.append(text[position:start])
        parts.append("\0" * (end - start))
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _nulls(match: re.Match[str]) -> str:
    return "\0" * (match.end() - match.start())
