"""Rows of tables with one cell a line find their groups, and take over what they leave out."""

from __future__ import annotations

from ingest.plans import Table
from tests.ingest.outlines import cells, paragraphs, plan_of, tables


def table_of(*texts: str) -> Table:
    """The only table of cells that blank lines part."""
    (table,) = tables(plan_of("\n\n".join(texts)))
    return table


def test_a_group_after_the_serial_holds_until_the_next_one() -> None:
    head = ["序号", "类别", "指标名称", "指标属性", "2025年", "2030年"]
    rows = ["1", "安全", "防洪达标率", "预期性", "70%", "80%", "2", "积水点消除率", "预期性", "—", "90%"]
    rows += ["3", "质量", "污泥处置率", "约束性", "95%", "100%", "4", "管网漏损率", "预期性", "10%", "≤9%"]
    table = table_of("主要指标", *head, *rows, "注：括号内为平均值。")
    assert table.caption == "主要指标"
    assert [row[1:3] for row in cells(table)] == [
        ["安全", "防洪达标率"],
        ["安全", "积水点消除率"],
        ["质量", "污泥处置率"],
        ["质量", "管网漏损率"],
    ]
    assert [row[5] for row in cells(table)] == ["80%", "90%", "100%", "≤9%"]


def test_a_row_below_one_takes_over_what_it_leaves_out() -> None:
    head = ["板块", "序号", "指标名称", "属性", "单位", "现状", "目标"]
    rows = ["绿化", "1", "新建绿地", "约束性", "公顷", "90", "35", "其中公园", "58", "17", "市容"]
    rows += ["2", "店招整治", "预期性", "块", "2598", "1500", "3", "公厕", "预期性", "座", "3", "4"]
    found = cells(table_of(*head, *rows))
    assert found[1] == ["绿化", "", "其中公园", "约束性", "公顷", "58", "17"]
    assert [row[0] for row in found] == ["绿化", "绿化", "市容", "市容"]


def test_a_serial_may_be_missing() -> None:
    head = ["序号", "类别", "指标名称", "单位", "目标"]
    rows = ["1", "整治", "户外设施", "处", "500", "3", "店招", "块", "1000", "4", "广告", "块", "250"]
    assert [row[0] for row in cells(table_of(*head, *rows))] == ["1", "3", "4"]


def test_names_lead_the_rows_where_there_are_no_serials() -> None:
    head = "指标名称\n指标属性", "目标值（2025年）", "现状值（2025年）", "进展"
    rows = ["水面率", "约束性", "3.76%", "3.86%", "已完成", "防洪标准", "预期性", "百年一遇", "百年一遇", "已完成"]
    rows += ["雨水能力", "预期性", "35%", "74.2%", "已完成"]
    plan = plan_of("\n\n".join(["完成情况", *head, *rows, "以上指标均已完成。"]))
    (table,) = tables(plan)
    assert table.header == ("指标名称", "指标属性", "目标值（2025年）", "现状值（2025年）", "进展")
    assert cells(table)[1] == ["防洪标准", "预期性", "百年一遇", "百年一遇", "已完成"]
    assert [plan.quote(cell.span) for cell in table.rows[2].cells][:3] == ["雨水能力", "预期性", "35%"]
    assert paragraphs(plan) == ["以上指标均已完成。"]


def test_lines_that_are_one_cell_stay_together() -> None:
    head = ["序号", "指标", "属性", "基准值\n（2020年）", "目标值\n（2025年）"]
    rows = ["1", "水面积", "约束性", "120.14\n平方公里", "128.92\n平方公里", "2", "处理率", "约束性", "95%", "≥99%"]
    rows += ["3", "漏损率", "预期性", "10%", "≤9%"]
    table = table_of(*head, *rows)
    assert table.header[3:] == ("基准值（2020年）", "目标值（2025年）")
    assert cells(table)[0][3:] == ["120.14平方公里", "128.92平方公里"]
