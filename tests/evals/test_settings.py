from __future__ import annotations

import pytest

from assistant.settings import LlmSettings
from evals.settings import JudgeSettings


def test_the_judge_is_named_apart_from_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIWEN_LLM_MODEL", "answers")
    monkeypatch.setenv("GUIWEN_JUDGE_MODEL", "judges")
    monkeypatch.setenv("GUIWEN_JUDGE_URL", "http://127.0.0.1:1/v1")
    assert (JudgeSettings().called, JudgeSettings().url) == ("judges", "http://127.0.0.1:1/v1")


def test_the_local_model_may_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUDGE", "local")
    assert (JudgeSettings().source, JudgeSettings().called) == ("local", "local")


def test_no_reader_waits_for_an_opinion() -> None:
    assert JudgeSettings().first_seconds > LlmSettings().first_seconds
