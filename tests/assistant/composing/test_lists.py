from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.composing.lists import enumeration, numbered_parts, section_figures, table_rows
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said
from tests.assistant.small_library import ask


def test_a_group_of_a_table_is_listed_row_by_row(library: Library) -> None:
    draft = table_rows(gathered(library, "南湖创新主体类指标有哪些"))
    assert "2" in draft.claims[0].text
    assert [claim.sources[0].kind for claim in draft.claims[1:]] == ["row", "row"]
    assert quoted(draft, library) == [
        "创新主体 | 国家高新技术企业 | 家 | 212 | 450",
        "创新主体 | 科技型中小企业 | 家 | 640 | 1500",
    ]
    assert "450家" in draft.claims[1].text


def test_a_group_may_be_named_by_what_sets_it_apart(library: Library) -> None:
    assert len(table_rows(gathered(library, "南湖主要指标里投入这一类指标有哪些")).claims) == 3


def test_a_whole_table_is_listed_in_its_order(library: Library) -> None:
    draft = table_rows(gathered(library, "南湖表1全部指标列一下"))
    assert len(draft.claims) == 7
    assert draft.claims[1].text.startswith("全社会研发投入占地区生产总值比重")
    assert draft.claims[-1].text.startswith("技术交易额")


def test_only_the_columns_of_the_asked_year_are_shown(library: Library) -> None:
    text = said(table_rows(gathered(library, "南湖表1全部指标2025年目标列一下")))
    assert "6200件" in text
    assert "2860件" not in text


def test_rows_without_a_figure_are_found(haining: Library) -> None:
    draft = table_rows(gathered(haining, "表1哪些指标没有规划目标数据"))
    assert quoted(draft, haining) == ["创新产出 | 技术交易额 | 亿元 | 6 | - | 24"]


def test_a_value_question_or_one_without_a_table_lists_no_rows(library: Library) -> None:
    assert table_rows(gathered(library, "南湖2025年国家高新技术企业目标是多少")) is None
    assert table_rows(gathered(library, "南湖重点任务有哪些方面")) is None


def test_the_headings_below_a_heading_are_enumerated(library: Library) -> None:
    draft = enumeration(gathered(library, "南湖重点任务有哪几个方面"))
    assert "3" in draft.claims[0].text
    assert quoted(draft, library) == ["（一）壮大创新主体", "（二）搭建创新平台", "（三）集聚创新人才"]
    assert {claim.sources[0].kind for claim in draft.claims[1:]} == {"heading"}


def test_an_enumeration_has_as_many_parts_as_are_asked_for(library: Library) -> None:
    assert len(enumeration(gathered(library, "南湖有哪三大重点任务")).claims) == 4
    assert enumeration(gathered(library, "南湖有哪七大重点任务")) is None


def test_the_region_decides_whose_headings_are_enumerated(library: Library) -> None:
    assert "强化企业主导" in said(enumeration(gathered(library, "嘉兴主要任务有哪几个方面")))


def test_the_figures_of_a_section_are_listed_with_the_words_of_the_text(library: Library) -> None:
    draft = section_figures(gathered(library, "南湖发展基础一节有哪些数字"))
    assert "全区国家高新技术企业达到212家" in said(draft)
    assert "技术交易额为35亿元" in quoted(draft, library)
    assert len(draft.claims) - 1 == int("".join(filter(str.isdigit, draft.claims[0].text)))


@pytest.mark.parametrize("text", ["南湖星火计划有哪些数字", "南湖集聚创新人才有哪些数据", "南湖发展基础怎么样"])
def test_a_section_that_is_not_named_or_has_hardly_a_figure_has_no_list(library: Library, text: str) -> None:
    assert section_figures(gathered(library, text)) is None


@pytest.mark.parametrize(
    "text", ["南湖规划的主要任务有哪些", "南湖规划第三章部署了什么", "南湖重点任务讲了哪三件事", "南湖规划的重点任务"]
)
def test_tasks_are_enumerated_however_they_are_asked_for(library: Library, text: str) -> None:
    assert [c.text for c in enumeration(gathered(library, text)).claims][1:] == [
        "（一）壮大创新主体",
        "（二）搭建创新平台",
        "（三）集聚创新人才",
    ]


