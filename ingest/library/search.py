"""The two searches of a library, each giving passage ids with scores, best first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.library import rows, words
from ingest.library.catalog import Catalog
from ingest.library.vectors import Vectors
from ingest.settings import IngestSettings


def by_words(
    catalog: Catalog,
    query: str,
    k: int,
    plan_ids: Sequence[str] | None,
    weights: tuple[float, float] | None,
    settings: IngestSettings,
) -> list[tuple[str, float]]:
    """The `k` best passages by BM25; `weights` of (body, context) override the settings."""
    weights = weights or (settings.body_weight, settings.context_weight)
    with catalog.reading() as connection:
        hits = words.search(connection, query, k, plan_ids, weights=weights, most_matches=settings.query_matches)
        ids = rows.passage_ids(connection, [number for number, _ in hits])
    return [(ids[number], score) for number, score in hits]


def by_vector(
    catalog: Catalog, vectors: Vectors, vector: np.ndarray, k: int, plan_ids: Sequence[str] | None
) -> list[tuple[str, float]]:
    """The `k` nearest passages by cosine similarity. The index may hold vectors that the catalog does not know (of a
    version on its way in or out); others take their place."""
    asked = k
    while True:
        hits = vectors.search(vector, asked, plan_ids)
        with catalog.reading() as connection:
            known = rows.known_ids(connection, [id for id, _ in hits])
        left = [(id, score) for id, score in hits if id in known]
        if len(left) >= k or len(hits) < asked:
            return left[:k]
        asked *= 2


def rarity(catalog: Catalog, tokens: Sequence[str]) -> dict[str, float]:
    """BM25's inverse document frequency of each token; 0 for one that the library does not hold."""
    with catalog.reading() as connection:
        return words.rarity(connection, tokens, rows.passage_count(connection))


def written(catalog: Catalog, texts: Sequence[str]) -> set[str]:
    """Which of some texts stand so, token after token, in more than one passage of the library."""
    with catalog.reading() as connection:
        return {text for text in texts if words.stands(connection, text)}
