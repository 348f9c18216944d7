"""Whether a change may pass: nothing invalid, nothing critical lost, and no worse than the baseline by a paired test.

The baseline is a file under version control (evals/baseline.json). Nothing here writes it: `proposed` gives the text
of a new one, and a person commits it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals import present
from evals.errors import RunError
from evals.metrics import Scored, summarise
from evals.runs import Run
from evals.statistics import CONFIDENCE, p_no_worse

BASELINE = Path(__file__).parent / "baseline.json"


class Standing(BaseModel):
    """How a question stood: its digest, and whether the answer was right."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest: str
    right: bool


class Baseline(BaseModel):
    """What a run is held against. `critical` questions must be right, whatever the rest does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    critical: tuple[str, ...] = ()
    questions: dict[str, Standing] = {}


@dataclass(frozen=True, slots=True)
class Check:
    """One condition, whether it holds, and what was found."""

    name: str
    holds: bool
    found: str


def read_baseline(path: Path) -> Baseline:
    """The baseline; RunError where the file is none."""
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise RunError(f"读不了基线文件 {path}；用 python -m evals gate --propose 可得到它的内容。") from error


def gate(run: Run, baseline: Baseline) -> tuple[Check, ...]:
    """All conditions, those that hold too."""
    figures = summarise(run.rows)
    invalid = figures.valid.of - figures.valid.hits + figures.dangling
    return (
        Check("引文全部有效", not invalid, f"无效 {invalid} 处{_where(run, lambda row: row.score.citations.invalid)}"),
        Check(
            "数字全部有出处",
            not figures.untraced,
            f"无出处 {figures.untraced} 处{_where(run, lambda row: len(row.score.citations.untraced))}",
        ),
        _critical(run, baseline),
        _complete(run, baseline),
        _no_worse(run, baseline),
    )


def proposed(run: Run, critical: Sequence[str]) -> str:
    """The text of a baseline that holds this run, with the same critical questions."""
    questions = {row.case.id: {"digest": _short(row), "right": row.right} for row in run.rows}
    lines = ",\n".join(f"  {json.dumps(id)}: {json.dumps(standing)}" for id, standing in sorted(questions.items()))
    return f'{{\n "critical": {json.dumps(sorted(critical))},\n "questions": {{\n{lines}\n }}\n}}\n'


def in_words(checks: Sequence[Check]) -> str:
    """The conditions as a Markdown table."""
    rows = [["通过" if check.holds else "不通过", check.name, check.found] for check in checks]
    return present.table(["结果", "条件", "情况"], rows)


def _critical(run: Run, baseline: Baseline) -> Check:
    right = run.right
    failed = [id for id in baseline.critical if not right.get(id)]
    found = f"没有答对：{'、'.join(failed)}" if failed else f"{len(baseline.critical)} 题都对"
    return Check("关键题全部答对", not failed, found)


def _complete(run: Run, baseline: Baseline) -> Check:
    absent = sorted(baseline.questions.keys() - run.right.keys())
    found = f"没有评：{_first_of(absent)}（{len(absent)} 题）" if absent else "没有遗漏"
    return Check("基线里的题都评了", not absent, found)


def _no_worse(run: Run, baseline: Baseline) -> Check:
    known = {row.case.id: row for row in run.rows if row.case.id in baseline.questions}
    same = {id: row for id, row in known.items() if baseline.questions[id].digest == _short(row)}
    p = p_no_worse({id: baseline.questions[id].right for id in same}, {id: row.right for id, row in same.items()})
    lost = [id for id, row in same.items() if baseline.questions[id].right and not row.right]
    gained = sum(row.right and not baseline.questions[id].right for id, row in same.items())
    changed = f"，另有 {len(known) - len(same)} 题改过、不参与比较" if len(known) > len(same) else ""
    names = f"：{_first_of(lost)}" if lost else ""
    found = f"由对变错 {len(lost)} 题{names}，由错变对 {gained} 题（单侧检验 p = {p:.3f}）{changed}"
    return Check("总体不比基线差", p >= 1 - CONFIDENCE, found)


def _where(run: Run, count: Callable[[Scored], int]) -> str:
    """The questions in which something is counted, as the end of a sentence; "" where there are none."""
    ids = [row.case.id for row in run.rows if count(row)]
    return f"：{_first_of(ids)}" if ids else ""


def _first_of(ids: Sequence[str]) -> str:
    """The first eight ids, with 等 where there are more."""
    return f"{'、'.join(ids[:8])}{'等' if len(ids) > 8 else ''}"


def _short(row: Scored) -> str:
    """As much of a question's digest as the baseline file keeps."""
    return row.case.digest[:12]
