from __future__ import annotations

import pytest

from assistant.questions import Intent
from tests.assistant.understanding.test_understand import TARGET, query

TOLD = "450家"
ASKED_BACK = (
    "有3份规划写到这一内容，请问您问的是哪一份？（答名称、“第几个”或“都要”）：\n南湖区[1]\n嘉兴市[2]\n秀洲区[3]"
)
OPEN = "国家高新技术企业的目标是多少？"


@pytest.mark.parametrize("text", ["还有吗？", "还有呢", "还有别的吗", "那还有什么？", "除了这些还有吗"])
def test_more_is_asked_beyond_the_last_answer(text: str) -> None:
    asked = query(text, TARGET, TOLD)
    assert (asked.shown, asked.focus, asked.carried) == (TOLD, query(TARGET).focus, True)


@pytest.mark.parametrize(
    "text", ["出处在哪？", "这个数的出处呢", "原文怎么写的", "哪份文件说的？", "在哪一章？", "这是哪里写的"]
)
def test_where_the_last_answer_stands_is_asked(text: str) -> None:
    asked = query(text, TARGET, TOLD)
    assert (asked.wants, asked.focus) == ("sources", query(TARGET).focus)


@pytest.mark.parametrize("text", ["科创引导基金的资金来源是什么", "还有哪些责任单位", "文件依据是什么"])
def test_a_question_of_its_own_is_no_recall(text: str) -> None:
    asked = query(text, TARGET, TOLD)
    assert (asked.wants, asked.shown) == ("", "")


@pytest.mark.parametrize("text", ["是多少来着？", "单位是什么", "再说一遍"])
def test_the_last_question_is_asked_again(text: str) -> None:
    asked = query(text, TARGET, TOLD)
    assert (asked.intent, asked.focus, asked.years) == (Intent.VALUE, query(TARGET).focus, ("2025",))


@pytest.mark.parametrize(
    ("text", "plans"), [("秀洲", ("x",)), ("第二个", ("j",)), ("最后一个", ("x",)), ("南湖区的", ("n",))]
)
def test_what_was_asked_back_is_chosen_by_name_or_by_place(text: str, plans: tuple[str, ...]) -> None:
    asked = query(text, OPEN, ASKED_BACK)
    assert asked.plan_ids == plans
    assert (asked.focus, asked.intent) == (query(OPEN).focus, Intent.VALUE)


def test_all_that_was_asked_back_may_be_chosen() -> None:
    assert query("都要", OPEN, ASKED_BACK).wants == "every"
    assert query("都列出来", OPEN, TOLD).wants == "every"
    assert query("都有哪些扶持", OPEN, TOLD).wants == ""


def test_what_was_shown_before_stays_shown() -> None:
    assert query("还有吗", TARGET, TOLD, "还有吗", "620家").shown == f"{TOLD}\n620家"


@pytest.mark.parametrize("text", ["第几条说的？", "这是第几条"])
def test_which_article_says_it_is_where_it_stands(text: str) -> None:
    assert query(text, TARGET, TOLD).wants == "sources"
