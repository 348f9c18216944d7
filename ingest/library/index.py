"""Keeps the vector index in step with the catalog, which alone decides what is there."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import numpy as np

from ingest.errors import AccessDenied
from ingest.library import codec, rows
from ingest.library.catalog import Catalog, one_of, write_note
from ingest.library.lock import StoreLock
from ingest.library.vectors import DamagedIndex, Vectors

_BATCH = 1000


class VectorIndex:
    """The vector index of one store, opened at its first use and put right then if it is out of step.

    Before the index is changed the catalog notes it as unsettled, afterwards as settled; an index that is found
    unsettled, with another number of vectors than the catalog, or deaf to a vector that it should hold, is compared
    with the catalog id by id. A folder that cannot be opened is thrown away and built anew in another place (Chroma
    remembers a folder that failed for as long as the process lives).
    """

    def __init__(self, store: Path, catalog: Catalog, lock: StoreLock | None, *, write: bool, url: str) -> None:
        self._store, self._catalog, self._lock, self._write, self._url = store, catalog, lock, write, url
        self._vectors: Vectors | None = None
        self._opening = threading.Lock()

    def get(self) -> Vectors:
        """The index, in step with the catalog. A reader that has to repair it needs the store to itself for a moment:
        StoreBusy where others read too."""
        with self._opening:
            if self._vectors is None:
                self._vectors = self._open()
            return self._vectors

    def unsettle(self) -> None:
        """Note that the index is about to change."""
        self._note("unsettled")

    def settle(self) -> None:
        """Note that the index is in step again."""
        self._note("settled")

    def close(self) -> None:
        """Close the index if it was opened."""
        if self._vectors is not None:
            self._vectors.close()
            self._vectors = None

    def _open(self) -> Vectors:
        vectors = self._connect()
        if vectors is not None:
            if self._in_step(vectors):
                return vectors
            vectors.close()
        if not self._write:
            self._lock.upgrade()
        try:
            return self._repaired()
        finally:
            if not self._write:
                self._lock.downgrade()

    def _repaired(self) -> Vectors:
        vectors = self._connect()
        if vectors is not None:
            self._compare(vectors)
            if self._in_step(vectors):
                return vectors
            vectors.close()
        self._abandon()
        vectors = self._connect()
        if vectors is None:
            raise AccessDenied(f"建不了 {self._store} 里的向量索引，请检查该目录的权限和剩余空间。")
        self._compare(vectors)
        return vectors

    def _connect(self) -> Vectors | None:
        """The index as it is, or None where its folder holds none."""
        edition = self._edition()
        try:
            return Vectors(self._folder(edition), f"{self._catalog.note('id')}-{edition}", self._url)
        except DamagedIndex:
            return None

    def _edition(self) -> int:
        return int(self._catalog.note("edition") or "1")

    def _folder(self, edition: int) -> Path:
        return self._store / f"vectors-{edition}"

    def _abandon(self) -> None:
        edition = self._edition()
        with self._catalog.writing() as connection:
            write_note(connection, "edition", str(edition + 1))
        shutil.rmtree(self._folder(edition), ignore_errors=True)

    def _in_step(self, vectors: Vectors) -> bool:
        with self._catalog.reading() as connection:
            total = rows.passage_count(connection)
            sample = connection.execute("SELECT vector FROM passages ORDER BY number DESC LIMIT 1").fetchone()
        if self._catalog.note("vectors") == "unsettled" or vectors.count() != total:
            return False
        return sample is None or vectors.finds(codec.unpack_vector(sample[0]))

    def _compare(self, vectors: Vectors) -> None:
        """Add what the index lacks, drop what the catalog does not know."""
        with self._catalog.reading() as connection:
            known = {id for (id,) in connection.execute("SELECT id FROM passages")}
            there = set(vectors.ids())
            vectors.drop(sorted(there - known))
            missing = sorted(known - there)
            for start in range(0, len(missing), _BATCH):
                condition, values = one_of("id", missing[start : start + _BATCH])
                rows = connection.execute(f"SELECT id, plan_id, vector FROM passages WHERE {condition}", values)
                ids, plan_ids, packed = zip(*rows, strict=True)
                vectors.put(ids, np.stack([codec.unpack_vector(one) for one in packed]), plan_ids)
        self.settle()

    def _note(self, state: str) -> None:
        with self._catalog.writing() as connection:
            write_note(connection, "vectors", state)
