"""Scores added up."""

from __future__ import annotations

import pytest

from evals.metrics import NO_PLAN, Share, scored, summarise
from tests.evals.invented import BASELINE, CASES, FIRMS, NOWHERE, TARGET, YUNXI, answered, cited, corpus, right_answer


def test_a_run_is_summed_up_by_kind_and_by_plan() -> None:
    answers = {
        "t-1": right_answer(),
        "t-2": answered(CASES[1], "多254家[1]", cited(TARGET), shown=(BASELINE,)),
        "t-4": answered(NOWHERE, "没有给出", status="unanswerable_not_in_plans"),
    }
    found = summarise(scored(CASES, answers, corpus()))
    assert (found.total.right, found.total.wrong, found.total.abstained) == (Share(2, 5), Share(1, 5), Share(2, 5))
    assert found.total.points == pytest.approx(0.2)
    assert found.kinds["indicator"].right == Share(1, 1)
    assert list(found.plans) == [NO_PLAN, YUNXI]
    assert found.cells["unanswerable", NO_PLAN] == Share(1, 1)
    assert found.steps == {"miscomposed": 1, "not_answered": 2} or found.steps == {"not_used": 1, "not_answered": 2}
    assert found.outcomes == {"met": 1, "value": 1, "missing": 1}
    assert found.refusal_recall == Share(1, 1)
    assert found.refusal_precision == Share(1, 3)
    assert found.valid == found.verbatim == Share(2, 2)
    assert found.untraced == 1
    assert found.ndcg is not None
    assert 0 < found.recall[1] < 1


def test_an_answer_to_another_question_under_the_same_id_is_none() -> None:
    stale = right_answer().model_copy(update={"asked": "another"})
    kept = right_answer().model_copy(update={"asked": FIRMS.asked})
    assert scored([FIRMS], {"t-1": stale}, corpus())[0].step == "not_answered"
    assert scored([FIRMS], {"t-1": kept}, corpus())[0].right


def test_nothing_to_count_has_no_value() -> None:
    assert Share(0, 0).value is None
    assert Share(0, 0).interval is None
    assert Share(1, 2).interval.value == 0.5
