from __future__ import annotations

from ingest.structure.tabbed import is_tabbed, spaced_rows, tabbed_rows
from tests.ingest.outlines import cells, lines_of, paragraphs, plan_of, tables


def test_a_line_with_a_tab_before_its_first_word_is_tabbed() -> None:
    source = "指标\t2019年\n\t强度\n正文"
    lines = lines_of("指标\t2019年", "\t强度", "正文")
    assert [is_tabbed(source, line) for line in lines] == [True, True, False]
    rows = tabbed_rows(source, lines, 0)
    assert [[cell.text for cell in row] for row in rows] == [["指标", "2019年"], ["", "强度"]]
    assert [source[cell.span.start : cell.span.end] for cell in rows[1]] == ["", "强度"]


def test_the_line_before_tabbed_lines_is_their_caption() -> None:
    plan = plan_of("一、园区\n重点园区一览表\n产业\t园区\n装备\t甲园\n\t乙园\n以上为名单。")
    (table,) = tables(plan)
    assert table.caption == "重点园区一览表"
    assert cells(table) == [["装备", "甲园"], ["装备", "乙园"]]
    assert paragraphs(plan, "一、园区") == ["以上为名单。"]


def test_a_single_line_with_a_tab_is_text() -> None:
    plan = plan_of("一、目标\n达到\t600家")
    assert tables(plan) == []
    assert paragraphs(plan, "一、目标") == ["达到\t600家"]


def test_under_a_caption_columns_are_known_by_wide_spaces() -> None:
    rows = ["人口规模  占比上限", "300万以下  不高于15%", "300万至500万  不高于8%", "500万以上  不高于5%"]
    plan = plan_of("\n".join(["表1 弹性区占比", *rows, "以上比例为上限。"]))
    (table,) = tables(plan)
    assert table.header == ("人口规模", "占比上限")
    assert cells(table)[2] == ["500万以上", "不高于5%"]
    assert paragraphs(plan) == ["以上比例为上限。"]


def test_under_a_caption_columns_are_known_by_single_spaces_where_all_rows_have_as_many() -> None:
    rows = ["编号 指标 单位 2025年", "1 企业数 家 600", "2 专利数 件 20", "3 强度 % 4.0"]
    (table,) = tables(plan_of("\n".join(["表2 指标", *rows])))
    assert cells(table)[2] == ["3", "强度", "%", "4.0"]
    assert [table.header[3], table.rows[0].span.start] == ["2025年", len("表2 指标\n" + rows[0] + "\n")]


def test_a_numbered_line_between_such_rows_groups_them() -> None:
    rows = [
        "编号  指标  属性",
        "一、空间底线",
        "1  红线面积  约束性",
        "2  用水总量  约束性",
        "二、空间品质",
        "3  绿地  预期性",
    ]
    (table,) = tables(plan_of("\n".join(["表3 指标", *rows])))
    assert [row.group for row in table.rows] == ["一、空间底线", "一、空间底线", "二、空间品质"]


def test_lines_that_do_not_fall_into_columns_are_no_table_and_their_caption_is_text() -> None:
    plan = plan_of("表4 说明\n本表由各部门填报。\n填报 时间 另行通知。")
    assert tables(plan) == []
    assert paragraphs(plan)[0] == "表4 说明"


def test_two_rows_are_too_few() -> None:
    assert spaced_rows(lines_of("甲  乙", "1  2", "3  4"), 0) == ([], 0)


def test_a_header_of_indicators_needs_no_caption() -> None:
    rows = [
        "指 标    2025 年    属 性",
        "1.企业数(家)    600    预期性",
        "2.强度(%)    >4    预期性",
        "3.覆盖率(%)    100    约束性",
    ]
    (table,) = tables(plan_of("\n\n".join(["专栏 1    主要指标", *rows])))
    assert table.header == ("指标", "2025年", "属性")
    assert cells(table)[1] == ["2.强度(%)", ">4", "预期性"]
