"""The vector index: the only door to Chroma, embedded in this process or on a server.

The index is disposable: every vector is also in the catalog, and `Library` puts the index right from there. Facts this
rests on (chromadb 1.5.9): one process with many threads loses nothing, what was acknowledged survives SIGKILL, two
writing processes damage the folder (hence the lock), and an index opened before another process wrote stays stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from ingest.errors import VectorsUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.config import Settings

READ_BATCH = 10_000
# How thoroughly the index is built and searched. At 100, Chroma's default for both, a search missed 1 in 1,500 of the
# nearest 40 of 753, others every time the index was opened, so that the same question could be shown other passages;
# at 400 it is 1 in 100,000, as fast.
_THOROUGHLY = 400
_BESIDE = 8  # looked up besides, so that of equally near ones the same are left out every time


class DamagedIndex(Exception):
    """The local folder cannot be opened as an index; it can be thrown away and built anew from the catalog."""


class Vectors:
    """A Chroma collection of unit vectors under cosine distance, with the plan's id beside each for filtering.

    `name` keeps apart the stores that share a server. Raises VectorsUnreachable where `url` does not answer,
    DamagedIndex where there is no `url` and `folder` holds something else.
    """

    def __init__(self, folder: Path, name: str, url: str = "") -> None:
        import chromadb
        from chromadb.config import Settings

        settings = Settings(_env_file=None, anonymized_telemetry=False)
        try:
            self._client = _server(url, settings) if url else chromadb.PersistentClient(folder, settings=settings)
            self._collection = self._client.get_or_create_collection(
                f"guiwen-{name}",
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "ef_construction": _THOROUGHLY, "ef_search": _THOROUGHLY}},
            )
            self._collection.count()
        except Exception as error:
            if url:
                raise VectorsUnreachable(f"连不上 CHROMA_URL 所指的 Chroma 服务：{url}。") from error
            raise DamagedIndex(str(folder)) from error

    def count(self) -> int:
        """How many vectors the index holds."""
        return self._collection.count()

    def ids(self) -> Iterator[str]:
        """Every id in the index."""
        for offset in range(0, self.count(), READ_BATCH):
            yield from self._collection.get(include=[], limit=READ_BATCH, offset=offset)["ids"]

    def put(self, ids: Sequence[str], vectors: np.ndarray, plan_ids: Sequence[str]) -> None:
        """Add or overwrite vectors; `vectors` has shape (len(ids), dimension)."""
        for part in self._batches(len(ids)):
            self._collection.upsert(
                ids=list(ids[part]),
                embeddings=np.asarray(vectors[part], dtype=np.float32),
                metadatas=[{"plan_id": plan_id} for plan_id in plan_ids[part]],
            )

    def drop(self, ids: Sequence[str]) -> None:
        """Remove vectors; an id that the index does not hold is passed over."""
        for part in self._batches(len(ids)):
            self._collection.delete(ids=list(ids[part]))

    def search(self, vector: np.ndarray, k: int, plan_ids: Sequence[str] | None) -> list[tuple[str, float]]:
        """The `k` nearest as (id, cosine similarity), best first, among the given plans (None: all)."""
        if k < 1 or (plan_ids is not None and not plan_ids):
            return []
        found = self._collection.query(
            query_embeddings=np.asarray(vector, dtype=np.float32)[None, :],
            n_results=k + _BESIDE,
            where=None if plan_ids is None else {"plan_id": {"$in": list(plan_ids)}},
            include=["distances"],
        )
        near = zip(found["ids"][0], found["distances"][0], strict=True)
        return sorted(((id, 1.0 - distance) for id, distance in near), key=lambda one: (-round(one[1], 5), one[0]))[:k]

    def finds(self, vector: np.ndarray) -> bool:
        """Whether a vector that the index should hold is found by searching for it: the health check of an index."""
        return any(similarity > 0.999 for _, similarity in self.search(vector, 1, None))

    def close(self) -> None:
        """Let go of the files, or of the connection."""
        self._client.close()

    def _batches(self, total: int) -> Iterator[slice]:
        size = self._client.get_max_batch_size()
        return (slice(start, start + size) for start in range(0, total, size))


def _server(url: str, settings: Settings) -> ClientAPI:
    import chromadb

    address = urlsplit(url if "://" in url else f"http://{url}")
    secure = address.scheme == "https"
    port = address.port or (443 if secure else 8000)
    return chromadb.HttpClient(address.hostname or "localhost", port, ssl=secure, settings=settings)
