from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.between import between
from assistant.questions import Question
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市发展“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

2020年，地方公共财政预算收入完成9.6亿元。
2021年1至9月，实现地区生产总值95.3亿元；地方公共财政预算支出完成84亿元；地方公共财政预算收入完成8亿元。

表1 主要指标

| 序号 | 指标名称 | 单位 | 2020年 | 2025年 |
|---|---|---|---|---|
| 1 | 省科技型中小企业 | 家 | 400 | 900 |
| 2 | 国家高新技术企业 | 家 | 200 | 500 |
| 3 | 新增众创空间 | 家 | 4 | 9 |
| 4 | 技术交易额 | 亿元 | 20 | 60 |
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("between"), 平湖=PLAN) as library:
        yield library


def test_two_indicators_of_the_same_months_are_set_against_each_other(pinghu: Library) -> None:
    answer = Assistant(pinghu).answer(Question("平湖2021年1-9月地方公共财政预算支出大约是收入的多少倍？"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "约为 10.5倍（84 ÷ 8）" in answer.text
    assert "2021年1至9月，地方公共财政预算收入完成8亿元" in answer.text


def test_the_year_of_the_question_decides(pinghu: Library) -> None:
    asked = "平湖{}年国家高新技术企业比省科技型中小企业少多少家？"
    assert "相差 400家（500 − 900）" in said(between(gathered(pinghu, asked.format(2025))))
    assert "相差 200家（200 − 400）" in said(between(gathered(pinghu, asked.format(2020))))


@pytest.mark.parametrize("other", ["技术交易额", "新增众创空间"])
def test_flows_and_other_units_are_told_but_not_reckoned_with(pinghu: Library, other: str) -> None:
    draft = between(gathered(pinghu, f"平湖2025年国家高新技术企业比{other}多多少"))
    assert "口径不一致" in said(draft)
    assert not any(claim.calculation for claim in draft.claims)


@pytest.mark.parametrize(
    "text",
    [
        "平湖2020年地方公共财政预算支出是收入的多少倍",
        "平湖2021年1-6月地方公共财政预算支出是收入的多少倍",
        "平湖2025年国家高新技术企业比2020年多多少家",
        "平湖2025年国家高新技术企业是多少家",
        "平湖2025年国家高新技术企业比孵化器多多少家",
    ],
)
def test_other_times_and_other_names_are_not_reckoned_with(pinghu: Library, text: str) -> None:
    assert between(gathered(pinghu, text)) is None
