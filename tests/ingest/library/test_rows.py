"""Rows are found by what they are about, and go with their plan."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from tests.ingest.library.samples import add, indicator, open_library, passages, plan, vectors


def test_indicators_are_found_by_concept_region_and_year(tmp_path: Path) -> None:
    given = plan()
    wanted = [replace(indicator(given), concept=c, region=r, year=y) for c in "甲乙" for r in "东西" for y in "12"]
    with open_library(tmp_path, write=True) as library:
        library.add(given, passages(given), vectors(passages(given)), wanted, [])
        assert library.indicators() == tuple(wanted)
        assert {one.region for one in library.indicators(concepts=["甲"], years=["2"])} == {"东", "西"}
        (only,) = library.indicators(["p1"], concepts=["甲"], regions=["东"], years=["1"])
        assert (only.concept, only.region, only.year) == ("甲", "东", "1")
        assert library.indicators(concepts=[]) == ()
        assert library.regions() == {"东", "西"}


def test_nothing_of_a_removed_plan_stays_in_any_table(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p1"), "600")
        add(library, plan("p2"), "700")
        library.remove("p1")
        library.remove("p2")
    connection = sqlite3.connect(tmp_path / "catalog.db")
    tables = ("plans", "passages", "indicators", "measures", "conflicts", "word_counts")
    assert {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
    } == dict.fromkeys(tables, 0)
    connection.close()
