"""The cost of analysis is told for one text at several sizes; no test asks how fast anything was."""

from __future__ import annotations

from evals import growth
from evals.growth import Growth
from tests.evals import invented


def test_every_size_holds_so_many_times_the_text_and_its_records() -> None:
    once, thrice = growth.measure(invented.PLANS, (1, 3))
    assert (once.times, thrice.times) == (1, 3)
    assert thrice.characters > 2.9 * once.characters
    assert thrice.indicators > 2 * once.indicators > 0
    assert thrice.seconds > 0


def test_the_repetitions_have_figures_of_their_own() -> None:
    assert (
        growth._repeated(["企业8家，国发〔2018〕38号。"], 2)
        == "企业8家，国发〔2018〕38号。\n\n企业9家，国发〔2018〕38号。"
    )


def test_the_time_a_character_takes_is_told_relative_to_the_first_size() -> None:
    words = growth.in_words([Growth(1, 1000, 1, 2, 3, 0.5), Growth(4, 4000, 4, 8, 12, 2.2)])
    assert "| ×1 | 1,000 | 1 | 2 | 3 | 0.50 | 1.00 |" in words
    assert "| ×4 | 4,000 | 4 | 8 | 12 | 2.20 | 1.10 |" in words
