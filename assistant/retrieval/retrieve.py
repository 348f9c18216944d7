"""Query → the passages to put before the composer: words and vectors fused, filtered by the plans in scope."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.answers import Scored
from assistant.questions import Query
from assistant.retrieval.terms import Terms
from assistant.settings import RankSettings
from assistant.understanding.lexicon import expanded
from ingest.library.words import tokens
from ingest.plans import Passage

_FIRST = 3


class Searchable(Protocol):
    """What retrieval needs of a library."""

    def search_words(self, query: str, k: int, plan_ids: Sequence[str] | None = None) -> list[tuple[str, float]]: ...
    def search_vectors(self, query: str, k: int, plan_ids: Sequence[str] | None = None) -> list[tuple[str, float]]: ...
    def passages_by_id(self, ids: Sequence[str]) -> dict[str, Passage]: ...


def retrieve(query: Query, looked: Terms, library: Searchable, settings: RankSettings) -> tuple[Scored, ...]:
    """The passages for a query, best first, from the plans in its scope (all plans where none is named).

    Vectors find what is said in other words. Where the first passages by words hold nearly all words of the question
    they have nothing to add, and the time they take is saved.
    """
    wanted = " ".join([query.focus, expanded(query.text), query.background, *query.years])
    lists: list[tuple[float, list[tuple[str, float]]]] = []
    if settings.words:
        lists.append((settings.words, library.search_words(wanted, settings.depth, query.plan_ids)))
        for part in query.parts:
            found = library.search_words(f"{part} {expanded(part)}", settings.depth // 2, query.plan_ids)
            lists.append((settings.parts * settings.words, found))
    if settings.vectors and not (lists and _says_all(lists[0][1], looked, library, settings)):
        # the words of asking say nothing about a passage, and every word costs time
        asked = query.text if query.carried else query.focus or query.text
        lists.append((settings.vectors, library.search_vectors(asked, settings.depth, query.plan_ids)))
    fused = fuse(lists, settings.rrf)
    found = library.passages_by_id([id for id, _ in fused])
    return tuple(Scored(found[id], score) for id, score in fused if id in found)


def _says_all(hits: Sequence[tuple[str, float]], looked: Terms, library: Searchable, settings: RankSettings) -> bool:
    """Whether one of the first passages holds so much of what is asked that no other words need be looked for."""
    first = library.passages_by_id([id for id, _ in hits[:_FIRST]]).values()
    told = (looked.covered(set(tokens(f"{passage.context} {passage.text}"))) for passage in first)
    return any(share >= settings.said for share in told)


def fuse(lists: Sequence[tuple[float, list[tuple[str, float]]]], k: int) -> list[tuple[str, float]]:
    """Weighted reciprocal rank fusion: the sum of weight / (k + rank) over the lists, best first.

    Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet …", SIGIR 2009.
    """
    scores: dict[str, float] = {}
    for weight, hits in lists:
        for rank, (id, _) in enumerate(hits, start=1):
            scores[id] = scores.get(id, 0.0) + weight / (k + rank)
    return sorted(scores.items(), key=lambda item: -item[1])
