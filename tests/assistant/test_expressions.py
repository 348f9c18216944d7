from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import compute, expressions
from tests.assistant.test_compute import VALUES, indicator


@given(st.decimals("-1e9", "1e9", places=3))
def test_a_plain_number_is_the_same_number_without_exponent_and_closing_zeros(value: Decimal) -> None:
    text = expressions.plain(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert "." not in text or text[-1] not in "0."


@pytest.mark.parametrize(
    ("value", "shown"), [("2.345", "2.35"), ("2.344", "2.34"), ("9.996", "10"), ("-0.005", "-0.01")]
)
def test_results_are_rounded_half_up(value: str, shown: str) -> None:
    assert expressions.rounded(Decimal(value), 2) == shown


def test_no_zero_is_negative() -> None:
    assert expressions.plain(Decimal("-0.00")) == "0"


@given(VALUES, VALUES, st.integers(2, 15))
def test_what_was_computed_holds(left: Decimal, right: Decimal, years: int) -> None:
    pair = (indicator(left, "%"), indicator(right, "%"))
    operations = (compute.difference, compute.growth, compute.multiple, compute.times_more, compute.share)
    results = [operation(*pair) for operation in operations]
    results += [compute.average(*pair, years), compute.total([*pair, pair[0]])]
    assert [result for result in results if not expressions.holds(result.expression, result.value, result.unit)] == []


@given(VALUES, VALUES, st.data())
def test_a_changed_operand_or_result_does_not_hold(left: Decimal, right: Decimal, data: st.DataObject) -> None:
    result = compute.difference(indicator(left), indicator(right))
    stated = f"{result.expression}={result.value}"
    at = data.draw(st.sampled_from([at for at, char in enumerate(stated) if char.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != stated[at]]))
    expression, _, value = (stated[:at] + digit + stated[at + 1 :]).partition("=")
    assert not expressions.holds(expression, value, result.unit)


@pytest.mark.parametrize(
    "odd", ["", "450", "450 - 212", "450 − ", "450 − 212 ÷ 2", "5 ÷ 0", "__import__('os')", "9 ** 9"]
)
def test_only_what_is_an_expression_is_one(odd: str) -> None:
    assert not expressions.holds(odd, "238", "家")


def test_a_constant_factor_is_an_operand_like_others() -> None:
    assert expressions.holds("212 × 2", "424", "家")
    assert not expressions.holds("212 × 2", "425", "家")


def test_a_share_is_told_to_one_decimal_from_the_exact_value() -> None:
    assert expressions.about_percent("71449 ÷ 100000") == "71.4"
    assert expressions.about_percent("1077 ÷ 1923") == "56"
    assert expressions.about_percent("甲 ÷ 乙") == ""


def test_a_product_may_be_divided_again() -> None:
    assert expressions.holds("900 × 20 ÷ 100", "180", "万元")
    assert expressions.holds("60000 ÷ 20000 × 3", "9", "万元")
    assert not expressions.holds("60000 ÷ 20000 × 3", "8", "万元")
    assert not expressions.holds("9 × 2 ÷ 0", "18", "元")


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
    assert expressions.in_ten_thousands(amount, unit) == said


def test_what_grew_by_a_rate_is_divided_by_the_whole_and_the_rate() -> None:
    assert expressions.holds("456 ÷ (1 + 39.02%)", "328.01", "家")
    assert not expressions.holds("456 ÷ (1 + 39.02%)", "328", "家")
    assert not expressions.holds("456 ÷ (2 + 39.02%)", "328.01", "家")


@pytest.mark.parametrize(
    ("result", "unit", "whole"), [("328.01", "家", "328"), ("328", "家", ""), ("17.72", "亿元", "")]
)
def test_what_comes_only_whole_is_also_said_whole(result: str, unit: str, whole: str) -> None:
    assert expressions.about_whole(result, unit) == whole
