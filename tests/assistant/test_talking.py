"""Conversations and stories: what is asked is understood from them, and what a plan does not say is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from tests.assistant.gathering import over
from tests.assistant.small_library import ask
from tests.assistant.talking import TONGXIANG


@pytest.fixture(scope="module")
def tongxiang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("tongxiang"), 桐乡=TONGXIANG) as library:
        yield Assistant(library)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("我去年在桐乡开了个小药材加工厂，今年刚过规上，想问问能拿啥钱？", "6万元"),
        ("我想在桐乡村里搞民宿，有补贴没？", "3000元"),
        ("桐乡民营企业上新三板奖多少？", "120万元"),
        ("桐乡的青桐计划给什么支持？", "启动资金"),
        ("桐乡的试点城市有哪些？", "平湖"),
    ],
)
def test_a_story_or_everyday_words_are_answered(tongxiang: Assistant, asked: str, told: str) -> None:
    answer = ask(tongxiang, asked)
    assert answer.status is AnswerStatus.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "桐乡企业评上专精特新小巨人奖多少？",
        "桐乡给大学生租房补贴多少？",
        "桐乡民宿的储能补贴多少钱？",
        "桐乡的民宿奖励每月发多少？",
        "为什么桐乡要支持民宿？",
        "民宿这块桐乡谁牵头？",
        "桐乡2035年城镇污水集中处理面积是多少平方公里？",
    ],
)
def test_what_the_plan_does_not_say_is_refused(tongxiang: Assistant, asked: str) -> None:
    assert ask(tongxiang, asked).status is AnswerStatus.NOT_IN_PLANS


@pytest.mark.parametrize(
    ("asked", "earlier", "told"),
    [
        ("那主板呢？", ("桐乡企业上新三板奖多少？",), "300万元"),
        ("封顶多少？", ("桐乡企业上新三板奖多少？",), "200万元"),
        ("谁来组织？", ("桐乡企业升规怎么支持？",), "市经信局"),
        ("新三板挂牌奖多少？", ("桐乡的政策什么时候印发的？",), "120万元"),
    ],
)
def test_a_follow_up_is_of_the_thing_spoken_of(
    tongxiang: Assistant, asked: str, earlier: tuple[str, ...], told: str
) -> None:
    answer = ask(tongxiang, asked, *earlier)
    assert answer.status is AnswerStatus.ANSWERED
    assert told in answer.text


def test_nobody_in_charge_is_made_up_for_a_follow_up(tongxiang: Assistant) -> None:
    assert ask(tongxiang, "谁负责？", "桐乡的民宿怎么奖励？").status is AnswerStatus.NOT_IN_PLANS
