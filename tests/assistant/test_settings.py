"""Settings of answering: each can be set from the environment, none to nonsense."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.settings import AnswerSettings, LlmSettings, RankSettings
from ingest.errors import WrongSetting
from ingest.settings import from_environment


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


@pytest.mark.parametrize(("variable", "value"), [("LLM", "cloud"), ("GUIWEN_LLM_GAP_SECONDS", "0")])
def test_a_language_model_that_cannot_be_is_refused(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(WrongSetting, match=f"{variable} 不能是 {value}"):
        from_environment(LlmSettings)


def test_the_language_model_is_read_from_its_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("LLM", "local"), ("GUIWEN_LLM_URL", "http://a/v1"), ("GUIWEN_LLM_KEY", "geheim")):
        monkeypatch.setenv(name, value)
    found = AnswerSettings().llm
    assert (found.source, found.url, found.key.get_secret_value()) == ("local", "http://a/v1", "geheim")


@pytest.mark.parametrize(
    "name",
    [*RankSettings.model_fields, *LlmSettings.model_fields, "question_chars", "history_turns", "engine", "typed"],
)
def test_a_setting_says_in_chinese_what_it_is(name: str) -> None:
    fields = AnswerSettings.model_fields | LlmSettings.model_fields | RankSettings.model_fields
    field = fields[name]
    assert any("一" <= character <= "龥" for character in field.description or "")
