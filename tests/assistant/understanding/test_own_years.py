from __future__ import annotations

import pytest

from tests.assistant.understanding.test_understand import query


def years_of(text: str) -> dict[str, tuple[str, ...]]:
    return {scope.name: scope.years for scope in query(text).scopes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年南湖多少家，2025年秀洲目标多少家？", {"南湖": ("2020",), "秀洲": ("2025",)}),
        (
            "高企：2020年南湖、嘉兴分别多少？2025年秀洲目标多少？",
            {"南湖": ("2020",), "嘉兴": ("2020",), "秀洲": ("2025",)},
        ),
        # what is told gives way to what is asked
        ("南湖2020年212家，秀洲2027年目标380家，那南湖2025年目标是多少", {"南湖": ("2025",), "秀洲": ("2027",)}),
    ],
)
def test_each_region_has_the_year_that_stands_with_it(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert years_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "南湖和秀洲2025年目标各是多少",  # one year
        "南湖和秀洲2020年、2025年各是多少",  # both years for both
        "2020年南湖多少家，2025年多少家，秀洲呢？",  # a year that stands by no region
        "2020年南湖多少家，2025年南湖多少家，2025年秀洲多少家？",  # a region asked about twice
    ],
)
def test_years_that_are_not_told_apart_are_of_the_whole_question(text: str) -> None:
    assert set(years_of(text).values()) == {()}


def test_a_year_right_behind_each_region_is_its_own() -> None:
    scopes = query("企业数对比：南湖的2020年和嘉兴的2025年各多少").scopes
    assert {scope.name: scope.years for scope in scopes} == {"南湖": ("2020",), "嘉兴": ("2025",)}


def test_from_how_many_to_how_many_asks_for_the_year_before_a_stretch_and_its_last() -> None:
    assert query("十三五期间南湖的高企由多少家增加到多少家？").years == ("2015", "2020")
