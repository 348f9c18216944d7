"""Connections, transactions, and files that are no catalog."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ingest.errors import StoreDamaged, StoreMismatch
from ingest.library.catalog import Catalog, one_of, write_note
from tests.ingest.library.samples import open_library


def test_a_store_of_another_layout_is_refused(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True):
        pass
    connection = sqlite3.connect(tmp_path / "catalog.db")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreMismatch, match="另一版本"):
        open_library(tmp_path)


def test_a_catalog_that_is_none_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "catalog.db").write_bytes(b"not a database at all, but long enough to be looked at" * 50)
    with pytest.raises(StoreDamaged, match="已损坏"):
        open_library(tmp_path)


def test_a_transaction_is_seen_whole_or_not_at_all(tmp_path: Path) -> None:
    catalog = Catalog(tmp_path / "catalog.db")
    with catalog.reading() as earlier:
        earlier.execute("SELECT * FROM manifest").fetchall()
        with catalog.writing() as connection:
            write_note(connection, "model", "one")
            assert catalog.note("model") is None
        assert catalog.note("model") == "one"
        assert not earlier.execute("SELECT * FROM manifest WHERE name = 'model'").fetchall()
    catalog.close()


def interrupted(catalog: Catalog, error: Exception) -> None:
    with catalog.writing() as connection:
        write_note(connection, "model", "one")
        raise error


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    catalog = Catalog(tmp_path / "catalog.db")
    full = sqlite3.OperationalError("disk full")
    with pytest.raises(sqlite3.OperationalError, match="disk full"):
        interrupted(catalog, full)
    assert catalog.note("model") is None
    catalog.close()


def test_two_empty_libraries_share_nothing() -> None:
    left, right = Catalog(None), Catalog(None)
    with left.writing() as connection:
        write_note(connection, "model", "one")
    assert (left.note("model"), right.note("model")) == ("one", None)
    left.close()
    right.close()


@pytest.mark.parametrize(
    ("values", "kept"), [(None, [1, 2, 3]), ([], []), ([2], [2]), (list(range(2, 90_000)), [2, 3])]
)
def test_a_choice_may_be_of_any_size(values: list[int] | None, kept: list[int]) -> None:
    connection = sqlite3.connect(":memory:")
    condition, wanted = one_of("n", values)
    numbers = "SELECT 1 AS n UNION SELECT 2 UNION SELECT 3"
    found = connection.execute(f"SELECT n FROM ({numbers}) WHERE {condition} ORDER BY n", wanted)
    assert [n for (n,) in found] == kept
    connection.close()
