from __future__ import annotations

import os

import assistant.web


def test_gradio_reports_nothing_about_its_use() -> None:
    assert assistant.web.__name__
    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
