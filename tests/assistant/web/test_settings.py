from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.web.settings import WebSettings


def test_the_page_is_for_this_machine_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (WebSettings().host, WebSettings().port) == ("127.0.0.1", 7860)
    monkeypatch.setenv("GUIWEN_WEB_HOST", "0.0.0.0")
    assert WebSettings().host == "0.0.0.0"


def test_an_impossible_port_is_refused() -> None:
    with pytest.raises(ValidationError):
        WebSettings(port=70_000)
