from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.plans import Located, Span
from ingest.structure.titles import kind, plan_title, title
from tests.ingest.outlines import lines_of


def titled(*texts: str, style: str | None = None) -> str | None:
    """The title of lines, the first of which has the style."""
    lines = lines_of(*texts)
    lines[0] = replace(lines[0], style=style)
    found = title("\n".join(texts), lines, None)
    return found.value if found else None


def named(value: str) -> Located:
    return Located(value, Span(0, len(value)))


def test_the_first_lines_that_end_like_a_title_are_the_title() -> None:
    assert titled("甲市科技规划", "2022年3月") == "甲市科技规划"
    assert titled("关于建设创新甲区 加快形成新质生产力", "的实施意见", "（征求意见稿）") == (
        "关于建设创新甲区加快形成新质生产力的实施意见"
    )
    assert titled("甲市规划（2021年-2035年）（草案）", "前言") == "甲市规划（2021年-2035年）（草案）"


def test_a_title_style_or_the_only_high_heading_comes_first() -> None:
    assert titled("甲区行动", "乙区规划", style="title") == "甲区行动"
    assert titled("甲区行动", "乙区规划", style="heading-1") == "甲区行动"
    assert titled("前言", "乙区规划", style="heading-1") == "乙区规划"
    assert titled("第一章 总则", "乙区规划", style="heading-1") == "乙区规划"


def test_the_pages_own_field_comes_before_everything() -> None:
    own = named("丙市方案")
    assert title("甲市规划", lines_of("甲市规划"), own) == own


def test_a_title_that_the_notice_names_is_taken_where_no_line_is_one() -> None:
    lines = "各区人民政府：", "现将《甲市科技发展规划》印发给你们，请执行。"
    assert titled(*lines) == "甲市科技发展规划"


def test_a_document_number_is_no_title() -> None:
    lines = "甲府办发〔2011〕19号", "各区人民政府：", "乙局制订的《甲市学前教育计划》已经市政府同意，现转发给你们。"
    assert titled(*lines) == "甲市学前教育计划"


def test_a_file_that_is_named_like_a_plan_says_more_than_a_first_line() -> None:
    lines = lines_of("扶持政策页面", "对企业给予奖励。")
    assert title("", lines, None, "甲区产业园扶持政策.txt") is None
    assert title("", lines, None, "第3页.txt") is not None


def test_a_text_without_a_title_is_called_by_its_first_line() -> None:
    assert titled("硕果累累 各项指标创新高", "近日，监测报告出炉。") == "硕果累累 各项指标创新高"
    assert title("", [], None) is None


@pytest.mark.parametrize(
    ("notice", "plan"),
    [
        ("关于印发《甲区科技规划》的通知", "甲区科技规划"),
        ("甲省政府办公厅关于印发药品采购试点方案的通知", "药品采购试点方案"),
        ("甲市经信局印发《关于推进专区建设的指导意见》的通知", "关于推进专区建设的指导意见"),
        ("甲市关于促进创新的意见", "甲市关于促进创新的意见"),
        ("甲省转发乙局关于防灾意见报告的通知", "甲省转发乙局关于防灾意见报告的通知"),
    ],
)
def test_the_plan_has_the_title_that_stands_in_the_notices(notice: str, plan: str) -> None:
    found = plan_title(notice, named(notice))
    assert found.value == plan
    assert notice[found.span.start : found.span.end] == plan


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("甲市“十四五”科技规划", "规划"),
        ("国民经济和社会发展计划和远景目标纲要", "规划"),
        ("关于支持招才引智的若干政策", "政策措施"),
        ("关于推进规划实施的意见", "意见"),
        ("甲省数据管理办法", "办法"),
        ("体检工作方案（含指标体系）", "方案"),
        ("转发某局意见报告的通知", "通知"),
        ("国土空间规划编制指南（试行）征求意见稿", "其他"),
        ("关于甲新区总体规划的批复", "其他"),
        ("关于调整实施某条例有关规定的决定", "其他"),
        ("硕果累累", "报道"),
    ],
)
def test_the_kind_is_what_the_title_ends_with(name: str, expected: str) -> None:
    assert kind(named(name), "据记者了解，") == expected


def test_without_a_title_the_kind_is_not_guessed() -> None:
    assert kind(None, "规划规划") == "其他"
    assert kind(named("工作要点"), "正文") == "其他"


def test_whom_a_notice_addresses_is_no_title() -> None:
    lines = "各街道办事处、乡镇人民政府,区政府直属各单位:", "《甲区科技方案(2023-2027年)》已经审议通过,现印发给你们。"
    assert titled(*lines) == "甲区科技方案(2023-2027年)"


def test_a_document_that_the_opening_only_follows_is_no_title() -> None:
    assert titled("按照《国务院关于促进旅游发展的意见》要求，制定本意见。", "一、景区建设") is None
    assert titled("现发布《甲县旅游发展意见》，请执行。", "一、景区建设") == "甲县旅游发展意见"


def test_a_heading_is_no_title() -> None:
    assert titled("指导思想", "围绕全区产业布局，推进科技创新。", style="heading-2") is None


def test_the_plan_is_what_a_notice_without_a_verb_is_about() -> None:
    text = "《甲市三年行动计划(2023—2025年)》的通知"
    assert plan_title(text, named(text)).value == "甲市三年行动计划(2023—2025年)"
