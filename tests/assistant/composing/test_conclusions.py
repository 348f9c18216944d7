from __future__ import annotations

from dataclasses import replace

from assistant.composing.compare import over_regions
from assistant.composing.conclusions import conclusion, scopes_apart
from assistant.questions import Intent, Query
from assistant.records.values import Hit
from ingest.library import Library
from tests.assistant.composing.test_compare import calculations
from tests.assistant.gathering import gathered, said
from tests.assistant.words.test_present_figures import indicator


def given(*values: str, **told: str) -> list[tuple[str, Hit]]:
    return [(f"地{at}", Hit(indicator(value, **told), 1.0, None)) for at, value in enumerate(values)]


def results(text: str, *values: str, **told: str) -> list[tuple[str, str]]:
    found = conclusion(given(*values, **told), Query(text, Intent.COMPARE, text))
    return [(c.calculation.expression, c.calculation.result) for c in found if c.calculation]


def test_a_share_is_of_the_larger_value_however_it_is_asked_for() -> None:
    assert results("地0占地1的比重", "50", "200") == [("50 ÷ 200", "25")]
    assert results("地0里地1占百分之几", "200", "50") == [("50 ÷ 200", "25")]


def test_a_multiple_is_of_the_one_named_second() -> None:
    assert results("地0是地1的几倍", "50", "200") == [("50 ÷ 200", "0.25")]


def test_of_equal_values_it_is_said_that_they_are() -> None:
    told = conclusion(given("4", "4"), Query("地0比地1高多少", Intent.CALCULATE, ""))
    assert told[-1].text == "数值相同"


def test_different_things_are_said_to_be_so_and_neither_is_ahead() -> None:
    (first,) = given("4")
    other = "地1", Hit(replace(indicator("9", nature="新增"), concept="新增科技企业"), 1.0, None)
    assert "地0为“科技企业”；地1为“新增科技企业”" in scopes_apart([first, other])[0].text
    assert conclusion([first, other], Query("哪边更高", Intent.COMPARE, "")) == []
    assert scopes_apart([first, first]) == []


def test_values_of_different_months_are_not_compared() -> None:
    (first,) = given("4", nature="增长、1-6月")
    other = "地1", Hit(indicator("9", nature="增长、1-7月"), 1.0, None)
    assert [c.text[:4] for c in conclusion([first, other], Query("差多少", Intent.CALCULATE, ""))] == ["时点不同"]
    assert results("地0比地1多多少", "4", "9", nature="1-6月") == [("9 − 4", "5")]


def test_indicators_that_a_question_joins_are_each_compared(wenzhou: Library) -> None:
    text = said(over_regions(gathered(wenzhou, "2019年龙湾区和瓯海区，研发经费和研发投入强度各是多少")))
    assert all(value in text for value in ("27.5亿元", "24亿元", "3.6%", "3.1%"))


def test_each_year_that_is_asked_of_all_regions_is_compared(library: Library) -> None:
    found = calculations(library, "南湖国家高新技术企业占嘉兴的比重，2020年和2025年各是多少")
    assert [unit for *_, unit in found] == ["%", "%"]


def test_the_first_of_several_is_set_against_each_other_one(library: Library) -> None:
    found = calculations(library, "2025年高企目标，南湖和秀洲、嘉兴相差多少家")
    assert found == [("450 − 380", "70", "家"), ("5000 − 450", "4550", "家")]


def test_whether_one_exceeds_the_other_is_told_of_the_one_named_first(wenzhou: Library) -> None:
    text = said(over_regions(gathered(wenzhou, "2019年瓯海区的研发投入强度有没有超过龙湾区")))
    assert "瓯海（2019年 3.1%）低于龙湾（2019年 3.6%）" in text


def test_who_is_ahead_is_told_with_whether_the_question_supposes_right(wenzhou: Library) -> None:
    right = said(over_regions(gathered(wenzhou, "2019年龙湾的研发投入强度比瓯海高吗")))
    wrong = said(over_regions(gathered(wenzhou, "2019年瓯海的研发投入强度比龙湾高吗")))
    assert "对，龙湾（2019年 3.6%）高于瓯海（2019年 3.1%）" in right
    assert "不对，瓯海（2019年 3.1%）低于龙湾（2019年 3.6%）" in wrong


def test_of_equal_values_neither_is_as_the_question_supposes() -> None:
    for text in ("地0比地1高吗？", "地0比地1低吗？"):
        claims = conclusion(given("3.6", "3.6"), Query(text, Intent.YES_NO, text))
        assert claims[-1].text.startswith("不对，")


def test_the_share_of_several_places_in_the_whole_leaves_the_whole_out_of_the_sum() -> None:
    places = given("50", "30") + [("全市", Hit(indicator("200"), 1.0, None))]
    told = conclusion(places, Query("地0和地1加起来占全市多大比例", Intent.CALCULATE, ""))
    found = [(c.calculation.expression, c.calculation.result) for c in told if c.calculation]
    assert found == [("50 + 30", "80"), ("(50 + 30) ÷ 200", "40")]


def test_what_a_share_is_of_is_the_place_named_behind_it_and_no_part_of_the_sum() -> None:
    assert results("地1加地2合计多少，占地0全市的比例是多少", "500", "150", "100") == [
        ("150 + 100", "250"),
        ("(150 + 100) ÷ 500", "50"),
    ]
