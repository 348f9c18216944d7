"""The real local model, where `make llm` has brought it: it answers through the same endpoint and the same proofs."""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.errors import LlmNotInstalled
from assistant.model import gguf, local_model
from assistant.questions import Question
from assistant.settings import LlmSettings
from assistant.writing.llm import LlmWriter, open_writer
from ingest.library import Library

UNHURRIED = LlmSettings(source="local", threads=1, first_seconds=300, gap_seconds=120, total_seconds=600)


@pytest.fixture(scope="module")
def writer(local_models: Path) -> LlmWriter:
    """The writer over the local model, loaded once."""
    return open_writer(UNHURRIED, local_models)


@pytest.mark.parametrize(
    ("question", "said"),
    [("南湖区2025年国家高新技术企业的目标是多少？", "450家"), ("揭榜挂帅怎么推行？", "企业出题")],
)
def test_the_local_model_words_an_answer_that_is_proven(
    library: Library, writer: LlmWriter, question: str, said: str
) -> None:
    answer = Assistant(library, writer=writer).answer(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.text
    assert {warning.kind for warning in answer.warnings} <= {"llm_unproven", "llm_dropped", "llm_malformed"}
    assert answer.engine == "llm" or answer.warnings
    assert all(citation.quote in library.plan(citation.plan_id).text for citation in answer.citations)


def test_the_server_lets_no_one_in_without_its_key(local_models: Path, writer: LlmWriter) -> None:
    url, _ = local_model.serve(gguf.found(local_models), UNHURRIED.threads)
    assert url.startswith("http://127.0.0.1:")
    request = urllib.request.Request(f"{url}/chat/completions", b'{"messages": []}')
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    refused.value.close()
    assert refused.value.code == 401


def test_what_runs_the_model_is_asked_for_by_name_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(LlmNotInstalled, match="xllamacpp.*make llm"):
        local_model.serve(tmp_path / "none.gguf", 1)


def test_a_file_that_is_no_model_is_one_sentence(local_models: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.gguf").write_bytes(b"GGUF?")
    with pytest.raises(LlmNotInstalled, match="打不开.*make llm") as error:
        local_model.serve(tmp_path / "bad.gguf", 1)
    assert "\n" not in str(error.value)


def test_a_machines_proxy_is_not_asked_for_the_loopback(writer: LlmWriter) -> None:
    assert {"127.0.0.1"} <= {*os.environ["no_proxy"].split(",")} & {*os.environ["NO_PROXY"].split(",")}
