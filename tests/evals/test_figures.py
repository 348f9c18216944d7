"""Typed facts: each way of being wrong has its name."""

from __future__ import annotations

import pytest

from evals.cases import Value
from evals.dating import Dated
from evals.figures import figure_of, states

FIRMS = Value(value="600", unit="家", year="2025", comparator=">=")


def outcome(value: Value, text: str, *, derived: bool = False) -> str:
    return figure_of(value, Dated(text), derived=derived).outcome


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年达600家以上", "met"),
        ("到2025年不少于600个", "met"),
        ("到2025年达600家", "comparator"),
        ("到2025年达600以上", "no_unit"),
        ("单位：家｜2025年：≥600", "met"),
        ("到2025年控制在600家以下", "turned"),
        ("到2026年达600家以上", "year"),
        ("到2025年达600亿元以上", "unit"),
        ("到2025年达6000家以上", "scale"),
        ("到2025年达60家以上", "scale"),
        ("到2025年达601家以上", "value"),
        ("到2025年大幅增加", "missing"),
        ("2020年为347家", "missing"),
    ],
)
def test_what_is_wrong_with_a_value_is_told(text: str, expected: str) -> None:
    assert outcome(FIRMS, text) == expected


def test_among_several_figures_the_one_that_fits_best_counts() -> None:
    assert outcome(FIRMS, "2020年347家，2025年目标600家以上，比石桥少14400家") == "met"


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        (Value(value="17.3", unit="万人"), "173000人", "met"),
        (Value(value="0.58", unit="百分点"), "提高0.58%", "unit"),
        (Value(value="22", unit="位"), "列第22名", "met"),
        (Value(value="1", high="2", unit="家"), "培育1-2家", "met"),
        (Value(value="970", unit="件", comparator=">="), "至少增加970件", "met"),
    ],
)
def test_units_convert_inside_their_dimension_only(value: Value, text: str, expected: str) -> None:
    assert outcome(value, text) == expected


def test_only_a_derived_value_may_be_rounded_and_to_three_digits_at_least() -> None:
    growth = Value(value="52.87", unit="%")
    assert outcome(growth, "增长52.9%", derived=True) == "met"
    assert outcome(growth, "增长53%", derived=True) == "value"
    assert outcome(growth, "增长52.9%") == "value"


def test_a_form_states_a_value_with_its_unit_or_without() -> None:
    assert states("600家", FIRMS)
    assert states("600", FIRMS)
    assert not states("60家", FIRMS)
