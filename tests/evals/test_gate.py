"""What may pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.errors import RunError
from evals.gate import Baseline, Check, Standing, gate, in_words, proposed, read_baseline
from evals.runs import Run


def held(run: Run) -> Baseline:
    return Baseline.model_validate_json(proposed(run, ["t-1"]))


def failing(run: Run, baseline: Baseline) -> list[str]:
    return [check.name for check in gate(run, baseline) if not check.holds]


def altered(run: Run, id: str, **changed: object) -> Run:
    rows = tuple(replace(row, score=replace(row.score, **changed)) if row.case.id == id else row for row in run.rows)
    return replace(run, rows=rows)


def citing(run: Run, id: str, **changed: object) -> Run:
    row = next(row for row in run.rows if row.case.id == id)
    return altered(run, id, citations=replace(row.score.citations, **changed))


def test_a_run_passes_the_baseline_that_was_made_of_it(finished: Run) -> None:
    assert failing(finished, held(finished)) == []


def test_one_invalid_citation_or_untraced_number_shuts_the_gate(finished: Run) -> None:
    assert failing(citing(finished, "t-1", valid=0), held(finished)) == ["引文全部有效"]
    assert failing(citing(finished, "t-1", dangling=1), held(finished)) == ["引文全部有效"]
    assert failing(citing(finished, "t-1", untraced=("7",)), held(finished)) == ["数字全部有出处"]


def test_a_critical_question_must_be_right(finished: Run) -> None:
    assert "关键题全部答对" in failing(altered(finished, "t-1", verdict="wrong"), held(finished))


def test_questions_of_the_baseline_must_not_be_left_out(finished: Run) -> None:
    assert "基线里的题都评了" in failing(replace(finished, rows=finished.rows[:-1]), held(finished))


def test_being_worse_shuts_the_gate_only_when_chance_cannot_explain_it(finished: Run) -> None:
    many = tuple(
        replace(
            finished.rows[0],
            case=finished.rows[0].case.model_copy(update={"id": f"m-{n}"}),
            score=replace(finished.rows[0].score, verdict="right"),
        )
        for n in range(12)
    )
    crowd = replace(finished, rows=many)
    baseline = Baseline.model_validate_json(proposed(crowd, []))
    lost = lambda count: replace(  # noqa: E731
        crowd,
        rows=tuple(
            replace(row, score=replace(row.score, verdict="wrong")) if n < count else row for n, row in enumerate(many)
        ),
    )
    assert failing(lost(3), baseline) == []
    assert failing(lost(6), baseline) == ["总体不比基线差"]


def test_a_question_that_was_changed_is_not_held_against_its_old_self(finished: Run) -> None:
    baseline = Baseline(questions={"t-1": Standing(digest="another", right=True)})
    check = gate(altered(finished, "t-1", verdict="wrong"), baseline)[-1]
    assert check.holds
    assert "另有 1 题改过" in check.found


def test_a_broken_baseline_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="--propose"):
        read_baseline(tmp_path / "none.json")


def test_the_conditions_are_listed_with_what_was_found() -> None:
    assert in_words([Check("引文全部有效", False, "无效 1 处")]).endswith("| 不通过 | 引文全部有效 | 无效 1 处 |")
