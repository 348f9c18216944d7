"""kill -9 at any step of a change: what answers afterwards is the state before it or after it, whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import NoSuchPlan
from ingest.facts.conflicts import conflicts
from ingest.facts.indicators import indicators
from ingest.readers import read as read_file
from ingest.structure.outline import outline
from tests.ingest.library.samples import FIRST, SECOND, SETTINGS, add, indicator, open_library, passages, plan
from tests.sources import ROOT

BEFORE = ("unsettled", "vectors-partly-written", "vectors-written", "catalog-partly-written", "catalog-written")
AFTER = ("visible", "old-vectors-dropped")


def killed(store: Path, change: str, step: str) -> None:
    """Run the change in another process, which kills itself at the step."""
    command = [sys.executable, "-m", "tests.ingest.library.samples", str(store), change, step]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr


def holds_exactly(store: Path, sentences: tuple[str, ...], *, write: bool = False) -> None:
    """Catalog, words and vectors all know these sentences of p1, and no other."""
    with open_library(store, write=write) as library:
        assert [record.id for record in library.plans()] == ["p1"]
        expected = {passage.id for passage in library.passages()}
        assert [passage.text for passage in library.passages()][:-1] == list(sentences)
        assert library.plan("p1").text.split("\n")[1:-1] == list(sentences)
        assert {id for id, _ in library.search_vectors("高新技术企业", 100)} == expected
        assert [p.text for p in library.passages_by_id([library.search_words(sentences[1], 1)[0][0]]).values()] == [
            sentences[1]
        ]
        gone = set(FIRST + SECOND) - set(sentences)
        assert not [id for text in gone for id, _ in library.search_words(text, 9) if id not in expected]


@pytest.mark.parametrize("step", [*BEFORE, *AFTER])
def test_a_replacement_that_is_killed_leaves_one_whole_version(tmp_path: Path, step: str) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
    killed(tmp_path, "p1", step)
    holds_exactly(tmp_path, FIRST if step in BEFORE else SECOND)
    with open_library(tmp_path, write=True) as library:
        add(library, plan(version="c", sentences=SECOND))
    holds_exactly(tmp_path, SECOND)


@pytest.mark.parametrize("step", ["vectors-written", "catalog-written"])
def test_an_addition_that_is_killed_leaves_the_others_alone(tmp_path: Path, step: str) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
    killed(tmp_path, "p2", step)
    holds_exactly(tmp_path, FIRST, write=True)


@pytest.mark.parametrize("step", ["unsettled", "catalog-written", "visible"])
def test_a_removal_that_is_killed_took_place_or_did_not(tmp_path: Path, step: str) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p2"))
        add(library, plan())
    killed(tmp_path, "remove", step)
    with open_library(tmp_path) as library:
        left = {"p2"} if step == "visible" else {"p1", "p2"}
        assert {record.id for record in library.plans()} == left
        found = library.passages_by_id([id for id, _ in library.search_vectors("高新技术企业", 100)])
        assert found.keys() == {passage.id for of in left for passage in passages(plan(of))}


def test_the_very_first_addition_may_be_killed(tmp_path: Path) -> None:
    killed(tmp_path / "store", "p1", "vectors-written")
    with open_library(tmp_path / "store") as library:
        assert library.plans() == ()
        assert library.search_vectors("高新技术企业", 5) == []


@pytest.mark.real
def test_conflicts_are_those_of_comparing_everything_whatever_the_order(real_plans: Path, tmp_path: Path) -> None:
    made = []
    for number, file in enumerate(sorted((real_plans / "seeds").iterdir())):
        read = outline(read_file(file, SETTINGS), plan_id=f"p{number}", file=file.name, digest=f"p{number}-a")
        made.append((read, indicators(read)))
    with open_library(tmp_path, write=True) as library:
        for new, figures in reversed(made):
            library.add(new, [], np.empty((0, 256), dtype=np.float32), figures, [])
        assert len(library.conflicts()) > 5
        assert set(library.conflicts()) == set(conflicts(library.indicators()))
        library.remove("p0")
        assert set(library.conflicts()) == set(conflicts(library.indicators()))


def test_records_read_anew_take_the_place_of_the_old_with_their_conflicts(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        add(library, plan("p2"))
        new = [indicator(plan(), "500"), indicator(plan(), "800", "另一概念")]
        library.renew("p1", new, ())
        assert library.indicators(["p1"]) == tuple(new)
        assert library.measures(["p1"]) == ()
        assert library.plans()[0].indicators == 2
        assert {one.left.value for one in library.conflicts()} | {one.right.value for one in library.conflicts()} == {
            "500",
            "600",
        }
        with pytest.raises(NoSuchPlan):
            library.renew("p3", (), ())
