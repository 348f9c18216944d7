from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.bounds import beyond_a_figure
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def listed(library: Library, text: str) -> list[str]:
    """The labels of the listed rows, in their order."""
    draft = beyond_a_figure(gathered(library, text))
    assert draft is not None
    return [claim.text.split("：")[0] for claim in draft.claims[1:]]


def test_every_place_beyond_a_figure_is_listed_the_furthest_first_and_no_total(wenzhou: Library) -> None:
    draft = beyond_a_figure(gathered(wenzhou, "2019年研发投入强度超过3%的区有哪些"))
    assert [claim.text.split("：")[0] for claim in draft.claims] == ["共3项", "龙湾", "乐清", "瓯海"]
    assert quoted(draft, wenzhou)[0] == "龙湾区 | 20 | 27.5 | 3.6"
    assert [i.value for i in draft.indicators] == ["3.6", "3.4", "3.1"]


def test_a_figure_that_rows_are_to_stay_below_lists_the_lowest_first(wenzhou: Library) -> None:
    assert listed(wenzhou, "2019年研发投入强度低于2%的有哪些区") == ["洞头", "鹿城"]


def test_only_a_column_of_the_bounds_unit_is_held_against_it(wenzhou: Library) -> None:
    assert listed(wenzhou, "2019年研发经费超过30亿元的区县有哪些") == ["乐清", "鹿城"]


def test_the_first_places_of_a_column_of_ranks_are_those_up_to_that_rank(wenzhou: Library) -> None:
    assert listed(wenzhou, "2019年各区县创新指数进入全省前20名的有哪些") == ["乐清", "龙湾"]


def test_the_first_of_a_column_without_ranks_are_told_in_their_order(wenzhou: Library) -> None:
    text = said(beyond_a_figure(gathered(wenzhou, "2019年研发经费前三的区有哪些")))
    assert text.index("乐清") < text.index("鹿城") < text.index("龙湾")
    assert "全市" not in text


def test_the_places_that_fell_are_listed_with_both_years(wenzhou: Library) -> None:
    assert listed(wenzhou, "2019年研发经费下降了的区有哪些") == ["洞头"]
    assert "2018年 2亿元，2019年 1.5亿元" in said(beyond_a_figure(gathered(wenzhou, "2019年研发经费下降了的区有哪些")))


def test_the_indicators_that_are_to_double_are_listed(wenzhou: Library) -> None:
    assert listed(wenzhou, "温州十四五有哪些指标要翻番") == ["国家高新技术企业"]


def test_the_indicators_that_stayed_below_their_goal_are_listed(wenzhou: Library) -> None:
    draft = beyond_a_figure(gathered(wenzhou, "温州十三五有哪些指标没有完成规划目标"))
    assert [claim.text for claim in draft.claims[1:]] == ["技术交易额：2020年规划目标 60亿元，2020年 54亿元"]


def test_where_no_goal_is_set_against_the_outcome_it_is_said_so(library: Library) -> None:
    draft = beyond_a_figure(gathered(library, "南湖有哪些指标没有完成目标"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "规划目标值" in draft.claims[0].text


def test_where_no_row_keeps_the_bound_it_is_said_so_with_the_rows(wenzhou: Library) -> None:
    draft = beyond_a_figure(gathered(wenzhou, "2019年研发投入强度超过9%的区有哪些"))
    assert "没有" in draft.claims[0].text
    assert len(draft.claims[0].sources) == 5


def test_the_first_places_are_told_with_what_they_have_where_that_is_asked(tmp_path: Path) -> None:
    plan = """# 温州市科技创新规划

温州市人民政府

## 一、基础

表1 2019年各区研发投入强度

| 地区 | 研发投入强度（%） | 研发投入强度排名 |
|---|---|---|
| 鹿城区 | 3.1 | 2 |
| 龙湾区 | 4.2 | 1 |
| 瓯海区 | 2.0 | 4 |
| 洞头区 | 2.5 | 3 |
"""
    with over(tmp_path, 温州=plan) as library:
        told = said(beyond_a_figure(gathered(library, "2019年各区研发投入强度前三名是谁，分别多少")))
        assert told.index("4.2%") < told.index("3.1%") < told.index("2.5%")


@pytest.mark.parametrize(
    "text", ["2019年研发投入强度是多少", "营业收入超过1亿元的企业有哪些补助", "哪些企业可以申请前三名的奖励"]
)
def test_other_questions_set_no_bound(wenzhou: Library, text: str) -> None:
    assert beyond_a_figure(gathered(wenzhou, text)) is None


def test_a_figure_that_rows_do_not_reach_may_stand_before_the_words_for_it(wenzhou: Library) -> None:
    assert listed(wenzhou, "2019年研发投入强度连2%都不到的是哪两个区") == ["洞头", "鹿城"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("2019年研发投入强度高于全市的区县 名单和数", {"龙湾", "乐清", "瓯海"}),
        ("2019年研发投入强度比全市低的有哪些区", {"洞头", "鹿城"}),
    ],
)
def test_rows_may_be_held_against_the_total_of_their_table(tmp_path: Path, text: str, labels: set[str]) -> None:
    with over(tmp_path, 温州=TOTALLED) as library:
        draft = beyond_a_figure(gathered(library, text))
        assert draft is not None
        assert "2.6%" in draft.claims[0].text
        assert {claim.text.split("：")[0] for claim in draft.claims[2:]} == labels
        assert beyond_a_figure(gathered(library, "2019年高于全市的要求有哪些")) is None


TOTALLED = """# 温州市科技创新“十四五”规划

温州市人民政府

2021年9月3日

## 一、发展基础

表1 2019年各区县研发情况

| 地区 | 2019年研发投入强度（%） |
|---|---|
| 全市 | 2.6 |
| 鹿城区 | 1.2 |
| 瓯海区 | 3.1 |
| 龙湾区 | 3.6 |
| 乐清市 | 3.4 |
| 洞头区 | 0.8 |
"""
