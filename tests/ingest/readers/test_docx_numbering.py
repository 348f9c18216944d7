"""Automatic numbers, written out as Word prints them."""

from __future__ import annotations

import pytest
from docx.document import Document

from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import StyleSheet
from tests.ingest.readers import docx_files


def numbers(document: Document, *paragraphs: str) -> list[str]:
    elements = [docx_files.add(document, paragraph) for paragraph in paragraphs]
    numbering, styles = Numbering(document), StyleSheet(document)
    return [numbering.number_of(element, styles) for element in elements]


def item(level: int = 0, number: int = 50) -> str:
    return docx_files.numbered("项", number, level)


def test_levels_count_on_and_start_again_below_a_higher_one() -> None:
    document = docx_files.new()
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("legal", "%1.%3.%4")]
    docx_files.define_numbering(document, 50, levels)
    assert numbers(document, item(0), item(1), item(2), item(2), item(1), item(2), item(0), item(1), item(3)) == [
        "一、",
        "（一）",
        "1. ",
        "2. ",
        "（二）",
        "1. ",
        "二、",
        "（一）",
        "2.1.1 ",
    ]


@pytest.mark.parametrize(
    ("form", "count", "expected"),
    [
        ("chineseCountingThousand", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("japaneseCounting", 105, "一百零五"),
        ("taiwaneseCountingThousand", 110, "一百一十"),
        ("chineseLegalSimplified", 3, "叁"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 9, "IX"),
        ("hebrew1", 4, "4"),
        ("bullet", 1, ""),
        ("none", 1, ""),
    ],
)
def test_counts_are_written_in_their_format(form: str, count: int, expected: str) -> None:
    document = docx_files.new()
    docx_files.define_numbering(document, 50, [(form, "%1）")])
    assert numbers(document, *[item()] * count)[-1] == (f"{expected}）" if expected else "")


def test_lists_of_one_definition_share_its_count_unless_one_starts_anew() -> None:
    document = docx_files.new()
    docx_files.define_numbering(document, 50, [("decimal", "%1、")])
    docx_files.use_numbering(document, 51, 50)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    docx_files.use_numbering(document, 52, 50, anew)
    assert numbers(document, item(), item(number=51), item(number=52), item(number=52)) == ["1、", "2、", "5、", "6、"]


def test_a_style_may_carry_the_number_and_its_level() -> None:
    document = docx_files.new()
    docx_files.define_numbering(document, 50, [("chineseCounting", "第%1章"), ("chineseCounting", "第%2条")])
    style = docx_files.style(document, "条", '<w:numPr><w:numId w:val="50"/></w:numPr>')
    linked = document.part.numbering_part.element[0][1]
    linked.append(docx_files.add(document, f'<w:pStyle w:val="{style}"/>'))
    assert numbers(document, docx_files.styled("总则", style), docx_files.styled("附则", style)) == [
        "第一条 ",
        "第二条 ",
    ]


def test_paragraphs_without_a_known_number_have_none() -> None:
    document = docx_files.new()
    plain = docx_files.paragraph("项")
    assert numbers(document, plain, item(number=0), item(number=999), item(level=9, number=1)) == ["", "", "", ""]
