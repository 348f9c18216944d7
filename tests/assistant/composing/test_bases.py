from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.bases import lacks_a_value
from assistant.composing.values import value
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 常山县科技创新“十四五”规划

常山县人民政府

2021年9月3日

## 一、发展目标

到2025年，全县创新产业增加值达到40亿元。

2020年，全县科技经费达到8600万元，与2015年相比增长7倍。
"""


@pytest.fixture(scope="module")
def changshan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("changshan"), 常山=PLAN) as opened:
        yield opened


def test_a_base_that_is_not_given_is_named_with_what_is_given(changshan: Library) -> None:
    draft = value(gathered(changshan, "常山2020年的创新产业增加值是多少亿？我想算算到2025年要涨几倍"))
    assert draft is not None
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "没有给出2020年" in said(draft)
    assert "40亿元" in said(draft)


def test_a_change_that_the_text_tells_needs_no_base(changshan: Library) -> None:
    draft = value(gathered(changshan, "常山2020年科技经费是多少，比2015年增长了几倍？"))
    assert draft is None or draft.status is AnswerStatus.ANSWERED


def test_a_year_beside_the_one_asked_for_does_not_stand_in_for_it(changshan: Library) -> None:
    draft = value(gathered(changshan, "常山2020年创新产业增加值是多少？想跟2025年目标对一下"))
    assert draft is not None
    assert draft.status is AnswerStatus.NOT_IN_PLANS


@pytest.mark.parametrize(
    "text", ["常山2020年创新产业增加值比2025年少百分之几", "常山创新产业增加值2025年跟2020年比是升还是降，差多少"]
)
def test_what_is_reckoned_with_two_years_needs_the_values_of_both(changshan: Library, text: str) -> None:
    draft = lacks_a_value(gathered(changshan, text))
    assert draft is not None
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "没有给出2020年" in said(draft)


def test_a_sentence_about_the_other_year_may_tell_it(changshan: Library) -> None:
    assert lacks_a_value(gathered(changshan, "常山2020年科技经费比2015年增长了几倍")) is None
    assert lacks_a_value(gathered(changshan, "常山2025年创新产业增加值是多少")) is None
