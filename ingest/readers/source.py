"""A file before it is parsed: may it be read, how large is it, what is it called in a sentence for people."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import AccessDenied, EmptyFile, FileTooLarge, UnsupportedFormat
from ingest.settings import IngestSettings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's place and its bytes."""

    path: Path
    data: bytes

    @property
    def called(self) -> str:
        """The file's name as a sentence names it: 「规划.docx」."""
        return called(self.path)

    @property
    def ending(self) -> str:
        """The ending of its name in small letters, with the dot; "" where it has none."""
        return self.path.suffix.lower()


def called(path: Path) -> str:
    """The file's name as a sentence names it: in 「」, with whatever cannot be printed replaced."""
    name = path.name or str(path)
    return "「" + "".join(c if c.isprintable() else "�" for c in name) + "」"


def check(path: Path, settings: IngestSettings) -> None:
    """Refuse what need not be opened by a parser to be refused.

    Raises AccessDenied (gone, no permission), UnsupportedFormat (a folder, a device), EmptyFile (0 bytes) or
    FileTooLarge (`settings.max_file_mb`).
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnsupportedFormat(f"{called(path)}是文件夹，请指定其中的文件。")
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedFormat(f"{called(path)}不是普通文件，请指定磁盘上的文件。")
        path.open("rb").close()
    except FileNotFoundError as error:
        raise AccessDenied(f"找不到{called(path)}，请检查路径是否写对、文件是否已被移走。") from error
    except PermissionError as error:
        raise AccessDenied(f"没有权限读取{called(path)}，请先取得读取权限再添加。") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AccessDenied(f"无法打开{called(path)}（{reason}），请检查路径和所在磁盘。") from error
    if status.st_size == 0:
        raise EmptyFile(f"{called(path)}是空文件，请换成有内容的文件。")
    if status.st_size > settings.max_file_mb * MEGABYTE:
        size = status.st_size / MEGABYTE
        raise FileTooLarge(
            f"{called(path)}有 {size:.0f} MB，超过单个文件 {settings.max_file_mb} MB 的上限，"
            "请拆分文件或调高 GUIWEN_MAX_FILE_MB。"
        )


def load(path: Path, settings: IngestSettings) -> SourceFile:
    """The file with its bytes, after `check`; raises what `check` raises."""
    check(path, settings)
    try:
        return SourceFile(path, path.read_bytes())
    except OSError as error:
        raise AccessDenied(f"读取{called(path)}时中断（{error.strerror}），请检查所在磁盘后重试。") from error
