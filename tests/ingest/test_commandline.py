"""Help and errors of the command line are Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.console import Console

from ingest.commandline import FAILED, INTERRUPTED, Parser, exit_code, translated
from ingest.errors import StoreBusy


def parser() -> Parser:
    top = Parser(prog="试", description="说明。")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令", parser_class=Parser)
    show = commands.add_parser("show", help="列出")
    show.add_argument("kind", choices=("plans", "measures"), metavar="类别", help="哪一类")
    show.add_argument("--number", type=int, metavar="数")
    return top


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "命令有误：缺少参数：命令。"),
        (["show"], "命令有误：缺少参数：类别。"),
        (["show", "x"], "命令有误：类别 不能是 x，可选：plans、measures。"),
        (["show", "plans", "--nonsense"], "命令有误：不认识的参数：--nonsense。"),
        (["show", "plans", "--number"], "命令有误：--number 需要一个值。"),
        (["show", "plans", "--number", "三"], "命令有误：--number 的值 三 不合要求。"),
        (["nonsense"], "命令有误：命令 不能是 nonsense，可选：show。"),
    ],
)
def test_a_mistake_is_one_chinese_sentence_and_exit_code_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(arguments)
    usage, *_, said = capsys.readouterr().err.splitlines()
    assert (left.value.code, said) == (2, sentence)
    assert usage.startswith("用法：试")


@pytest.mark.parametrize("arguments", [["-h"], ["show", "--help"]])
def test_help_has_no_english_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(arguments)
    text = capsys.readouterr().out
    assert left.value.code == 0
    assert text.startswith("用法：")
    assert not re.search(r"usage|options|arguments|show this", text)


def test_an_unknown_error_is_passed_on() -> None:
    assert translated("something new") == "something new"


def raising(error: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise error

    return command


@pytest.mark.parametrize(
    ("command", "code", "sentence"),
    [
        (lambda: 3, 3, ""),
        (raising(StoreBusy("知识库 [甲] 正忙。")), FAILED, "知识库 [甲] 正忙。\n"),
        (raising(KeyboardInterrupt()), INTERRUPTED, "已中断。\n"),
    ],
)
def test_every_ending_of_a_command_has_its_code_and_its_sentence(
    command: Callable[[], int], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(command, Console(stderr=True), "已中断。") == code
    assert capsys.readouterr().err == sentence
