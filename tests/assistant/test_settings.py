"""Settings of answering: each can be set from the environment, none to nonsense."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.settings import AnswerSettings, RankSettings


@pytest.mark.parametrize("name", RankSettings.model_fields)
def test_a_weight_is_read_from_its_variable_also_as_part_of_the_whole(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubled = getattr(RankSettings(), name) * 2
    monkeypatch.setenv(f"GUIWEN_RANK_{name.upper()}", str(doubled))
    assert getattr(RankSettings(), name) == doubled
    assert getattr(AnswerSettings().rank, name) == doubled


@pytest.mark.parametrize(("variable", "value"), [("GUIWEN_QUESTION_CHARS", "0"), ("GUIWEN_HISTORY_TURNS", "-1")])
def test_a_limit_that_leaves_nothing_to_answer_is_refused(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValidationError):
        AnswerSettings()


@pytest.mark.parametrize("name", [*RankSettings.model_fields, "question_chars", "history_turns", "typed"])
def test_a_setting_says_in_chinese_what_it_is(name: str) -> None:
    field = RankSettings.model_fields.get(name) or AnswerSettings.model_fields[name]
    assert any("一" <= character <= "龥" for character in field.description or "")
