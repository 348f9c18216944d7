from __future__ import annotations

import pytest

from assistant.questions import Intent
from tests.assistant.understanding.test_understand import TARGET, query

TASKS = "共3项：\n（一）壮大创新主体[1]\n（二）搭建创新平台[2]\n（三）集聚创新人才[3]"
LISTED = ("南湖区有哪三大重点任务？", TASKS)
DUTY = "“（三）奖励企业”由区科技局牵头，其他责任单位：区税务局、区财政局、区经信局[1]"


def names(text: str, *history: str) -> list[str]:
    return [scope.name for scope in query(text, *history).scopes]


@pytest.mark.parametrize(
    ("text", "topic", "intent"),
    [
        ("第二条谁牵头？", "搭建创新平台", Intent.RESPONSIBLE),
        ("第三个呢？", "集聚创新人才", Intent.TASK),
        ("最后一个是什么？", "集聚创新人才", Intent.TASK),
        ("第一条有哪些配合单位", "壮大创新主体", Intent.RESPONSIBLE),
    ],
)
def test_an_item_is_asked_of_as_the_words_say(text: str, topic: str, intent: Intent) -> None:
    asked = query(text, *LISTED)
    assert (asked.focus, asked.intent) == (topic, intent)


def test_items_asked_one_after_another_are_of_the_same_list() -> None:
    asked = query("那第三条呢？", *LISTED, "第二条谁牵头？", DUTY)
    assert (asked.focus, asked.intent) == ("集聚创新人才", Intent.RESPONSIBLE)


def test_articles_of_a_plan_follow_each_other_where_nothing_was_listed() -> None:
    asked = query("那第四条呢？", "秀洲的意见第三条谁牵头？", DUTY)
    assert (asked.item, asked.intent) == (4, Intent.RESPONSIBLE)


@pytest.mark.parametrize("text", ["两者差多少？", "差距多大", "谁更高？", "哪个高？", "相差多少", "那谁多？"])
def test_two_regions_that_were_asked_after_each_other_are_compared(text: str) -> None:
    assert set(names(text, TARGET, "450家", "那嘉兴呢？", "5000家")) == {"南湖区", "嘉兴"}


def test_two_regions_that_were_asked_together_stay_together() -> None:
    both = "南湖和嘉兴2025年高新技术企业目标各多少？"
    assert names("差距多大？", both, "450家，5000家") == ["南湖", "嘉兴"]


def test_a_change_over_years_is_no_comparison_of_regions() -> None:
    assert names("比2020年多多少？", TARGET, "450家", "那嘉兴呢？", "5000家") == ["嘉兴"]


@pytest.mark.parametrize("text", ["还有哪些责任单位？", "配合单位呢？", "牵头单位是哪个"])
def test_other_units_are_those_of_the_last_topic(text: str) -> None:
    asked = query(text, "南湖怎么推动企业上市？", "推动企业上市。")
    assert asked.intent is Intent.RESPONSIBLE
    assert "企业上市" in asked.focus


def test_the_same_is_asked_of_another_thing() -> None:
    asked = query("那有效发明专利呢？", TARGET, "450家")
    assert (asked.focus, asked.years, asked.intent) == ("有效发明专利", ("2025",), Intent.VALUE)
    assert not asked.wants_number
    assert "高新技术企业" not in asked.text


def test_how_the_years_were_asked_stays_with_another_thing() -> None:
    asked = query("技术交易额呢？", "南湖十三五高企从多少涨到多少", "从90家到212家")
    assert "从多少涨到" in asked.text


@pytest.mark.parametrize("text", ["增速呢？", "国家级的呢？", "现状呢？", "单位呢"])
def test_an_aspect_is_one_of_the_thing_before(text: str) -> None:
    assert "高新技术企业" in query(text, TARGET, "450家").focus


def test_a_goal_is_not_asked_of_another_year() -> None:
    assert "目标" not in query("那2020年呢？", TARGET, "450家").focus


def test_years_of_a_change_stay_for_the_next_calculation() -> None:
    asked = query("增长了百分之几？", TARGET, "450家", "比2020年多多少？", "多238家")
    assert set(asked.years) == {"2020", "2025"}


def test_a_kind_of_firm_is_another_thing_that_is_counted() -> None:
    asked = query("那科技型中小企业呢", TARGET, "450家")
    assert (asked.focus, asked.intent, asked.years) == ("科技型中小企业", Intent.VALUE, ("2025",))


def test_a_region_named_with_a_difference_is_set_beside_the_one_before() -> None:
    assert names("嘉兴同一年呢？差几家", TARGET, "450家") == ["嘉兴", "南湖区"]


def test_a_short_question_keeps_the_article_that_was_asked_about() -> None:
    asked = query("责任单位都有谁", "秀洲的意见第二条讲什么？", "强化人才队伍建设。")
    assert (asked.item, asked.intent) == (2, Intent.RESPONSIBLE)
    assert "第二条" in asked.text


def test_another_article_takes_the_place_of_the_one_before() -> None:
    asked = query("那第三条奖励企业的呢，谁牵头", "秀洲的意见第二条建设研发机构谁负责？", DUTY)
    assert "研发机构" not in asked.focus
    assert asked.item == 3


@pytest.mark.parametrize(
    ("text", "years"), [("现在呢", ()), ("那嘉兴呢？哪一年的目标？", ()), ("那嘉兴呢？", ("2025",))]
)
def test_a_year_is_not_kept_where_another_or_the_year_itself_is_asked(text: str, years: tuple[str, ...]) -> None:
    assert query(text, TARGET, "450家").years == years


def test_two_places_without_plans_that_were_asked_after_each_other_are_compared() -> None:
    asked = query("两个差多少", "2019年南湖研发经费多少亿", "19.6亿元", "桐乡呢", "54.6亿元")
    assert ([scope.name for scope in asked.scopes], asked.outside) == (["南湖"], ("桐乡",))


@pytest.mark.parametrize(("text", "item"), [("下一条谁牵头？", 4), ("后一条呢", 4)])
def test_the_next_article_is_the_one_after(text: str, item: int) -> None:
    assert query(text, "秀洲的意见第三条谁牵头？", DUTY).item == item
    assert query("下一步谁牵头？", "秀洲的意见第三条谁牵头？", DUTY).item != item


def test_this_article_is_the_one_that_the_answer_names() -> None:
    told = "在第（十一）条“深化协同”提出谋划建设创新社区。[1]"
    assert query("这一条的责任单位有哪些", "秀洲创新社区写在第几条？", told).item == 11
