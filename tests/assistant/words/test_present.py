from __future__ import annotations

import pytest

from assistant.answers import AnswerStatus
from assistant.questions import Intent
from assistant.words import present
from ingest.plans import Section, Span

SPAN = Span(3, 9, 2)
SECTION = Section(1, 0, 1, "3.", "奖励企业", ("3.奖励企业",), SPAN, SPAN)


def test_who_leads_is_told_from_who_takes_part() -> None:
    units = ("区科技局", "区财政局")
    assert present.duty(SECTION, units, leads=True) == "“3.奖励企业”由区科技局牵头，其他责任单位：区财政局"
    assert "未列其他责任单位" in present.duty(SECTION, units[:1], leads=True)
    assert "未指明谁牵头" in present.duty(SECTION, units, leads=False)
    assert "没有标明责任单位" in present.no_duty(SECTION)


def test_a_draft_is_not_called_a_plan_in_force() -> None:
    assert "不是正式印发稿" in present.about("甲规划", "状态", "征求意见稿")
    assert "试行" in present.about("甲规划", "状态", "试行")
    assert present.about("甲规划", "发文机关", "某区人民政府") == "《甲规划》发文机关：某区人民政府"


@pytest.mark.parametrize(
    "status",
    [AnswerStatus.EMPTY_QUESTION, AnswerStatus.QUESTION_TOO_LONG, AnswerStatus.NO_PLANS, AnswerStatus.INTERNAL],
)
def test_a_question_that_is_not_looked_into_gets_one_sentence(status: AnswerStatus) -> None:
    said = present.refusal(status, 2000)
    assert said.endswith("。")
    assert said.count("。") == 1
    assert "{" not in said


def test_small_talk_and_unsafe_wishes_are_answered_in_role() -> None:
    assert set(present.IN_ROLE) == {Intent.SMALL_TALK, Intent.UNSAFE}


def test_leading_and_taking_part_are_told_apart() -> None:
    assert "牵头" in present.articles_of("区科技局", 3, "牵头")
    assert "牵头" not in present.articles_of("区科技局", 3, "")
    assert "3条" in present.articles_of("区科技局", 3, "")


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("条", "共18条"), ("章", "共18章"), ("专栏", "共18个专栏"), ("表", "共18个表"), ("部分", "共18个部分")],
)
def test_parts_are_counted_with_their_measure_word(kind: str, counted: str) -> None:
    assert counted in present.structure("甲规划", 18, kind)


def test_what_only_the_contents_list_names_is_said_to_be_there_only() -> None:
    assert "目录" in present.only_in_contents("甲规划", "重大工程")
    assert "无法回答" in present.only_in_contents("甲规划", "重大工程")
    assert "2项" in present.listed_in_contents("甲规划", "重大工程", 2)


def test_a_term_that_is_only_used_is_told_with_where_it_is_used() -> None:
    text = present.term_only("双进双促", "落实“双进双促”要求")
    assert "落实“双进双促”要求" in text
    assert "无法回答" in text


def test_heads_of_lists_say_what_is_listed() -> None:
    assert "6项" in present.most_relevant(6)
    assert present.articles_without("区科技局", 3).endswith("3条：")
    assert present.units(4) == "共4家单位："
