from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.park_share import share_of_a_park
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 常山县科技创新“十四五”规划

常山县人民政府

2021年9月3日

## 一、发展基础

2020年，全县国家高新技术企业达到250家，技术交易额为9亿元。

云谷科技城加快建设。2020年，云谷科技城国家高新技术企业达到50家，技术交易额为12亿元，研发机构达到8家。
"""


@pytest.fixture(scope="module")
def changshan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("changshan"), 常山=PLAN) as opened:
        yield opened


def test_the_park_is_set_against_its_region(changshan: Library) -> None:
    draft = share_of_a_park(gathered(changshan, "2020年常山全县的国家高新技术企业里，云谷科技城占百分之几？"))
    text = said(draft)
    assert "50家" in text
    assert "250家" in text
    assert [(c.calculation.expression, c.calculation.result) for c in draft.claims if c.calculation] == [
        ("50 ÷ 250", "20")
    ]


def test_tenths_are_asked_of_the_share_and_not_of_its_figures(changshan: Library) -> None:
    text = said(share_of_a_park(gathered(changshan, "2020年云谷科技城的国家高新技术企业占常山全县的几成？")))
    assert "50 ÷ 250" in text


@pytest.mark.parametrize(
    "text",
    [
        "2020年常山云谷科技城国家高新技术企业多少家",  # no share asked for
        "2020年常山的技术交易额里，云谷科技城占百分之几？",  # no part can be larger than the whole
        "2020年常山的研发机构里，云谷科技城占几成？",  # the region's figure is not given
    ],
)
def test_other_questions_are_left_to_other_steps(changshan: Library, text: str) -> None:
    assert share_of_a_park(gathered(changshan, text)) is None


def test_goals_are_set_against_each_other_and_a_park_may_be_called_by_its_kind(tmp_path: Path) -> None:
    whole = "# 常山县规划\n\n## 一、目标\n\n到2025年，全县新型研发机构达到50家。\n\n"
    plan = f"{whole}## 二、云谷大走廊\n\n到2025年，新型研发机构达到20家。\n"
    with over(tmp_path, 常山=plan) as opened:
        draft = share_of_a_park(gathered(opened, "大走廊的新型研发机构占常山2025年目标的百分之几？"))
    assert [(c.calculation.expression, c.calculation.result) for c in draft.claims if c.calculation] == [
        ("20 ÷ 50", "40")
    ]
