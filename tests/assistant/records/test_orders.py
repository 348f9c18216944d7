from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.questions import Intent, Query
from assistant.records.orders import Bound, asked_count, asked_ends, bound_of, by_change


def bound(text: str) -> Bound | None:
    return bound_of(Query(text, Intent.LIST, text))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("得分最高的是谁", (True, False)),
        ("哪个最差", (False, True)),
        ("涨得最快和掉得最多的区", (True, True)),
        ("下降最多的", (False, True)),
        ("排名前三的区", (True, False)),
        ("增幅前三名是谁", (True, False)),
        ("得分是多少", (False, False)),
    ],
)
def test_the_ends_that_a_question_asks_for(text: str, asked: tuple[bool, bool]) -> None:
    assert asked_ends(text) == asked


@pytest.mark.parametrize(
    ("text", "number"), [("最多的三个区", 3), ("排名前10的区", 10), ("哪两个区最高", 2), ("五个指标哪个最好", 1)]
)
def test_how_many_rows_are_asked_for(text: str, number: int) -> None:
    assert asked_count(text) == number


def test_a_change_is_no_added_value() -> None:
    assert by_change("增加最多的区")
    assert not by_change("增加值最高的区")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("强度超过3%的区有哪些", Bound(">", Decimal(3), "%")),
        ("经费在10亿以下的有哪些区", Bound("<=", Decimal(10), "亿元")),
        ("排进前30的有哪些", Bound("<=", Decimal(30), "位")),
        ("哪些指标要翻番", Bound(">=", Decimal(2), "倍", "multiple")),
        ("哪些区下降了", Bound("<", Decimal(0), "", "change")),
        ("哪些区有所提升", Bound(">", Decimal(0), "", "change")),
        ("强度超过3%要做什么", None),
        ("六提升指哪几项指标提升？", None),
        ("六倍增倍的是哪几项？", None),
        ("哪些区最高", None),
    ],
)
def test_the_bound_that_a_question_sets(text: str, expected: Bound | None) -> None:
    assert bound(text) == expected


def test_a_bound_is_held_against_values_of_its_own_dimension_whatever_the_scale() -> None:
    money = Bound(">", Decimal(1), "亿元")
    assert money.holds(Decimal(20000), "万元")
    assert not money.holds(Decimal(9000), "万元")
    assert money.speaks_of("万元")
    assert not money.speaks_of("%")


def test_those_that_fell_are_asked_for_however_it_is_said() -> None:
    assert bound("位次往下掉的是哪几个区") == bound("位次下降的有哪些区") == Bound("<", Decimal(0), "", "change")
    assert bound("下降的是全市") is None
