from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import Assistant
from assistant.composing.row_by_row import row_by_row
from assistant.questions import Question
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

RANKS = """# 龙游县科技创新“十四五”规划

龙游县人民政府

2021年9月3日

## 一、发展基础

表1 2019年度部分县（市、区）创新指数结果

| 地区 | 科技投入指数位次 | 技术创新指数位次 | 科技产出指数位次 | 创新指数位次 |
|---|---|---|---|---|
| 龙游县 | 19 | 13 | 6 | 22 |
| 江山市 | 7 | 5 | 18 | 5 |

表2 2020年部分县（市、区）规模

| 地区 | 高新技术企业（家） | 技术交易额（亿元） | 研发机构（家） | 人才密度（人） |
|---|---|---|---|---|
| 龙游县 | 90 | 12 | 31 | 较高 |
| 江山市 | 80 | 15 | 31 | 9 |
"""


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("ranks"), 龙游=RANKS) as opened:
        yield opened


def test_the_columns_in_which_a_place_is_ahead_come_first(ranked: Library) -> None:
    draft = row_by_row(gathered(ranked, "2019年各分项指数位次，龙游有没有哪一项比江山靠前？"))
    first, *others = said(draft).split("\n")
    assert first == "龙游靠前：科技产出指数位次，龙游 第6位，江山 第18位"
    assert len(others) == 3
    assert all(line.startswith("江山靠前：") for line in others)
    assert quoted(draft, ranked) == ["龙游县 | 19 | 13 | 6 | 22", "江山市 | 7 | 5 | 18 | 5"]


def test_of_amounts_the_larger_is_ahead_and_level_ones_are_left_out(ranked: Library) -> None:
    text = said(row_by_row(gathered(ranked, "2020年的规模，龙游有哪几项比江山高？")))
    assert text.split("\n") == [
        "龙游较高：高新技术企业，龙游 90家，江山 80家",
        "江山较高：技术交易额，龙游 12亿元，江山 15亿元",
    ]


def test_what_else_is_asked_of_the_two_comes_first(ranked: Library) -> None:
    text = said(row_by_row(gathered(ranked, "2019年创新指数龙游跟江山差几位？分项里有没有龙游排在江山前面的？")))
    assert "17位（22 − 5）" in text.split("龙游靠前")[0]


def test_to_be_beyond_the_other_is_to_be_ahead(ranked: Library) -> None:
    draft = row_by_row(gathered(ranked, "2019年各分项指数位次，龙游有没有哪一项是超过江山的？"))
    assert said(draft).startswith("龙游靠前")


def test_every_line_of_it_is_proven(ranked: Library) -> None:
    answer = Assistant(ranked).answer(Question("2019年各分项指数位次，龙游有没有哪一项比江山靠前？"))
    assert len(answer.text.split("\n")) == 4
    assert not answer.warnings


@pytest.mark.parametrize("text", ["2019年龙游和江山创新指数位次各是多少", "2019年龙游哪一项指数位次最靠前"])
def test_other_questions_are_left_to_other_steps(ranked: Library, text: str) -> None:
    assert row_by_row(gathered(ranked, text)) is None
