from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Scored
from assistant.questions import Intent, Query, Scope
from assistant.retrieval.retrieve import fuse, retrieve
from assistant.retrieval.terms import terms
from assistant.settings import RankSettings
from ingest.library import Library
from tests.assistant.small_library import JIAXING, NANHU


def search(query: Query, library: Library | Asked, settings: RankSettings) -> tuple[Scored, ...]:
    return retrieve(query, terms(query, library), library, settings)


def titles(library: Library, query: Query, **weights: float) -> list[str]:
    found = search(query, library, RankSettings(**weights))
    return [library.plan(scored.passage.plan_id).title for scored in found]


def query(text: str, *plan_ids: str, parts: tuple[str, ...] = (), years: tuple[str, ...] = ()) -> Query:
    scopes = (Scope("甲", plan_ids),) if plan_ids else ()
    return Query(text, Intent.TASK, text, scopes, parts=parts, years=years)


def id_of(library: Library, title: str) -> str:
    return next(plan.id for plan in library.plans() if plan.title == title)


def test_what_both_lists_find_goes_before_what_one_finds() -> None:
    fused = fuse([(1.0, [("a", 9.0), ("b", 8.0)]), (1.0, [("c", 0.9), ("b", 0.8)])], 10)
    assert [id for id, _ in fused] == ["b", "a", "c"]


def test_scores_are_sums_of_weighted_reciprocal_ranks() -> None:
    fused = dict(fuse([(1.0, [("a", 9.0), ("b", 8.0)]), (0.5, [("b", 0.9)])], 10))
    assert fused == {"a": 1 / 11, "b": 1 / 12 + 0.5 / 11}


def test_the_heavier_list_decides() -> None:
    words, vectors = [("a", 1.0)], [("b", 1.0)]
    assert fuse([(1.0, words), (0.3, vectors)], 10)[0][0] == "a"
    assert fuse([(0.3, words), (1.0, vectors)], 10)[0][0] == "b"


def test_nothing_fused_is_nothing() -> None:
    assert fuse([], 10) == []


def test_only_the_plans_in_scope_are_searched(library: Library) -> None:
    assert set(titles(library, query("国家高新技术企业"))) > {NANHU, JIAXING}
    assert set(titles(library, query("国家高新技术企业", id_of(library, NANHU)))) == {NANHU}


def test_a_passage_that_says_it_comes_first(library: Library) -> None:
    found = search(query("柔性电子研究方向"), library, RankSettings())
    assert "柔性电子" in found[0].passage.text
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)


def test_words_that_plans_use_are_searched_for_words_that_people_use(library: Library) -> None:
    found = search(query("高企", id_of(library, JIAXING)), library, RankSettings(vectors=0))
    assert any("高新技术企业" in scored.passage.text for scored in found)


def test_each_part_of_a_question_is_searched_by_itself(library: Library) -> None:
    whole = "柔性电子研究方向柔性电子研究方向，海外工程师"
    parts = ("柔性电子研究方向", "海外工程师")
    found = search(query(whole, parts=parts), library, RankSettings(vectors=0, parts=5))
    assert "海外工程师" in "".join(scored.passage.text for scored in found[:2])


class Asked:
    """A library that notes whether its vectors were asked."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.by_vectors = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._library, name)

    def search_vectors(self, text: str, k: int, plan_ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """What the library finds."""
        self.by_vectors += 1
        return self._library.search_vectors(text, k, plan_ids)


def test_vectors_are_asked_only_for_what_the_words_do_not_find(library: Library) -> None:
    asked = Asked(library)
    search(query("柔性电子研究"), asked, RankSettings())
    assert asked.by_vectors == 0
    search(query("可弯折的屏幕材料"), asked, RankSettings())
    assert asked.by_vectors == 1
    search(query("柔性电子研究"), asked, RankSettings(said=2))
    assert asked.by_vectors == 2