def test_only_a_heading_with_a_number_is_enumerated_before_facts_of_the_plan(library: Library) -> None:
    assert len(numbered_parts(gathered(library, "南湖规划第三章下面一共几条，各条叫什么")).claims) == 4
    assert numbered_parts(gathered(library, "南湖重点任务一共几条，各条叫什么")) is None


KINDS = """# 云溪区“十四五”水务规划

## 一、目标

表1 主要指标

| 指标 | 2025年 | 属性 |
|---|---|---|
| 河湖水面率（%） | 3.9 | 约束性 |
| 管网漏损率（%） | 9 | 预期性 |
| 污水处理率（%） | 99 | 约束性 |
"""


def test_the_rows_of_a_kind_are_told_by_a_column(tmp_path: Path) -> None:
    with over(tmp_path, 云溪=KINDS) as library:
        told = table_rows(gathered(library, "云溪哪些指标是约束性的"))
        assert [claim.text.split("：")[0] for claim in told.claims[1:]] == ["河湖水面率", "污水处理率"]
        assert len(table_rows(gathered(library, "云溪规划的指标有哪些")).claims) == 4


def test_of_two_groups_the_one_that_a_follow_up_names_is_listed(tmp_path: Path) -> None:
    plan = (
        "# 云溪市发展规划\n\n云溪市人民政府\n\n2021年3月1日\n\n## 一、对接\n\n表1 重点对接园区表\n\n"
        "| 产业 | 对接园区 | 主导产业 |\n|---|---|---|\n"
        "| 高端装备 | 东湖开发区 | 机床 |\n| 高端装备 | 西湖开发区 | 航空 |\n"
        "| 新材料 | 南湖开发区 | 石墨烯 |\n| 新材料 | 北湖开发区 | 纳米 |\n"
    )
    with over(tmp_path, 云溪=plan) as library:
        told = ask(Assistant(library), "新材料的呢", "云溪对接园区表里高端装备有哪些对接园区").text
    assert "南湖开发区" in told
    assert "东湖开发区" not in told


PARKS = """# 平湖市科技创新规划

## 一、园区合作

对接园区一览表

| 重点产业 | 对接园区 | 主导产业 |
|---|---|---|
| 海洋装备 | 东湾高新区 | 船舶 |
| 海洋装备 | 西湾产业园 | 风电 |
| 绿色能源 | 北山开发区 | 光伏 |
"""


def test_the_rows_of_a_named_group_are_listed_where_their_column_is_asked_for(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PARKS) as library:
        text = said(table_rows(gathered(library, "平湖海洋装备产业重点对接哪几个园区")))
    assert "东湾高新区" in text
    assert "西湾产业园" in text
    assert "北山开发区" not in text


def test_so_many_indicators_are_no_table_of_others(library: Library) -> None:
    assert table_rows(gathered(library, "南湖国家高新技术企业、技术交易额两项指标列一下，各是多少")) is None
    assert table_rows(gathered(library, "南湖表1这6项指标列一下")) is not None


def test_a_part_that_is_named_itself_is_no_enumeration(library: Library) -> None:
    assert enumeration(gathered(library, "南湖重点任务里搭建创新平台有哪几个方面")) is None


def test_another_places_figures_are_not_listed_for_one_without_a_plan(library: Library) -> None:
    assert section_figures(gathered(library, "天津重点任务里壮大创新主体的数字指标有哪些")) is None


def test_a_row_that_is_named_in_full_is_no_group(tmp_path: Path) -> None:
    plan = """# 桐乡市科技规划

表1 主要指标

| 类别 | 指标 | 2020年 | 2025年 |
|---|---|---|---|
| 科技投入 | 市本级财政科技投入占财政支出的比重（%） | 6 | 8 |
| 科技投入 | 研发经费（亿元） | 30 | 50 |
"""
    with over(tmp_path, 桐乡=plan) as library:
        asked = "桐乡市本级财政科技投入占财政支出的比重，2020年和2025年的指标各是什么"
        assert table_rows(gathered(library, asked)) is None
        assert "共2项" in said(table_rows(gathered(library, "桐乡科技投入类有哪些指标，2025年各多少")))
