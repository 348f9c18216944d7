"""The invented plans in a store of their own, and a finished run over the questions on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.cases import Case, load
from evals.check import loaded_from
from evals.corpus import Corpus
from evals.run import ROOT, Wish, gold_files, run
from evals.runs import Run, read_run
from tests.evals import invented


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the two plans."""
    place = tmp_path_factory.mktemp("evals") / "store"
    with invented.library(place):
        return place


@pytest.fixture(scope="session")
def finished(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The invented questions, answered by the assistant and scored."""
    folder = tmp_path_factory.mktemp("run")
    wish = Wish((invented.gold_file(folder),), store, out=folder / "out", name="首次", changed=invented.HASHING)
    return read_run(run(wish, iter))


@pytest.fixture(scope="session")
def gold() -> tuple[list[Case], Corpus]:
    """Our own gold questions and the sample plans that they are about."""
    cases = load(gold_files([]))
    return list(cases), Corpus(loaded_from([ROOT / "plans"]), cases)
