"""The door to Chroma."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import VectorsUnreachable
from ingest.library import Library
from ingest.library.vectors import DamagedIndex, Vectors
from tests.ingest.library.samples import SETTINGS, add, passages, plan
from tests.sources import ROOT


def test_a_filter_that_leaves_few_still_finds_them(tmp_path: Path) -> None:
    index = Vectors(tmp_path / "index", "test")
    many = np.random.default_rng(7).normal(size=(3000, 32)).astype(np.float32)
    index.put([f"v{i}" for i in range(3000)], many, ["rare" if i % 300 == 0 else "common" for i in range(3000)])
    assert {id for id, _ in index.search(many[1], 100, ["rare"])} == {f"v{i}" for i in range(0, 3000, 300)}
    assert index.search(many[5], 1, None)[0] == ("v5", pytest.approx(1, abs=1e-5))
    assert sorted(index.ids()) == sorted(f"v{i}" for i in range(3000))
    index.close()


def test_the_nearest_are_found_and_not_only_near_ones(tmp_path: Path) -> None:
    index, random = Vectors(tmp_path / "index", "test"), np.random.default_rng(7)
    held = random.normal(size=(1200, 256))
    held /= np.linalg.norm(held, axis=1)[:, None]
    index.put([str(i) for i in range(1200)], held.astype(np.float32), ["plan"] * 1200)
    for asked in random.normal(size=(40, 256)):
        nearest = {str(i) for i in np.argsort(-held @ asked)[:40]}
        assert {id for id, _ in index.search(asked.astype(np.float32), 40, None)} == nearest
    index.close()


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    settings = SETTINGS.model_copy(update={"chroma_url": "http://127.0.0.1:9"})
    with Library.open(tmp_path, settings, write=True) as library:
        with pytest.raises(VectorsUnreachable, match="127.0.0.1:9"):
            add(library, plan())
        assert library.plans() == ()


def test_a_folder_that_is_no_index_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "chroma.sqlite3").write_bytes(b"x" * 9000)
    with pytest.raises(DamagedIndex):
        Vectors(tmp_path / "index", "test")


def test_what_is_put_again_is_overwritten_and_what_is_dropped_twice_is_dropped(tmp_path: Path) -> None:
    index = Vectors(tmp_path / "index", "test")
    axes = np.eye(3, dtype=np.float32)
    index.put(["a", "b"], axes[:2], ["p", "p"])
    index.put(["a"], axes[2:], ["p"])
    assert index.finds(axes[2])
    assert not index.finds(axes[0])
    index.drop(["a", "never"])
    index.drop(["a"])
    assert (index.count(), list(index.ids())) == (1, ["b"])
    index.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A Chroma server on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [Path(sys.executable).with_name("chroma"), "run", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--path", str(tmp_path / "server")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        lines = iter(process.stdout.readline, "")
        assert any("listening on" in line for line in lines), "the server did not start"
        drain = threading.Thread(target=lambda: list(lines))
        drain.start()
        yield f"http://127.0.0.1:{port}"
        process.kill()
        drain.join()


TWO_STORES = """
import sys
from pathlib import Path
from tests.ingest.library.samples import add, open_library, plan
for name, version in (("one", "a"), ("two", "b")):
    with open_library(Path(sys.argv[1], name), write=True) as library:
        add(library, plan(version=version))
with open_library(Path(sys.argv[1], "one")) as library:
    print(*sorted(id for id, _ in library.search_vectors("高新技术企业", 20)))
"""


def test_two_stores_on_one_server_keep_apart(server: str, tmp_path: Path) -> None:
    """In a process of its own, because Chroma's client leaves its connections open."""
    done = subprocess.run(
        [sys.executable, "-c", TWO_STORES, tmp_path],
        cwd=ROOT,
        env={**os.environ, "CHROMA_URL": server},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == [passage.id for passage in passages(plan())], done.stderr
    assert not list(tmp_path.glob("*/vectors-*"))
