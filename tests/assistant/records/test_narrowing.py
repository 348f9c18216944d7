from __future__ import annotations

from assistant.records.narrowing import narrower
from tests.assistant.records.test_fitting import indicator


def test_a_field_that_the_question_names_narrows_a_name() -> None:
    wide, digital = indicator("领军人才"), indicator("数字经济领军人才")
    assert narrower([wide, digital], "数字经济领域要培育多少领军人才") == [digital]
    assert narrower([wide, digital], "要培育多少领军人才") == [wide, digital]
