from __future__ import annotations

import pytest

from assistant.understanding.stories import last_sentence, with_trade

STORY = "我们是做海水淡化膜的小厂，订单不少但厂房太小，想扩产又怕一下子租金压得喘不过气来，银行那边也一直没谈拢，愁人。"


@pytest.mark.parametrize(
    "asked", ["平湖的意见里对小厂扩产租赁厂房的租金有什么补贴？", "规划里有没有支持中小企业贷款的办法？"]
)
def test_what_a_long_story_asks_stands_in_its_last_sentence(asked: str) -> None:
    assert last_sentence(STORY + asked) == asked


@pytest.mark.parametrize(
    "text",
    [
        "平湖对租厂房有什么补贴？",  # no story
        f"{STORY}能用这些去申请什么补贴？",  # points back
        f"{STORY}对吗？平湖对租厂房有什么补贴？",  # two questions
        f"{STORY}有什么补贴？",  # says nothing by itself
        "",
    ],
)
def test_other_texts_are_asked_as_a_whole(text: str) -> None:
    assert last_sentence(text) == ""


def test_this_trade_is_the_one_told_before() -> None:
    assert (
        with_trade("我厂做阀门二十多年了，规划对这一行有说法吗？") == "我厂做阀门二十多年了，规划对阀门产业有说法吗？"
    )
    assert with_trade("我家做电缆的厂子，规划对这一行怎么说？") == "我家做电缆的厂子，规划对电缆产业怎么说？"
    assert with_trade("规划对我们这行有说法吗？") == "规划对我们这行有说法吗？"
