from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from assistant.understanding.own_region import is_scope, left_out, of_level, own_words, speaks_of_own
from ingest.plans import Level, Located, PlanFacts, Span


@dataclass(frozen=True)
class Listed:
    """What a library tells of a loaded plan."""

    id: str
    region: str
    level: Level
    title: str = ""

    @property
    def facts(self) -> PlanFacts:
        return PlanFacts(region=Located(self.region, Span(0, 1)), level=self.level)


def test_a_municipality_is_a_city_and_a_prefecture_is_none() -> None:
    plans = [Listed("s", "上海市", "省"), Listed("n", "怒江傈僳族自治州", "市"), Listed("z", "浙江省", "省")]
    assert of_level(plans, "市") == ("s",)
    assert of_level(plans, "省") == ("z",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市里给多少", ["市里"]),
        ("我们区和全市", ["我们区", "全市"]),
        ("全市排第几", []),
        ("不是全市的", []),
        ("走资本市场有哪些支持", []),
    ],
)
def test_the_words_for_ones_own_region(text: str, expected: list[str]) -> None:
    assert [word for _, word, _ in own_words(text)] == expected


def test_who_speaks_of_their_own_region() -> None:
    assert speaks_of_own("我们区")
    assert not speaks_of_own("全市")


def test_a_region_may_be_left_out() -> None:
    assert left_out("我问的不是")
    assert not left_out("我问的是")


@pytest.mark.parametrize("text", ["增幅是排全市第5吗", "总量居全市第二"])
def test_where_one_ranks_is_not_what_is_asked_about(text: str) -> None:
    assert own_words(text) == []


def test_the_citys_plan_may_be_called_so() -> None:
    assert [word for _, word, _ in own_words("临安规划和市规划里各是多少")] == ["市规划"]
    assert own_words("嘉兴市规划里是多少") == []


def test_a_region_that_is_itself_ranked_is_asked_about() -> None:
    for text, asked in (("德清和临安各排第几", True), ("西湖在临安排第几", False)):
        match = re.search("临安", text)
        assert match is not None
        assert is_scope(text, match) is asked
