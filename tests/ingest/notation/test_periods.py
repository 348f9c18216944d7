"""Years and periods are named as years, whatever way a plan writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.notation.periods import plan_period, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，", [("2025", "到", "")]),
        ("截至 2020 年底", [("2020", "截至", "")]),
        ("较2015年", [("2015", "较", "")]),
        ("“十四五”时期", [("2021-2025", "", "")]),
        ("“十四五”末", [("2025", "", "")]),
        ("到“十四五”结束", [("2025", "到", "")]),
        ("十三五期末", [("2020", "", "")]),
        ("“十三五”末期", [("2020", "", "")]),
        ("“九五”计划", [("1996-2000", "", "")]),
        ('“十五五"时期', [("2026-2030", "", "")]),
        ("第十四个五年规划和二〇三五年远景目标", [("2021-2025", "", ""), ("2035", "", "")]),
        ("2021—2025年", [("2021-2025", "", "")]),
        ("自2015年至2020年", [("2015-2020", "自", "")]),
        ("一九九六～二○一○年", [("1996-2010", "", "")]),
        ("2016年、2017年", [("2016", "", ""), ("2017", "", "")]),
        ("2018、2019年度", [("2018", "", ""), ("2019", "", "")]),
        ("2020年 1~11月", [("2020", "", "1-11")]),
        ("2020年实现，1-11月办理", [("2020", "", ""), ("2020", "", "1-11")]),
        ("2021年12月10日", [("2021", "", "12")]),
        ("展望2035年", [("2035", "展望", "")]),
        ("2019", [("2019", "", "")]),
        ("申请量达2030件", []),
        ("十五条意见", []),
        ("90年代", []),
    ],
)
def test_a_phrase_names_its_years(text, expected):
    assert [(period.year, period.cue, period.months) for period in years(text)] == expected


def test_a_stretch_without_years_needs_an_era():
    assert years("五年间，累计") == ()
    assert [period.year for period in years("5年来，累计", era="2016-2020")] == ["2016-2020"]


def test_plan_periods_follow_each_other():
    assert [plan_period(number) for number in (6, 9, 13, 14, 15)] == [
        "1981-1985",
        "1996-2000",
        "2016-2020",
        "2021-2025",
        "2026-2030",
    ]


@given(st.integers(1950, 2060), st.integers(1950, 2060))
def test_first_and_last_are_the_years_written(first, last):
    (period,) = years(f"{first}—{last}年")
    assert (period.first, period.last) == (first, last)


def test_five_years_ahead_and_behind_are_told_apart():
    def of(text):
        return [period.year for period in years(text, era="2016-2020", ahead="2021-2025")]

    assert of("五年内建成") == of("未来五年间建成") == ["2021-2025"]
    assert of("五年来建成") == of("过去五年间建成") == ["2016-2020"]


def test_a_part_of_a_year_is_told_by_its_months():
    texts = ("2023年上半年", "2018年前三季度", "2020年一季度", "2020年前8个月", "2020年前十个月", "2020年底")
    assert [years(text)[0].months for text in texts] == ["1-6", "1-9", "1-3", "1-8", "1-10", ""]
