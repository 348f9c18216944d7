"""Plain text, as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import EmptyFile, FileTooLarge
from ingest.readers.source import SourceFile
from ingest.readers.text import read_text
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines

FILE = SourceFile(Path("规划.txt"), b"")


def test_one_block_a_line_and_offsets_into_the_text_itself(ingest_settings: IngestSettings) -> None:
    text = "\n　　一、总则\t\n\n1\t研发投入\t4%  \n\ufeff完"
    document = read_text(FILE, text, ingest_settings)
    assert document.text == text
    assert lines(document) == [(None, "一、总则"), (None, "1\t研发投入\t4%"), (None, "完")]
    assert (document.format, document.pages, document.metadata) == ("text", None, {})
    assert_sound(document)


def test_white_space_alone_is_an_empty_file(ingest_settings: IngestSettings) -> None:
    with pytest.raises(EmptyFile) as caught:
        read_text(FILE, " \n　\t\n", ingest_settings)
    assert_sentence(caught.value, "规划.txt")


def test_a_text_beyond_the_limit_is_refused(ingest_settings: IngestSettings) -> None:
    with pytest.raises(FileTooLarge) as caught:
        read_text(FILE, "字" * 1001, ingest_settings.model_copy(update={"max_chars": 1000}))
    assert_sentence(caught.value, "规划.txt")


def test_of_a_page_taken_down_as_records_the_texts_are_read(ingest_settings: IngestSettings) -> None:
    text = '    {"type": "title", "text": "云溪县简介"},\n    {"type": "text", "text": " 总面积5亩，"},\n{"a": 1}'
    document = read_text(FILE, text, ingest_settings)
    assert lines(document) == [("heading-1", "云溪县简介"), (None, "总面积5亩，"), (None, '{"a": 1}')]
    assert document.text == text
    assert_sound(document)


def test_a_line_that_holds_a_whole_text_is_read_paragraph_by_paragraph(ingest_settings: IngestSettings) -> None:
    filling = "加强粮食储备管理，落实各方责任" * 8
    text = f"第一章  总则第一条  {filling}。第二条 {filling}：（一）甲项；（二）依据第一条 规定。　　甲市政府　　2006年"
    document = read_text(FILE, text, ingest_settings)
    assert [line for _, line in lines(document)] == [text]
    document = read_text(FILE, text * 6, ingest_settings.model_copy(update={"max_chars": 10_000}))
    assert [line for _, line in lines(document)][:7] == [
        "第一章  总则",
        f"第一条  {filling}。",
        f"第二条 {filling}：",
        "（一）甲项；",
        "（二）依据第一条 规定。",
        "甲市政府",
        "2006年第一章  总则",
    ]
    assert_sound(document)


def test_indents_part_a_line_that_is_long(ingest_settings: IngestSettings) -> None:
    text = f"{'推进改革' * 120}。　　（一）甲项；（二）乙项。　　完"
    assert [line for _, line in lines(read_text(FILE, text, ingest_settings))][1:] == ["（一）甲项；（二）乙项。", "完"]
