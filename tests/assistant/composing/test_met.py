from __future__ import annotations

from pathlib import Path

import pytest

from assistant.composing.change import over_years
from assistant.composing.met import met
from assistant.records.values import hits
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

表1 “十三五”科技指标完成情况

| 指标名称 | 单位 | 2015年 | 2020年规划目标 | 2020年完成值 |
|---|---|---|---|---|
| 财政科技投入占财政支出比重 | % | 5.9 | 6.0 | 7.6 |
| 省级孵化器数量 | 家 | 10 | 20 | 18 |
"""


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("平湖2020年财政科技投入占财政支出比重完成规划目标了吗", "是，完成值超过规划目标"),
        ("平湖2020年财政科技投入占财政支出比重没完成规划目标吧", "不是，完成值超过规划目标"),
        ("平湖2020年省级孵化器数量完成规划目标了吗", "没有，完成值没有达到规划目标"),
        ("平湖2020年省级孵化器数量没完成规划目标吧", "是，完成值没有达到规划目标"),
    ],
)
def test_whether_a_plan_was_met_is_said_before_its_values(tmp_path: Path, text: str, begins: str) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        assert said(over_years(gathered(library, text))).startswith(begins)


def test_two_years_are_no_plan_and_outcome(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        text = said(over_years(gathered(library, "平湖省级孵化器数量2020年比2015年多几家")))
        assert "规划目标" not in text
        found = [h for h in hits(gathered(library, "平湖省级孵化器数量")) if h.indicator.role == "actual"]
        assert met((found[0], found[1]), "完成规划目标了吗") == []


def test_a_question_may_set_an_outcome_against_its_plan_and_an_earlier_year(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        text = said(over_years(gathered(library, "平湖省级孵化器数量2020年目标和实际差几家？跟2015年比又多了多少")))
        assert "18 − 20" in text
        assert "18 − 10" in text


def test_whether_or_not_is_no_denial_and_is_answered_though_both_values_are_asked_for(tmp_path: Path) -> None:
    text = "平湖2020年财政科技投入占财政支出比重有没有完成规划目标？目标和完成值各多少"
    with over(tmp_path, 平湖=PLAN) as library:
        assert said(over_years(gathered(library, text))).startswith("是，完成值超过规划目标")
