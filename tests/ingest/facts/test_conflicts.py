"""What differs is told with its reason; what only seems to differ is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from ingest.facts.conflicts import conflicts, same_value
from ingest.facts.indicators import indicators
from tests.ingest.figure_records import record
from tests.ingest.outlines import plan_in


def reasons(*records):
    return [conflict.reason for conflict in conflicts(records)]


def test_each_of_many_values_is_told_once():
    values = [str(value) for value in range(100, 180)]
    found = conflicts([record(value, at=400 * at) for at, value in enumerate(values * 2)])
    assert [one.right.value for one in found] == values[1:]


def test_two_values_of_one_thing_are_a_conflict_once():
    table, text, again = record("69", table="表1"), record("81", at=300), record("81", at=900)
    (found,) = conflicts([text, again, table])
    assert (found.left, found.right, found.reason) == (table, text, "不同数值")


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        ({"nature": "预计、累计"}, "时点不同"),
        ({"nature": "1-11月"}, "时点不同"),
        ({"nature": "目前"}, "时点不同"),
        ({"nature": "起点"}, "时点不同"),
        ({"nature": "累计"}, "不同数值"),
    ],
)
def test_the_time_counted_at_is_told_apart(about, reason):
    assert reasons(record("347"), record("350", at=300, plan_id="乙", **about)) == [reason]


@pytest.mark.parametrize(
    "other",
    [
        {"role": "target"},
        {"region": "杭州市"},
        {"year": "2019"},
        {"year": "2016-2020"},
        {"name": "新增国高企"},
        {"name": "科技型中小企业"},
        {"unit": "万元"},
        {"year": ""},
        {"role": "growth"},
    ],
)
def test_different_things_are_no_conflict(other):
    unit = other.pop("unit", "家")
    assert reasons(record("347"), record("350", unit, at=300, **other)) == []


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("550", "亿元"), ("550.08", "亿元"), True),
        (("19.6", "亿元"), ("19.59", "亿元"), True),
        (("1.8", "万名"), ("18000", "名"), True),
        (("100", "个"), ("100", "支"), True),
        (("20", "万方"), ("20", "万平方米"), None),
        (("12", "亿元"), ("12", "万元"), False),
        (("347", "家"), ("350", "家"), False),
        (("1-2", "家"), ("1-2", "家"), True),
        (("高于固定资产投资", ""), ("10", "%"), None),
    ],
)
def test_values_agree_as_far_as_the_coarser_tells(left, right, same):
    assert same_value(record(*left), record(*right)) is same


def test_stock_and_increase_in_one_plan_differ_in_scope():
    stock = record("20", year="2025", role="target", table="表6")
    increase = record("10", at=300, year="2025", role="target", name="新增国家高新技术企业")
    assert reasons(stock, increase) == ["口径不同"]
    assert reasons(stock, record("10", at=300, year="2025", role="target", name="新增国高企", plan_id="乙")) == []
    assert reasons(stock, record("5", at=300, year="2025", role="target", name="每年新认定国高企")) == []


def test_a_scope_left_unsaid_differs_in_scope():
    unsaid = record("813", table="表1", name="科技型中小企业")
    assert reasons(unsaid, record("815", at=300, name="省科技型中小企业")) == ["口径不同"]


def test_ranks_among_others_are_not_compared():
    place = {"name": "创新指数", "concept": "创新指数位次", "role": "rank"}
    province = record("22", "位", nature="全省", **place)
    assert reasons(province, record("5", "位", at=300, nature="杭州市", **place)) == []
    assert reasons(province, record("23", "位", at=300, nature="全省", **place)) == ["不同数值"]


def test_items_side_by_side_in_a_sentence_are_two_things():
    beside = {"name": "创新创业团队", "heading": ("专栏",)}
    assert reasons(record("60", at=10, **beside), record("30", at=40, **beside)) == []


def test_the_disagreements_of_the_real_plans_are_found_and_no_other(real_plans):
    found = conflicts(
        one for path in sorted((real_plans / "seeds").iterdir()) for one in indicators(_own(plan_in(path), path.stem))
    )
    told = Counter(
        (one.reason, tuple(sorted((one.left.value, one.right.value), key=float)))
        for one in found
        if one.reason != "推算不符"
    )
    assert told == Counter(
        [
            ("不同数值", ("69", "81")),
            ("时点不同", ("347", "350")),
            ("时点不同", ("120.73", "144.84")),
            ("时点不同", ("73.9", "78.99")),
            ("时点不同", ("2.14", "2.3")),
            ("时点不同", ("14", "16")),
            ("时点不同", ("48", "68")),
            ("时点不同", ("90", "102")),
            ("口径不同", ("813", "815")),
            ("口径不同", ("10", "20")),
        ]
    )
    sums = [one for one in found if one.reason == "推算不符"]
    assert {one.left.table[:2] for one in sums if one.left.table} == {"表1"}
    assert [(one.left.value, one.left.name) for one in sums if not one.left.table] == [("17", "技术创新指数位次")]
    assert len(sums) == 10


def _own(plan, plan_id):
    return replace(plan, id=plan_id)
