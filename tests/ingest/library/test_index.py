"""The vector index is disposable: whatever happens to it, it is put right from the catalog."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import StoreBusy
from ingest.library.lock import StoreLock
from ingest.library.vectors import Vectors
from tests.ingest.library.samples import add, open_library, passages, plan


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p1"))
        add(library, plan("p2"))
    return tmp_path


def index_of(store: Path) -> Vectors:
    """The store's index, past the library."""
    with open_library(store) as library:
        name = library._catalog.note("id")
    return Vectors(store / "vectors-1", f"{name}-1")


def finds_all(store: Path, *, write: bool = False) -> None:
    with open_library(store, write=write) as library:
        found = {id for id, _ in library.search_vectors("高新技术企业", 100)}
        assert found == {passage.id for id in ("p1", "p2") for passage in passages(plan(id))}


@pytest.mark.parametrize("write", [True, False])
def test_a_lost_folder_is_built_anew(store: Path, write: bool) -> None:
    shutil.rmtree(store / "vectors-1")
    finds_all(store, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_a_damaged_folder_is_thrown_away_and_built_anew(store: Path, write: bool) -> None:
    (store / "vectors-1" / "chroma.sqlite3").write_bytes(b"\xff" * 9000)
    finds_all(store, write=write)
    assert [folder.name for folder in store.glob("vectors-*")] == ["vectors-2"]
    finds_all(store)


def test_missing_vectors_are_added_and_orphans_dropped(store: Path) -> None:
    index = index_of(store)
    index.drop(["p1-a-0", "p1-a-1"])
    index.put(["orphan"], np.ones((1, 256), dtype=np.float32), ["p1"])
    index.close()
    finds_all(store)
    index = index_of(store)
    assert "orphan" not in set(index.ids())
    index.close()


def test_a_reader_repairs_only_when_it_is_alone(store: Path) -> None:
    shutil.rmtree(store / "vectors-1")
    with open_library(store) as library:
        other = StoreLock(store, exclusive=False)
        with pytest.raises(StoreBusy, match="正在使用"):
            library.search_vectors("高新技术企业", 5)
        assert library.search_words("高新技术企业", 5)
        other.close()
        assert library.search_vectors("高新技术企业", 5)
    finds_all(store)
