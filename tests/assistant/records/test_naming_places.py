from __future__ import annotations

import pytest

from assistant.records.naming_places import documents_in, number_of, of_tables, places_in, tables_in, without_places
from assistant.records.values import hits
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("表1和表2登的是不是同一个数", ["表1", "表2"]),
        ("表2和专栏6的口径", ["表2", "专栏6"]),
        ("正文写的和表3对不上", ["正文", "表3"]),
        ("目标正文和表2有什么出入", ["目标部分", "表2"]),
        ("专栏5比“名校名院”那节多了谁", ["专栏5", "名校名院"]),
        ("规划里写了什么", []),
    ],
)
def test_places_are_named_in_the_order_of_the_text(text: str, names: list[str]) -> None:
    assert [place.name for place in places_in(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新闻里和规划里对不上", ["规划", "报道"]),
        ("一份材料和另一份材料差一家", ["规划", "报道"]),
        ("规划目标是多少", []),
        ("报道里说了什么", []),
    ],
)
def test_a_plan_and_a_report_may_be_set_against_each_other(text: str, names: list[str]) -> None:
    assert [place.name for place in documents_in(text)] == names


def test_names_of_places_are_no_part_of_what_is_looked_for() -> None:
    assert without_places("技术交易额 表1和专栏6 正文") == "技术交易额 和"
