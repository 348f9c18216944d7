from __future__ import annotations

from assistant.records.narrowing import narrower, said_apart
from tests.assistant.records.test_fitting import indicator


def test_a_field_that_the_question_names_narrows_a_name() -> None:
    wide, digital = indicator("领军人才"), indicator("数字经济领军人才")
    assert narrower([wide, digital], "数字经济领域要培育多少领军人才") == [digital]
    assert narrower([wide, digital], "要培育多少领军人才") == [wide, digital]


def test_other_fields_are_left_out_with_the_wider_name() -> None:
    wide, digital, green = (indicator(name) for name in ("领军人才", "数字经济领军人才", "绿色能源领军人才"))
    assert narrower([wide, digital, green], "数字经济领域要培育多少领军人才") == [digital]
    assert narrower([digital, green], "要培育多少领军人才") == [digital, green]


def test_a_name_may_be_said_in_two_its_field_first() -> None:
    text = "绿色能源这块要培育多少领军人才"
    assert said_apart("绿色能源领军人才", text, text)
    assert not said_apart("数字经济领军人才", text, text)
    assert not said_apart("绿色能源领军人才", "创业团队多少个", text)  # another part of the question
    assert not said_apart("绿色能源领军人才", "绿色能源领军人才多少", "绿色能源领军人才多少")  # said whole
