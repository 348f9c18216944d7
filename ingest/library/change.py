"""The changes that a library knows, each an order of steps that may break off anywhere without harm."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.errors import NoSuchPlan
from ingest.facts.conflicts import conflicts
from ingest.library import manifest, rows
from ingest.library.catalog import Catalog
from ingest.library.index import VectorIndex
from ingest.plans import Indicator, Measure, Passage, Plan

_VECTORS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Addition:
    """Everything that one plan brings. `embeddings` has shape (len(passages), dimension); `path` is the file's place,
    `model` the embedding model's name."""

    plan: Plan
    passages: Sequence[Passage]
    embeddings: np.ndarray
    indicators: Sequence[Indicator]
    measures: Sequence[Measure]
    path: str
    model: str


def put(catalog: Catalog, index: VectorIndex, new: Addition, on_step: Callable[[str], None]) -> None:
    """Vectors first, then one transaction that brings the new version and takes the old, then the old vectors."""
    vectors, ids = index.get(), [passage.id for passage in new.passages]
    index.unsettle()
    on_step("unsettled")
    for start in range(0, len(ids), _VECTORS_AT_ONCE):
        part = slice(start, start + _VECTORS_AT_ONCE)
        vectors.put(ids[part], new.embeddings[part], [new.plan.id] * len(ids[part]))
        on_step("vectors-partly-written")
    on_step("vectors-written")
    with catalog.writing() as connection:
        regions = rows.regions(connection, new.plan.id) | {one.region for one in new.indicators}
        gone = rows.delete_plan(connection, new.plan.id)
        rows.insert_plan(connection, new.plan, new.path, (len(new.passages), len(new.indicators), len(new.measures)))
        rows.insert_passages(connection, new.passages, new.embeddings)
        on_step("catalog-partly-written")
        rows.insert_indicators(connection, new.indicators)
        rows.insert_measures(connection, new.measures)
        _compare(connection, sorted(regions))
        manifest.write(connection, model=new.model, dimension=new.embeddings.shape[1])
        on_step("catalog-written")
    on_step("visible")
    vectors.drop(sorted(set(gone) - set(ids)))
    on_step("old-vectors-dropped")
    index.settle()
    on_step("settled")


def take(catalog: Catalog, index: VectorIndex, plan_id: str, on_step: Callable[[str], None]) -> None:
    """One transaction that takes the plan out of sight, then its vectors. Raises NoSuchPlan."""
    vectors = index.get()
    index.unsettle()
    on_step("unsettled")
    with catalog.writing() as connection:
        _require(connection, plan_id)
        regions = rows.regions(connection, plan_id)
        gone = rows.delete_plan(connection, plan_id)
        _compare(connection, sorted(regions))
        on_step("catalog-written")
    on_step("visible")
    vectors.drop(gone)
    on_step("old-vectors-dropped")
    index.settle()
    on_step("settled")


def renew(catalog: Catalog, plan_id: str, indicators: Sequence[Indicator], measures: Sequence[Measure]) -> None:
    """One transaction that puts records read anew from a plan's text in place of its old ones. Raises NoSuchPlan."""
    with catalog.writing() as connection:
        _require(connection, plan_id)
        regions = rows.regions(connection, plan_id) | {one.region for one in indicators}
        rows.delete_records(connection, plan_id, (len(indicators), len(measures)))
        rows.insert_indicators(connection, indicators)
        rows.insert_measures(connection, measures)
        _compare(connection, sorted(regions))


def _require(connection: sqlite3.Connection, plan_id: str) -> None:
    if not rows.holds(connection, plan_id):
        raise NoSuchPlan.of(plan_id)


def _compare(connection: sqlite3.Connection, regions: Sequence[str]) -> None:
    """Find the conflicts of some regions anew, over all plans. Whatever is at odds is of one region, so that the rest
    of the library need not be read."""
    rows.replace_conflicts(connection, regions, conflicts(rows.indicators(connection, None, regions=regions)))
