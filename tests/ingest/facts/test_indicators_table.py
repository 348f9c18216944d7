"""What a cell means is read off its row, its column and the caption."""

from __future__ import annotations

import pytest

from ingest.facts.horizon import horizon
from ingest.facts.indicators_table import cell_value, from_tables
from ingest.plans import UNCAPTIONED
from tests.ingest.small_plans import plan, table


def records(found, **about):
    made = plan(table=found, **about)
    return list(from_tables(made, horizon(made)))


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("600", ("600", "=", "", "")),
        ("1,234.5", ("1234.5", "=", "", "")),
        ("≥15", ("15", ">=", "", "")),
        (">800", ("800", ">", "", "")),
        ("＞800", ("800", ">", "", "")),
        ("预计3.5", ("3.5", "=", "预计", "")),
        ("15以上", ("15", ">=", "", "")),
        ("70%左右", ("70", "~", "", "%")),
        ("74.2%2", ("74.2", "=", "", "%")),
        ("6.3m3", ("6.3", "=", "", "m3")),
        ("-3", ("-3", "=", "", "")),
        ("3—5", ("3-5", "=", "", "")),
        ("2030", ("2030", "=", "", "")),
        ("达到50家以上", ("50", ">=", "", "家")),
        ("高于固定资产投资", ("高于固定资产投资", "=", "", "")),
    ],
)
def test_a_cell_is_a_value_with_its_comparator_or_words(cell, read):
    assert cell_value(cell) == read


def test_units_stand_in_a_column_in_brackets_or_over_the_table():
    by_column = table("表1 主要指标", "指标|单位|2025年", "科技企业|家|600")
    in_brackets = table("表1 主要指标", "指标名称|2025年", "科技企业（家）|600")
    above = table("表1 主要指标", "指标名称|2025年", "科技企业|600", unit="家")
    for found in (by_column, in_brackets, above):
        (one,) = records(found)
        assert (one.name, one.value, one.unit, one.year, one.role) == ("科技企业", "600", "家", "2025", "target")


def test_roles_follow_the_header_and_the_plan_period():
    found = table(
        "表1 指标", "指标|2015年|2020年 规划目标|2020年 完成值|增长率(%)|2025年目标|全市排名", "发明(件)|1|2|3|200|5|4"
    )
    assert [(one.role, one.year, one.value, one.unit) for one in records(found)] == [
        ("actual", "2015", "1", "件"),
        ("planned", "2020", "2", "件"),
        ("actual", "2020", "3", "件"),
        ("growth", "2015-2025", "200", "%"),
        ("target", "2025", "5", "件"),
        ("rank", "2025", "4", "位"),
    ]


def test_rows_of_regions_belong_to_the_regions():
    found = table("表2 2019年研发情况", "地区|R&D经费(亿元)|强度排名", "全市|530.4|", "滨江区|155.4|1", "临安区|19.6|5")
    assert [(one.name, one.region, one.value) for one in records(found)] == [
        ("R&D经费", "杭州市", "530.4"),
        ("R&D经费", "滨江区", "155.4"),
        ("强度排名", "滨江区", "1"),
        ("R&D经费", "临安区", "19.6"),
        ("强度排名", "临安区", "5"),
    ]


def test_what_a_caption_says_of_each_region_is_named_without_the_regions():
    found = table("表2 2019年各县（市、区）创新指数得分", "地区|得分", "滨江区|75.1")
    (one,) = records(found)
    assert (one.name, one.region, one.year) == ("得分", "滨江区", "2019")
    found = table("表2 各县（市、区）创新指数得分", "地区|2019年|2020年", "滨江区|75.1|76.2")
    assert [(one.name, one.year) for one in records(found)] == [("创新指数得分", "2019"), ("创新指数得分", "2020")]


def test_groups_and_dashes():
    found = table("表3 指标", "分类|指标|2020年|2025年", "人才::人才|团队(支)|-|100", "人才::人才|总量(万人)|285|335")
    assert [(one.group, one.name, one.value) for one in records(found)] == [
        ("人才", "团队", "100"),
        ("人才", "总量", "285"),
        ("人才", "总量", "335"),
    ]


@pytest.mark.parametrize(
    "found",
    [
        table("园区一览表", "产业|园区|主导产业", "装备|临港产业区|智能制造", "新能源|高淳开发区|机床"),
        table("表1 分工", "序号|任务|责任单位", "1|建平台|科技局", "2|引人才|组织部"),
        table("", "姓名|电话", "张三|88881234"),
    ],
)
def test_a_table_without_figures_gives_no_records(found):
    assert records(found) == []


def test_aside_columns_are_no_values():
    found = table("表1 指标", "指标|单位|2025年|属性|备注", "覆盖率|%|50|预期性|3", "增速|%|10|约束性|4")
    assert [one.value for one in records(found)] == ["50", "10"]


def test_a_number_before_the_name_and_a_broken_name_are_mended():
    (one,) = records(table("表1 主要指标", "指标名称|2025年", "3.农产品监测合格 率（%）|98"))
    assert (one.name, one.value, one.unit) == ("农产品监测合格率", "98", "%")


def test_change_over_the_whole_period_is_no_target():
    header, row = "指标|2020年|2025年|年均增（5年累计）", "农田面积（亿亩）|8|10.75|[2.75]"
    *_, change = records(table("", header, row))
    assert (change.role, change.value, change.unit, change.nature) == ("growth", "2.75", "亿亩", "累计")
    *_, rate = records(table("", header, "机械化率（%）|71|75|[4]"))
    assert (rate.role, rate.unit) == ("growth", "百分点")


def test_a_dash_that_a_scan_turned_into_a_numeral_is_no_value():
    (one,) = records(table("表1 主要指标", "指标|2020年|2025年", "粮食（亿吨）|一|>6.5"))
    assert (one.year, one.value) == ("2025", "6.5")


def test_ranges_are_figures():
    (one,) = records(table("表1 分配表", "指标|2025年装机（MW）", "公交|7.5-20"))
    assert one.value == "7.5-20"


@pytest.mark.parametrize("caption", ["表1 各县（市、区）创新指数全省位次", "表1 各县（市、区）创新指数全市排名"])
def test_a_rank_is_of_its_concept_wherever_the_caption_says_in_what(caption):
    (one,) = records(table(caption, "地区|2019年", "鹿城区|24"))
    assert (one.concept, one.role) == ("创新指数位次", "rank")


def test_the_rank_of_an_absolute_figure_is_that_figures_rank():
    *_, rank = records(table("表1 情况", "地区|2019年 R&D经费(亿元)|2019年 绝对值排名", "鹿城区|33|2"))
    assert (rank.concept, rank.role) == ("全社会研发经费位次", "rank")


def test_a_table_without_a_caption_is_a_table_all_the_same():
    (one,) = records(table("", "指标|2025年", "企业（家）|600"))
    assert one.table == UNCAPTIONED
