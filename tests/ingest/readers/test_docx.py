"""DOCX: paragraphs and tables in their places."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx.document import Document

from ingest.errors import DamagedFile, EmptyFile
from ingest.plans import RawDocument
from ingest.readers.docx import read_docx
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings
from tests.ingest.readers import docx_files
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines, tables

TEXT_BOX = """<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>专栏1</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>
<w:p><w:r><w:t>专栏1</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
CONTENTS = """<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
<w:sdtContent><w:p><w:r><w:t>总则</w:t><w:tab/><w:t>1</w:t></w:r></w:p></w:sdtContent></w:sdt>"""


def read(document: Document | bytes) -> RawDocument:
    data = document if isinstance(document, bytes) else docx_files.saved(document)
    raw = read_docx(SourceFile(Path("规划.docx"), data), IngestSettings())
    assert_sound(raw)
    return raw


def test_headings_text_and_tables_come_in_their_order() -> None:
    document = docx_files.new()
    document.add_heading("某市规划", 0)
    document.add_heading("一、总则", 1)
    document.add_paragraph("　　目的。")
    table = document.add_table(2, 2)
    for i, text in enumerate(["指标", "2025年", "研发", "4%"]):
        table.cell(i // 2, i % 2).text = text
    document.add_paragraph("附则")
    raw = read(document)
    assert lines(raw) == [("title", "某市规划"), ("heading-1", "一、总则"), (None, "目的。"), (None, "附则")]
    assert tables(raw) == [[["指标", "2025年"], ["研发", "4%"]]]
    assert raw.text == "某市规划\n\n一、总则\n\n目的。\n\n指标\t2025年\n研发\t4%\n\n附则\n"


def test_merged_cells_stand_in_every_place() -> None:
    document = docx_files.new()
    table = document.add_table(3, 3)
    for r in range(3):
        for c in range(3):
            table.cell(r, c).text = f"{r}{c}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "竖"
    assert tables(read(document)) == [[["横", "横", "02"], ["竖", "11", "12"], ["竖", "21", "22"]]]


def test_rows_that_begin_late_and_rows_deleted_are_told() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    document = docx_files.new()
    docx_files.add(
        document,
        f"<w:tbl><w:tr>{cell.format('甲')}{cell.format('乙')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell.format('丙')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell.format('删')}{cell.format('删')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell.format('丁')}<w:sdt><w:sdtContent>{cell.format('戊')}</w:sdtContent></w:sdt>"
        "</w:tr></w:sdtContent></w:sdt></w:tbl>",
    )
    assert tables(read(document)) == [[["甲", "乙"], ["", "丙"], ["丁", "戊"]]]


def test_the_paragraphs_of_a_cell_are_parted_by_a_space() -> None:
    document = docx_files.new()
    table = document.add_table(2, 2)
    for i, text in enumerate(["指标\n名称", "值", "研发", "4"]):
        table.cell(i // 2, i % 2).text = text
    assert tables(read(document)) == [[["指标 名称", "值"], ["研发", "4"]]]


def test_a_table_that_frames_text_gives_its_lines_once() -> None:
    document = docx_files.new()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "专栏1 重点工程"
    frame.add_paragraph("建设实验室。")
    inner = frame.add_table(2, 2)
    for i, text in enumerate(["项目", "年份", "甲", "2025"]):
        inner.cell(i // 2, i % 2).text = text
    raw = read(document)
    assert lines(raw) == [(None, "专栏1 重点工程"), (None, "建设实验室。")]
    assert tables(raw) == [[["项目", "年份"], ["甲", "2025"]]]


def test_content_controls_insertions_and_signs_are_read_and_deletions_are_not() -> None:
    document = docx_files.new()
    docx_files.add(
        document,
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>之内</w:t></w:r></w:sdtContent>"
        "</w:sdt></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025</w:t>"
        "<w:br/><w:t>次行</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
        "</w:p>",
    )
    assert [text for _, text in lines(read(document))] == ["控件之内", "插入\t2021-2025", "次行x"]


def test_a_text_box_comes_once_after_its_paragraph() -> None:
    document = docx_files.new()
    docx_files.add(document, TEXT_BOX)
    assert lines(read(document)) == [(None, "正文"), (None, "专栏1")]


def test_the_contents_list_is_marked() -> None:
    document = docx_files.new()
    docx_files.add(document, CONTENTS + docx_files.paragraph("总则"))
    assert lines(read(document)) == [("toc", "总则\t1"), (None, "总则")]


def test_numbers_count_once_however_often_a_paragraph_is_looked_at() -> None:
    document = docx_files.new()
    docx_files.define_numbering(document, 50, [("chineseCounting", "第%1条")])
    frame = document.add_table(1, 1).cell(0, 0)
    frame._tc.append(docx_files.add(document, docx_files.numbered("目的", 50)))
    docx_files.add(document, docx_files.numbered("范围", 50))
    assert [text for _, text in lines(read(document))] == ["第一条 目的", "第二条 范围"]


def test_a_document_without_words_is_an_empty_file() -> None:
    with pytest.raises(EmptyFile) as caught:
        read(docx_files.new())
    assert_sentence(caught.value, "规划.docx")


def without(data: bytes, *names: str, **replaced: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in set(old.namelist()) - set(names):
            content = old.read(name)
            new.writestr(name, replaced.get(name.split("/")[-1].removesuffix(".xml"), "").encode() or content)
    return target.getvalue()


def test_broken_documents_are_refused() -> None:
    data = docx_files.saved(docx_files.new())
    broken = [
        data[: len(data) // 2],
        data[:-30],
        without(data, "word/document.xml"),
        without(data, "[Content_Types].xml"),
        without(data, document="<w:document"),
        data.replace(b"PK\x03\x04", b"PK\x03\x05", 1),
    ]
    for each in broken:
        with pytest.raises(DamagedFile) as caught:
            read(each)
        assert_sentence(caught.value, "规划.docx")
