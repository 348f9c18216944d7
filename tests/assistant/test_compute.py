from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import compute
from ingest.plans import Indicator, Span

VALUES = st.decimals("0.01", "99999", places=2)


def indicator(value: object, unit: str = "家") -> Indicator:
    where = ("表1", "", (), Span(0, 1), "")
    return Indicator("p", "甲", "甲", "南湖区", "2025", "target", "=", str(value), unit, "", *where)


@given(VALUES, VALUES)
def test_a_difference_added_to_its_second_operand_gives_the_first(left: Decimal, right: Decimal) -> None:
    result = compute.difference(indicator(left), indicator(right))
    assert Decimal(result.value) + right == left
    assert result.expression == f"{left} − {compute.plain(right)}"
    assert result.unit == "家"


def test_two_percentages_differ_by_percentage_points() -> None:
    assert compute.difference(indicator("4.0", "%"), indicator("3.3", "%")) == compute.Result(
        "4.0 − 3.3", "0.7", "个百分点"
    )


def test_a_difference_is_in_the_unit_of_the_first() -> None:
    result = compute.difference(indicator("1.2", "亿元"), indicator("3000", "万元"))
    assert (result.value, result.unit) == ("0.9", "亿元")


def test_growth_is_relative_to_the_earlier_value() -> None:
    assert compute.growth(indicator(450), indicator(212)) == compute.Result("(450 − 212) ÷ 212", "112.26", "%")
    assert compute.growth(indicator(80), indicator(100)).value == "-20"


def test_a_multiple_and_a_share_are_quotients() -> None:
    assert compute.multiple(indicator(600), indicator(260)) == compute.Result("600 ÷ 260", "2.31", "倍")
    assert compute.share(indicator(450), indicator(5000)) == compute.Result("450 ÷ 5000", "9", "%")


def test_a_total_states_all_its_parts() -> None:
    parts = [indicator("1.5", "亿元"), indicator("5000", "万元"), indicator("2", "亿元")]
    assert compute.total(parts) == compute.Result("1.5 + 0.5 + 2", "4", "亿元")


def test_an_average_shares_the_difference_out_over_the_years() -> None:
    assert compute.average(indicator(450), indicator(212), 5) == compute.Result("(450 − 212) ÷ 5", "47.6", "家")


def test_an_average_of_percentages_is_in_percentage_points() -> None:
    assert compute.average(indicator("4.0", "%"), indicator("3.3", "%"), 5).unit == "个百分点"


@pytest.mark.parametrize("pair", [("亿元", "家"), ("%", "亿元"), ("件", "亩"), ("", "万元")])
def test_what_has_no_common_unit_is_not_computed(pair: tuple[str, str]) -> None:
    left, right = (indicator(5, unit) for unit in pair)
    for operation in (compute.difference, compute.growth, compute.multiple, compute.share):
        with pytest.raises(compute.Incomparable):
            operation(left, right)
    with pytest.raises(compute.Incomparable):
        compute.total([left, right])


@pytest.mark.parametrize("words", ["高于固定资产投资", "-", "", "NaN", "Infinity"])
def test_words_are_not_computed_with(words: str) -> None:
    for left, right in ((words, 5), (5, words)):
        with pytest.raises(compute.Incomparable):
            compute.difference(indicator(left), indicator(right))


@pytest.mark.parametrize("nothing", ["0", "-3"])
def test_nothing_is_divided_by_nothing(nothing: str) -> None:
    for operation in (compute.growth, compute.multiple, compute.share):
        with pytest.raises(compute.Incomparable):
            operation(indicator(5), indicator(nothing))


def test_a_completion_is_what_was_reached_of_what_was_planned() -> None:
    assert compute.completion(indicator(420), indicator(300)) == compute.Result("420 ÷ 300", "140", "%")


def test_a_share_may_be_of_a_sum() -> None:
    parts = [indicator("155.4", "亿元"), indicator("1130000", "万元")]
    assert compute.share_of_total(parts, indicator("530.4", "亿元")) == compute.Result(
        "(155.4 + 113) ÷ 530.4", "50.6", "%"
    )


def test_what_was_there_before_a_growth_is_less() -> None:
    result = compute.before_growth(indicator(456), indicator("39.02", "%"))
    assert result == compute.Result("456 ÷ (1 + 39.02%)", "328.01", "家")
    with pytest.raises(compute.Incomparable):
        compute.before_growth(indicator(5), indicator("-100", "%"))


def test_by_how_many_times_something_grew_is_one_less_than_how_many_times_it_is() -> None:
    assert compute.times_more(indicator(300), indicator(100)) == compute.Result("(300 − 100) ÷ 100", "2", "倍")
    assert compute.multiple(indicator(300), indicator(100)).value == "3"
