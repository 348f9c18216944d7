from __future__ import annotations

import pytest

from assistant.understanding.lexicon import ABBREVIATIONS, ATTRIBUTES, FAINT, FILLER, expanded, headed, unabbreviated
from assistant.understanding.wording import asked_for


def test_filler_leaves_what_carries_meaning() -> None:
    assert FILLER.sub("", "请问南湖的技术交易额目标是多少呢") == "南湖的技术交易额目标"
    assert FILLER.sub("", "揭榜挂帅") == "揭榜挂帅"


@pytest.mark.parametrize(
    ("asked", "told"),
    [("贷款利率", "按LPR执行"), ("联系电话", "联系电话：略"), ("投资额", "总投资2亿元"), ("什么时候截止", "截至年底")],
)
def test_what_is_asked_by_name_is_told_by_name(asked: str, told: str) -> None:
    asks = [(a, t) for a, t in ATTRIBUTES if a.search(asked)]
    assert asks
    assert all(t.search(told) for _, t in asks)
    assert not any(t.search("到2025年，全区创新体系基本成型") for _, t in asks)


def test_everyday_words_stand_for_those_of_plans() -> None:

    def stands_for(text: str) -> str:
        return " ".join(words for pattern, words in ABBREVIATIONS if pattern.search(text))

    assert "国家高新技术企业" in stands_for("高企有多少")
    assert "科技型中小企业" in stands_for("科小有多少")
    assert "中期" in stands_for("实施到一半要不要做评估")
    assert stands_for("创新平台怎么建") == ""
    assert "高新技术企业" not in stands_for("国高新区")


def test_short_names_that_stand_for_words_of_plans_leave_nothing() -> None:
    assert unabbreviated("高企") == ""
    assert unabbreviated("高企 培育库") == "培育库"


def test_headings_have_everyday_names() -> None:
    assert "存在问题" in headed("有哪些短板")
    assert headed("有哪些企业") == ""


def test_carbon_goals_have_the_words_of_plans() -> None:
    assert "低碳" in expanded("双碳方面安排了什么")


def test_words_that_say_little_are_faint() -> None:
    assert "一个" in FAINT
    assert "孵化" not in FAINT


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("创新社区在哪条街道", "位于长河街道", "谋划建设创新社区"),
        ("航空大学哪一年开始招本科生", "2026年招收首批本科生", "加快航空大学建设"),
        ("推进难是为什么", "调整管理体系后，推进困难", "推进工作"),
    ],
)
def test_when_where_and_why_must_be_told(asked: str, told: str, untold: str) -> None:
    assert all(one.search(told) for one in asked_for(asked))
    assert not all(one.search(untold) for one in asked_for(asked))
