"""What the grounded draft says is not lost."""

from __future__ import annotations

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.writing.kept import apart, merged, says, untabled
from ingest.plans import Span

ONE, TWO = (Source("p", Span(start, start + 5), ()) for start in (0, 10))
TARGET = Claim("国家高新技术企业：2025年目标 450家（表1 主要预期指标）", (ONE,))
TASK = Claim("推行揭榜挂帅制度，由企业出题。", (TWO,))
DRAFT = Draft(AnswerStatus.ANSWERED, (TARGET, TASK))
SAID = Claim("2025年国家高新技术企业目标为450家。", (ONE,), worded=("x",))


def test_a_claim_is_said_where_its_figures_and_most_of_its_words_are_given_from_its_source() -> None:
    assert says([SAID], TARGET)
    assert not says([Claim("2025年国家高新技术企业目标为460家。", (ONE,))], TARGET)
    assert not says([Claim("目标为450家。", (ONE,))], TARGET)
    assert not says([Claim(SAID.text, (TWO,))], TARGET)
    assert not says([], TARGET)


def test_what_is_not_said_follows() -> None:
    whole = merged(DRAFT, [SAID], number=False)
    assert whole is not None
    assert whole.claims == (SAID, TASK)


def test_what_is_said_of_a_later_claim_stands_in_its_place() -> None:
    said = Claim("由企业出题，推行揭榜挂帅制度。", (TWO,))
    whole = merged(DRAFT, [said], number=False)
    assert whole is not None
    assert whole.claims == (TARGET, said)


def test_a_source_that_claims_share_does_not_move_a_sentence() -> None:
    year = Source("p", Span(40, 45), ())
    target, task = (Claim(one.text, (*one.sources, year)) for one in (TARGET, TASK))
    said = Claim("由企业出题，推行揭榜挂帅制度。", (TWO, year))
    whole = merged(Draft(AnswerStatus.ANSWERED, (target, task)), [said], number=False)
    assert whole is not None
    assert whole.claims == (target, said)


def test_what_leans_on_no_claim_comes_last() -> None:
    more = Claim("举办创业大赛。", (Source("p", Span(20, 25), ()),))
    whole = merged(DRAFT, [more, SAID], number=False)
    assert whole is not None
    assert whole.claims == (SAID, TASK, more)


def test_a_sentence_without_a_figure_may_say_a_claim_that_has_none() -> None:
    whole = merged(Draft(AnswerStatus.ANSWERED, (TASK,)), [Claim("由企业出题。", (TWO,))], number=True)
    assert whole is not None


def test_a_claim_is_not_said_without_its_year() -> None:
    assert not says([Claim("国家高新技术企业目标为450家。", (ONE,))], TARGET)


def test_the_table_that_a_claim_names_at_its_end_is_not_part_of_what_it_says() -> None:
    assert untabled(TARGET.text) == "国家高新技术企业：2025年目标 450家"
    assert untabled("临安：2025年目标 80%（占比）") == "临安：2025年目标 80%（占比）"


def test_nothing_said_is_no_answer() -> None:
    assert merged(DRAFT, [], number=False) is None


def test_the_gist_of_a_long_claim_comes_before_it() -> None:
    gist = Claim("由企业出题。", (TWO,))
    whole = merged(Draft(AnswerStatus.ANSWERED, (TASK,)), [gist], number=False)
    assert whole is not None
    assert whole.claims == (gist, TASK)


def test_a_sentence_without_the_figure_is_no_answer_where_one_is_asked_for() -> None:
    assert merged(DRAFT, [Claim("国家高新技术企业有目标。", (ONE,))], number=True) is None


def test_another_value_is_no_answer_where_one_is_asked_for() -> None:
    more = [SAID, Claim("2020年国家高新技术企业为212家。", (ONE,))]
    assert merged(DRAFT, more, number=True) is None
    assert merged(DRAFT, more, number=False) is not None


def test_what_stands_besides_an_answer_is_set_apart() -> None:
    besides = Claim("另见：推行首席科学家制度。", (TWO,))
    answer, further = apart(Draft(AnswerStatus.ANSWERED, (TARGET, besides)))
    assert answer.claims == (TARGET,)
    assert further == (besides,)
