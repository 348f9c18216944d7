"""The one way in: a file's content finds its reader; every real document is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers import SUPPORTED_ENDINGS, read
from ingest.settings import IngestSettings
from tests.ingest.readers import docx_files
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines
from tests.ingest.readers.pdf_files import Page, pdf
from tests.ingest.readers.test_formats import PNG
from tests.ingest.readers.test_legible import PLAN


def docx() -> bytes:
    document = docx_files.new()
    document.add_paragraph("总则")
    return docx_files.saved(document)


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a.txt", PLAN.encode("gb18030"), "text"),
        ("a.md", "# 总则".encode("utf-8-sig"), "markdown"),
        ("a.html", "<p>总则</p>".encode("utf-16"), "html"),
        ("a.docx", docx(), "docx"),
        ("wrong.pdf", docx(), "docx"),
        ("a.pdf", pdf([Page().lines(["总则"])]), "pdf"),
        ("wrong.txt", pdf([Page().lines(["总则"])]), "pdf"),
    ],
)
def test_every_format_finds_its_reader(
    written: Callable[..., Path], ingest_settings: IngestSettings, name: str, content: bytes, format: str
) -> None:
    document = read(written(name, content), ingest_settings)
    assert document.format == format
    assert_sound(document)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.txt", b""),
        ("空白.md", b" \n\n"),
        ("图.txt", PNG),
        ("乱.txt", bytes(range(256)) * 8),
        ("码.txt", "產業創新補助辦法由經濟部會同有關機關訂定之並公告實施於全國各地區".encode("big5")),
        ("锁.pdf", pdf([Page().lines(["总则"])], lock=True)),
        ("扫描.pdf", pdf([Page(image=True)])),
        ("断.docx", docx()[:2000]),
        ("表.xlsx", b"PK\x05\x06" + bytes(18)),
        ("数据.json", b'{"a": 1}'),
    ],
)
def test_every_bad_file_gets_one_sentence(
    written: Callable[..., Path], ingest_settings: IngestSettings, name: str, content: bytes
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(written(name, content), ingest_settings)
    assert_sentence(caught.value, name)


def test_the_supported_endings_begin_with_a_dot() -> None:
    assert {".txt", ".md", ".html", ".docx", ".pdf"} <= set(SUPPORTED_ENDINGS)


def test_every_real_document_is_read(real_plans: Path, ingest_settings: IngestSettings) -> None:
    files = sorted(path for path in real_plans.rglob("*") if path.is_file())
    assert len(files) >= 24
    for path in files:
        document = read(path, ingest_settings)
        assert_sound(document)
        assert document.format == ("html" if path.suffix == ".html" else "text"), path.name


def test_the_text_of_a_real_text_is_the_file_itself(real_plans: Path, ingest_settings: IngestSettings) -> None:
    for path in real_plans.rglob("*.txt"):
        with path.open(encoding="utf-8-sig", newline=None) as file:
            assert read(path, ingest_settings).text == file.read(), path.name


def test_a_real_page_gives_its_fields_and_its_text_without_the_chrome(
    real_plans: Path, ingest_settings: IngestSettings
) -> None:
    pages = sorted(real_plans.glob("more/govcn_*.html"))
    assert pages
    for path in pages:
        document = read(path, ingest_settings)
        fields = {label: field.value for label, field in document.metadata.items()}
        assert {"索引号", "主题分类", "发文机关", "成文日期", "标题", "发文字号", "发布日期"} == set(fields), path.name
        words = [text for _, text in lines(document)]
        assert "".join(words).startswith(fields["标题"]), path.name
        assert fields["发文字号"] in words, path.name
        assert not [text for text in words if "扫一扫" in text or "主题词" in text.replace(" ", "")], path.name
        assert words[-1][-1] in "。）日", path.name
