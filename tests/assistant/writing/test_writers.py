"""An engine is a writer, or none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.errors import LlmNotConfigured
from assistant.settings import AnswerSettings, LlmSettings
from assistant.writing.llm import LlmWriter
from assistant.writing.writers import writer_of
from ingest.settings import IngestSettings
from tests.sources import ROOT


def settings(**llm: str) -> AnswerSettings:
    return AnswerSettings(llm=LlmSettings(**llm))


def test_the_grounded_engine_has_no_writer() -> None:
    assert writer_of("grounded", settings(), IngestSettings()) is None


def test_the_engine_llm_writes_through_the_endpoint_of_the_settings() -> None:
    found = writer_of("llm", settings(url="http://127.0.0.1:1/v1", model="m"), IngestSettings())
    assert isinstance(found, LlmWriter)


def test_without_an_endpoint_the_engine_llm_is_refused() -> None:
    with pytest.raises(LlmNotConfigured):
        writer_of("llm", settings(), IngestSettings())


def test_the_grounded_engine_brings_in_no_client_of_a_model() -> None:
    code = "import sys, assistant.__main__; print({'openai', 'langchain_openai', 'xllamacpp'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
