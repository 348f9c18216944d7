"""What a ZIP container promises before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile

from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge
from ingest.readers.source import MEGABYTE, SourceFile

_MAX_ENTRIES = 10_000
_MAX_UNPACKED = 512 * MEGABYTE
# A tree of XML takes about ten times its text; the parser's process has 2 GB by default.
_MAX_XML = 96 * MEGABYTE
# Word's own XML packs to 1:10 … 1:40. Small entries are let be: they cannot do harm.
_MAX_RATIO = 200
_RATIO_FROM = 16 * MEGABYTE
_ARCHIVES = (".zip", ".docx", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar")
_EMBEDDED = "word/embeddings/"  # where Word keeps the documents that were dragged into this one


def entries(source: SourceFile) -> list[zipfile.ZipInfo]:
    """What the container's directory lists, read without unpacking anything; raises DamagedFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            return package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile(f"{source.called}不完整或已损坏，请重新下载或从原软件另存后再添加。") from error


def check(source: SourceFile) -> None:
    """Refuse a container whose directory shows a bomb.

    Raises FileTooLarge (entries, unpacked size, ratio, archives within), EncryptedFile or DamagedFile. The unpacked
    sizes are those the directory states; the unpacker never yields more than it states.
    """
    listed = entries(source)
    if any(entry.flag_bits & 1 for entry in listed):
        raise EncryptedFile(f"{source.called}设有打开密码，请取消密码、另存后再添加。")
    if found := _bomb(listed):
        raise FileTooLarge(f"{source.called}{found}，不像正常文档，请用 Word 或 WPS 打开、另存为 .docx 后再添加。")


def _bomb(entries: list[zipfile.ZipInfo]) -> str | None:
    """What makes the entries a bomb, as the end of a sentence ("内含 20000 个条目"); None where nothing does."""
    if len(entries) > _MAX_ENTRIES:
        return f"内含 {len(entries)} 个条目"
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MAX_UNPACKED:
        return f"解压后达 {unpacked // MEGABYTE} MB"
    xml = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    if xml > _MAX_XML:
        return f"的正文解压后达 {xml // MEGABYTE} MB"
    for entry in entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            return f"的压缩比高达 {entry.file_size // max(entry.compress_size, 1)} 倍"
        if entry.filename.lower().endswith(_ARCHIVES) and not entry.filename.startswith(_EMBEDDED):
            return "里还套着压缩包"
    return None
