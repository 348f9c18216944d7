from __future__ import annotations

from pathlib import Path

from assistant.composing.table_rows import table_rows
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


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


def test_only_the_table_that_is_named_by_its_number_is_listed(haining: Library) -> None:
    assert table_rows(gathered(haining, "海宁表7里指标有哪些")) is None
    assert table_rows(gathered(haining, "海宁表1里指标有哪些")) is not None


def test_of_a_table_with_a_row_a_place_the_named_ones_are_listed(haining: Library) -> None:
    draft = table_rows(gathered(haining, "表2里桐乡的指标都列一下"))
    assert quoted(draft, haining) == ["桐乡市 | 2 | 4 | 6 | -4"]


def test_a_group_named_for_its_indicators_is_listed_whatever_else_is_asked(library: Library) -> None:
    for text in ("南湖表1“创新主体”下面几项指标，目标值一起给我", "南湖表1“创新主体”一栏的指标和2025年数"):
        draft = table_rows(gathered(library, text))
        assert [claim.sources[0].kind for claim in draft.claims[1:]] == ["row", "row"]
    assert table_rows(gathered(library, "南湖创新主体怎么培育")) is None
