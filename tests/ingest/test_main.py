"""The command line: add, show, remove, with exit codes and sentences."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.library.lock import StoreLock
from tests.sources import ROOT

TEXT = "青山区科技规划\n一、总体要求\n到2025年，高新技术企业达到600家以上。\n二、重点任务\n建设科技大走廊西段节点。\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, "utf-8")
    (made / "b.md").write_text("# 绿水区数字规划\n\n## 目标\n\n培育龙头企业100家。\n", "utf-8")
    return made


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command over a store of its own; gives exit code, stdout and stderr."""
    monkeypatch.setenv("EMBEDDING_MODEL", "hashing")
    monkeypatch.setenv("GUIWEN_STORE", str(tmp_path / "store"))

    def command(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command


def shown(run: Run, kind: str, *options: str) -> list[dict]:
    code, out, _ = run("show", kind, "--format", "jsonl", *options)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_what_was_added_is_shown_and_adding_again_changes_nothing(run: Run, folder: Path) -> None:
    code, out, err = run("add", folder)
    assert (code, "青山区科技规划" in out, "绿水区数字规划" in out) == (0, True, True)
    assert "新入库 2，更新 0，已是最新 0，未入库 0。" in err
    plans = shown(run, "plans")
    assert [plan["file"] for plan in plans] == ["a.txt", "b.md"]
    code, _, err = run("add", folder)
    assert (code, "已是最新 2" in err) == (0, True)
    assert shown(run, "plans") == plans


def test_bad_files_are_named_with_their_sentence_and_exit_code_1(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, _, err = run("add", folder)
    assert code == 1
    assert "新入库 2，更新 0，已是最新 0，未入库 1。" in err
    assert "「empty.txt」是空文件" in err
    assert "格式不支持、已略过：photo.png。" in err
    assert len(shown(run, "plans")) == 2


def test_a_path_that_is_not_there_is_reported(run: Run, tmp_path: Path) -> None:
    code, out, err = run("add", tmp_path / "nothing.txt")
    assert (code, out) == (1, "")
    assert "找不到「nothing.txt」" in err


@pytest.mark.parametrize("kind", ["plans", "passages", "indicators", "measures", "conflicts"])
def test_every_kind_is_shown_in_every_format(run: Run, folder: Path, kind: str) -> None:
    run("add", folder)
    rows = shown(run, kind)
    code, out, _ = run("show", kind, "--format", "csv")
    assert (code, len(list(csv.DictReader(io.StringIO(out))))) == (0, len(rows))
    code, out, _ = run("show", kind)
    assert (code, bool(out)) == (0, True)


def test_passages_can_be_shown_of_one_plan(run: Run, folder: Path) -> None:
    run("add", folder)
    first = shown(run, "plans")[0]["id"]
    assert {row["plan_id"] for row in shown(run, "passages")} > {first}
    assert {row["plan_id"] for row in shown(run, "passages", "--plan", first)} == {first}
    code, out, err = run("show", "passages", "--plan", "zzz")
    assert (code, out, err) == (1, "", "知识库里没有编号为 zzz 的规划。\n")


def test_removed_plans_are_gone_and_unknown_ones_are_reported(run: Run, folder: Path) -> None:
    run("add", folder)
    first, second = (plan["id"] for plan in shown(run, "plans"))
    code, _, err = run("remove", "zzz", first)
    assert code == 1
    assert err == f"知识库里没有编号为 zzz 的规划。\n已移除 {first}  青山区科技规划\n"
    assert [plan["id"] for plan in shown(run, "plans")] == [second]


def test_an_empty_library_says_what_to_do(run: Run) -> None:
    code, out, err = run("show", "plans")
    assert (code, out) == (0, "")
    assert "python -m ingest add" in err
    assert shown(run, "indicators") == []


def test_a_busy_store_is_one_sentence(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    other = StoreLock(tmp_path / "store", exclusive=True)
    code, out, err = run("add", folder)
    other.close()
    assert (code, out) == (1, "")
    assert err.startswith("另一个程序")


def test_a_wrong_setting_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIWEN_MAX_PAGES", "很多")
    code, _, err = run("show", "plans")
    assert (code, err) == (1, "环境变量设置有误：GUIWEN_MAX_PAGES 不能是 很多。\n")


def test_the_program_runs_as_a_process_and_survives_a_closed_pipe(tmp_path: Path, folder: Path) -> None:
    (folder / "long.txt").write_text(
        TEXT + "".join(f"第{i}条任务要求明确责任分工。\n" * 3 for i in range(3000)), "utf-8"
    )
    environment = {**os.environ, "EMBEDDING_MODEL": "hashing", "GUIWEN_STORE": str(tmp_path / "store")}
    command = [sys.executable, "-m", "ingest"]
    added = subprocess.run([*command, "add", str(folder)], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert added.returncode == 0, added.stderr
    listing = subprocess.Popen(
        [*command, "show", "passages", "--format", "jsonl"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert json.loads(listing.stdout.readline())["plan"]
    listing.stdout.close()
    assert listing.stderr.read() == ""
    listing.stderr.close()
    assert listing.wait() == 0
