"""One owner at a time: an operating-system lock that is held from open to close and dies with its process."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from ingest.errors import AccessDenied, StoreBusy


class StoreLock:
    """A lock on the store's folder: one writer, or any number of readers. Taken at construction, never waited for.

    Raises StoreBusy where another process (or another `Library` of this one) holds it, AccessDenied where the lock
    file may not be opened.
    """

    def __init__(self, folder: Path, *, exclusive: bool) -> None:
        self._folder = folder
        try:
            self._file = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise AccessDenied(f"没有权限使用知识库目录 {folder}。") from error
        try:
            self._take(exclusive)
        except StoreBusy:
            self.close()
            raise

    def upgrade(self) -> None:
        """From reader to writer; on StoreBusy the lock may be lost and must be released."""
        self._take(True)

    def downgrade(self) -> None:
        """From writer to reader; on StoreBusy the lock may be lost and must be released."""
        self._take(False)

    def close(self) -> None:
        """Let go; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _take(self, exclusive: bool) -> None:
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            doing = "正在使用" if exclusive else "正在写入"
            raise StoreBusy(f"另一个程序{doing}知识库 {self._folder}，请等它结束后再试。") from error


def make_store(store: Path) -> None:
    """Make the folder of a store where there is none; AccessDenied."""
    try:
        store.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AccessDenied(f"建不了知识库目录 {store}，请检查权限。") from error
