from __future__ import annotations

import pytest

from assistant.records.columns_of_places import asks_places, of_places
from ingest.library import Library
from tests.assistant.gathering import gathered


def labels(library: Library, text: str, *, by_change: bool = False) -> list[str]:
    return [line.label for line in of_places(gathered(library, text), by_change=by_change)]


def test_a_column_has_all_its_places_and_no_total(wenzhou: Library) -> None:
    assert labels(wenzhou, "2019年各区县研发经费最高") == ["鹿城", "龙湾", "瓯海", "洞头", "乐清"]


def test_a_column_of_another_year_does_not_stand_in(wenzhou: Library) -> None:
    assert labels(wenzhou, "2017年各区县研发经费最高") == []


def test_what_a_table_states_of_changes_comes_before_what_is_reckoned(haining: Library) -> None:
    lines = of_places(gathered(haining, "创新指数排名上升最多的是哪个县"), by_change=True)
    assert {line.indicator.role for line in lines} == {"growth"}
    assert len(lines) == 4


@pytest.mark.parametrize("text", ["研发经费最高的企业是哪家", "哪个指标最高"])
def test_other_things_are_no_places(wenzhou: Library, text: str) -> None:
    assert labels(wenzhou, text) == []
    assert not asks_places(gathered(wenzhou, text).query)


def test_the_first_by_growth_are_not_the_first_by_rank(haining: Library) -> None:
    text = "2020年创新指数排名比上年提升最多的前两个县是谁"
    assert {line.indicator.role for line in of_places(gathered(haining, text), by_change=True)} == {"growth"}
