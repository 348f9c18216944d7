"""The text of a format that has none of its own, built with the blocks that point into it."""

from __future__ import annotations

import pytest

from ingest.errors import EmptyFile, FileTooLarge
from ingest.plans import RawCell, RawGrid, Span
from ingest.readers.assembly import LINE, Assembly, joined
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines, tables


@pytest.fixture
def assembly(ingest_settings: IngestSettings) -> Assembly:
    return Assembly("「a.docx」", ingest_settings)


def test_lines_stand_below_one_another_and_paragraphs_apart(assembly: Assembly) -> None:
    assembly.paragraph_end()
    assembly.line(" 总则　", "heading-1")
    assembly.paragraph_end()
    assembly.paragraph_end()
    assembly.line("第一行\n第二行", page=3, indent="　　")
    document = assembly.finish("pdf", pages=3)
    assert document.text == "总则\n\n　　第一行\n　　第二行\n"
    assert lines(document) == [("heading-1", "总则"), (None, "第一行"), (None, "第二行")]
    assert document.blocks[1].span == Span(6, 9, 3)
    assert_sound(document)


def test_a_merged_cell_is_written_once_and_stands_in_every_place(assembly: Assembly) -> None:
    assembly.grid([[0, 1], [0, 2], [None, 3], [4]], ["创新", "研发", "4%", "5%", ""])
    document = assembly.finish("docx")
    assert document.text == "创新\t研发\n\t4%\n\t5%\n"
    assert tables(document) == [[["创新", "研发"], ["创新", "4%"], ["", "5%"]]]
    grid = document.blocks[0]
    assert isinstance(grid, RawGrid)
    assert grid.rows[0][0] == grid.rows[1][0] == RawCell("创新", Span(0, 2))
    assert_sound(document)


def test_a_field_stands_in_the_text_but_is_no_block(assembly: Assembly) -> None:
    assembly.field("标题", "标　　题：", "某市规划")
    assembly.field("标题", "标题：", "另一个")
    assembly.line("总则")
    document = assembly.finish("html")
    assert lines(document) == [(None, "总则")]
    assert document.metadata["标题"].value == "某市规划"
    assert_sound(document)


def test_nothing_but_white_space_is_an_empty_file(assembly: Assembly) -> None:
    assembly.line(" 　\u200b\n")
    assembly.grid([[0, 0]], [""])
    with pytest.raises(EmptyFile) as caught:
        assembly.finish("docx")
    assert_sentence(caught.value, "a.docx")


def test_characters_and_cells_are_limited(ingest_settings: IngestSettings) -> None:
    assembly = Assembly("「a.docx」", ingest_settings.model_copy(update={"max_chars": 1000}))
    with pytest.raises(FileTooLarge, match="1000 字") as caught:
        assembly.line("字" * 1001)
    assert_sentence(caught.value, "a.docx")
    with pytest.raises(FileTooLarge, match="格") as caught:
        assembly.grid([[0] * 1000] * 1000, ["字"])
    assert_sentence(caught.value, "a.docx")


def test_a_line_runs_from_its_first_to_its_last_visible_character() -> None:
    assert [found[0] for found in LINE.finditer("\ufeff　一 二\t\n\u200b\n三\f四\u2028五\xa0")] == [
        "一 二",
        "三",
        "四",
        "五",
    ]


def test_the_parts_of_a_cell_become_one_line() -> None:
    assert joined(["研发\n投入 ", "", " 占比"]) == "研发 投入 占比"
