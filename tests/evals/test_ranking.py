"""Where in the ranked passages the gold quotes stand."""

from __future__ import annotations

import pytest

from evals.ranking import BUDGETS, CUTOFFS, ranking
from tests.evals.invented import BASELINE, GROWTH, TARGET, answered

NOISE = "与此无关的一段文字。"


def test_quotes_in_the_first_passages_score_full_marks() -> None:
    found = ranking(GROWTH, answered(GROWTH, "", shown=(TARGET, BASELINE)))
    assert found.recall == (0.5, 1, 1, 1)
    assert found.ndcg == pytest.approx(1)
    assert found.within == (1, 1, 1)
    assert len(found.recall) == len(CUTOFFS)


def test_later_and_missing_quotes_cost() -> None:
    late = ranking(GROWTH, answered(GROWTH, "", shown=(NOISE, TARGET, NOISE, BASELINE)))
    half = ranking(GROWTH, answered(GROWTH, "", shown=(TARGET, NOISE)))
    assert late.recall == (0, 0.5, 1, 1)
    assert 0 < late.ndcg < 1
    assert 0 < half.ndcg < 1
    assert half.recall[-1] == 0.5
    assert ranking(GROWTH, answered(GROWTH, "", shown=(NOISE,))).ndcg == 0


def test_one_passage_that_holds_both_quotes_is_ideal() -> None:
    assert ranking(GROWTH, answered(GROWTH, "", shown=(f"{TARGET}。{BASELINE}", NOISE))).ndcg == pytest.approx(1)


def test_a_budget_of_characters_ends_the_reading() -> None:
    long = NOISE * 100
    found = ranking(GROWTH, answered(GROWTH, "", shown=(long, TARGET, BASELINE)))
    assert dict(zip(BUDGETS, found.within, strict=True)) == {800: 0, 1600: 1, 3000: 1}
