from __future__ import annotations

import pytest

from assistant.questions import Intent, Query
from assistant.understanding.turns import TURNS, goes_back
from tests.assistant.understanding.test_understand import TARGET, query

LOAN = Query("南湖的奖励贷跟哪家银行合作", Intent.VALUE, "")
LIST = Query("嘉兴的企业白名单是怎么回事", Intent.DEFINITION, "")


@pytest.mark.parametrize("text", ["前面说的那个奖励贷，每家多少", "再说回奖励贷，每家多少", "回到那个奖励贷"])
def test_an_utterance_goes_back_to_what_it_shares_more_words_with(text: str) -> None:
    assert goes_back(text, "奖励贷 每家", LOAN, LIST)
    assert not goes_back(text, "白名单", LOAN, LIST)
    assert not goes_back("那个奖励贷每家多少", "奖励贷 每家", LOAN, LIST)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("先不说南湖了，嘉兴有多少家", "嘉兴有多少家"),
        ("不是问嘉兴，是问南湖2027年的", "南湖2027年的"),
        ("不是所有企业都能申请吧", "不是所有企业都能申请吧"),
    ],
)
def test_what_leaves_a_subject_or_puts_it_right_is_no_question(text: str, rest: str) -> None:
    assert TURNS.sub("", text) == rest


def test_a_region_that_is_left_is_not_asked_about() -> None:
    asked = query("先不说南湖了，嘉兴2025年高新技术企业要多少家？", TARGET, "450家")
    assert [scope.name for scope in asked.scopes] == ["嘉兴"]


def test_a_correction_keeps_what_was_asked() -> None:
    asked = query("不是问南湖，是问嘉兴的", TARGET, "450家")
    assert [scope.name for scope in asked.scopes] == ["嘉兴"]
    assert "高新技术企业" in asked.focus
