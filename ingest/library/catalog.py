"""The catalog: one SQLite database that alone says what the library holds. Nothing else opens it."""

from __future__ import annotations

import json
import queue
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import AccessDenied, StoreDamaged, StoreMismatch
from ingest.library import words

LAYOUT = 2
"""Raised with every change of the tables below or of `words.tokens`; a store of another layout is not opened."""

_SCHEMA = """
CREATE TABLE manifest(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE plans(
    id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, file TEXT NOT NULL, path TEXT NOT NULL, format TEXT NOT NULL,
    pages INTEGER, characters INTEGER NOT NULL, passages INTEGER NOT NULL, indicators INTEGER NOT NULL,
    measures INTEGER NOT NULL, added_at TEXT NOT NULL, facts BLOB NOT NULL, body BLOB NOT NULL
);
CREATE TABLE passages(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, plan_id TEXT NOT NULL REFERENCES plans(id), place INTEGER
    NOT NULL, kind TEXT NOT NULL, heading TEXT NOT NULL, section INTEGER NOT NULL, text TEXT NOT NULL, context TEXT
    NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, page INTEGER, record TEXT NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX passages_in_order ON passages(plan_id, place);
CREATE TABLE indicators(
    number INTEGER PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans(id), concept TEXT NOT NULL,
    region TEXT NOT NULL, year TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX indicators_of_plan ON indicators(plan_id);
CREATE INDEX indicators_by_concept ON indicators(concept, region, year);
CREATE INDEX indicators_by_region ON indicators(region);
CREATE TABLE measures(number INTEGER PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans(id), body BLOB NOT NULL);
CREATE INDEX measures_of_plan ON measures(plan_id);
CREATE TABLE conflicts(
    number INTEGER PRIMARY KEY, region TEXT NOT NULL, left_plan TEXT NOT NULL REFERENCES plans(id),
    right_plan TEXT NOT NULL REFERENCES plans(id), body BLOB NOT NULL
);
CREATE INDEX conflicts_by_region ON conflicts(region);
CREATE INDEX conflicts_left ON conflicts(left_plan);
CREATE INDEX conflicts_right ON conflicts(right_plan);
"""


class Catalog:
    """Connections to the database. `path` None stands for a library that does not exist yet: empty, in memory.

    Reading borrows a connection from a pool, so that any number of threads read at once; each block of `reading` sees
    one consistent state. Raises StoreDamaged where the file is no catalog, StoreMismatch where it is of another layout.
    """

    def __init__(self, path: Path | None) -> None:
        self._name = path or f"file:{uuid.uuid4().hex}?mode=memory&cache=shared"
        self.folder = path.parent if path else None
        self._one_writer = threading.Lock()
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        try:
            self._writer = self._connect()
        except sqlite3.OperationalError as error:
            raise AccessDenied(f"打不开知识库目录 {self.folder}，请检查权限。") from error
        try:
            self._prepare()
        except BaseException as error:
            self._writer.close()
            if isinstance(error, sqlite3.OperationalError):
                raise AccessDenied(f"知识库目录 {self.folder} 不可写，请检查权限和剩余空间。") from error
            if isinstance(error, sqlite3.DatabaseError):
                raise StoreDamaged(f"{self.folder} 里的知识库已损坏，请删除该目录后重新入库。") from error
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection with one consistent view of the catalog, returned to the pool afterwards."""
        try:
            connection = self._idle.get_nowait()
        except queue.Empty:
            connection = self._connect()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.rollback()
            self._idle.put(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: everything in the block becomes visible at its end, or nothing. One thread at a time."""
        with self._one_writer:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.rollback()
                raise
            self._writer.commit()

    def note(self, name: str) -> str | None:
        """An entry of the manifest."""
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM manifest WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close every connection; nobody may be reading."""
        while not self._idle.empty():
            self._idle.get_nowait().close()
        self._writer.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._name, uri=isinstance(self._name, str), isolation_level=None, check_same_thread=False, timeout=10
        )
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _prepare(self) -> None:
        self._writer.execute("PRAGMA journal_mode = WAL")
        if self._layout() == LAYOUT:
            return
        with self.writing() as connection:
            if self._layout() == LAYOUT:
                return
            if self._layout() or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise StoreMismatch(f"知识库 {self.folder} 由另一版本的程序建立，请删除该目录后重新入库。")
            for statement in (_SCHEMA + words.SCHEMA).split(";\n"):
                connection.execute(statement)
            write_note(connection, "id", uuid.uuid4().hex[:12])
            connection.execute(f"PRAGMA user_version = {LAYOUT}")

    def _layout(self) -> int:
        return self._writer.execute("PRAGMA user_version").fetchone()[0]


def write_note(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set an entry of the manifest, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO manifest VALUES (?, ?)", (name, value))


def one_of(column: str, values: Sequence[str] | Sequence[int] | None) -> tuple[str, tuple[str, ...]]:
    """An SQL condition that `column` is one of `values` (None: any), and its parameters; for any number of values."""
    if values is None:
        return "1", ()
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(values)),)
