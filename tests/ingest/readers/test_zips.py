"""What a ZIP container shows before it is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge
from ingest.readers import zips
from ingest.readers.source import MEGABYTE, SourceFile
from tests.ingest.readers import docx_files
from tests.ingest.readers.checks import assert_sentence


def package(**entries: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def check(data: bytes) -> None:
    zips.check(SourceFile(Path("规划.docx"), data))


def test_a_document_as_word_writes_it_passes() -> None:
    check(docx_files.saved(docx_files.new()))
    check(package(**{"word/document.xml": b"<x/>", "word/embeddings/book.docx": b"PK"}))


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ({"word/document.xml": bytes(20 * MEGABYTE)}, "压缩比"),
        ({"word/document.xml": b"<x/>", "word/inner.zip": b"PK"}, "套着压缩包"),
        ({f"word/{i}.xml": b"" for i in range(10_001)}, "10001 个条目"),
    ],
    ids=["ratio", "nested", "entries"],
)
def test_a_bomb_is_refused_by_what_its_directory_says(entries: dict[str, bytes], says: str) -> None:
    with pytest.raises(FileTooLarge, match=says) as caught:
        check(package(**entries))
    assert_sentence(caught.value, "规划.docx")


@pytest.mark.parametrize(
    ("name", "size", "says"),
    [("word/media/a.png", 600, "解压后达 600 MB"), ("word/document.xml", 97, "正文解压后达 97 MB")],
)
def test_the_sizes_stated_are_limited(name: str, size: int, says: str) -> None:
    honest = package(**{name: b"x"})
    stated = (size * MEGABYTE).to_bytes(4, "little")
    directory = honest.index(b"PK\x01\x02")
    with pytest.raises(FileTooLarge, match=says) as caught:
        check(honest[: directory + 24] + stated + honest[directory + 28 :])
    assert_sentence(caught.value, "规划.docx")


def test_a_locked_package_and_a_cut_one_are_refused() -> None:
    data = package(**{"word/document.xml": b"<x/>"})
    directory = data.index(b"PK\x01\x02")
    with pytest.raises(EncryptedFile) as caught:
        check(data[: directory + 8] + b"\x01" + data[directory + 9 :])
    assert_sentence(caught.value, "规划.docx")
    with pytest.raises(DamagedFile) as cut:
        check(data[:-10])
    assert_sentence(cut.value, "规划.docx")
