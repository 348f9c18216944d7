"""Digits that are no values are blanked out, and nothing moves by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.notation.nonvalues import blank_names, blank_ordinals, blank_spans
from ingest.notation.quantities import quantities

NO_VALUES = [
    "国发〔2018〕38号",
    "京经信发〔2022〕87号",
    "（第16号）",
    "0571-88881234",
    "13812345678",
    "400-810-1234",
    "https://example.cn/2021/12/600家",
    "2021年12月10日",
    "“十四五”时期，到2035年",
    "2019-2020，",
    "1. 纵向比较",
    "2.1 国土空间",
    "（1）不敢创新；（二）推进",
    "第三章、第十六条、第19届、第一方阵",
    "见表1、专栏 3、附件2",
    "G60科创走廊、5G、6G/7G、P3实验室、3D打印",
    "“1+2+6+N”体系、“315”体系、“5050”计划、1+N",
    "世界500强、百强、80、90后、2.0版",
    "十九届二中、三中、四中、五中全会，十四届八次全会",
    "三位一体、六倍增、“双倍增”计划、一批、一个、一流、一带一路",
    "数十家、每万人、每千家企业、百亿级产业、八万等级",
    "《关于推进十条意见的通知》",
    "排第一责任单位为牵头单位",
]


@pytest.mark.parametrize("text", NO_VALUES)
def test_digits_that_are_no_values_are_left_alone(text):
    assert quantities(text) == ()


@given(st.integers(1950, 2060), st.sampled_from(["到{}年", "{}年底", "截至{}年末", "{}年度", "（{}年）"]))
def test_a_year_is_never_a_value(year, frame):
    assert quantities(frame.format(year)) == ()


@given(st.text("0123456789年号第届（）〔〕“”一二三百A-.,、：《》 \n", max_size=60))
def test_blanking_keeps_every_offset(text):
    for blanked in (blank_names(text), blank_ordinals(text)):
        assert len(blanked) == len(text)
        assert all(new in (old, "\0") for old, new in zip(text, blanked, strict=True))


def test_spans_are_overwritten_in_place():
    assert blank_spans("abcdef", [(1, 2), (4, 6)]) == "a\0cd\0\0"
