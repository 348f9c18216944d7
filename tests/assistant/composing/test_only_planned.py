from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.only_planned import only_planned
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

2020年，高新技术企业达到210家。

## 二、发展目标

到2025年，集聚技术经纪人500名，高新技术企业达到400家。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("planned"), 平湖=PLAN) as opened:
        yield opened


@pytest.mark.parametrize("text", ["平湖现在有多少名技术经纪人？", "平湖手里有多少名技术经纪人？想算算离目标差多少"])
def test_a_goal_is_no_present_number_and_is_shown_as_what_it_is(pinghu: Library, text: str) -> None:
    draft = only_planned(gathered(pinghu, text))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "没有给出目前的“技术经纪人”" in said(draft)
    assert "2025年目标 500名" in said(draft)


@pytest.mark.parametrize(
    "text", ["平湖现在有多少家高新技术企业？", "平湖要集聚多少名技术经纪人？", "平湖现在定的技术经纪人目标是多少？"]
)
def test_what_was_reached_or_a_goal_asked_for_is_told_by_others(pinghu: Library, text: str) -> None:
    assert only_planned(gathered(pinghu, text)) is None
