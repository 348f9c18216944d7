"""Glyphs of a page, and the lines they make."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from ingest.readers.pdf_text import Glyph, displayed, glyphs, lines, wrapped
from tests.ingest.readers.pdf_files import Page, pdf


def row(text: str, x: float = 100, base: float = 100, size: float = 10) -> list[Glyph]:
    """Glyphs of one em each, side by side; "_" leaves half an em open without a glyph."""
    found = []
    for char in text:
        if char != "_":
            found.append(Glyph(char, (x, base - 0.8 * size, x + size, base + 0.2 * size), base))
        x += size / 2 if char == "_" else size
    return found


def texts(*runs: list[Glyph]) -> list[str]:
    return [line.text for line in lines(sum(runs, []), 842)]


def test_a_line_ends_where_the_baseline_changes() -> None:
    assert texts(row("第一行"), row("第二行", base=120)) == ["第一行", "第二行"]


def test_a_raised_note_number_stays_in_its_line() -> None:
    assert texts(row("专利"), row("①", x=120, base=97, size=6), row("数量", x=126)) == ["专利①数量"]


def test_runs_drawn_later_are_put_in_their_place() -> None:
    assert texts(row("__十四五__规划"), row("“", x=100), row("”", x=140)) == ["“十四五”规划"]


def test_white_space_between_lines_belongs_to_neither() -> None:
    assert texts(row("一、总则"), row("　　目的", base=120)) == ["一、总则", "目的"]


@pytest.mark.parametrize(
    ("glyphs_", "expected"),
    [
        (row("投入") + row("强度", x=122), "投入强度"),
        (row("投\x1f") + row("入", x=112), "投入"),
        (row("章") + row("\x1f", x=110, size=0) + row("总", x=115), "章 总"),
        (row("目_录"), "目录"),
        (row("目__录"), "目 录"),
        (row("目　　录"), "目 录"),
        (row("指标___单位"), "指标\t单位"),
        (row("指标    单位"), "指标\t单位"),
        (row("R&D") + row("\x1f", x=130, size=0) + row("plan", x=131), "R&D plan"),
        (row("达") + row("\x1f", x=110, size=0) + row("4%", x=112), "达4%"),
        (row("达 4"), "达 4"),
    ],
)
def test_gaps_are_none_a_space_or_a_tab(glyphs_: list[Glyph], expected: str) -> None:
    assert texts(glyphs_) == [expected]


def test_a_line_knows_its_box_and_its_place_on_the_page() -> None:
    (line,) = lines(row("总则", base=421), 842)
    assert line.box == (100, 413, 120, 423)
    assert line.place == pytest.approx(418 / 842)


@pytest.mark.parametrize(
    ("rotation", "expected"), [(0, (90, 580)), (90, (180, 90)), (180, (410, 180)), (270, (580, 410)), (450, (180, 90))]
)
def test_a_point_is_turned_as_the_page_is(rotation: int, expected: tuple[float, float]) -> None:
    assert displayed((10, 20, 510, 780), rotation, 100, 200) == expected


def test_glyphs_come_with_their_places() -> None:
    page = pdfium.PdfDocument(pdf([Page().lines(["总则𠮷"], x=72, top=700, size=10)]))[0]
    found = glyphs(page)
    assert "".join(glyph.char for glyph in found).strip() == "总则𠮷"
    assert (found[1].box[0], found[1].base) == (82, 142)
    assert found[0].is_in((70, 130, 80, 145))
    assert not found[1].is_in((70, 130, 80, 145))


def test_the_lines_of_a_cell_join_without_a_space_between_chinese_characters() -> None:
    assert wrapped(["研发投入", "占比"]) == "研发投入占比"
    assert wrapped(["R&D", "intensity", "强度"]) == "R&D intensity强度"
    assert wrapped([]) == ""
