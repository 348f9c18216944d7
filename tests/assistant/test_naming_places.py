from __future__ import annotations

import pytest

from assistant.naming_places import number_of, of_tables, tables_in
from assistant.values import hits
from ingest.library import Library
from tests.assistant.gathering import gathered


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("按表1和表6算", {1, 6}),
        ("表二里的数", {2}),
        ("代表性指标", set()),
        ("规划里写的", set()),
    ],
)
def test_tables_are_named_by_their_numbers(text: str, numbers: set[int]) -> None:
    assert tables_in(text) == numbers


@pytest.mark.parametrize(("caption", "number"), [("表1 指标", 1), ("续表二 指标", 2), ("", 0), ("代表名单", 0)])
def test_a_caption_tells_the_number_of_its_table(caption: str, number: int) -> None:
    assert number_of(caption) == number


def test_only_values_of_the_named_tables_count_where_there_are_any(library: Library) -> None:
    found = hits(gathered(library, "南湖2025年技术交易额"))
    assert {h.indicator.table[:2] for h in of_tables(found, "表1的数")} == {"表1"}
    assert of_tables(found, "表9的数") == found
