"""Any OpenAI-compatible endpoint is spoken to; one that is down, slow, broken or malformed costs the model, not the
answer."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answers import Answer
from assistant.chain import Assistant
from assistant.errors import LlmNotConfigured, LlmNotInstalled
from assistant.model.endpoint import open_model
from assistant.questions import Question
from assistant.settings import LlmSettings
from assistant.writing.llm import open_writer
from ingest.library import Library
from tests.endpoints import Handler, serving

QUESTION = Question("南湖区2025年国家高新技术企业的目标是多少？")
TRUE = "南湖区2025年国家高新技术企业目标为450家。[1]\n"
BEGUN = "南湖区2025年国家高新技术企业"


def settings(url: str, **limits: float) -> LlmSettings:
    patient = {"first_seconds": 20, "gap_seconds": 20, "total_seconds": 60}
    return LlmSettings(url=url, model="m", key="secret-key", **{**patient, **limits})


def asked(library: Library, url: str, **limits: float) -> Answer:
    return Assistant(library, writer=open_writer(settings(url, **limits), Path("none"))).answer(QUESTION)


def check_fell_back(answer: Answer, library: Library, kind: str) -> None:
    grounded = Assistant(library).answer(QUESTION)
    assert (answer.text, answer.citations, answer.engine) == (grounded.text, grounded.citations, "grounded")
    assert [warning.kind for warning in answer.warnings] == [kind]


def test_an_endpoint_answers_word_by_word(library: Library) -> None:
    def answer(request: Handler) -> None:
        request.begin()
        for piece in TRUE:
            request.say(piece)
        request.end()

    with serving(answer) as endpoint:
        found = asked(library, endpoint.url)
    assert (found.engine, found.text) == ("llm", "南湖区2025年国家高新技术企业目标为450家[1]。")
    (request,) = endpoint.asked
    assert (request["path"], request["model"], request["stream"]) == ("/v1/chat/completions", "m", True)
    assert request["temperature"] == 0


def test_an_endpoint_that_is_down_is_told(library: Library) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
    check_fell_back(asked(library, url), library, "llm_unreachable")


def failing(status: int) -> Callable[[Handler], None]:
    def answer(request: Handler) -> None:
        request.begin(status, "application/json")
        request.raw('{"error": {"message": "secret-key <b>x</b>"}}')

    return answer


@pytest.mark.parametrize(("status", "tries"), [(500, 2), (503, 2), (429, 2), (401, 1), (404, 1), (400, 1)])
def test_an_error_is_told_and_tried_again_only_where_it_may_pass(library: Library, status: int, tries: int) -> None:
    with serving(failing(status)) as endpoint:
        answer = asked(library, endpoint.url)
    check_fell_back(answer, library, "llm_unreachable")
    assert len(endpoint.asked) == tries
    assert "secret-key" not in answer.warnings[0].text


def test_a_stream_that_stalls_is_given_up(library: Library) -> None:
    def answer(request: Handler) -> None:
        request.begin()
        request.say(BEGUN)
        request.endpoint.gone.wait()

    with serving(answer) as endpoint:
        check_fell_back(asked(library, endpoint.url, gap_seconds=0.05), library, "llm_too_slow")
    assert len(endpoint.asked) == 1


def test_signs_of_life_without_words_do_not_count(library: Library) -> None:
    def answer(request: Handler) -> None:
        request.begin()
        request.say(BEGUN)
        while not request.endpoint.gone.wait(0.005):
            request.raw(": ping\n\n")
            request.say("")

    with serving(answer) as endpoint:
        check_fell_back(asked(library, endpoint.url, gap_seconds=0.1), library, "llm_too_slow")


def broken_json(request: Handler) -> None:
    request.begin()
    request.raw("data: {not json\n\n")
    request.end()


def another_thing(request: Handler) -> None:
    request.begin()
    request.raw('data: {"choices": "none", "object": 3}\n\n')
    request.end()


def a_page(request: Handler) -> None:
    request.begin(200, "text/html")
    request.raw("<html>登录</html>")


def nothing(request: Handler) -> None:
    request.begin()
    request.end()


@pytest.mark.parametrize("answer", [broken_json, another_thing, a_page, nothing])
def test_what_is_no_chat_completion_is_told(library: Library, answer: Callable[[Handler], None]) -> None:
    with serving(answer) as endpoint:
        check_fell_back(asked(library, endpoint.url), library, "llm_malformed")


def test_a_connection_that_is_cut_is_told(library: Library) -> None:
    def answer(request: Handler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.send_header("Content-Length", "100000")
        request.end_headers()
        request.say(BEGUN)

    with serving(answer) as endpoint:
        check_fell_back(asked(library, endpoint.url), library, "llm_unreachable")


@pytest.mark.parametrize("given", [{}, {"url": "http://127.0.0.1:1/v1"}, {"model": "m"}])
def test_without_an_endpoint_the_reader_is_told_what_to_set(given: dict[str, str]) -> None:
    with pytest.raises(LlmNotConfigured, match="GUIWEN_LLM_URL.*LLM=local") as error:
        open_model(LlmSettings(**given), Path("none"))
    assert "\n" not in str(error.value)


def test_a_local_model_that_is_not_here_names_the_command_that_brings_it(tmp_path: Path) -> None:
    with pytest.raises(LlmNotInstalled, match="make llm"):
        open_model(LlmSettings(source="local"), tmp_path)


def test_a_key_is_not_written_out() -> None:
    assert "secret-key" not in repr(settings("http://127.0.0.1:1/v1"))
    assert "secret-key" not in settings("http://127.0.0.1:1/v1").model_dump_json()
