from __future__ import annotations

import pytest

from assistant.checking.ground import (
    NUMBER,
    compares,
    folded,
    homes,
    names_of,
    plain,
    region_of,
    regions_of,
    stands_under,
    unit_after,
    years_of,
)
from ingest.notation.periods import years
from tests.ingest.small_plans import plan


def test_width_white_space_thousands_and_marks_are_folded() -> None:
    assert plain("企业　１５,０００家，[bookmark: _Toc1]达到\n１２%") == "企业 15000家,达到 12%"
    assert folded("企业 １５,０００ 家") == "企业15000家"


def test_a_comma_between_two_numbers_is_not_taken_for_thousands() -> None:
    assert folded("分别为70，150，300家") == "分别为70,150,300家"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("450家以上", "家"),
        ("90 亿元", "亿元"),
        ("0.7个百分点", "个百分点"),
        ("3000多名", "名"),
        ("185人/年", "人/年"),
        ("12。", ""),
        ("12）", ""),
        ("12", ""),
    ],
)
def test_a_number_bears_the_unit_that_follows_it(text: str, unit: str) -> None:
    found = NUMBER.match(text)
    assert found
    assert unit_after(plain(text), found.end()) == unit


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2020年212家，2025年450家", "2025"),
        ("2025年比2020年增加450家", "2025"),
        ("2021-2025年累计450家", "2021-2025"),
        ("共有450家", None),
    ],
)
def test_a_number_stands_under_the_last_year_that_is_no_mere_comparison(text: str, year: str | None) -> None:
    period = stands_under(years(text), text.index("450"))
    assert (period.year if period else None) == year


def test_a_comparison_is_known_by_the_word_before_the_year() -> None:
    assert [compares(period) for period in years("较2020年增长，到2025年")] == [True, False]


def test_a_stretch_is_also_called_by_its_last_year() -> None:
    assert names_of(years("2021—2025年")[0]) == {"2021-2025", "2025"}
    assert years_of("2020年和“十四五”时期") == {"2020", "2021-2025", "2025"}


def test_regions_are_read_from_where_the_plans_stand() -> None:
    nanhu = plan("文", region="嘉兴市南湖区")
    assert regions_of("秀洲低于海宁", [nanhu]) == {"秀洲", "海宁"}
    assert region_of(nanhu) == {"南湖"}
    assert region_of(plan("文", region="")) == frozenset()
    assert homes([nanhu, plan("文", region="")]) == ["嘉兴市南湖区"]
