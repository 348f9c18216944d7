from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.change import over_years, set_apart
from assistant.composing.compose import compose
from assistant.questions import Question
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市园林绿化“十五五”规划

平湖市人民政府

2026年6月3日

## 一、“十四五”执行情况

表1 “十四五”指标完成情况

| 序号 | 指标名称 | 单位 | “十四五”目标值 | 2025年 |
|---|---|---|---|---|
| 1 | 新建绿地 | 万平方米 | 60 | 75.5 |
| 2 | 绿道建设 | 公里 | 30 | 24 |

## 二、发展目标

表2 “十五五”主要指标

| 序号 | 指标名称 | 单位 | “十四五”现状 | “十五五”目标 |
|---|---|---|---|---|
| 1 | 新建绿地 | 万平方米 | 75.5 | 40 |
| 2 | 景观街区建设 | 条（段） | 50 | 15 |
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pairs"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    "text",
    ["平湖十四五新建绿地实际比目标多建了多少？", "平湖十四五新建绿地超目标多少", "平湖十四五新建绿地超额完成了多少？"],
)
def test_what_was_reached_is_set_against_what_was_planned_for_the_same_time(pinghu: Library, text: str) -> None:
    answer = Assistant(pinghu).answer(Question(text))
    assert answer.status is AnswerStatus.ANSWERED
    assert "2021-2025年规划目标 60万平方米，2025年 75.5万平方米" in answer.text
    assert "相差 15.5万平方米（75.5 − 60）" in answer.text


def test_a_rate_of_completion_may_stay_below_the_plan(pinghu: Library) -> None:
    assert "完成率 80%（24 ÷ 30）" in said(set_apart(gathered(pinghu, "平湖十四五绿道建设完成率多少")))


def test_a_time_without_an_outcome_is_not_reckoned_with(pinghu: Library) -> None:
    assert "60" not in said(set_apart(gathered(pinghu, "平湖十五五新建绿地实际比目标多建多少")))


def test_values_of_other_years_are_no_answer_for_an_asked_year(pinghu: Library) -> None:
    assert over_years(gathered(pinghu, "平湖2035年景观街区建设增加多少")) is None


def test_two_periods_are_set_apart_in_whatever_unit_the_table_tells(pinghu: Library) -> None:
    less = said(set_apart(gathered(pinghu, "平湖十五五新建绿地比十四五少建多少？")))
    assert "相差 35.5万平方米（40 − 75.5）" in less
    answer = Assistant(pinghu).answer(Question("平湖景观街区建设，十五五要建的和十四五建成的比是多了还是少了？"))
    assert "相差 35条（段）（15 − 50）" in answer.text
    assert "2026-2030年（15条（段））少于2021-2025年（50条（段））" in answer.text


def test_two_years_that_are_named_come_before_what_was_planned(haining: Library) -> None:
    text = said(compose(gathered(haining, "国高企从2020年到2025年得净增多少家才能完成目标")))
    assert "800 − 420" in text
