from __future__ import annotations

import pytest

from assistant.questions import Intent
from tests.assistant.understanding.test_understand import TARGET, query

GRANT = ("南湖区企业上新三板奖多少？", "一次性奖励120万元。")
FUND = ("南湖区的创新基金规模多大？", "总规模10亿元。")


@pytest.mark.parametrize("text", ["公园数量呢？", "那森林面积呢", "社零的呢？", "社零和固投的呢", "第一产业增加值呢"])
def test_what_names_something_by_itself_is_another_topic(text: str) -> None:
    asked = query(text, TARGET, "450家")
    assert "高新技术企业" not in asked.focus
    assert (asked.intent, asked.years) == (Intent.VALUE, ("2025",))


@pytest.mark.parametrize("text", ["企业数量呢？", "省级的呢", "目标呢？"])
def test_an_aspect_is_of_the_topic_before(text: str) -> None:
    assert "高新技术企业" in query(text, TARGET, "450家").focus


def test_of_another_thing_the_same_payment_is_asked() -> None:
    asked = query("那主板呢？", *GRANT)
    assert (asked.focus, asked.dimension, asked.wants_number) == ("主板 奖励", "金额", True)


def test_what_was_asked_of_a_thing_is_dropped_where_something_else_is() -> None:
    assert "规模" not in query("它投哪些产业", *FUND).focus
    assert "创新基金" in query("它投哪些产业", *FUND).focus


def test_what_was_asked_of_the_plan_is_no_topic() -> None:
    asked = query("民宿奖励多少", "南湖区规划什么时候印发的？", "2021年9月3日")
    assert asked.focus == "民宿奖励"


@pytest.mark.parametrize("text", ["平均每年要加几家？", "要提高几个百分点", "升到第几了", "同一年呢"])
def test_calculating_with_what_was_said_names_nothing_of_its_own(text: str) -> None:
    assert "高新技术企业" in query(text, TARGET, "450家").focus


def test_something_asked_of_another_thing_is_not_asked_of_the_one_before() -> None:
    asked = query("云谷呢，定位是什么", "科创走廊要打造成什么？", "策源地")
    assert "云谷" in asked.focus
    assert "走廊" not in asked.focus


def test_of_another_place_the_place_before_is_no_topic() -> None:
    asked = query("那南湖呢？", "平湖2020年创新指数全省排第几？", "第3位")
    assert "平湖" not in asked.focus
    assert "创新指数" in asked.focus


def test_another_field_takes_the_place_of_the_one_before() -> None:
    asked = query("那生命健康领域呢？", "南湖人才计划对数字经济领域有什么目标？", "40名。")
    assert "人才计划" in asked.focus
    assert "生命健康领域" in asked.focus
    assert "数字经济" not in asked.focus


def test_an_article_of_its_own_is_another_topic() -> None:
    asked = query("那成果转化机制那条呢，责任单位有哪些", "秀洲推动企业上市那条谁负责？", "区金融办。")
    assert "成果转化机制" in asked.focus
    assert "企业上市" not in asked.focus


def test_of_another_thing_the_same_attribute_is_asked() -> None:
    assert query("那复合装饰材料的呢", "南湖区绿色照明产业有啥称号？", "光电基地。").focus == "复合装饰材料 称号"
    assert "目标" not in query("那科技型中小企业呢", TARGET, "450家").focus


def test_the_aims_of_another_thing_are_asked_for_where_those_of_the_one_were() -> None:
    asked = query("那生命健康呢", "南湖区专项引育计划里，数字经济的目标是多少？", "领军人才40名。")
    assert "专项引育计划里 生命健康的目标" in asked.focus


def test_another_field_may_be_named_without_the_word_for_it() -> None:
    field = ("南湖专项计划里数字经济领军人才要培育多少？", "400名")
    assert "生命健康领军人才" in query("那生命健康呢？", *field).focus
    assert "领军人才" not in query("那发明专利呢？", *field).focus


def test_an_item_may_be_pointed_at_as_that_one() -> None:
    asked = query("那招商那一条呢", "南湖中试基地建设归谁管", "区科技局牵头")
    assert (asked.focus, asked.intent) == ("招商", Intent.RESPONSIBLE)


def test_a_park_spoken_of_stays_where_a_number_of_it_is_asked_for() -> None:
    asked = query("国高企有多少家？", "东湖科技城在哪里？", "在市区东部。")
    assert "东湖科技城" in asked.focus
