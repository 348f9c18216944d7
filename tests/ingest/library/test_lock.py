"""One writer, or any number of readers; whoever dies lets go."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.errors import AccessDenied, StoreBusy
from ingest.library.lock import StoreLock, make_store
from tests.ingest.library.samples import add, open_library, plan
from tests.sources import ROOT

HOLD = "import sys; from pathlib import Path; from ingest.library.lock import StoreLock\n"
HOLD += "lock = StoreLock(Path(sys.argv[1]), exclusive=sys.argv[2] == 'write'); print('held', flush=True); input()"


def holder(store: Path, how: str) -> subprocess.Popen[str]:
    """Another process that holds the lock until it is killed."""
    command = [sys.executable, "-c", HOLD, str(store), how]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    return process


def stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_second_process_gets_a_sentence_while_one_writes_and_its_turn_when_that_dies(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
    other = holder(tmp_path, "write")
    try:
        for write in (True, False):
            with pytest.raises(StoreBusy, match="另一个程序"):
                open_library(tmp_path, write=write)
    finally:
        stop(other)
    with open_library(tmp_path, write=True) as library:
        assert len(library.plans()) == 1


def test_readers_share_and_keep_a_writer_out(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
    other = holder(tmp_path, "read")
    try:
        with open_library(tmp_path) as library:
            assert library.search_vectors("高新技术企业", 1)
        with pytest.raises(StoreBusy, match="正在使用"):
            open_library(tmp_path, write=True)
    finally:
        stop(other)


def test_the_same_process_cannot_open_a_store_twice_for_writing(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True), pytest.raises(StoreBusy):
        open_library(tmp_path, write=True)
    open_library(tmp_path, write=True).close()


def test_a_reader_that_becomes_a_writer_and_back_is_alone_in_between(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path, exclusive=False)
    lock.upgrade()
    with pytest.raises(StoreBusy):
        StoreLock(tmp_path, exclusive=False)
    lock.downgrade()
    StoreLock(tmp_path, exclusive=False).close()
    lock.close()
    lock.close()


def test_a_store_that_cannot_be_made_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AccessDenied, match="知识库目录"):
        open_library(tmp_path / "file" / "store", write=True)


def test_a_store_is_made_where_it_can_be(tmp_path: Path) -> None:
    make_store(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(AccessDenied):
        make_store(tmp_path / "file" / "b")
