"""Which reader a file belongs to, and files that belong to none."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EncryptedFile, UnreadableFile, UnsupportedFormat
from ingest.readers import formats
from ingest.readers.source import SourceFile
from tests.ingest.readers.checks import assert_sentence
from tests.ingest.readers.pdf_files import Page, pdf

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


def file(name: str, data: bytes | str = b"") -> SourceFile:
    return SourceFile(Path(name), data.encode() if isinstance(data, str) else data)


def package(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


def test_content_names_the_format_whatever_the_ending_says() -> None:
    assert formats.container(file("规划.docx", pdf([Page()]))) == "pdf"
    assert formats.container(file("规划.pdf", package("[Content_Types].xml", "word/document.xml"))) == "docx"
    assert formats.textual(file("规划.txt"), "<!DOCTYPE html><html><p>总则</p>") == "html"
    assert formats.textual(file("规划.doc"), "<html><body>总则") == "html"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", "总则", "text"),
        ("a", "总则", "text"),
        ("a.md", "# 总则", "markdown"),
        ("a.md", '<div align="center">总则</div>\n\n# 总则', "markdown"),
        ("a.html", '<div class="wrap"><p>总则</p></div>', "html"),
        ("a.htm", "总则<br>附则", "html"),
        ("a.html", "总则", "text"),
        ("a.txt", "\n<!-- 栏目 --><table><tr><td>总则", "html"),
        ("a.txt", "增长<p值>", "text"),
    ],
)
def test_a_text_goes_by_its_beginning_then_by_its_ending(name: str, text: str, expected: str) -> None:
    assert formats.textual(file(name), text) == expected


@pytest.mark.parametrize(("name", "text"), [("a.pdf", "总则"), ("a.docx", "总则"), ("a.csv", "指标,值"), ("a.py", "x")])
def test_a_text_under_another_formats_ending_is_refused(name: str, text: str) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        formats.textual(file(name), text)
    assert_sentence(caught.value, name)


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (PNG, UnsupportedFormat, "图片"),
        (b"\xff\xd8\xff\xe0" + bytes(40), UnsupportedFormat, "图片"),
        (b"BM" + bytes(60), UnsupportedFormat, "图片"),
        (b"{\\rtf1\\ansi}", UnsupportedFormat, "RTF"),
        (OLE, UnsupportedFormat, "旧版"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "密码"),
        (package("xl/workbook.xml"), UnsupportedFormat, "Excel"),
        (package("ppt/presentation.xml"), UnsupportedFormat, "PowerPoint"),
        (package("readme.txt"), UnsupportedFormat, "压缩包"),
        (package("[Content_Types].xml", "word/document.xml")[:60], DamagedFile, "不完整"),
        (random.Random(7).randbytes(2000), UnsupportedFormat, "不是文字"),
        (b"MIME-Version: 1.0\r\n", UnsupportedFormat, "MHTML"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, kind: type[UnreadableFile], says: str) -> None:
    with pytest.raises(kind, match=says) as caught:
        formats.container(file("规划.txt", data))
    assert_sentence(caught.value, "规划.txt")


def test_a_text_that_begins_like_a_bitmap_is_a_text() -> None:
    assert formats.container(file("a.txt", "BM25 是一种检索方法")) is None


def test_utf_16_with_a_mark_is_a_text() -> None:
    assert formats.container(file("a.txt", "总则 2025".encode("utf-16"))) is None


def test_the_supported_endings_are_those_people_are_told() -> None:
    assert all(ending in formats.ENDINGS for ending in formats.kinds().replace("或", "、").replace(" ", "").split("、"))
    assert os.path.splitext("规划.docx")[1] in formats.ENDINGS
