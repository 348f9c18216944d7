"""Files that need no parser to be refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.errors import AccessDenied, EmptyFile, FileTooLarge, UnsupportedFormat
from ingest.readers import source
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody whom permission bits concern: the superuser becomes nobody for a while."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


def test_a_file_within_the_limits_comes_with_its_bytes(
    written: Callable[..., Path], ingest_settings: IngestSettings
) -> None:
    file = source.load(written("规划.TXT", "总则"), ingest_settings)
    assert (file.data, file.ending, file.called) == ("总则".encode(), ".txt", "「规划.TXT」")


def test_an_empty_file_is_refused(written: Callable[..., Path], ingest_settings: IngestSettings) -> None:
    with pytest.raises(EmptyFile) as caught:
        source.check(written("空.txt", b""), ingest_settings)
    assert_sentence(caught.value, "空.txt")


def test_a_file_of_500_mb_is_refused_unopened(tmp_path: Path, ingest_settings: IngestSettings) -> None:
    path = tmp_path / "大.pdf"
    with path.open("wb") as file:
        file.truncate(500 * source.MEGABYTE)
    with pytest.raises(FileTooLarge, match="500 MB.*100 MB") as caught:
        source.check(path, ingest_settings)
    assert_sentence(caught.value, "大.pdf")


@pytest.mark.parametrize("name", ["不在.txt", "文件.txt/其中.txt"])
def test_a_path_that_leads_nowhere_is_refused(
    written: Callable[..., Path], ingest_settings: IngestSettings, name: str
) -> None:
    folder = written("文件.txt", "总则").parent
    with pytest.raises(AccessDenied) as caught:
        source.check(folder / name, ingest_settings)
    assert_sentence(caught.value, Path(name).name)


def test_a_file_without_permission_is_refused(written: Callable[..., Path], ingest_settings: IngestSettings) -> None:
    path = written("密.txt", "总则")
    path.chmod(0)
    with without_rights(), pytest.raises(AccessDenied, match="没有权限") as caught:
        source.check(path, ingest_settings)
    assert_sentence(caught.value, "密.txt")


def test_a_folder_and_a_device_are_refused(tmp_path: Path, ingest_settings: IngestSettings) -> None:
    for path in (tmp_path, Path("/dev/zero")):
        with pytest.raises(UnsupportedFormat) as caught:
            source.check(path, ingest_settings)
        assert_sentence(caught.value, path.name)


def test_a_name_that_cannot_be_printed_is_named_all_the_same() -> None:
    assert source.called(Path("规\n划\udcff.txt")) == "「规�划�.txt」"
