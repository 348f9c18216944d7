"""Units keep their dimension; scales and denominators are read off the unit as written."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.notation.units import COUNTERS, UNIT, base, convert, dimension, split_scale


def test_conversion_stays_inside_a_dimension():
    assert convert(Decimal("1.2"), "万亿元", "亿元") == 12000
    assert convert(Decimal(15), "亩", "公顷") == 1
    assert base("万元/人") == (Decimal(10000), "元/人")
    for source, target in (("亿元", "万吨"), ("元", "美元"), ("人", "人次"), ("%", "百分点"), ("家", "个")):
        with pytest.raises(ValueError, match="does not convert"):
            convert(Decimal(1), source, target)


def test_dimensions_are_named():
    units = ("亿元", "万平方米", "%", "家", "万人", "人年", "万元/人", "")
    assert [dimension(unit) for unit in units] == ["金额", "面积", "比重", "计数", "计数", "人年", "金额/计数", ""]


def test_a_scale_is_split_from_its_unit():
    assert split_scale("万平方米") == (10000, "平方米")
    assert split_scale("千瓦") == (1, "千瓦")
    assert split_scale("亿") == (10**8, "")


@pytest.mark.parametrize("word", ["个人", "项目", "人才", "次方", "年度", "成果", "分之", "台州", "本级"])
def test_a_unit_that_opens_a_longer_word_is_none(word):
    assert re.match(UNIT, word) is None


@given(
    st.decimals(0, 10**6, places=3),
    st.sampled_from([("亿元", "万元"), ("公顷", "平方米"), ("万人", "人"), ("年", "个月")]),
)
def test_there_and_back_is_the_same_value(value, pair):
    there, back = pair
    assert convert(convert(value, there, back), back, there) == value


@given(st.sampled_from(sorted(COUNTERS)))
def test_a_counting_word_is_its_own_base_unit(counter):
    assert base(counter) == (1, counter)
