"""A command line that speaks Chinese: argparse with its own words replaced, and endings told in a sentence."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from typing import IO, NoReturn

from rich.console import Console

from ingest.errors import GuiwenError

DONE, FAILED, INTERRUPTED = 0, 1, 130

_ERRORS = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"\1 不能是 \2，可选：\3"),
    (r"argument (.+?): expected one argument", r"\1 需要一个值"),
    (r"argument (.+?): expected at least one argument", r"\1 至少需要一个值"),
    (r"argument (.+?): invalid \w+ value: '?(.*?)'?", r"\1 的值 \2 不合要求"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 不明确，可能是：\2"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能与 \2 同用"),
)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help and errors are Chinese; its subparsers are of the same kind."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **{**options, "add_help": False, "allow_abbrev": False})
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """The help text."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def print_usage(self, file: IO[str] | None = None) -> None:
        """Print the usage line."""
        (file or sys.stdout).write(self.format_usage())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments on stderr and leave with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"命令有误：{translated(message)}。\n")


def translated(message: str) -> str:
    """An error of argparse in Chinese; one that is not known stays as it is."""
    for pattern, words in _ERRORS:
        if found := re.fullmatch(pattern, message, re.S):
            return found.expand(words).replace("', '", "、").replace("'", "")
    return message


def exit_code(command: Callable[[], int], console: Console, interrupted: str) -> int:
    """Run a command to its exit code: its own, or FAILED with one sentence on the console where it raises GuiwenError.

    Ctrl-C says `interrupted` and gives INTERRUPTED. Who reads standard output may leave early (`… | head`): that is
    DONE.
    """
    try:
        return command()
    except GuiwenError as error:
        say(console, str(error))
        return FAILED
    except KeyboardInterrupt:
        say(console, interrupted)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def say(console: Console, sentence: str) -> None:
    """One sentence as it is: nothing in it is taken for markup, and no line end is put into it."""
    console.print(sentence, markup=False, highlight=False, soft_wrap=True)
