from __future__ import annotations

from assistant.words import present_claims
from tests.assistant.words.test_present_figures import indicator


def test_verdicts_are_told_by_their_first_word_and_with_the_plans_value() -> None:
    assert present_claims.confirmed(indicator("450")).startswith("对，")
    assert present_claims.corrected(indicator("450")).startswith("不对")
    assert "2025年目标 450家" in present_claims.corrected(indicator("450"))


def test_doubling_is_told_with_the_amount_that_it_would_take() -> None:
    reached = present_claims.doubled(reached=True, twice="424", unit="家")
    missed = present_claims.doubled(reached=False, twice="424", unit="家")
    assert "424家" in reached
    assert "424家" in missed
    assert reached != missed
