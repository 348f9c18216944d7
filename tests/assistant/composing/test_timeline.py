from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.timeline import timeline
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

表1 “十三五”科技指标完成情况

| 指标名称 | 单位 | 2015年 | 2020年规划目标 | 2020年完成值 |
|---|---|---|---|---|
| 国家高新技术企业 | 家 | 120 | 300 | 420 |
| 技术交易额 | 亿元 | 6 | 20 | 24.3 |

## 二、发展目标

表2 “十四五”科技指标

| 指标名称 | 单位 | 2020年 | 2025年 |
|---|---|---|---|
| 国家高新技术企业数量 | 家 | 420 | 800 |
| 技术交易总额 | 亿元 | 24 | 60 |
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pinghu"), 平湖=PLAN) as library:
        yield library


def test_every_listed_year_has_its_value_from_the_table_that_holds_it(pinghu: Library) -> None:
    draft = timeline(gathered(pinghu, "平湖的技术交易额这些年是怎么涨的，2015、2020、2025三个时点"))
    assert draft is not None
    assert draft.status is AnswerStatus.ANSWERED
    first, second = draft.claims
    assert "2015年 6亿元，2020年 24.3亿元" in first.text
    assert "2025年目标 60亿元" in second.text
    assert quoted(draft, pinghu) == ["技术交易额 | 亿元 | 6 | 20 | 24.3", "技术交易总额 | 亿元 | 24 | 60"]


def test_what_was_planned_is_a_point_of_its_own(pinghu: Library) -> None:
    text = said(timeline(gathered(pinghu, "平湖国高企：十三五定的目标、2020年实际、2025年新目标，三个数给我")))
    for told in ("规划目标 300家", "2020年 420家", "2025年目标 800家"):
        assert told in text


def test_a_listed_year_without_a_value_is_named(pinghu: Library) -> None:
    draft = timeline(gathered(pinghu, "平湖技术交易额2015年、2020年、2030年各是多少"))
    assert draft.status is AnswerStatus.PARTLY
    assert "2030年：已加载的文本没有给出" in said(draft)


@pytest.mark.parametrize("text", ["平湖技术交易额2020年和2025年", "平湖2015、2020、2025年的跨海大桥"])
def test_fewer_points_or_no_indicator_are_no_timeline(pinghu: Library, text: str) -> None:
    assert timeline(gathered(pinghu, text)) is None


def test_each_year_of_a_stretch_is_asked_for(haining: Library) -> None:
    draft = timeline(gathered(haining, "海宁2018-2020年创新指数排名每年是多少"))
    assert all(rank in said(draft) for rank in ("第6位", "第5位", "第3位"))
    assert timeline(gathered(haining, "海宁2018-2020年创新指数排名是多少")) is None


RANKS = """# 平湖市科技创新规划

平湖市人民政府

## 一、基础

表1 平湖市创新指数位次

| 指标 | 2016年 | 2017年 | 2018年 | 2019年 |
|---|---|---|---|---|
| 科技产出指数位次 | 85 | 10 | 39 | 44 |
| 技术创新指数位次 | 69 | 58 | 29 | 13 |
"""


@pytest.mark.parametrize(("name", "begins"), [("科技产出", "不是，其间有升有降"), ("技术创新", "是，逐年如此")])
def test_whether_values_move_one_way_is_said_with_each_of_them(tmp_path: Path, name: str, begins: str) -> None:
    with over(tmp_path, 平湖=RANKS) as library:
        text = said(timeline(gathered(library, f"平湖{name}指数位次2016到2019年是一路往前走的吗")))
    assert text.startswith(begins)
    assert "2017年" in text
