"""The two changes that a library knows, each an order of steps that may break off anywhere without harm."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.conflicts import conflicts
from ingest.errors import NoSuchPlan
from ingest.library import manifest, rows
from ingest.library.catalog import Catalog
from ingest.library.index import VectorIndex
from ingest.plans import Conflict, Indicator, Measure, Passage, Plan

_PUT = 500


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
    for start in range(0, len(ids), _PUT):
        part = slice(start, start + _PUT)
        vectors.put(ids[part], new.embeddings[part], [new.plan.id] * len(ids[part]))
        on_step("vectors-partly-written")
    on_step("vectors-written")
    with catalog.writing() as connection:
        gone = rows.delete_plan(connection, new.plan.id)
        rows.insert_plan(connection, new.plan, new.path, (len(new.passages), len(new.indicators), len(new.measures)))
        rows.insert_passages(connection, new.passages, new.embeddings)
        on_step("catalog-partly-written")
        rows.insert_conflicts(connection, _conflicts_of(connection, new.indicators))
        rows.insert_indicators(connection, new.indicators)
        rows.insert_measures(connection, new.measures)
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
        if not rows.holds(connection, plan_id):
            raise NoSuchPlan(f"知识库里没有编号为 {plan_id} 的规划。")
        gone = rows.delete_plan(connection, plan_id)
        on_step("catalog-written")
    on_step("visible")
    vectors.drop(gone)
    on_step("old-vectors-dropped")
    index.settle()
    on_step("settled")


def _conflicts_of(connection: sqlite3.Connection, new: Sequence[Indicator]) -> list[Conflict]:
    """Conflicts inside a new plan and between it and the stored ones; only its own concepts and regions are read."""
    plan_ids = {one.plan_id for one in new}
    concepts = sorted({one.concept for one in new if one.concept})
    regions = sorted({one.region for one in new})
    others = rows.indicators(connection, None, concepts=concepts, regions=regions)
    return [one for one in conflicts((*others, *new)) if plan_ids & {one.left.plan_id, one.right.plan_id}]
