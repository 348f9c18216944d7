from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.notation.quantities import quantities
from ingest.notation.ranges import amount_of, ranges


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("新建100—500亩（含500亩）的茶园", ["100", "500"], ["99", "501"]),
        ("新建500亩以上的茶园", ["500", "9000"], ["499"]),
        ("投资50万元以上至100万元以下的", ["500000", "800000"], ["400000", "1200000"]),
        ("离岸距离小于50公里的", ["49000"], ["50000"]),
        ("实到外资200万-500万（不含）美元", ["2000000", "4999999"], ["5000000", "1000000"]),
        ("接待1万人次以上的", ["10000"], ["8000"]),
    ],
)
def test_a_range_holds_what_lies_in_it(text: str, inside: list[str], outside: list[str]) -> None:
    (found,) = ranges(text)
    assert all(found.holds(Decimal(value)) for value in inside)
    assert not any(found.holds(Decimal(value)) for value in outside)


def test_a_bare_figure_and_a_share_are_no_ranges() -> None:
    assert ranges("一次性奖励20万元，增长10%以上") == []


def test_people_are_people_however_they_are_counted() -> None:
    assert {amount_of(quantities(text)[0]) for text in ("1万人次", "1万人", "10000名")} == {(Decimal(10000), "人")}
