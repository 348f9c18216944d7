from __future__ import annotations

from pathlib import Path

import pytest

from assistant.composing.extremes import extremes
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def first(library: Library, text: str) -> str:
    return extremes(gathered(library, text)).claims[0].text


def test_the_highest_row_of_a_column_is_found(library: Library) -> None:
    draft = extremes(gathered(library, "2020年哪个地区创新指数得分最高"))
    assert "南湖" in draft.claims[0].text
    assert "76.8" in draft.claims[0].text
    assert quoted(draft, library)[0] == "南湖区\t71.2\t76.8"
    assert [(i.region, i.year, i.value) for i in draft.indicators] == [("南湖区", "2020", "76.8")]


def test_the_asked_year_decides_the_column(library: Library) -> None:
    assert "74.0" in first(library, "2019年创新指数得分最高的是哪个县市")
    assert "66.5" in first(library, "2019年创新指数得分最低的是哪个县市")


def test_both_ends_are_given_where_both_are_asked_for(library: Library) -> None:
    draft = extremes(gathered(library, "2020年各地创新指数得分最高和最低的分别是谁"))
    assert "76.8" in draft.claims[0].text
    assert "69.4" in draft.claims[1].text


def test_the_rest_of_a_short_column_is_told_too(library: Library) -> None:
    text = said(extremes(gathered(library, "2020年哪个地区创新指数得分最高")))
    assert all(value in text for value in ("69.4", "72.9", "75.3"))


def test_the_best_year_of_one_row_is_found(library: Library, haining: Library) -> None:
    assert "2020年" in first(library, "海宁创新指数得分哪年最高")
    assert "75.3" in first(library, "海宁创新指数得分哪年最高")
    assert "2018年" in first(haining, "海宁创新指数排名哪一年最靠后")


def test_a_rank_is_the_better_the_smaller_it_is(haining: Library) -> None:
    best = first(haining, "2020年创新指数排名哪个地区最靠前")
    assert "平湖" in best
    assert "2位" in best
    assert "海盐" in first(haining, "2018年创新指数排名哪个地区最靠后")


def test_who_rose_and_who_fell_most_is_read_off_the_column_of_moves(haining: Library) -> None:
    rose = first(haining, "创新指数排名上升最多的是哪个")
    fell = first(haining, "创新指数排名下降最多的是哪个")
    assert "海宁" in rose
    assert "3位" in rose
    assert "桐乡" in fell
    assert "4位" in fell
    assert "-4" not in fell


@pytest.mark.parametrize("text", ["2020年海宁创新指数得分是多少", "最高补助多少钱", "企业培育最多扶持几年"])
def test_other_questions_have_no_extremes(library: Library, text: str) -> None:
    assert extremes(gathered(library, text)) is None


def test_a_total_is_no_place_and_several_are_told_in_their_order(wenzhou: Library) -> None:
    assert "乐清" in first(wenzhou, "2019年研发经费最多的是哪个区")
    draft = extremes(gathered(wenzhou, "2019年研发经费最多的三个区是哪几个"))
    assert draft.claims[0].text == "2019年研发经费最高的依次是：乐清 55亿元，鹿城 33亿元，龙湾 27.5亿元"
    assert [i.value for i in draft.indicators] == ["55", "33", "27.5"]


def test_what_moved_most_is_reckoned_where_the_table_does_not_state_it(wenzhou: Library) -> None:
    text = said(extremes(gathered(wenzhou, "2019年研发经费比2018年增加最多的区")))
    assert text.startswith("龙湾研发经费上升最多：2018年 20亿元，2019年 27.5亿元")
    assert "增加 7.5亿元（27.5 − 20）" in text
    assert "瓯海" in first(wenzhou, "2019年各区县创新指数位次下降最多的是哪个区")
    assert "增长 37.5%" in said(extremes(gathered(wenzhou, "2019年研发经费增幅最大的区")))


def test_the_best_and_the_worst_of_the_indicators_of_one_place_leave_out_the_whole(wenzhou: Library) -> None:
    draft = extremes(gathered(wenzhou, "2019年温州三个一级指标位次，哪个最好哪个最差"))
    assert [claim.text for claim in draft.claims] == [
        "最靠前的是技术创新指数：2019年位次 第3位",
        "最靠后的是科技产出指数：2019年位次 第8位",
    ]


def test_the_indicator_that_grew_most_is_told_with_its_growth(wenzhou: Library) -> None:
    text = said(extremes(gathered(wenzhou, "温州十四五哪个指标增幅最大")))
    assert "国家高新技术企业：2020年 2100家，2025年目标 4500家" in text
    assert "增长约114.3%" in text


def test_the_best_outcome_is_told_with_its_rate_and_refused_without_goals(wenzhou: Library, library: Library) -> None:
    text = said(extremes(gathered(wenzhou, "温州十三五哪个指标完成率最高")))
    assert "国家高新技术企业" in text
    assert "完成率 140%（2100 ÷ 1500）" in text
    assert "没有给出可对照的规划目标值" in first(library, "南湖指标里完成率最高的是哪个")


def test_the_difference_of_the_ends_is_reckoned_where_it_is_asked_for(wenzhou: Library) -> None:
    text = said(extremes(gathered(wenzhou, "2019年研发投入强度最高和最低的区差多少个百分点")))
    assert "相差 2.8个百分点（3.6 − 0.8）" in text


def test_the_last_row_may_be_asked_for_in_other_words(library: Library) -> None:
    assert "69.4" in first(library, "2020年创新指数得分垫底的是哪个县市")


INDICES = """# 平湖市科技创新规划

平湖市人民政府

## 一、基础

表1 平湖市创新指数位次

| 指标 | 2016年位次 | 2019年位次 |
|---|---|---|
| 科技投入指数 | 51 | 19 |
| 技术创新指数 | 69 | 13 |
| 创新环境指数 | 49 | 29 |
"""


def test_of_rises_the_smallest_is_no_fall(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=INDICES) as opened:
        draft = extremes(gathered(opened, "2016年跟2019年比，平湖哪项指数位次升得最多、哪项升得最少"))
    text = said(draft)
    assert "上升最多的是技术创新指数" in text
    assert "上升最少的是创新环境指数" in text
    assert "上升 56位（13 − 69）" in text
    assert "上升 20位（29 − 49）" in text
