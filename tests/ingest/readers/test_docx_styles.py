"""What a paragraph's style says of it."""

from __future__ import annotations

import pytest

from ingest.readers.docx_styles import StyleSheet
from tests.ingest.readers import docx_files


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", "heading-1"),
        ("Heading 9", "heading-6"),
        ("标题 2", "heading-2"),
        ("Title", "title"),
        ("toc 1", "toc"),
        ("TOC Heading", "toc"),
        ("目录 3", "toc"),
        ("Subtitle", None),
        ("正文文本", None),
    ],
)
def test_a_style_is_known_by_its_name(name: str, expected: str | None) -> None:
    document = docx_files.new()
    style = docx_files.style(document, name)
    assert StyleSheet(document).style_of(docx_files.add(document, docx_files.styled("总则", style))) == expected


def test_a_style_is_followed_up_to_what_it_is_based_on() -> None:
    document = docx_files.new()
    base = docx_files.style(document, "heading 2")
    own = docx_files.style(document, "章标题", based_on=base)
    sheet_paragraph = docx_files.add(document, docx_files.styled("总则", own))
    assert StyleSheet(document).style_of(sheet_paragraph) == "heading-2"


def test_styles_based_on_one_another_come_to_an_end() -> None:
    document = docx_files.new()
    own = docx_files.style(document, "甲", based_on=f"s{len(document.styles.element)}")
    assert StyleSheet(document).style_of(docx_files.add(document, docx_files.styled("总则", own))) is None


def test_an_outline_level_makes_a_heading_and_the_paragraphs_own_comes_first() -> None:
    document = docx_files.new()
    own = docx_files.style(document, "条", '<w:outlineLvl w:val="2"/>')
    by_style = docx_files.add(document, docx_files.styled("总则", own))
    direct = f'<w:pStyle w:val="{own}"/><w:outlineLvl w:val="{{}}"/>'
    as_text = docx_files.add(document, docx_files.paragraph("总则", direct.format(9)))
    as_first = docx_files.add(document, docx_files.paragraph("总则", direct.format(0)))
    sheet = StyleSheet(document)
    assert [sheet.style_of(each) for each in (by_style, as_text, as_first)] == ["heading-3", None, "heading-1"]


def test_a_paragraph_without_style_or_with_an_unknown_one_has_none() -> None:
    document = docx_files.new()
    sheet = StyleSheet(document)
    assert sheet.style_of(docx_files.add(document, "<w:p/>")) is None
    assert sheet.style_of(docx_files.add(document, docx_files.styled("总则", "nowhere"))) is None
