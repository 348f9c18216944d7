"""Between nouns and the catalog's rows: what one plan writes, what is read back, what a removal takes away."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

import numpy as np

from ingest.library import codec, words
from ingest.library.catalog import one_of
from ingest.plans import Conflict, Indicator, Measure, Passage, Plan, PlanFacts, Span

_PASSAGE = "number, id, plan_id, place, kind, heading, section, text, context, start, end, page, record"
_RECORD = "id, digest, file, path, format, pages, characters, passages, indicators, measures, added_at, facts"


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """What the library says of a loaded plan without opening it. `passages`, `indicators` and `measures` are counts;
    `added_at` is UTC, ISO 8601; `path` is where the file stood when it was added."""

    id: str
    digest: str
    file: str
    path: str
    format: str
    pages: int | None
    characters: int
    passages: int
    indicators: int
    measures: int
    added_at: str
    facts: PlanFacts

    @property
    def title(self) -> str:
        """The plan's title, or its file name where the text gives none."""
        return self.facts.title.value if self.facts.title else PurePath(self.file).stem


def insert_plan(
    connection: sqlite3.Connection,
    plan: Plan,
    path: str,
    counts: tuple[int, int, int],
    added_at: datetime | None = None,
) -> None:
    """Write the plan itself; `counts` are those of its passages, indicators and measures."""
    when = (added_at or datetime.now(UTC)).isoformat(timespec="seconds")
    connection.execute(
        f"INSERT INTO plans({_RECORD}, body) VALUES ({', '.join('?' * 13)})",
        (plan.id, plan.digest, plan.file, path, plan.format, plan.pages, len(plan.text), *counts, when)
        + (codec.pack(plan.facts), codec.pack(plan)),
    )


def insert_passages(connection: sqlite3.Connection, passages: Sequence[Passage], vectors: np.ndarray) -> None:
    """Write passages with their vectors and index their words."""
    for passage, vector in zip(passages, vectors, strict=True):
        heading = json.dumps(passage.heading, ensure_ascii=False)
        span = passage.span
        number = connection.execute(
            f"INSERT INTO passages({_PASSAGE}, vector) VALUES (NULL{', ?' * 13})",
            (passage.id, passage.plan_id, passage.order, passage.kind, heading, passage.section, passage.text)
            + (passage.context, span.start, span.end, span.page, passage.record, codec.pack_vector(vector)),
        ).lastrowid
        words.index(connection, number, passage)


def insert_indicators(connection: sqlite3.Connection, indicators: Sequence[Indicator]) -> None:
    """Write indicators, findable by concept, region and year."""
    connection.executemany(
        "INSERT INTO indicators(plan_id, concept, region, year, body) VALUES (?, ?, ?, ?, ?)",
        ((one.plan_id, one.concept, one.region, one.year, codec.pack(one)) for one in indicators),
    )


def insert_measures(connection: sqlite3.Connection, measures: Sequence[Measure]) -> None:
    """Write measures."""
    connection.executemany(
        "INSERT INTO measures(plan_id, body) VALUES (?, ?)", ((one.plan_id, codec.pack(one)) for one in measures)
    )


def replace_conflicts(connection: sqlite3.Connection, regions: Sequence[str], found: Sequence[Conflict]) -> None:
    """Write the conflicts of some regions in place of what was known of these; each goes when one of its plans goes."""
    condition, wanted = one_of("region", regions)
    connection.execute(f"DELETE FROM conflicts WHERE {condition}", wanted)
    connection.executemany(
        "INSERT INTO conflicts(region, left_plan, right_plan, body) VALUES (?, ?, ?, ?)",
        ((one.left.region, one.left.plan_id, one.right.plan_id, codec.pack(one)) for one in found),
    )


def delete_plan(connection: sqlite3.Connection, plan_id: str) -> list[str]:
    """Take a plan and all that came from it out of the catalog; the ids of its passages are returned."""
    gone = []
    for number, passage in _numbered_passages(connection, "plan_id = ?", (plan_id,)):
        words.forget(connection, number, passage)
        gone.append(passage.id)
    for table in ("passages", "indicators", "measures"):
        connection.execute(f"DELETE FROM {table} WHERE plan_id = ?", (plan_id,))
    connection.execute("DELETE FROM conflicts WHERE left_plan = ?", (plan_id,))
    connection.execute("DELETE FROM conflicts WHERE right_plan = ?", (plan_id,))
    connection.execute("DELETE FROM plans WHERE id = ?", (plan_id,))
    return gone


