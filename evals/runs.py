"""A run on disk: a folder with what was asked, with which settings, what was answered, and how it was scored.

settings.json   what the answers depend on: engine, settings, plans, code; and the gold files that were scored
answers.jsonl   one answer a line, as the assistant prints it
scores.jsonl    one question with its score a line
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from evals import outputs
from evals.errors import RunError
from evals.metrics import Scored
from evals.outputs import Output

SETTINGS, ANSWERS, SCORES = "settings.json", "answers.jsonl", "scores.jsonl"
_ROWS = TypeAdapter(Scored)


class Digested(BaseModel):
    """A file and the SHA-256 of its bytes."""

    file: str
    digest: str


class Setup(BaseModel):
    """What the answers depend on. `content` digests what was made of the plans, `code` the program's own source."""

    engine: str
    changed: dict[str, str]
    answering: dict[str, Any]
    ingest: dict[str, Any]
    plans: list[Digested]
    content: str
    code: str
    python: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all of it: answers with another fingerprint are another system's."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


class Settings(BaseModel):
    """What stands beside the results; `labels` gives the gold files' labels of plans the titles of those plans."""

    name: str
    setup: Setup
    gold: list[Digested] = []
    labels: dict[str, str] = {}
    started: str = ""
    finished: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run, read back."""

    folder: Path
    settings: Settings
    rows: tuple[Scored, ...]
    answers: dict[str, Output]

    @property
    def name(self) -> str:
        return self.settings.name or self.folder.name

    @property
    def right(self) -> dict[str, bool]:
        """Which questions were answered rightly, by id."""
        return {row.case.id: row.right for row in self.rows}


def read_settings(folder: Path) -> Settings | None:
    """The settings beside the results, None where there are none yet; RunError where they cannot be read."""
    path = folder / SETTINGS
    if not path.is_file():
        return None
    try:
        return Settings.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{path} 不是评测设置文件。") from error


def read_run(folder: Path) -> Run:
    """A run with its scores; RunError where the folder does not hold a finished one."""
    settings = read_settings(folder)
    if settings is None or not (folder / SCORES).is_file():
        raise RunError(f"{folder} 里没有评完的结果，请先运行 python -m evals run --out {folder}。")
    try:
        lines = (folder / SCORES).read_text(encoding="utf-8").splitlines()
        rows = tuple(_ROWS.validate_json(line) for line in lines)
    except (OSError, ValidationError) as error:
        raise RunError(
            f"{folder / SCORES} 已损坏或来自别的版本，请重新评分：python -m evals run --out {folder}。"
        ) from error
    return Run(folder, settings, rows, outputs.read(folder / ANSWERS))


def write_settings(folder: Path, settings: Settings) -> None:
    """Put the settings beside the results."""
    _replace(folder / SETTINGS, settings.model_dump_json(indent=1))


def write_scores(folder: Path, rows: Iterable[Scored]) -> None:
    """Put the scores of a run in its folder, in place of older ones."""
    _replace(folder / SCORES, "".join(_ROWS.dump_json(row).decode() + "\n" for row in rows))


def put_lines(path: Path, rows: Iterable[BaseModel]) -> None:
    """Put rows in a file of a run, one JSON object a line, in place of older ones."""
    _replace(path, "".join(row.model_dump_json() + "\n" for row in rows))


def kept_answers(folder: Path) -> dict[str, Output]:
    """The answers that a folder holds already. A line that was being written when the run broke off is cut away."""
    path = folder / ANSWERS
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8", errors="replace")
    if text and not text.endswith("\n"):
        _replace(path, text[: text.rfind("\n") + 1])
    return outputs.read(path)


def take_answers(source: Path, folder: Path) -> None:
    """Put a file of answers in a folder, as they are; RunError where it holds none."""
    outputs.read(source)
    _replace(folder / ANSWERS, source.read_text(encoding="utf-8"))


def latest(folder: Path) -> Path:
    """The run that was scored last, among those in a folder; RunError where there is none."""
    runs = sorted(folder.glob(f"*/{SCORES}"), key=lambda path: path.stat().st_mtime)
    if not runs:
        raise RunError(f"{folder} 里还没有评测结果，请先运行 python -m evals run。")
    return runs[-1].parent


def digest_of(paths: Sequence[Path]) -> str:
    """SHA-256 over the names and bytes of some files."""
    found = hashlib.sha256()
    for path in paths:
        found.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()


def line_of(record: dict[str, Any]) -> str:
    """A record as one line of a JSONL file."""
    return json.dumps(record, ensure_ascii=False) + "\n"


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".part")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
