from __future__ import annotations

import pytest

from ingest.structure.wrapping import Wrapping, ended, width
from tests.ingest.outlines import lines_of, paragraphs, paths, plan_of

LONG = "推进科技创新和产业创新深度融合，加快建设现代化的产业体系，"
FIRST, FULL = LONG[:24], LONG[:26]


def wrapped(*last: str) -> list[str]:
    """Lines of a text that is wrapped at 26 characters and has lost its indents, and after them `last`."""
    return [*[FIRST, FULL, FULL, FULL, f"{FULL[:9]}。"] * 6, *last]


def joins(*texts: str) -> bool:
    """Whether the last of the lines goes on with the one before, all of them in a wrapped text."""
    lines = lines_of(*wrapped(*texts), *wrapped())
    at = len(wrapped(*texts))
    return Wrapping(lines, "text").goes_on(lines[at - 2 : at - 1], lines[at - 1])


def test_half_width_characters_count_a_half() -> None:
    assert width("到2025年达600家") == 4 + 7 / 2


def test_a_line_that_fills_the_width_goes_on() -> None:
    assert joins(FULL, "其余内容")
    assert not joins(FULL[:15], "其余内容")


def test_the_first_line_of_a_paragraph_fills_it_two_characters_earlier() -> None:
    assert joins(FIRST, "其余内容")


def test_a_full_line_that_ends_a_sentence_goes_on_unless_a_first_line_follows() -> None:
    assert joins(f"{FULL[:25]}。", f"{FULL[:12]}。")
    assert joins(f"{FULL[:25]}。", FULL)
    assert not joins(f"{FULL[:25]}。", FIRST)


def test_paragraphs_come_out_whole() -> None:
    plan = plan_of("\n".join(wrapped()))
    assert paragraphs(plan) == ["".join([FIRST, FULL, FULL, FULL, f"{FULL[:9]}。"])] * 6


def test_a_heading_on_two_lines_is_put_together_and_one_that_fills_its_line_is_left_alone() -> None:
    heading = "3.5 完善公共空间和公共服务功能，营造健康舒适便"
    assert joins(heading, "利的环境")
    assert not joins(heading, FIRST)
    assert not joins("3.5 完善公共服务", "利的环境")


def test_an_item_that_is_a_sentence_goes_on_to_its_end() -> None:
    assert joins("（4）预留一定的应急用地和危险品存储用地，科学划", "定防护空间。")
    assert not joins("第四章 预留一定的应急用地和危险品存储用地，科学", "划定防护空间。")


def test_a_numbered_line_begins_anew_unless_the_line_before_is_cut_in_a_sentence() -> None:
    assert not joins(f"{FULL[:8]}：", "（一）加强组织领导")
    assert joins(FULL.replace("，", "和"), "3、4号线的延伸段")


def test_list_marks_and_dashes_begin_anew() -> None:
    assert not joins(FULL, "——坚持改革牵引")
    assert not joins(FULL, "●坚持改革牵引")


def test_a_title_or_bracket_that_is_open_goes_on_until_it_closes() -> None:
    assert joins("7、《某某条例》（2021年", "修订）")
    assert joins("《某某规划", "纲要》")
    assert not joins("《某某规划》", "《另一规划》")


def test_rows_of_a_table_stay_lines_of_their_own() -> None:
    assert not joins("A-04 永久基本农田的保护面积（万亩） 基本", "A-05 耕地保有量（万亩） 基本")
    assert joins(f"到 2025 年，{FULL[:19]}", "其余内容")


@pytest.mark.parametrize(
    ("before", "goes_on"), [("短的一行", False), (LONG.rstrip("，"), True), (f"{LONG[:27]}。", False)]
)
def test_where_a_line_is_a_paragraph_only_a_long_line_without_an_end_was_cut(before: str, goes_on: bool) -> None:
    lines = lines_of(LONG * 4 + "。", LONG * 3 + "。", "一", LONG * 9 + "。", before, "后续")
    assert Wrapping(lines, "text").goes_on(lines[4:5], lines[5]) is goes_on


def test_where_most_lines_have_no_end_none_was_cut() -> None:
    items = [LONG * (n % 4 + 1) + "给予支持" for n in range(9)]
    lines = lines_of(*items, LONG * 9)
    assert not Wrapping(lines, "text").goes_on(lines[:1], lines[1])


def test_a_title_is_no_line_that_was_cut() -> None:
    lines = lines_of("某某市人民政府关于加快推进科技创新高质量发展的实施意见", "各县（市、区）人民政府：", LONG * 9)
    assert not Wrapping(lines, "text").goes_on(lines[:1], lines[1])


def test_a_line_set_in_far_below_one_that_has_not_ended_goes_on() -> None:
    plan = plan_of(
        "对在本区注册并纳税的大数据企业，第一、二年办公场所的租金全部补贴、第三年的\n"
        "                租金补贴一半。\n对吸引上下游企业落户本区的大数据企业，给予一次性的奖励\n"
    )
    assert [text for text in paragraphs(plan) if "租金" in text] == [
        "对在本区注册并纳税的大数据企业，第一、二年办公场所的租金全部补贴、第三年的租金补贴一半。"
    ]


def test_indented_lines_begin_a_paragraph() -> None:
    lines = [*lines_of(LONG.rstrip("，")), *lines_of("后续", indented=True)]
    assert not Wrapping(lines, "text").goes_on(lines[:1], lines[1])


def test_formats_that_mark_paragraphs_are_taken_at_their_word() -> None:
    lines = lines_of(*wrapped())
    assert not Wrapping(lines, "docx").goes_on(lines[1:2], lines[2])
    assert not Wrapping(lines, "html").goes_on(lines[1:2], lines[2])
    assert Wrapping(lines, "markdown").goes_on(lines[:1], lines[1])
    apart = lines_of("甲", "乙", gap=True)
    assert not Wrapping(apart, "markdown").goes_on(apart[:1], apart[1])


def test_where_line_ends_stand_for_stops_every_line_is_a_sentence() -> None:
    sentence = "国民经济持续快速增长，经济实力显著增强，人民生活水平提高"
    plan = plan_of("一、完成情况　　总的情况良好\n" + "\n".join([sentence] * 60))
    assert paragraphs(plan, "一、完成情况") == ["总的情况良好", *[sentence] * 60]
    assert paths(plan) == ["一、完成情况"]


def test_a_heading_that_the_contents_list_names_is_complete() -> None:
    name = "3.3 强化资源环境的底线约束，推进生态优先发展"
    lines = lines_of(*wrapped(name, "节约集约"), *wrapped())
    at = len(wrapped())
    assert Wrapping(lines, "text").goes_on(lines[at : at + 1], lines[at + 1])
    known = frozenset({name.replace(" ", "")})
    assert not Wrapping(lines, "text", known).goes_on(lines[at : at + 1], lines[at + 1])


def test_a_quotation_mark_ends_a_line_only_with_the_sentence_inside_it() -> None:
    assert ended("市领导要求“抓紧抓实。”")
    assert not ended("全面落实“双进双促”")
