"""The command line: one question, a batch, exit codes and sentences."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.__main__ import main
from ingest.library.lock import StoreLock
from tests.assistant.small_library import NANHU, small
from tests.endpoints import Handler, serving
from tests.sources import ROOT

TARGET = "南湖区2025年国家高新技术企业的目标是多少？"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the small plans, closed again."""
    place = tmp_path_factory.mktemp("asked") / "store"
    small(place).close()
    return place


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command over the store; gives exit code, stdout and stderr."""
    monkeypatch.setenv("EMBEDDING_MODEL", "hashing")
    monkeypatch.setenv("GUIWEN_STORE", str(store))
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command


def batch(tmp_path: Path, *rows: object) -> Path:
    file = tmp_path / "in.jsonl"
    file.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return file


def test_one_question_gets_its_answer_and_its_source(run: Run) -> None:
    code, out, err = run(TARGET)
    assert (code, err) == (0, "")
    assert "450家" in out
    assert f"[1] 《{NANHU}》" in out


def test_an_answer_may_be_had_as_json(run: Run) -> None:
    code, out, _ = run(TARGET, "--json")
    answer = json.loads(out)
    assert code == 0
    assert len(out.splitlines()) == 1
    assert (answer["status"], answer["citations"][0]["plan"]) == ("answered", NANHU)


def test_a_refusal_is_an_answer(run: Run) -> None:
    assert run("海盐县2025年国家高新技术企业目标是多少？")[0] == 0


@pytest.mark.parametrize("question", ["", "  ", "问" * 20_000])
def test_a_question_at_fault_is_told_and_fails(run: Run, question: str) -> None:
    code, out, _ = run(question)
    assert code == 1
    assert out.strip().endswith("。")
    assert len(out.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), (TARGET, "--batch", "in.jsonl")])
def test_exactly_one_of_question_and_batch_is_wanted(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(*arguments)
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (2, "")
    assert "命令有误" in err
    assert "--batch" in err


def test_a_batch_is_answered_line_by_line_with_its_history(run: Run, tmp_path: Path) -> None:
    history = [{"role": "user", "content": TARGET}, {"role": "assistant", "content": "450家"}]
    rows = ({"id": "a", "question": TARGET}, {"id": "b", "question": "那嘉兴呢？", "history": history})
    code, out, err = run("--batch", batch(tmp_path, rows[0], "", rows[1]))
    first, second = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert (first["id"], "450家" in first["text"]) == ("a", True)
    assert (second["id"], "5000家" in second["text"]) == ("b", True)


def test_a_question_at_fault_does_not_stop_a_batch(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("--batch", batch(tmp_path, {"question": ""}, {"question": TARGET}))
    assert code == 0
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["error_empty_question", "answered"]


@pytest.mark.parametrize(
    "row", ["no json", "[]", "{}", '{"question": 5}', '{"question": "问", "history": [{"role": "user"}]}']
)
def test_a_bad_line_of_a_batch_is_named_before_anything_is_answered(run: Run, tmp_path: Path, row: str) -> None:
    code, out, err = run("--batch", batch(tmp_path, {"question": TARGET}, row))
    assert (code, out) == (1, "")
    assert "第 2 行" in err
    assert len(err.strip().splitlines()) == 1


def test_a_batch_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes('{"question": "é"}'.encode("latin-1"))
    for file in (tmp_path / "gone.jsonl", tmp_path, latin):
        code, out, err = run("--batch", file)
        assert (code, out) == (1, "")
        assert str(file) in err


def test_bytes_that_are_no_text_are_asked_as_they_are(run: Run, tmp_path: Path) -> None:
    odd = os.fsdecode(b"\xff")
    assert run(f"{TARGET}{odd}")[0] == 0
    assert run("--batch", batch(tmp_path, '{"question": "\\ud800南湖"}'))[0] in (0, 1)


def test_an_empty_store_is_told_with_the_command_that_fills_it(run: Run, tmp_path: Path) -> None:
    code, out, _ = run(TARGET, "--store", tmp_path / "empty")
    assert code == 1
    assert "python -m ingest add" in out


def test_a_store_that_is_being_written_is_told(run: Run, store: Path) -> None:
    lock = StoreLock(store, exclusive=True)
    try:
        code, out, err = run(TARGET)
    finally:
        lock.close()
    assert (code, out) == (1, "")
    assert err.strip().endswith("。")


def test_the_engine_llm_without_a_model_is_one_sentence(run: Run) -> None:
    code, out, err = run(TARGET, "--engine", "llm")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "GUIWEN_LLM_URL" in err
    assert "make llm" in err


def test_the_engine_llm_answers_through_its_endpoint(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def say(request: Handler) -> None:
        request.begin()
        request.say("南湖区2025年国家高新技术企业目标为450家。[1]")
        request.end()

    with serving(say) as endpoint:
        monkeypatch.setenv("GUIWEN_LLM_URL", endpoint.url)
        monkeypatch.setenv("GUIWEN_LLM_MODEL", "m")
        monkeypatch.setenv("GUIWEN_LLM_FIRST_SECONDS", "60")
        worded = json.loads(run(TARGET, "--engine", "llm", "--json")[1])
        monkeypatch.setenv("GUIWEN_ENGINE", "llm")
        usual = json.loads(run(TARGET, "--json")[1])
        grounded = json.loads(run(TARGET, "--engine", "grounded", "--json")[1])
    assert [answer["engine"] for answer in (worded, usual, grounded)] == ["llm", "llm", "grounded"]
    assert worded["text"] == "南湖区2025年国家高新技术企业目标为450家[1]。"


@pytest.mark.parametrize("name", ["GUIWEN_MAX_PAGES", "GUIWEN_RANK_DEPTH", "GUIWEN_LLM_GAP_SECONDS"])
def test_a_wrong_setting_is_one_sentence(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "很多")
    assert run(TARGET) == (1, "", f"环境变量设置有误：{name} 不能是 很多。\n")


def test_it_runs_as_a_module(store: Path) -> None:
    env = {**os.environ, "EMBEDDING_MODEL": "hashing", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", TARGET, "--store", str(store), "--json"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout)["status"] == "answered"
    assert done.stderr == ""
