from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.stated_growth import stated_growth, stated_rise
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

REPORT = """# 开化县2020年科技工作总结

开化县科学技术局

2021年1月15日

## 一、主要成效

2020年，全县研发费用投入总量28.5亿元，绝对值居全市第5位，同比增长34.6%，增幅居全市第2位。技术交易额9亿元。

## 二、目标

到2025年，研发费用投入总量达到56亿元。
"""


@pytest.fixture(scope="module")
def kaihua(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("kaihua"), 开化=REPORT) as opened:
        yield opened


def test_the_growth_is_the_one_that_stands_with_the_value(kaihua: Library) -> None:
    text = said(stated_growth(gathered(kaihua, "2020年开化研发费用投入总量及其增幅？")))
    assert "28.5亿元" in text
    assert "增长34.6%" in text
    assert "第2位" in text  # the rest of its sentence
    assert "56" not in text


def test_the_place_that_a_value_takes_is_told_with_it(kaihua: Library) -> None:
    assert "居全市第5位" in said(stated_growth(gathered(kaihua, "2020年开化研发费用投入总量多少，排全市第几")))


@pytest.mark.parametrize(
    "text",
    [
        "2020年开化研发费用投入总量多少",  # no growth asked for
        "2020年到2025年开化研发费用投入总量增幅多少",  # between two years
        "2016—2020年开化研发费用投入总量增长了多少",  # over a period
        "2025年开化研发费用投入总量目标及增幅",  # a goal
        "2020年开化技术交易额及增幅",  # none stated
    ],
)
def test_other_questions_are_left_to_other_steps(kaihua: Library, text: str) -> None:
    assert stated_growth(gathered(kaihua, text)) is None


def test_how_much_something_grew_is_told_as_the_plan_states_it(tmp_path: Path) -> None:
    text = "# 平湖市规划\n\n平湖市人民政府\n\n## 一、基础\n\n2015至2020年，高企从100家增加到390家，增长近3倍。\n"
    with over(tmp_path, 平湖=text) as opened:
        asked = gathered(opened, "有人说平湖高企2015到2020年增长了4倍，规划是这么说的吗")
        assert "增长近3倍" in said(stated_rise(asked))
        assert stated_rise(gathered(opened, "平湖高企2020年有390家吗")) is None
