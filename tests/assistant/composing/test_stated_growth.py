from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.composing.stated_growth import stated_growth
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
