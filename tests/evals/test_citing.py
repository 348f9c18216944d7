"""How an answer stands on its sources."""

from __future__ import annotations

from evals.citing import citation_score, covers
from tests.evals.invented import FIRMS, GROWTH, LEAD, TARGET, answered, cited, corpus, right_answer


def test_a_right_answer_has_valid_verbatim_and_fitting_citations() -> None:
    found = citation_score(FIRMS, right_answer(), corpus(), silent=False)
    assert (found.given, found.valid, found.verbatim, found.stated, found.carried) == (1, 1, 1, 1, 1)
    assert (found.invalid, found.uncited, found.quotes, found.recalled) == (0, 0, 1, 1)


def test_a_span_that_does_not_hold_its_quote_is_invalid_though_the_words_are_verbatim() -> None:
    moved = cited(TARGET).model_copy(update={"start": 0, "end": 5})
    found = citation_score(FIRMS, answered(FIRMS, "达600家以上[1]", moved), corpus(), silent=False)
    assert (found.valid, found.verbatim, found.invalid) == (0, 1, 1)


def test_a_marker_without_a_citation_dangles() -> None:
    found = citation_score(FIRMS, answered(FIRMS, "达600家以上[1][2][2]", cited(TARGET)), corpus(), silent=False)
    assert (found.dangling, found.invalid) == (1, 1)


def test_gold_evidence_is_recalled_quote_by_quote() -> None:
    found = citation_score(GROWTH, answered(GROWTH, "多253家[1]", cited(TARGET)), corpus(), silent=False)
    assert (found.recalled, found.quotes) == (1, 2)


def test_a_moved_citation_recalls_nothing_and_carries_nothing() -> None:
    found = citation_score(LEAD, answered(LEAD, "由区科技局牵头[1]", cited(TARGET)), corpus(), silent=False)
    assert (found.recalled, found.carried) == (0, 0)


def test_what_declines_owes_no_source() -> None:
    assert citation_score(FIRMS, answered(FIRMS, "国家高新技术企业会大幅增加"), corpus(), silent=True).uncited == 0
    assert citation_score(FIRMS, answered(FIRMS, "国家高新技术企业会大幅增加"), corpus(), silent=False).uncited == 1


def test_a_good_piece_of_a_quote_covers_it_and_a_scrap_does_not() -> None:
    assert covers("国家高新技术企业", "全区国家高新技术企业达600家")
    assert not covers("600家", "全区国家高新技术企业达600家")
