"""A sentence about another place does not answer for the one that is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.compare import over_regions
from assistant.questions import Question
from assistant.records.other_places import elsewhere, of_another_place, says_more
from tests.assistant.gathering import gathered, over, said
from tests.assistant.two_places import county


@pytest.mark.parametrize(
    ("question", "expected", "other"),
    [
        ("海盐县总面积多大", "585", "227"),
        ("白洋管理区总面积多大", "227", "585"),
        ("海盐县白洋管理区2022年地区生产总值是多少", "14.5", "71"),
        ("海盐县2022年地区生产总值是多少", "71", "14.5"),
        ("白洋管理区常住人口多少", "6804", "46"),
        ("西沙岛堤防达标率是多少", "80", "46"),
        ("平湖市城镇化率是多少", "54.2", "38"),
    ],
)
def test_each_place_has_its_own_figures(tmp_path: Path, question: str, expected: str, other: str) -> None:
    with county(tmp_path) as library:
        answer = Assistant(library).answer(Question(question))
        assert expected in answer.text
        assert other not in answer.text


@pytest.mark.parametrize(
    "question", ["海宁市2022年地区生产总值是多少", "白洋管理区2022年用电量是多少", "海盐县森林覆盖率是多少"]
)
def test_what_is_not_said_of_a_place_is_refused(tmp_path: Path, question: str) -> None:
    with county(tmp_path) as library:
        assert Assistant(library).answer(Question(question)).status not in (
            AnswerStatus.ANSWERED,
            AnswerStatus.PARTLY,
        )


def test_a_region_and_an_area_in_it_are_compared(tmp_path: Path) -> None:
    with county(tmp_path) as library:
        told = said(over_regions(gathered(library, "海盐县和白洋管理区2022年地区生产总值差多少")))
        assert "71 − 14.5" in told
        none = over_regions(gathered(library, "海盐县和海宁市2022年地区生产总值差多少"))
        assert none is not None
        assert none.status is AnswerStatus.NOT_IN_PLANS
        assert said(none).startswith("无法比较")
        assert "71" in said(none)


def test_a_sentence_of_one_other_division_is_elsewhere(tmp_path: Path) -> None:
    with county(tmp_path) as library:
        asked = gathered(library, "海盐县有几个湖泊，城镇化率多少")
        found = {c.text[:4]: c for c in asked.candidates}
        assert elsewhere(found["平湖市地"], asked)
        assert of_another_place(found["平湖市地"], asked)
        assert not elsewhere(found["按照新标"], asked)
        assert not elsewhere(found["海盐县位"], asked)
        named = gathered(library, "海盐县比平湖城镇化率高吗")
        assert not any(elsewhere(c, named) for c in named.candidates if c.text.startswith("平湖市地"))


def test_naming_a_place_is_not_enough(tmp_path: Path) -> None:
    with county(tmp_path) as library:
        asked = gathered(library, "平湖市的森林有多少")
        told = {c.text[:4]: says_more(c, asked) for c in asked.candidates if "平湖" in c.text or "森林" in c.text}
        assert told["平湖市地"] is False
        assert any(told.values())


PARK = """# 平湖市科技规划

平湖市人民政府

2021年9月3日

## 一、基础

全市国高企从2015年81家，增长到2020年347家。

近年来，扎实推进临港科技城发展。临港科技城企业总数达到139家，国家高新技术企业128家。

## 二、目标

到2025年，国家高新技术企业数量达600家以上。
"""


def test_a_number_of_a_region_is_neither_that_of_its_park_nor_a_goal(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PARK) as library:
        told = Assistant(library).answer(Question("平湖现在国高企有多少家")).text
        assert "347家" in told
        assert "128" not in told
        assert not told.startswith("到2025年")
