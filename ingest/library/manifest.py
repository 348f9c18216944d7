"""What a store was built with: the layout (checked by the catalog itself), the embedding model and its dimension."""

from __future__ import annotations

import sqlite3

from ingest.errors import StoreMismatch
from ingest.library.catalog import Catalog, write_note


def write(connection: sqlite3.Connection, *, model: str, dimension: int) -> None:
    """Note what the vectors are made with, inside the caller's transaction."""
    write_note(connection, "model", model)
    write_note(connection, "dimension", str(dimension))


def check(catalog: Catalog, *, model: str | None = None, dimension: int | None = None) -> None:
    """Raise StoreMismatch, which says what to do, where the store holds vectors of another model or dimension."""
    stored = catalog.note("model")
    if model is not None and stored not in (None, model):
        raise StoreMismatch(
            f"知识库 {catalog.folder} 由向量模型 {stored} 建立，现在的设置是 {model}："
            f"请设 EMBEDDING_MODEL={stored}，或删除该目录后重新入库。"
        )
    length = catalog.note("dimension")
    if dimension is not None and length not in (None, str(dimension)):
        raise StoreMismatch(
            f"知识库 {catalog.folder} 的向量是 {length} 维，现在的模型给出 {dimension} 维：请删除该目录后重新入库。"
        )
