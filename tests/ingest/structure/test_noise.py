from __future__ import annotations

import pytest

from ingest.plans import RawLine, Span
from ingest.structure.noise import clean, is_page_number
from tests.ingest.outlines import lines_of


def cleaned(source: str, previous_end: int = 0) -> list[str]:
    start = previous_end + len(source[previous_end:]) - len(source[previous_end:].lstrip())
    return [line.text for line in clean(source, RawLine(Span(start, len(source))), previous_end)]


def test_marks_within_a_line_are_cut_out_and_its_pieces_stay_verbatim() -> None:
    source = "一、总体[bookmark:x1]要求**（加粗）**"
    (line,) = clean(source, RawLine(Span(0, len(source))), 0)
    assert line.text == "一、总体要求（加粗）"
    assert [source[p.start : p.end] for p in line.pieces] == ["一、总体", "要求", "（加粗）"]


@pytest.mark.parametrize(
    "chrome",
    [
        "[bookmark:_GoBack]",
        "上一篇：某市规划",
        "责任编辑：张三",
        "【法宝引证码】CLI.1",
        "https://example.org/a (text of a PDF)",
        "扫一扫在手机打开当前页",
        "微博微信",
        "更新时间: 2026-01-26 11:25:32",
        "[规划全文.pdf](/files/1.pdf) ![](2.png)",
    ],
)
def test_what_a_site_prints_around_a_plan_is_no_line_of_it(chrome: str) -> None:
    assert cleaned(chrome) == []


@pytest.mark.parametrize(
    "text", ["来源于企业的资金占七成。", "网站标识统一。", "https://example.org 是市政府为企业开设的网上办事窗口"]
)
def test_text_that_only_begins_like_chrome_stays(text: str) -> None:
    assert cleaned(text) == [text]


@pytest.mark.parametrize("number", ["- 12 -", "—3—", "第 3 页 共 20 页", "· 323．", "3 1 ·", "IV", "I I", "· 。"])
def test_a_page_number_is_known_by_its_dashes_or_numerals(number: str) -> None:
    assert is_page_number(lines_of(number)[0])


@pytest.mark.parametrize("text", ["12", "2025", "3.5", "XX", "3家", "V2.0", "-"])
def test_what_may_be_a_cell_of_a_table_is_no_page_number(text: str) -> None:
    assert not is_page_number(lines_of(text)[0])


def test_a_page_that_opens_in_the_last_line_of_the_one_before_is_cut_off() -> None:
    assert cleaned("2021 年 9 月 前    言") == ["2021 年 9 月", "前    言"]
    assert cleaned("设计研究院。目 次") == ["设计研究院。", "目 次"]
    assert cleaned("本规划由序言和正文组成") == ["本规划由序言和正文组成"]


def test_a_blank_line_or_an_indent_is_a_gap() -> None:
    source = "甲\n乙\n\n丙\n　　丁"
    starts = [0, 2, 5, 9]
    lines = [clean(source, RawLine(Span(at, at + 1)), end)[0] for at, end in zip(starts, [0, 1, 3, 6], strict=True)]
    assert [(line.text, line.gap, line.indented) for line in lines] == [
        ("甲", False, False),
        ("乙", False, False),
        ("丙", True, False),
        ("丁", True, True),
    ]