def delete_records(connection: sqlite3.Connection, plan_id: str, counts: tuple[int, int]) -> None:
    """Take the indicators and measures of a plan out; `counts` are how many of each are to come in their place."""
    for table in ("indicators", "measures"):
        connection.execute(f"DELETE FROM {table} WHERE plan_id = ?", (plan_id,))
    connection.execute("UPDATE plans SET indicators = ?, measures = ? WHERE id = ?", (*counts, plan_id))


def records(connection: sqlite3.Connection, condition: str = "1", values: tuple = ()) -> tuple[PlanRecord, ...]:
    """Plan records in the order in which they were added."""
    found = connection.execute(f"SELECT {_RECORD} FROM plans WHERE {condition} ORDER BY rowid", values)
    return tuple(PlanRecord(*row[:-1], codec.unpack(PlanFacts, row[-1])) for row in found)


def holds(connection: sqlite3.Connection, plan_id: str) -> bool:
    """Whether a plan with this id is loaded."""
    return connection.execute("SELECT 1 FROM plans WHERE id = ?", (plan_id,)).fetchone() is not None


def passage_count(connection: sqlite3.Connection) -> int:
    """How many passages the library holds."""
    return connection.execute("SELECT coalesce(sum(passages), 0) FROM plans").fetchone()[0]


def passages(connection: sqlite3.Connection, column: str, values: Sequence[str] | None) -> tuple[Passage, ...]:
    """Passages whose `column` is one of `values` (None: all), plan by plan in reading order."""
    condition, wanted = one_of(column, values)
    return tuple(passage for _, passage in _numbered_passages(connection, condition, wanted))


def passage_ids(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of passages by their row numbers."""
    condition, wanted = one_of("number", numbers)
    return dict(connection.execute(f"SELECT number, id FROM passages WHERE {condition}", wanted).fetchall())


def known_ids(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """Those of the ids that the catalog holds."""
    condition, wanted = one_of("id", ids)
    return {id for (id,) in connection.execute(f"SELECT id FROM passages WHERE {condition}", wanted)}


def indicators(
    connection: sqlite3.Connection,
    plan_ids: Sequence[str] | None,
    concepts: Sequence[str] | None = None,
    regions: Sequence[str] | None = None,
    years: Sequence[str] | None = None,
) -> tuple[Indicator, ...]:
    """Indicators in the order of their plans' texts; None leaves a field open."""
    wanted = {"plan_id": plan_ids, "concept": concepts, "region": regions, "year": years}
    conditions, values = zip(*(one_of(column, choice) for column, choice in wanted.items()), strict=True)
    found = connection.execute(
        f"SELECT body FROM indicators WHERE {' AND '.join(conditions)} ORDER BY number", sum(values, ())
    )
    return tuple(codec.unpack_kept(Indicator, body) for (body,) in found)


def regions(connection: sqlite3.Connection, plan_id: str | None = None) -> set[str]:
    """The regions of a plan's indicators, or of those of all plans."""
    condition, values = one_of("plan_id", None if plan_id is None else (plan_id,))
    found = connection.execute(f"SELECT DISTINCT region FROM indicators WHERE {condition}", values)
    return {region for (region,) in found}


def measures(connection: sqlite3.Connection, plan_ids: Sequence[str] | None) -> tuple[Measure, ...]:
    """Measures in the order of their plans' texts."""
    condition, values = one_of("plan_id", plan_ids)
    found = connection.execute(f"SELECT body FROM measures WHERE {condition} ORDER BY number", values)
    return tuple(codec.unpack_kept(Measure, body) for (body,) in found)


def conflicts(connection: sqlite3.Connection, plan_ids: Sequence[str] | None) -> tuple[Conflict, ...]:
    """Conflicts in which at least one side belongs to one of the plans."""
    left, values = one_of("left_plan", plan_ids)
    right, _ = one_of("right_plan", plan_ids)
    found = connection.execute(
        f"SELECT body FROM conflicts WHERE {left} OR {right} ORDER BY left_plan, number", values + values
    )
    return tuple(codec.unpack_kept(Conflict, body) for (body,) in found)


def _numbered_passages(connection: sqlite3.Connection, condition: str, values: tuple) -> Iterator[tuple[int, Passage]]:
    found = connection.execute(f"SELECT {_PASSAGE} FROM passages WHERE {condition} ORDER BY plan_id, place", values)
    for number, id, plan_id, place, kind, heading, section, text, context, start, end, page, record in found.fetchall():
        path, span = tuple(json.loads(heading)), Span(start, end, page)
        yield number, Passage(id, plan_id, place, kind, path, section, text, context, span, record)
