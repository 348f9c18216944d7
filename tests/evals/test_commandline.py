"""The commands and their arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.commandline import parser


def test_the_commands_of_the_contract_are_understood() -> None:
    asked = parser().parse_args(
        ["run", "--gold", "a.jsonl", "b.jsonl", "--store", "s", "--engine", "grounded", "--out", "o"]
    )
    assert asked.gold == [Path("a.jsonl"), Path("b.jsonl")]
    assert (asked.store, asked.engine, asked.out) == (Path("s"), "grounded", Path("o"))
    assert parser().parse_args(["bench", "--json"]).json


def test_a_sample_is_one_question_in_so_many() -> None:
    assert parser().parse_args(["ablate", "--every", "4"]).every == 4
    assert parser().parse_args(["run"]).every == 1


def test_a_sample_of_one_in_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["run", "--every", "0"])
    assert "--every 的值 0 不合要求" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["run", "ablate", "report", "compare", "gate", "check", "bench", "feedback"])
def test_every_command_explains_itself_in_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args([command, "--help"])
    assert left.value.code == 0
    assert "用法：" in capsys.readouterr().out


def test_wrong_usage_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["bake"])
    assert left.value.code == 2
    assert "命令有误" in capsys.readouterr().err
