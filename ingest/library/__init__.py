"""What is stored, and the only door to it: catalog, vector index and lexical index, kept in step by `Library`."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from functools import lru_cache
from pathlib import Path

import numpy as np

from ingest.embedding.embed import Embedder, open_embedder
from ingest.errors import NoSuchPlan
from ingest.library import change, codec, manifest, rows, search
from ingest.library.catalog import Catalog
from ingest.library.index import VectorIndex
from ingest.library.lock import StoreLock, make_store
from ingest.library.rows import PlanRecord
from ingest.plans import Conflict, Indicator, Measure, Passage, Plan
from ingest.settings import IngestSettings

__all__ = ["Library", "PlanRecord"]

_VECTORS_KEPT = 256
CATALOG_FILE = "catalog.db"


def _unheard(step: str) -> None:
    """Nobody listens to the steps."""


class Library:
    """The plans of one store, for many threads of one process; a context manager.

    One process writes, or any number read; the store's lock is held from opening to closing. Every change becomes
    visible in one SQLite transaction, and a process that dies at any moment leaves the state before or after it.
    """

    def __init__(self, store: Path, settings: IngestSettings, *, write: bool, embedder: Embedder | None) -> None:
        self._settings, self._embedder = settings, embedder
        self._changing, self._loading = threading.Lock(), threading.Lock()
        self._vector_of = lru_cache(_VECTORS_KEPT)(lambda query: self.embedder.embed_query(query))
        if write:
            make_store(store)
        exists = write or (store / CATALOG_FILE).is_file()
        with ExitStack() as opened:
            lock = opened.enter_context(closing(StoreLock(store, exclusive=write))) if exists else None
            self._catalog = opened.enter_context(closing(Catalog(store / CATALOG_FILE if exists else None)))
            manifest.check(self._catalog, model=embedder.name if embedder else settings.embedding_model)
            self._index = VectorIndex(store, self._catalog, lock, write=write, url=settings.chroma_url)
            opened.callback(self._index.close)
            self._opened = opened.pop_all()

    @classmethod
    def open(
        cls,
        store: Path,
        settings: IngestSettings | None = None,
        *,
        write: bool = False,
        embedder: Embedder | None = None,
    ) -> Library:
        """Open a store; a folder that does not exist is an empty library, and made when `write` is set.

        Raises StoreBusy while another process writes (or, for writing, uses) it, StoreMismatch where it was built
        with another embedding model or layout, StoreDamaged, AccessDenied.
        """
        return cls(Path(store), settings or IngestSettings(), write=write, embedder=embedder)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close everything and let go of the store; nobody may be using the library any more."""
        self._opened.close()

    def plans(self) -> tuple[PlanRecord, ...]:
        """The loaded plans in the order in which they were added."""
        with self._catalog.reading() as connection:
            return rows.records(connection)

    def holder(self, digest: str) -> PlanRecord | None:
        """The plan that was made from a file with these bytes (SHA-256), if one is loaded."""
        with self._catalog.reading() as connection:
            return next(iter(rows.records(connection, "digest = ?", (digest,))), None)

    def has(self, plan_id: str) -> bool:
        """Whether a plan with this id is loaded."""
        with self._catalog.reading() as connection:
            return rows.holds(connection, plan_id)

    def plan(self, plan_id: str) -> Plan:
        """A plan with its text and structure, as it was added; NoSuchPlan."""
        with self._catalog.reading() as connection:
            row = connection.execute("SELECT body FROM plans WHERE id = ?", (plan_id,)).fetchone()
        if row is None:
            raise NoSuchPlan.of(plan_id)
        return codec.unpack(Plan, row[0])

    def passages(self, plan_ids: Sequence[str] | None = None) -> tuple[Passage, ...]:
        """The passages of the given plans (None: all), plan by plan in reading order."""
        with self._catalog.reading() as connection:
            return rows.passages(connection, "plan_id", plan_ids)

    def passages_by_id(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Passages by their ids, in the order asked; an id that is not (or no longer) there is left out."""
        with self._catalog.reading() as connection:
            found = {passage.id: passage for passage in rows.passages(connection, "id", ids)}
        return {id: found[id] for id in ids if id in found}

    def indicators(
        self,
        plan_ids: Sequence[str] | None = None,
        *,
        concepts: Sequence[str] | None = None,
        regions: Sequence[str] | None = None,
        years: Sequence[str] | None = None,
    ) -> tuple[Indicator, ...]:
        """Indicators by plan, concept, region and year; None leaves a field open."""
        with self._catalog.reading() as connection:
            return rows.indicators(connection, plan_ids, concepts, regions, years)

    def regions(self) -> frozenset[str]:
        """The regions and areas that the indicators of all plans speak of."""
        with self._catalog.reading() as connection:
            return frozenset(rows.regions(connection))

    def measures(self, plan_ids: Sequence[str] | None = None) -> tuple[Measure, ...]:
        """The measures of the given plans (None: all)."""
        with self._catalog.reading() as connection:
            return rows.measures(connection, plan_ids)

    def conflicts(self, plan_ids: Sequence[str] | None = None) -> tuple[Conflict, ...]:
        """The conflicts that involve any of the given plans (None: all); kept up to date with every change."""
        with self._catalog.reading() as connection:
            return rows.conflicts(connection, plan_ids)

    def search_words(
        self, query: str, k: int, plan_ids: Sequence[str] | None = None, *, weights: tuple[float, float] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` best passages by BM25 as (id, score), best first; `weights` of (body, context) override settings."""
        return search.by_words(self._catalog, query, k, plan_ids, weights, self._settings)

    def rarity(self, tokens: Sequence[str]) -> dict[str, float]:
        """How rare each token is in the library: BM25's inverse document frequency, 0 for a token it does not hold."""
        return search.rarity(self._catalog, tokens)

    def written(self, texts: Sequence[str]) -> set[str]:
        """Which of some texts are written so in more than one passage: what stands in one may be a slip."""
        return search.written(self._catalog, texts)

    def search_vectors(self, query: str, k: int, plan_ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """The `k` nearest passages as (id, cosine similarity), best first. Loads the embedding model at first use."""
        if k < 1 or self._catalog.note("model") is None:
            return []
        return search.by_vector(self._catalog, self._index.get(), self._vector_of(query), k, plan_ids)

    @property
    def embedder(self) -> Embedder:
        """The embedding model, opened at first use; ModelMissing."""
        with self._loading:
            if self._embedder is None:
                self._embedder = open_embedder(self._settings)
            return self._embedder

    def add(
        self,
        plan: Plan,
        passages: Sequence[Passage],
        embeddings: np.ndarray,
        indicators: Sequence[Indicator],
        measures: Sequence[Measure],
        *,
        path: str = "",
        on_step: Callable[[str], None] = _unheard,
    ) -> None:
        """Put a plan in, in place of an older version with the same id; visible in one step.

        `embeddings` has shape (len(passages), dimension). No other plan may hold the same digest (ask `holder`).
        `on_step` is told the name of each step once it is done.
        """
        manifest.check(self._catalog, dimension=embeddings.shape[1])
        new = change.Addition(plan, passages, embeddings, indicators, measures, path, self.embedder.name)
        with self._changing:
            change.put(self._catalog, self._index, new, on_step)

    def renew(self, plan_id: str, indicators: Sequence[Indicator], measures: Sequence[Measure]) -> None:
        """Put records read anew from the stored text in place of a plan's old ones, in one step; NoSuchPlan."""
        change.renew(self._catalog, plan_id, indicators, measures)

    def remove(self, plan_id: str, *, on_step: Callable[[str], None] = _unheard) -> None:
        """Take a plan out with all that came from it; NoSuchPlan."""
        with self._changing:
            change.take(self._catalog, self._index, plan_id, on_step)
