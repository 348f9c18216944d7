"""Feedback from the app → gold candidates: what a person found wrong becomes a question with its sources filled in.

A candidate has no facts and no answer yet, and `check` says so until a person has put them in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.cases import Case, Said
from evals.errors import EvalError
from evals.outputs import Output
from evals.wording import folded

# What the assistant took a question for → the kind that a gold question of it would be.
_KINDS = {
    "value": "indicator",
    "list": "listing",
    "compare": "compare",
    "calculate": "calc",
    "responsible": "responsible",
    "task": "task",
    "definition": "definition",
    "yes_no": "yesno",
    "meta": "meta",
    "conflict": "conflict",
}
_LONGEST = 120


class Feedback(BaseModel):
    """A line of the app's feedback file: the answer as the contract has it, and what was thought of it.

    `id` names one visitor and one answer, so that a later line replaces what the same visitor said before.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str = ""
    verdict: Literal["useful", "useless"]
    question: str
    history: tuple[Said, ...] = ()
    answer: dict[str, Any] = {}
    note: str = ""


def read(path: Path) -> tuple[Feedback, ...]:
    """The feedback of a file, the last word of each visitor on each answer; EvalError names the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"读不了反馈文件 {path}。") from error
    found: dict[str, Feedback] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                one = Feedback.model_validate_json(line)
            except ValidationError as error:
                raise EvalError(f"反馈文件 {path.name} 第 {number} 行不是一条反馈。") from error
            found[one.id or f"line {number}"] = one
    return tuple(found.values())


def candidates(feedback: Iterable[Feedback], known: Iterable[Case]) -> tuple[dict[str, Any], ...]:
    """A candidate for each question found useless that no gold question asks yet, each question once."""
    asked = {_key(case.question, case.history) for case in known}
    found = []
    for one in feedback:
        key = _key(one.question, one.history)
        if one.verdict == "useless" and key not in asked:
            asked.add(key)
            found.append(_candidate(one, key))
    return tuple(found)


def as_lines(found: Iterable[dict[str, Any]]) -> str:
    """Candidates as lines of a gold file."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)


def _candidate(one: Feedback, key: str) -> dict[str, Any]:
    answer = Output.model_validate({"id": "", "text": "", **one.answer})
    intent = str((one.answer.get("understood") or {}).get("intent", ""))
    evidence = [{"doc": cited.file, "quote": cited.quote.strip()[:_LONGEST].strip()} for cited in answer.citations]
    return {
        "id": f"fb-{key[:8]}",
        "type": "multiturn" if one.history else _KINDS.get(intent, "indicator"),
        "persona": "citizen",
        "history": [turn.model_dump() for turn in one.history],
        "question": one.question,
        "answerable": True,
        "docs": list(dict.fromkeys(cited.file for cited in answer.citations)),
        "answer": "",
        "key_facts": [],
        "forbidden": [],
        "evidence": [quote for quote in evidence if quote["quote"]],
        "note": " ".join(part for part in (one.note, f"当时的回答：{answer.text}") if part),
    }


def _key(question: str, history: Iterable[Said]) -> str:
    said = "\n".join([*(turn.content for turn in history), question])
    return hashlib.sha256(folded(said).encode()).hexdigest()
