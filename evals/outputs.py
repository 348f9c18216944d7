"""Answers as they are printed: one JSON object a line, by this assistant or by any other that keeps to the contract.

Only `id` and `text` are needed; what a system does not give (citations, passages, calculations) is not scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.errors import RunError


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class Cited(_Lenient):
    """A citation: `start` and `end` count characters of the plan's text."""

    n: int = 0
    plan: str = ""
    plan_id: str = ""
    file: str = ""
    heading: tuple[str, ...] = ()
    page: int | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    kind: str = "text"


class Shown(_Lenient):
    """A passage that was put before the composer."""

    text: str
    plan_id: str = ""
    heading: tuple[str, ...] = ()
    score: float = 0.0


class Calculated(_Lenient):
    """A stated calculation; `operands` are citation numbers."""

    expression: str
    result: str
    unit: str = ""
    operands: tuple[int, ...] = Field((), alias="from")


class Warned(_Lenient):
    """Something the reader is told beside the answer."""

    kind: str = ""
    text: str = ""


class Output(_Lenient):
    """One answer. `elapsed_ms` is the wall time that the question took, where it was measured; `asked` the digest of
    what was asked; `error` what went wrong where no answer came.
    """

    id: str
    question: str = ""
    standalone_question: str = ""
    status: str = ""
    text: str
    citations: tuple[Cited, ...] = ()
    passages: tuple[Shown, ...] = ()
    indicators: tuple[dict[str, object], ...] = ()
    calculations: tuple[Calculated, ...] = ()
    warnings: tuple[Warned, ...] = ()
    understood: dict[str, object] = {}
    engine: str = ""
    timings_ms: dict[str, float] = {}
    elapsed_ms: float | None = None
    asked: str = ""
    error: str = ""


def read(path: Path) -> dict[str, Output]:
    """The answers of a file by their question's id; the last one counts. A torn last line is left out.

    Raises RunError where the file cannot be read or another line is no answer.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(f"读不了回答文件 {path}。") from error
    return {output.id: output for output in _parsed(lines, path)}


def _parsed(lines: list[str], path: Path) -> Iterable[Output]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Output.model_validate_json(line)
        except ValidationError as error:
            if number == len(lines) and not line.endswith("\n"):
                return
            raise RunError(f"回答文件 {path} 第 {number} 行不是一条回答。") from error
