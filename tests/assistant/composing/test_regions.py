from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.compare import over_regions
from assistant.composing.compose import compose
from assistant.composing.regions import answering_each_other, side_by_side
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

HEAD = "# {0}市科技创新规划\n\n{0}市人民政府\n\n2021年3月1日\n\n## 一、任务\n\n"
TONGXIANG = HEAD.format("桐乡") + (
    "（一）孵化。完善“苗圃—孵化器—加速器—产业园”的全链条孵化体系，建设市级载体。\n\n"
    "（二）农业。推广“教授下田、农户点单”的选派模式，建设示范基地。\n"
)
PINGHU = HEAD.format("平湖") + (
    "（一）产业。推动云网端全链条融合，培育新兴产业。\n\n"
    "（二）主体。打通“孵化器—加速器—产业园—特色小镇”孵化链条，壮大企业梯队。\n"
)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("two"), 桐乡=TONGXIANG, 平湖=PINGHU) as library:
        yield library


def test_the_sentences_of_two_regions_answer_each_other(two: Library) -> None:
    evidence = gathered(two, "桐乡和平湖各自说的全链条孵化体系，环节有啥不同？")
    chosen = answering_each_other([evidence.within(scope) for scope in evidence.query.scopes])
    assert ["苗圃" in chosen[0].text, "特色小镇" in chosen[1].text] == [True, True]


def test_each_side_of_a_wording_is_shown_from_its_own_plan(two: Library) -> None:
    draft = compose(gathered(two, "桐乡和平湖各自说的全链条孵化体系，环节有啥不同？"))
    assert draft.status is AnswerStatus.ANSWERED
    assert [claim.text[:3] for claim in draft.claims[:1]] == ["桐乡："]
    assert "平湖：" in said(draft)
    assert any("特色小镇" in words for words in quoted(draft, two))


def test_a_side_that_does_not_say_is_named(two: Library) -> None:
    draft = compose(gathered(two, "“教授下田、农户点单”的选派模式，桐乡和平湖有什么不同？"))
    assert draft.status is AnswerStatus.PARTLY
    assert "平湖：已加载的文本没有给出" in said(draft)


def test_where_no_side_says_anything_there_is_no_answer(two: Library) -> None:
    evidence = gathered(two, "桐乡和平湖的跨海大桥收费标准有什么不同？")
    assert answering_each_other([evidence.within(scope) for scope in evidence.query.scopes]) == [None, None]
    assert compose(evidence).status is AnswerStatus.NOT_IN_PLANS


def test_regions_without_a_sentence_are_no_draft(two: Library) -> None:
    evidence = gathered(two, "桐乡和平湖的跨海大桥收费标准有什么不同？")
    assert side_by_side(evidence, lambda within, **_: compose(within)) is None


def test_what_was_read_of_one_place_only_stands_beside_a_sentence_of_the_other(tmp_path: Path) -> None:
    one = "# 桐乡市规划\n\n| 指标 | 单位 | 2025年 |\n|---|---|---|\n| 孵化载体 | 家 | 16 |\n"
    other = "# 平湖市科技创新规划\n\n## 一、目标\n\n到2025年，各类孵化载体要有11个（国家级3个）。\n"
    with over(tmp_path, 桐乡=one, 平湖=other) as library:
        text = said(over_regions(gathered(library, "桐乡和平湖2025年孵化载体分别多少")))
    assert "16家" in text
    assert "平湖：" in text
