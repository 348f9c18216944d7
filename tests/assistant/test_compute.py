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


@given(st.decimals("-1e9", "1e9", places=3))
def test_a_plain_number_is_the_same_number_without_exponent_and_closing_zeros(value: Decimal) -> None:
    text = compute.plain(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert "." not in text or text[-1] not in "0."


@pytest.mark.parametrize(
    ("value", "shown"), [("2.345", "2.35"), ("2.344", "2.34"), ("9.996", "10"), ("-0.005", "-0.01")]
)
def test_results_are_rounded_half_up(value: str, shown: str) -> None:
    assert compute.rounded(Decimal(value), 2) == shown


def test_no_zero_is_negative() -> None:
    assert compute.plain(Decimal("-0.00")) == "0"


@given(VALUES, VALUES, st.integers(2, 15))
def test_what_was_computed_holds(left: Decimal, right: Decimal, years: int) -> None:
    pair = (indicator(left, "%"), indicator(right, "%"))
    operations = (compute.difference, compute.growth, compute.multiple, compute.share)
    results = [operation(*pair) for operation in operations]
    results += [compute.average(*pair, years), compute.total([*pair, pair[0]])]
    assert [result for result in results if not compute.holds(result.expression, result.value, result.unit)] == []


@given(VALUES, VALUES, st.data())
def test_a_changed_operand_or_result_does_not_hold(left: Decimal, right: Decimal, data: st.DataObject) -> None:
    result = compute.difference(indicator(left), indicator(right))
    stated = f"{result.expression}={result.value}"
    at = data.draw(st.sampled_from([at for at, char in enumerate(stated) if char.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != stated[at]]))
    expression, _, value = (stated[:at] + digit + stated[at + 1 :]).partition("=")
    assert not compute.holds(expression, value, result.unit)


@pytest.mark.parametrize(
    "odd", ["", "450", "450 - 212", "450 − ", "450 − 212 ÷ 2", "5 ÷ 0", "__import__('os')", "9 ** 9"]
)
def test_only_what_is_an_expression_is_one(odd: str) -> None:
    assert not compute.holds(odd, "238", "家")


def test_a_constant_factor_is_an_operand_like_others() -> None:
    assert compute.holds("212 × 2", "424", "家")
    assert not compute.holds("212 × 2", "425", "家")


def test_a_share_is_told_to_one_decimal_from_the_exact_value() -> None:
    assert compute.about_percent("71449 ÷ 100000") == "71.4"
    assert compute.about_percent("1077 ÷ 1923") == "56"
    assert compute.about_percent("甲 ÷ 乙") == ""


def test_a_completion_is_what_was_reached_of_what_was_planned() -> None:
    assert compute.completion(indicator(420), indicator(300)) == compute.Result("420 ÷ 300", "140", "%")


def test_a_product_may_be_divided_again() -> None:
    assert compute.holds("900 × 20 ÷ 100", "180", "万元")
    assert compute.holds("60000 ÷ 20000 × 3", "9", "万元")
    assert not compute.holds("60000 ÷ 20000 × 3", "8", "万元")
    assert not compute.holds("9 × 2 ÷ 0", "18", "元")


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("120000", "元", "12万元"),
        ("300", "万元", ""),
        ("50000", "万元", "5亿元"),
        ("900", "元", ""),
        ("20000", "名", ""),
    ],
)
def test_a_sum_is_said_in_the_scale_that_one_would_use(amount: str, unit: str, said: str) -> None:
    assert compute.in_ten_thousands(amount, unit) == said
