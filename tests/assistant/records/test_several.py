from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.composing.values import SURE
from assistant.records.several import by_place, of_other_plans
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.composing.test_plans import LATER, plans
from tests.assistant.gathering import gathered, over

OPEN = "国家高新技术企业目标是多少家？"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two places, and a later policy of the first of them."""
    with over(tmp_path_factory.mktemp("several"), **plans(2), 意见=LATER) as opened:
        yield opened


def test_hits_are_those_of_each_place_where_none_is_named(few: Library) -> None:
    asked = gathered(few, OPEN)
    assert list(by_place(hits(asked), asked.query, SURE)) == ["平湖市", "桐乡市"]


def test_a_named_place_has_all_hits(few: Library) -> None:
    asked = gathered(few, f"桐乡市{OPEN}")
    assert list(by_place(hits(asked), asked.query, SURE)) == [""]
    assert by_place([], asked.query, SURE) == {"": []}


def test_other_plans_of_a_place_are_those_of_other_years(few: Library) -> None:
    asked = gathered(few, f"平湖市{OPEN}")
    found = sorted(hits(asked), key=lambda h: h.indicator.year)
    assert [h.indicator.value for h in of_other_plans(found, "2025年目标 610家", asked.query)] == ["900"]
    assert of_other_plans(found, "2025年 610家，2027年 900家", asked.query) == []
    assert of_other_plans([], "", asked.query) == []


def test_a_year_that_is_asked_leaves_other_years_out(few: Library) -> None:
    asked = gathered(few, f"2025年平湖市{OPEN}")
    assert of_other_plans(hits(asked), "", asked.query) == []
