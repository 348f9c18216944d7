"""The door to Chroma."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ingest.errors import VectorsUnreachable
from ingest.library import Library
from ingest.library.vectors import DamagedIndex, Vectors
from tests.ingest.library.samples import SETTINGS, add, plan


def test_a_filter_that_leaves_few_still_finds_them(tmp_path: Path) -> None:
    index = Vectors(tmp_path / "index", "test")
    many = np.random.default_rng(7).normal(size=(3000, 32)).astype(np.float32)
    index.put([f"v{i}" for i in range(3000)], many, ["rare" if i % 300 == 0 else "common" for i in range(3000)])
    assert {id for id, _ in index.search(many[1], 100, ["rare"])} == {f"v{i}" for i in range(0, 3000, 300)}
    assert index.search(many[5], 1, None)[0] == ("v5", pytest.approx(1, abs=1e-5))
    assert sorted(index.ids()) == sorted(f"v{i}" for i in range(3000))
    index.close()


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    settings = SETTINGS.model_copy(update={"chroma_url": "http://127.0.0.1:9"})
    with Library.open(tmp_path, settings, write=True) as library:
        with pytest.raises(VectorsUnreachable, match="127.0.0.1:9"):
            add(library, plan())
        assert library.plans() == ()


def test_a_folder_that_is_no_index_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "chroma.sqlite3").write_bytes(b"x" * 9000)
    with pytest.raises(DamagedIndex):
        Vectors(tmp_path / "index", "test")


def test_what_is_put_again_is_overwritten_and_what_is_dropped_twice_is_dropped(tmp_path: Path) -> None:
    index = Vectors(tmp_path / "index", "test")
    axes = np.eye(3, dtype=np.float32)
    index.put(["a", "b"], axes[:2], ["p", "p"])
    index.put(["a"], axes[2:], ["p"])
    assert index.finds(axes[2])
    assert not index.finds(axes[0])
    index.drop(["a", "never"])
    index.drop(["a"])
    assert (index.count(), list(index.ids())) == (1, ["b"])
    index.close()
