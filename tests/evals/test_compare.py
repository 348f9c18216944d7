"""Two runs on the same questions."""

from __future__ import annotations

from dataclasses import replace

from evals.compare import compare, in_words, side_by_side
from evals.runs import Run


def with_verdicts(run: Run, name: str, **verdicts: str) -> Run:
    rows = tuple(
        replace(row, score=replace(row.score, verdict=verdicts.get(row.case.id.replace("-", ""), row.score.verdict)))
        for row in run.rows
    )
    return replace(run, rows=rows, settings=run.settings.model_copy(update={"name": name}))


def test_what_was_fixed_and_what_was_broken_is_named(finished: Run) -> None:
    before = with_verdicts(finished, "甲", t1="wrong", t3="right")
    after = with_verdicts(finished, "乙", t1="right", t3="wrong")
    found = compare(before, after)
    assert [row.case.id for row in found.fixed] == ["t-1"]
    assert [row.case.id for row in found.broken] == ["t-3"]
    assert (found.paired.only_first, found.paired.only_second, found.gain.value) == (1, 1, 0)
    assert "看不出差别" in found.sentence
    assert "由错变对（1）" in in_words(found)


def test_questions_that_were_changed_between_runs_are_not_compared(finished: Run) -> None:
    rows = (
        replace(finished.rows[0], case=finished.rows[0].case.model_copy(update={"answer": "别的"})),
        *finished.rows[1:],
    )
    found = compare(finished, replace(finished, rows=rows))
    assert (found.common, found.changed) == (len(rows) - 1, 1)
    assert "另有 1 道题" in in_words(found)


def test_runs_without_a_common_question_cannot_be_compared(finished: Run) -> None:
    assert compare(finished, replace(finished, rows=())) is None


def test_runs_stand_side_by_side_against_the_first(finished: Run) -> None:
    table = side_by_side([finished, with_verdicts(finished, "乙", t1="wrong")]).splitlines()
    assert len(table) == 4
    assert table[2].startswith("| 首次 | 5 |")
    assert table[3].startswith("| 乙 | 5 |")
    assert "答对变答错 1 题" in table[3]
