"""A language model's opinion of answers, beside the rules' verdicts: never in their place, and never a gate.

What the model says is parsed strictly. What cannot be parsed, or was not said, is "unscored" and counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, StrictBool, ValidationError

from evals.errors import RunError
from evals.metrics import Scored, Share
from evals.outputs import Output
from evals.runs import Run, put_lines
from prompts import prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

JUDGED = "judged.jsonl"
_PROMPT = "judge"
_QUOTES_CHARS = 3000
_OBJECT = re.compile(r"\{[^{}]*\}")
_LOG = logging.getLogger(__name__)

Track = Callable[[Sequence[Scored]], Iterable[Scored]]


class _Said(BaseModel):
    """What the model has to say, in its form."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    correct: StrictBool
    supported: StrictBool
    reason: str = ""


class Judgement(BaseModel):
    """The opinion of one answer. `seen` digests all that it depends on: model, prompt, question, gold and answer."""

    model_config = ConfigDict(frozen=True)

    id: str
    judge: str
    seen: str
    outcome: Literal["right", "wrong", "unscored"]
    supported: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge thinks of a run; shares are of answers with an opinion. `apart`: where rules and judge differ."""

    judge: str
    right: Share
    supported: Share
    agreed: Share
    unscored: int
    apart: tuple[tuple[Scored, Judgement], ...]


class Judge:
    """A chat model in the role of the judge; `name` is written beside each of its opinions."""

    def __init__(self, model: BaseChatModel, name: str) -> None:
        self._model = model
        self.name = name

    def judge(self, run: Run, track: Track) -> tuple[Judgement, ...]:
        """An opinion of every answer of a run, written down one by one; those on file that still hold are kept."""
        kept = {one.seen: one for one in read(run.folder)}
        found = []
        for row in track(run.rows):
            asked = _asked(row, run)
            seen = _seen(self.name, asked)
            found.append(kept.get(seen) or self._opinion(row.case.id, asked, seen))
            put_lines(run.folder / JUDGED, found)
        return tuple(found)

    def _opinion(self, id: str, asked: str, seen: str) -> Judgement:
        from langchain_core.messages import HumanMessage

        unscored = Judgement(id=id, judge=self.name, seen=seen, outcome="unscored")
        try:
            text = self._model.invoke([HumanMessage(asked)]).text
        except Exception as error:  # whatever is wrong with the model: the next question may fare better
            _LOG.warning("no opinion of %s: %s", id, error)
            return unscored.model_copy(update={"seen": "", "reason": f"{type(error).__name__}: {error}"[:200]})
        said = parsed(text)
        if said is None:
            return unscored.model_copy(update={"reason": text[:200]})
        outcome = "right" if said.correct else "wrong"
        return unscored.model_copy(update={"outcome": outcome, "supported": said.supported, "reason": said.reason})


def parsed(text: str) -> _Said | None:
    """The one object in the text that has the form asked for; None where there is none, or more than one opinion."""
    found = []
    for piece in _OBJECT.findall(text):
        try:
            found.append(_Said.model_validate_json(piece))
        except ValidationError:
            continue
    return found[-1] if len({(one.correct, one.supported) for one in found}) == 1 else None


def opinion(run: Run) -> Opinion | None:
    """What a judge thought of a run, where it was asked; an opinion of what has changed since then is "unscored"."""
    judged = {one.id: one for one in read(run.folder)}
    if not judged:
        return None
    pairs = [(row, judged[row.case.id]) for row in run.rows if row.case.id in judged]
    scored = [
        (row, one) for row, one in pairs if one.outcome != "unscored" and _seen(one.judge, _asked(row, run)) == one.seen
    ]
    apart = tuple((row, one) for row, one in scored if row.right != (one.outcome == "right"))
    return Opinion(
        judge="、".join(sorted({one.judge for one in judged.values()})),
        right=Share(sum(one.outcome == "right" for _, one in scored), len(scored)),
        supported=Share(sum(bool(one.supported) for _, one in scored), len(scored)),
        agreed=Share(len(scored) - len(apart), len(scored)),
        unscored=len(pairs) - len(scored),
        apart=apart,
    )


def read(folder: Path) -> tuple[Judgement, ...]:
    """The opinions in a run's folder, none where no judge was asked; RunError where they cannot be read."""
    path = folder / JUDGED
    if not path.is_file():
        return ()
    try:
        return tuple(Judgement.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise RunError(f"{path} 已损坏或来自别的版本，请删去后重新运行。") from error


def _seen(judge: str, asked: str) -> str:
    return hashlib.sha256(f"{judge}\0{prompt(_PROMPT).digest}\0{asked}".encode()).hexdigest()


def _asked(row: Scored, run: Run) -> str:
    output = run.answers.get(row.case.id) or Output(id=row.case.id, text="")
    turns = [f"{'问' if turn.role == 'user' else '答'}：{turn.content}" for turn in row.case.history]
    question = "\n".join([*turns, row.case.question])
    quotes = "\n".join(f"[{one.n}] {one.plan}：{json.dumps(one.quote, ensure_ascii=False)}" for one in output.citations)
    return prompt(_PROMPT).filled(
        question=question,
        gold=row.case.answer,
        answer=output.text or "（没有回答）",
        quotes=quotes[:_QUOTES_CHARS] or "（没有引文）",
    )
