"""A store built with one model is not read with another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import StoreMismatch
from ingest.library import Library
from tests.ingest.library.samples import SETTINGS, add, open_library, passages, plan, vectors


def test_another_embedding_model_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
    other = SETTINGS.model_copy(update={"embedding_model": "bge"})
    with pytest.raises(StoreMismatch, match="请设 EMBEDDING_MODEL=hashing"):
        Library.open(tmp_path, other)
    with open_library(tmp_path, write=True) as library:
        assert len(library.plans()) == 1


def test_vectors_of_another_length_are_refused(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        cut = passages(plan("p2"))
        with pytest.raises(StoreMismatch, match="256"):
            library.add(plan("p2"), cut, vectors(cut)[:, :100], [], [])
        assert len(library.plans()) == 1
