"""What the readers' tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.settings import IngestSettings


@pytest.fixture
def ingest_settings(tmp_path: Path) -> IngestSettings:
    """The defaults, with a store of this test's own."""
    return IngestSettings(store=tmp_path / "store")


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Writes a file (text as UTF-8) and gives its path."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
