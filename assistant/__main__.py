"""`python -m assistant`: one question, or a batch of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError
from rich.console import Console
from rich.progress import track

from assistant.answers import Answer, AnswerStatus
from assistant.chain import Assistant
from assistant.questions import Question, Turn
from assistant.settings import AnswerSettings
from assistant.words import present, present_answer
from assistant.writing.writers import writer_of
from ingest.commandline import Parser, exit_code
from ingest.library import Library
from ingest.settings import IngestSettings, from_environment


class _TurnRow(BaseModel):
    role: str
    content: str


class _Row(BaseModel):
    """A row of a batch."""

    id: str = ""
    question: str
    history: list[_TurnRow] = []


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code: 0, or 1 where the question or the store is at fault, 2 for wrong usage."""
    parser = _parser()
    asked = parser.parse_args(argv)
    if (asked.question is None) == (asked.batch is None):
        parser.error(present.ASK_ONE)
    return exit_code(lambda: _run(asked), Console(stderr=True), present.INTERRUPTED)


def _parser() -> Parser:
    parser = Parser(prog="python -m assistant", description=present.ASK_DESCRIPTION)
    parser.add_argument("question", nargs="?", metavar="问题", help=present.ASK_QUESTION_HELP)
    parser.add_argument("--batch", type=Path, metavar="文件", help=present.ASK_BATCH_HELP)
    parser.add_argument("--json", action="store_true", help=present.ASK_JSON_HELP)
    parser.add_argument("--engine", choices=("grounded", "llm"), help=present.ASK_ENGINE_HELP)
    parser.add_argument("--store", type=Path, metavar="目录", help=present.ASK_STORE_HELP)
    return parser


def _run(asked: argparse.Namespace) -> int:
    settings, answering = from_environment(IngestSettings), from_environment(AnswerSettings)
    engine = asked.engine or answering.engine
    with Library.open(asked.store or settings.store, settings) as library:
        assistant = Assistant(library, answering, writer_of(engine, answering, settings))
        if asked.batch:
            return _batch(assistant, asked.batch)
        return _one(assistant, asked.question, as_json=asked.json)


def _one(assistant: Assistant, text: str, *, as_json: bool) -> int:
    answer = assistant.answer(Question(_readable(text)))
    if as_json:
        print(json.dumps(present_answer.to_json(answer), ensure_ascii=False))
    else:
        Console().print(present_answer.to_terminal(answer), markup=False, highlight=False)
    return _code(answer)


def _batch(assistant: Assistant, path: Path) -> int:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        print(present.batch_unreadable(path, error), file=sys.stderr)
        return 1
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            rows += [_Row.model_validate_json(line)] if line.strip() else []
        except ValidationError:
            print(present.batch_malformed(path, number), file=sys.stderr)
            return 1
    console = Console(stderr=True)
    for row in track(rows, description=present.ANSWERING, console=console, disable=not console.is_terminal):
        turns = tuple(Turn("user" if t.role == "user" else "assistant", _readable(t.content)) for t in row.history)
        answer = assistant.answer(Question(_readable(row.question), turns, row.id))
        print(json.dumps(present_answer.to_json(answer), ensure_ascii=False), flush=True)
    return 0


def _readable(text: str) -> str:
    """The text with "?" for what is no character (bytes of another encoding on the command line)."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _code(answer: Answer) -> int:
    return 1 if answer.status.startswith("error") or answer.status is AnswerStatus.NO_PLANS else 0


if __name__ == "__main__":
    sys.exit(main())
