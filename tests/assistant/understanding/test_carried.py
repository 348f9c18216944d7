from __future__ import annotations

from assistant.questions import Intent
from assistant.understanding.carried import with_earlier
from tests.assistant.understanding.test_understand import TARGET, query

DUTY = "“（三）奖励企业”由区科技局牵头，其他责任单位：区税务局、区财政局、区经信局[1]"


def names(text: str, *history: str) -> list[str]:
    return [scope.name for scope in query(text, *history).scopes]


def test_years_ago_count_back_from_the_last_year() -> None:
    assert with_earlier(("2020", "2025"), "两年前") == ("2020", "2025", "2023")
    assert with_earlier((), "五年前") == ()
    assert with_earlier(("2025",), "目标") == ("2025",)


def test_our_district_is_the_one_that_was_spoken_of() -> None:
    assert names("我们区科技型中小企业有多少家？", TARGET, "450家") == ["南湖区"]
    assert names("我们区科技型中小企业有多少家？") == ["南湖", "秀洲"]


def test_a_place_that_is_not_loaded_stays_the_one_spoken_of() -> None:
    assert query("它上一年呢？", "海宁2020年高新技术企业多少家？", "420家").outside == ("海宁",)


def test_when_is_not_asked_of_who() -> None:
    asked = query("什么时候完成？", "秀洲奖励高新技术企业由谁牵头？", DUTY)
    assert asked.intent is Intent.TASK
    assert "高新技术企业" in asked.focus


def test_two_sides_are_set_in_the_order_of_the_words() -> None:
    both = "南湖和嘉兴2025年高新技术企业目标各多少？"
    assert names("后者是前者的几倍？", both, "450家，5000家") == ["嘉兴", "南湖"]
    assert names("前者是后者的几倍？", both, "450家，5000家") == ["南湖", "嘉兴"]
