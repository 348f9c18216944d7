from __future__ import annotations

import pytest

from assistant.questions import Scope
from ingest.library import Library
from tests.assistant.gathering import gathered
from tests.assistant.small_library import JIAXING, NANHU


def titles(library: Library, passages: object) -> set[str]:
    return {library.plan(scored.passage.plan_id).title for scored in passages}  # type: ignore[attr-defined]


def scope_of(library: Library, title: str) -> Scope:
    return Scope(title[:2], tuple(plan.id for plan in library.plans() if plan.title == title))


def test_what_is_gathered_is_ordered_best_first(library: Library) -> None:
    evidence = gathered(library, "揭榜挂帅怎么推行")
    assert "揭榜挂帅" in evidence.candidates[0].text
    scores = [candidate.score for candidate in evidence.candidates]
    assert scores == sorted(scores, reverse=True)


def test_candidates_stand_in_the_passages(library: Library) -> None:
    evidence = gathered(library, "南湖技术交易额")
    ids = {scored.passage.id for scored in evidence.passages}
    assert {candidate.passage.id for candidate in evidence.candidates} <= ids


def test_the_same_question_may_be_asked_within_one_scope_or_anywhere(library: Library) -> None:
    evidence = gathered(library, "南湖和嘉兴的国家高新技术企业目标")
    assert titles(library, evidence.passages) == {NANHU, JIAXING}
    assert titles(library, evidence.within(scope_of(library, JIAXING)).passages) == {JIAXING}
    assert titles(library, evidence.anywhere().passages) > {NANHU, JIAXING}


def test_beyond_its_plans_only_what_names_the_region_counts(library: Library) -> None:
    beyond = gathered(library, "南湖创新指数得分").beyond()
    assert beyond.candidates
    assert all("南湖" in candidate.text for candidate in beyond.candidates)
    assert JIAXING in {library.plan(candidate.passage.plan_id).title for candidate in beyond.candidates}


@pytest.mark.parametrize("text", ["揭榜挂帅怎么推行", "南湖技术交易额", "秀洲怎么鼓励研发投入", "嘉兴创新指数得分"])
def test_the_source_of_a_candidate_is_its_words_in_the_plan(library: Library, text: str) -> None:
    evidence = gathered(library, text)
    for candidate in evidence.candidates[:10]:
        source = evidence.source(candidate)
        quote = library.plan(source.plan_id).quote(source.span)
        assert source.kind == ("row" if candidate.is_row else "text")
        if not candidate.is_row:
            assert "".join(candidate.text.split()) == "".join(quote.split())
        assert source.heading == candidate.passage.heading


def test_what_was_gathered_for_a_question_is_not_gathered_again(library: Library) -> None:
    evidence = gathered(library, "南湖和嘉兴2025年国家高新技术企业目标")
    scope = evidence.query.scopes[0]
    assert evidence.within(scope) is evidence.within(scope)
    assert evidence.within(scope).anywhere() is evidence.anywhere()
    ids = tuple(plan.id for plan in library.plans())
    assert evidence.indicators(ids) is evidence.indicators(ids)
