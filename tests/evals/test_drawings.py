"""Drawings are well-formed and say what they show."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from evals import drawings
from evals.statistics import Interval


@pytest.mark.parametrize(
    "drawing",
    [
        drawings.whisker(Interval(0.5, 0.2, 0.8)),
        drawings.whisker(Interval(1.0)),
        drawings.stacked({"right": 90, "wrong": 10, "abstained": 0}),
        drawings.stacked({}),
        drawings.bars([("未采用 <&>", 3), ("未检索到", 1)]),
        drawings.bars([]),
        drawings.latencies([0.01, 3, 20, 25, 30, 1800]),
        drawings.latencies([10]),
    ],
)
def test_a_drawing_is_well_formed(drawing: str) -> None:
    assert ElementTree.fromstring(drawing).tag == "svg"


def test_what_is_not_there_is_not_drawn() -> None:
    assert drawings.whisker(None) == drawings.latencies([]) == ""


def test_the_median_and_the_ninety_fifth_percentile_are_marked() -> None:
    drawing = drawings.latencies([10] * 90 + [1000] * 10)
    assert "中位 10" in drawing
    assert "95% 1000" in drawing
