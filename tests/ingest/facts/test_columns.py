"""Columns are told apart by their labels and by what they hold."""

from __future__ import annotations

from ingest.facts.columns import is_empty, layout, without_unit
from tests.ingest.small_plans import table


def test_the_unit_in_brackets_is_taken_off_a_label():
    assert without_unit("有效发明专利拥有量(件)") == ("有效发明专利拥有量", "件")
    assert without_unit("每万名就业人员中研发人员（人/年）") == ("每万名就业人员中研发人员", "人/年")
    assert without_unit("全社会投入(R&D)") == ("全社会投入(R&D)", "")


def test_a_dash_is_nothing():
    assert all(is_empty(text) for text in ("", "-", "—", "／", "…"))
    assert not is_empty("0")


def test_a_leaning_label_is_spelled_out_by_the_column_before():
    found = layout(table("", "地区|2019年 R&D经费|2019年 绝对值排名|2019年 投入强度|强度排名", "甲|1|2|3|4"))
    assert found is not None
    assert [column.measure for column in found.values] == ["R&D经费", "R&D经费绝对值排名", "投入强度", "投入强度排名"]
    assert [column.role for column in found.values] == [None, "rank", None, "rank"]


def test_the_stretch_is_from_the_first_to_the_last_year():
    found = layout(table("", "指标|2015年|2020年", "甲|1|2"))
    assert found is not None
    assert found.stretch == "2015-2020"


def test_of_two_columns_of_names_the_finer_one_names_the_rows():
    found = layout(table("", "一级指标|二级指标|2025年", "投入|经费|1", "投入|强度|2"))
    assert found is not None
    assert found.name == 1


def test_no_layout_without_figures():
    assert layout(table("", "任务|责任单位", "建平台|科技局")) is None


def test_a_column_of_figures_with_notes_is_one():
    found = layout(
        table("", "指标|目标值（2025年）|现状值（2025年）", "甲|35%1|74.2%2", "乙|3.7%|100%（区管以上断面）")
    )
    assert found is not None
    assert [column.index for column in found.values] == [1, 2]
