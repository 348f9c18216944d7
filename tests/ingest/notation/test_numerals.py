"""Numerals are read exactly, and nothing else passes for one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.notation.numerals import arabic, chinese, half_width


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", "10"),
        ("二十五", "25"),
        ("一千零五", "1005"),
        ("四亿六千五百万", "465000000"),
        ("一万亿", "1000000000000"),
        ("一○○万", "1000000"),
        ("二〇二五", "2025"),
        ("十七点三", "17.3"),
        ("两千", "2000"),
    ],
)
def test_a_chinese_numeral_is_a_number(numeral, value):
    assert chinese(numeral) == Decimal(value)


@pytest.mark.parametrize("word", ["", "点五", "一体", "三点多", "百姓"])
def test_what_is_no_numeral_raises(word):
    with pytest.raises(ValueError, match="not a numeral"):
        chinese(word)


def test_thousands_are_dropped_and_full_width_folded():
    assert arabic("1,234.50") == Decimal("1234.50")
    assert half_width("１２．５％（含）") == "12.5%(含)"


@given(st.integers(1, 10**12))
def test_spoken_numerals_are_read_back(value):
    assert chinese(_spell(value)) == value


def _spell(value: int) -> str:
    digits, places = "零一二三四五六七八九", ["", "十", "百", "千"]
    groups, words = [], ""
    while value:
        groups.append(value % 10000)
        value //= 10000
    for index in range(len(groups) - 1, -1, -1):
        group = "".join(
            digits[int(digit)] + places[3 - place] for place, digit in enumerate(f"{groups[index]:04d}") if digit != "0"
        )
        if group:
            words += group + ("万亿" if index == 3 else ["", "万", "亿"][index])
    return words
