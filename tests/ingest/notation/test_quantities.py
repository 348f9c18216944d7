"""Numbers of plans are read with unit, comparator, range and nature; digits that are no values are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.notation.quantities import agree, in_base_unit, quantities

HARD_CASES = [
    # text, [(value, unit, comparator)]
    ("达到15000家以上", [("15000", "家", ">=")]),
    ("由80个到100个以上", [("80", "个", "="), ("100", "个", ">=")]),
    ("数量超 800 亿元", [("800", "亿元", ">")]),
    ("不低于60万元", [("60", "万元", ">=")]),
    ("最高给予 5000 万元资助，每年不超过 10 名", [("5000", "万元", "<="), ("10", "名", "<=")]),
    ("控制在3.5%以内", [("3.5", "%", "<=")]),
    ("控制在800万亩左右", [("800", "万亩", "~")]),
    ("二点二四亿吨，三点七五万人", [("2.24", "亿吨", "="), ("3.75", "万人", "=")]),
    ("一干九百五十八万台", [("1958", "万台", "=")]),
    ("1L5万吨，17g · 3亿元，比1g80年，巧0万千瓦，2 · 6万台", []),
    ("占比重超过七成", [("7", "成", ">")]),
    ("约 5 万人", [("5", "万人", "~")]),
    ("2300余人次，4万余人", [("2300", "人次", "~"), ("4", "万人", "~")]),
    ("≥15", [("15", "", ">=")]),
    (">800", [("800", "", ">")]),
    ("＞８００家", [("800", "家", ">")]),
    ("1,234.5万元", [("1234.5", "万元", "=")]),
    ("提高3个百分点，降低0.5个百分点", [("3", "百分点", "="), ("0.5", "百分点", "=")]),
    ("60万元/人", [("60", "万元/人", "=")]),
    ("130 人年，185（人/年）", [("130", "人年", "="), ("185", "", "=")]),
    ("20万方", [("20", "万方", "=")]),
    ("五万七千六百亿元", [("57600", "亿元", "=")]),
    ("四亿六千五百万吨", [("46500", "万吨", "=")]),
    ("一○○万吨", [("100", "万吨", "=")]),
    ("百分之四点一", [("4.1", "%", "=")]),
    ("千分之十点五五", [("10.55", "‰", "=")]),
    ("三分之二以上", [("0.6667", "", ">=")]),
    ("翻一番，翻两番", [("2", "倍", "="), ("4", "倍", "=")]),
    ("增长近3倍", [("3", "倍", "~")]),
    ("从1979家增加到7711家", [("1979", "家", "="), ("7711", "家", "=")]),
    ("从42.1%到67.4%", [("42.1", "%", "="), ("67.4", "%", "=")]),
    ("全省排名第22位，保持全国前10位", [("22", "位", "="), ("10", "位", "<=")]),
    ("占比居全市第6位，七县第 1位", [("6", "位", "="), ("1", "位", "=")]),
    ("同比提升4位", [("4", "位", "=")]),
    ("突破10项关键技术，突破100亿元", [("10", "项", "="), ("100", "亿元", ">")]),
    ("500KV以上，300mm，12英寸", [("500", "KV", ">="), ("300", "mm", "="), ("12", "英寸", "=")]),
    ("三个率、七个专项行动", [("3", "个", "="), ("7", "个", "=")]),
    ("指数达151.5，", [("151.5", "", "=")]),
    ("-0.2", [("-0.2", "", "=")]),
    ("五个工作日内", [("5", "个工作日", "=")]),
]


@pytest.mark.parametrize(("text", "expected"), HARD_CASES)
def test_a_number_is_read_with_its_unit_and_comparator(text, expected):
    assert [(str(q.value), q.unit, q.comparator) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1-2家企业", "1", "2", "家"),
        ("3—4个", "3", "4", "个"),
        ("5%-10%", "5", "10", "%"),
        ("10万元至20万元", "10", "20", "万元"),
        ("2～3年", "2", "3", "年"),
        ("二千五百～三千五百万吨", "2500", "3500", "万吨"),
    ],
)
def test_a_range_has_both_ends(text, low, high, unit):
    (quantity,) = quantities(text)
    assert (str(quantity.value), str(quantity.high), quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("新增科技型上市企业5家", "新增"),
        ("每年新认定高新技术企业1000家", "每年、新认定"),
        ("科技投入年均增长15%以上", "年均、增长"),
        ("预计国高企累计量将达到 350家", "预计、累计"),
        ("预计3.5", "预计"),
        ("同比增长39.02%", "同比、增长"),
        ("从2.14%增长到3.42%", ""),
        ("全省排名 73 位", "排名"),
        ("力争突破200项", "力争"),
        ("实现倍增", "倍增"),
    ],
)
def test_the_nature_of_a_number_is_the_word_before_it(text, nature):
    assert quantities(text)[-1].nature == nature


def test_the_year_next_to_a_number_is_kept():
    text = "从2016年的90.5亿元，增长到2021年的150亿元，比上年高5亿元"
    assert [quantity.year for quantity in quantities(text)] == ["2016", "2021", ""]


def test_the_same_amount_agrees_across_scales_and_counting_words():
    assert agree(*(quantities(text)[0] for text in ("1.8万名", "18000名")))
    assert agree(*(quantities(text)[0] for text in ("100个", "100支")))
    assert agree(*(quantities(text)[0] for text in ("800亿", "800亿元")))
    assert not agree(*(quantities(text)[0] for text in ("12亿元", "12万元")))
    assert not agree(*(quantities(text)[0] for text in ("4%", "4个百分点")))


_WORDS = st.sampled_from(
    list("0123456789一二三十百千万亿年月日家个项件元人%.,，。、（）()-—～+到达第前每新增约以上下 \n\t")
    + ["2025", "十四五", "“", "”", "以上", "亿元", "百分点", "不低于", "R&D", "号", "〔"]
)


@given(st.lists(_WORDS, max_size=40).map("".join))
def test_offsets_are_verbatim_in_order_and_apart(text):
    found = quantities(text)
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["家", "亿元", "%", "万人", "个百分点", "万平方米"]),
    st.sampled_from([("", "", "="), ("", "以上", ">="), ("超过", "", ">"), ("不高于", "", "<="), ("", "左右", "~")]),
)
def test_what_is_written_is_what_is_read(value, unit, frame):
    before, after, comparator = frame
    (quantity,) = quantities(f"总量达到{before}{value}{unit}{after}，")
    assert (quantity.value, quantity.comparator) == (value, comparator)
    assert quantity.unit == unit.removeprefix("个")


@given(st.integers(1, 10**6), st.sampled_from([("万元", "元", 10**4), ("亿元", "万元", 10**4), ("公顷", "亩", 15)]))
def test_canonical_values_do_not_depend_on_the_scale_written(value, pair):
    large, small, factor = pair
    left, right = quantities(f"{value}{large}")[0], quantities(f"{value * factor}{small}")[0]
    assert in_base_unit(left) == in_base_unit(right)
