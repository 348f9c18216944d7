"""Which step lost a question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.attribution import lost_at
from evals.cases import Case
from evals.corpus import Corpus
from evals.outputs import Output
from evals.scoring import score
from evals.wording import folded
from tests.evals.invented import BASELINE, CASES, FIRMS, LEAD, NOWHERE, TARGET, answered, cited, corpus, right_answer


def step(case: Case, output: Output | None, among: Corpus | None = None) -> str | None:
    among = among or corpus()
    return lost_at(case, output, score(case, output, among), among)


def with_passages(passages: str) -> Corpus:
    """The plans as a library has them: cut into passages, without any indicator."""
    return Corpus([replace(one, passages=folded(passages)) for one in corpus().plans.values()], CASES)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (right_answer(), None),
        (None, "not_answered"),
        (answered(FIRMS, "不清楚"), "not_retrieved"),
        (answered(FIRMS, "不清楚", shown=(TARGET,)), "not_used"),
        (answered(FIRMS, "达700家[1]", cited(TARGET), shown=(TARGET,)), "miscomposed"),
        (answered(FIRMS, "到2025年达600家以上，石桥15000家", shown=(TARGET,)), "miscomposed"),
        (answered(FIRMS, "到2025年达600家以上[1]", cited(BASELINE)), "not_cited"),
    ],
)
def test_the_first_step_that_did_not_hand_on_is_named(output: Output | None, expected: str | None) -> None:
    assert step(FIRMS, output) == expected


def test_what_no_passage_holds_was_not_extracted() -> None:
    assert step(LEAD, answered(LEAD, "不清楚"), with_passages("别的文字")) == "not_extracted"
    assert step(LEAD, answered(LEAD, "不清楚"), with_passages(LEAD.evidence[0].quote)) == "not_retrieved"


def test_a_number_that_became_no_indicator_was_not_extracted() -> None:
    assert step(FIRMS, answered(FIRMS, "不清楚", shown=(TARGET,)), with_passages(TARGET)) == "not_extracted"


def test_what_the_text_lacks_was_not_read_and_a_plan_that_is_not_there_not_loaded() -> None:
    misread = LEAD.model_copy(
        update={"evidence": (LEAD.evidence[0].model_copy(update={"quote": "由科技局牵头组织实施"}),)}
    )
    elsewhere = LEAD.model_copy(update={"evidence": (LEAD.evidence[0].model_copy(update={"doc": "别处.md"}),)})
    assert step(misread, answered(misread, "不清楚")) == "not_read"
    assert step(elsewhere, answered(elsewhere, "不清楚")) == "not_loaded"


def test_an_unanswerable_question_that_is_answered_was_not_refused() -> None:
    assert step(NOWHERE, answered(NOWHERE, "达600家")) == "not_refused"
    assert step(NOWHERE, answered(NOWHERE, "没有给出", status="unanswerable_not_in_plans")) is None
