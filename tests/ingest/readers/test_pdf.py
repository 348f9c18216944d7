"""PDF with a text layer, and PDFs without a usable one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge, NoTextLayer
from ingest.plans import RawDocument
from ingest.readers.pdf import read_pdf
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines, tables
from tests.ingest.readers.pdf_files import UNMAPPED_FONT, Page, pdf, to_unicode

TEXT = [
    "本市加快建设创新体系，各区、各部门按照职责分工抓好落实。",
    "研发投入占地区生产总值的比重到二〇二五年达到百分之四。",
]


def read(data: bytes, **limits: int) -> RawDocument:
    settings = IngestSettings().model_copy(update=limits)
    document = read_pdf(SourceFile(Path("规划.pdf"), data), settings)
    assert_sound(document)
    return document


def test_every_block_knows_its_page_and_running_lines_are_gone() -> None:
    pages = [Page().lines([f"第{n}节", *TEXT], top=740) for n in "一二三"]
    for number, page in enumerate(pages, start=4):
        page.words += [(72, 810, 9, "某市科技规划"), (280, 30, 9, f"— {number} —")]
    document = read(pdf(pages))
    assert lines(document) == [(None, text) for n in "一二三" for text in (f"第{n}节", *TEXT)]
    assert [block.span.page for block in document.blocks] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert (document.pages, document.format) == (3, "pdf")
    assert "规划" not in document.text


def test_a_ruled_table_is_a_grid_in_its_place() -> None:
    page = Page().lines(["表1 主要指标"], top=700)
    page.table(
        [["类别", "指标", "目标", "<"], ["^", "^", "2022年", "2025年"], ["创新", "研发投入\n占比", "", "4%"]], 72, 650
    )
    document = read(pdf([page.lines(TEXT, top=500)]))
    assert tables(document) == [
        [["类别", "指标", "目标", "目标"], ["类别", "指标", "2022年", "2025年"], ["创新", "研发投入占比", "", "4%"]]
    ]
    assert [type(block).__name__ for block in document.blocks] == ["RawLine", "RawGrid", "RawLine", "RawLine"]
    assert document.blocks[1].span.page == 1


def test_a_frame_around_text_is_no_table() -> None:
    page = Page().table([["专栏1"]], 72, 700, width=400).lines(TEXT, top=600)
    assert [text for _, text in lines(read(pdf([page])))] == ["专栏1", *TEXT]


def test_an_indent_stands_before_the_line_and_outside_it() -> None:
    page = Page().lines([*TEXT, *TEXT]).lines(["一、总则的目的和依据"], x=96, top=600)
    document = read(pdf([page]))
    assert document.text.endswith("\n　　一、总则的目的和依据\n")
    assert lines(document)[-1] == (None, "一、总则的目的和依据")


def test_a_landscape_page_is_read_as_it_is_displayed() -> None:
    page = Page(rotate=90).lines(["附表"], top=520).table([["指标", "值"], ["研发", "4%"]], 72, 480)
    document = read(pdf([page]))
    assert [text for _, text in lines(document)] == ["附表"]
    assert tables(document) == [[["指标", "值"], ["研发", "4%"]]]


def test_an_english_plan_is_read() -> None:
    words = ["The city will raise its spending on research to four percent.", "Each district reports once a year."]
    assert [text for _, text in lines(read(pdf([Page().lines(words, size=6)])))] == words


def test_a_locked_file_is_refused() -> None:
    with pytest.raises(EncryptedFile, match="密码") as caught:
        read(pdf([Page().lines(TEXT)], lock=True))
    assert_sentence(caught.value, "规划.pdf")


def test_a_scan_is_refused_even_with_its_scanners_stamp() -> None:
    stamped = Page(image=True).lines(["扫描王 创建"], top=20)
    for pages in ([Page(image=True)], [stamped], [stamped] * 3, [Page()]):
        with pytest.raises(NoTextLayer, match="扫描件") as caught:
            read(pdf(pages))
        assert_sentence(caught.value, "规划.pdf")


@pytest.mark.parametrize("glyphs", [range(3, 60), range(0xE000, 0xE040), range(0x0900, 0x0940)])
def test_a_text_layer_without_a_character_map_is_refused_in_its_own_words(glyphs: range) -> None:
    text = "".join(random.Random(3).choices([chr(glyph) for glyph in glyphs], k=40))
    with pytest.raises(NoTextLayer, match="乱码") as caught:
        read(pdf([Page().lines([text, text], size=9)], font=UNMAPPED_FONT))
    assert_sentence(caught.value, "规划.pdf")


def test_a_map_into_the_private_use_area_is_no_map() -> None:
    with pytest.raises(NoTextLayer, match="乱码"):
        read(pdf([Page().lines(TEXT)], font=UNMAPPED_FONT, cmap=to_unicode(0xE0)))


def test_broken_files_are_refused() -> None:
    data = pdf([Page().lines(TEXT)])
    for broken in (data[:300], b"%PDF-1.6\n", data[:-200], data.replace(b"/Pages", b"/Pagez")):
        with pytest.raises(DamagedFile) as caught:
            read(broken)
        assert_sentence(caught.value, "规划.pdf")


def test_pages_and_characters_are_limited() -> None:
    data = pdf([Page().lines(TEXT)] * 3)
    for limits, says in (({"max_pages": 2}, "3 页"), ({"max_chars": 100}, "100 字")):
        with pytest.raises(FileTooLarge, match=says) as caught:
            read(data, **limits)
        assert_sentence(caught.value, "规划.pdf")
