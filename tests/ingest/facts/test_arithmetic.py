"""A change is held against the two levels it is a change of."""

from __future__ import annotations

import pytest

from ingest.facts.arithmetic import miscalculated
from tests.ingest.figure_records import record


def notes(*records):
    return [conflict.note for conflict in miscalculated(list(records))]


def levels(first: str, last: str, unit: str = "家", **about):
    return record(first, unit, year="2015", **about), record(last, unit, year="2020", **about)


def change(value: str, unit: str, **about):
    about = {"year": "2015-2020", "role": "growth", "concept": "国家高新技术企业增长率"} | about
    return record(value, unit, at=500, **about)


@pytest.mark.parametrize(("value", "unit"), [("402.9", "%"), ("4.0", "倍"), ("403", "%")])
def test_a_right_change_is_silent(value, unit):
    assert notes(*levels("69", "347"), change(value, unit)) == []


def test_a_wrong_rate_is_told_with_the_right_one():
    assert notes(*levels("69", "347"), change("300", "%")) == ["2015年为69家，2020年为347家，推算应为402.9%"]


def test_a_ratio_passed_off_as_a_rate_is_seen():
    (note,) = notes(*levels("10.75", "19.59", "亿元"), change("182.23", "%"))
    assert note.endswith("推算应为82.23%；所列数值是两年之比，不是增长率")


def test_about_is_taken_as_about():
    assert notes(*levels("1979", "7711"), change("3", "倍", comparator="~")) == []


def test_places_gained_and_lost():
    rank = {"role": "rank", "concept": "创新指数位次", "name": "创新指数"}
    before, after = record("29", "位", year="2018", **rank), record("13", "位", year="2019", **rank)
    moved = {"year": "2019", "concept": "创新指数位次变动", "name": "创新指数"}
    assert notes(before, after, change("16", "位", nature="同比、提升", **moved)) == []
    assert notes(before, after, change("17", "位", nature="同比、提升", **moved)) == [
        "2018年为29位，2019年为13位，推算应为16位"
    ]
    assert len(notes(before, after, change("16", "位", nature="下降", **moved))) == 1


def test_nothing_is_claimed_where_levels_are_missing_or_differ():
    first, last = levels("69", "347")
    assert notes(last, change("300", "%")) == []
    assert notes(first, record("81", year="2015", at=9), last, change("300", "%")) == []
    assert notes(first, last, change("300", "%", nature="1-11月")) == []
