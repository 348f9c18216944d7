from __future__ import annotations

from assistant.words import present_premise


def test_what_is_not_said_to_end_is_said_so_in_the_questions_word() -> None:
    assert present_premise.not_ended("取消") == "规划没有写“取消”，写的是："
