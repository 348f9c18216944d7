"""有用 / 没用: which answers were given lately, and what visitors thought of them, one JSON line each in a file.

The page sends an answer's key, a verdict and a note; the answer itself is taken from what this process remembers, so
that nobody can put words into it. `python -m evals feedback` makes gold candidates of the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Answer
from assistant.questions import Question
from assistant.web.contracts import Answerer
from assistant.web.errors import FeedbackRefused
from assistant.words import present_answer, present_web

FILE = "feedback.jsonl"
NOTE_CHARS = 500
_ANSWERS_KEPT = 500
_TURNS_KEPT = 8
_VERDICTS_EACH = 20
_LEFT_OUT = ("id", "passages", "indicators", "timings_ms")


class Rating(BaseModel):
    """What the page sends: `key` names the answer, `visitor` the opened page, so that a later word replaces its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(pattern=r"^[0-9a-f]{32}$")
    visitor: str = Field(pattern=r"^[0-9a-f]{32}$")
    verdict: Literal["useful", "useless"]
    note: str = Field("", max_length=NOTE_CHARS)


def key_of(answer: Answer) -> str:
    """The name of an answer between page and server: made of what was asked and what was said."""
    said = [*(turn.content for turn in answer.question.history), answer.question.text, answer.text]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


class Feedback:
    """An Answerer that remembers the answers of another, and writes down what is thought of them. For many threads."""

    def __init__(self, answerer: Answerer, file: Path, most_bytes: int) -> None:
        self._answerer = answerer
        self._file = file
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._taken: dict[str, int] = {}

    def stream(self, question: Question) -> Iterator[Answer]:
        """The other's answers as they come; the last one is remembered before it can be rated."""
        last: Answer | None = None
        for last in self._answerer.stream(question):
            yield last
        if last is not None:
            self._remember(last)

    def take(self, rating: Rating) -> None:
        """Write a rating down; FeedbackRefused says why that cannot be."""
        with self._lock:
            answer = self._answers.get(rating.key)
            if answer is None:
                raise FeedbackRefused(present_web.FEEDBACK_GONE)
            taken = self._taken.get(rating.key, 0)
            line = _line(rating, answer)
            if taken >= _VERDICTS_EACH or self._size() + len(line) > self._most_bytes:
                raise FeedbackRefused(present_web.FEEDBACK_FULL)
            try:
                _append(self._file, line)
            except OSError as error:
                raise FeedbackRefused(present_web.FEEDBACK_FAILED) from error
            self._taken[rating.key] = taken + 1

    def _remember(self, answer: Answer) -> None:
        key = key_of(answer)
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            while len(self._answers) > _ANSWERS_KEPT:
                gone, _ = self._answers.popitem(last=False)
                self._taken.pop(gone, None)

    def _size(self) -> int:
        return self._file.stat().st_size if self._file.is_file() else 0


def _line(rating: Rating, answer: Answer) -> bytes:
    record = {
        "id": hashlib.sha256(f"{rating.key}{rating.visitor}".encode()).hexdigest()[:16],
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "verdict": rating.verdict,
        "note": rating.note.strip(),
        "question": answer.question.text,
        "history": [{"role": one.role, "content": one.content} for one in answer.question.history[-_TURNS_KEPT:]],
        "answer": {name: value for name, value in present_answer.to_json(answer).items() if name not in _LEFT_OUT},
    }
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _append(file: Path, line: bytes) -> None:
    """In one write, so that the lines of two processes do not mix; what was cut off spoils no line after it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if os.write(opened, line) < len(line):
            os.write(opened, b"\n")
            raise OSError("the line was cut off")
    finally:
        os.close(opened)
