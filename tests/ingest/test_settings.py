"""Settings of reading and storing: each can be set from the environment, none to nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from ingest.errors import WrongSetting
from ingest.settings import IngestSettings, from_environment

SHARED = {"embedding_model": "EMBEDDING_MODEL", "chroma_url": "CHROMA_URL"}


@pytest.mark.parametrize("name", IngestSettings.model_fields)
def test_a_setting_is_read_from_its_variable(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    default = getattr(IngestSettings(), name)
    other = default * 2 if isinstance(default, int | float) else type(default)("/elsewhere")
    monkeypatch.setenv(SHARED.get(name, f"GUIWEN_{name.upper()}"), str(other))
    assert getattr(IngestSettings(), name) == other


def test_a_setting_can_be_given_by_its_own_name() -> None:
    assert IngestSettings(embedding_model="hashing", store=Path("elsewhere")).embedding_model == "hashing"


@pytest.mark.parametrize("name", ["embedding_batch", "passage_chars", "max_file_mb", "max_pages", "parse_seconds"])
def test_a_limit_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        IngestSettings(**{name: 0})


@pytest.mark.parametrize("name", IngestSettings.model_fields)
def test_a_setting_says_in_chinese_what_it_is(name: str) -> None:
    assert any("一" <= character <= "龥" for character in IngestSettings.model_fields[name].description or "")


def test_what_cannot_be_a_setting_is_named_with_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIWEN_MAX_PAGES", "很多")
    monkeypatch.setenv("GUIWEN_MAX_CHARS", "1")
    with pytest.raises(
        WrongSetting, match="^环境变量设置有误：GUIWEN_MAX_PAGES 不能是 很多；GUIWEN_MAX_CHARS 不能是 1。$"
    ):
        from_environment(IngestSettings)
