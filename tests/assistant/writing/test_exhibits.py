"""What a model is shown: first what is proven already, then what else was found."""

from __future__ import annotations

import pytest

from assistant.composing.compose import compose
from assistant.writing.exhibits import exhibits, listing, wordable
from ingest.library import Library
from tests.assistant.gathering import gathered
from tests.assistant.small_library import NANHU

TASKS = "南湖区怎么壮大创新主体？"
TARGET = "南湖区2025年国家高新技术企业的目标是多少？"


@pytest.mark.parametrize(
    ("question", "worded"),
    [
        (TARGET, True),
        (TASKS, True),
        ("一核两翼是什么？", True),
        ("海盐县2025年国家高新技术企业目标是多少？", False),
        ("你好", False),
        ("南湖和嘉兴2025年研发投入强度相差多少？", False),
        ("秀洲区奖励高新技术企业由谁牵头？", False),
        ("秀洲区有没有奖励高新技术企业？", False),
    ],
)
def test_answers_in_sentences_are_worded_anew(library: Library, question: str, worded: bool) -> None:
    evidence = gathered(library, question)
    assert wordable(evidence, compose(evidence), 6) is worded


def test_a_long_answer_stays_as_it_is(library: Library) -> None:
    evidence = gathered(library, TASKS)
    assert not wordable(evidence, compose(evidence), 1)


def test_the_claims_of_the_draft_come_first_and_no_source_twice(library: Library) -> None:
    evidence = gathered(library, TASKS)
    draft = compose(evidence)
    shown = exhibits(evidence, draft, 600)
    assert [one.n for one in shown] == list(range(1, len(shown) + 1))
    assert [one.claim for one in shown[: len(draft.claims)]] == list(draft.claims)
    others = shown[len(draft.claims) :]
    assert others
    assert all(one.claim is None for one in others)
    sources = [source for one in shown for source in one.sources]
    assert len(set(sources)) == len(sources)


def test_where_a_number_is_asked_for_only_what_is_proven_is_shown(library: Library) -> None:
    evidence = gathered(library, TARGET)
    assert all(one.claim for one in exhibits(evidence, compose(evidence), 600))


def test_no_more_is_shown_than_there_is_room_for(library: Library) -> None:
    evidence = gathered(library, TASKS)
    draft = compose(evidence)
    assert len(exhibits(evidence, draft, 1)) == len(draft.claims)


def test_a_model_reads_numbers_below_the_title_of_the_plan(library: Library) -> None:
    evidence = gathered(library, TARGET)
    lines = listing(exhibits(evidence, compose(evidence), 600), evidence).splitlines()
    assert lines[0] == f"《{NANHU}》"
    assert lines[1].startswith("[1] 国家高新技术企业：2025年目标 450家")
