"""Ruled tables of a page."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from ingest.readers.pdf_tables import Ruled, TableFinder
from tests.ingest.readers.pdf_files import Page, pdf


def tables(page: Page, data: bytes | None = None) -> list[Ruled]:
    data = data or pdf([page])
    return TableFinder(data).tables(pdfium.PdfDocument(data)[0], 0)


def test_a_merged_cell_covers_its_places() -> None:
    (table,) = tables(Page().table([["类别", "目标", "<"], ["^", "2022", "2025"]], 72, 700))
    assert table.places[0] == (table.places[1][0], table.places[0][1], table.places[0][1])
    assert len({place for row in table.places for place in row}) == len(table.cells) == 4
    assert table.box == pytest.approx((72, 142, 372, 190), abs=1)


def test_the_places_are_those_of_the_visible_page() -> None:
    page = Page().table([["甲", "乙"], ["丙", "丁"]], 72, 700)
    cropped = pdf([page]).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 842] /CropBox [50 60 500 800]")
    (table,) = tables(page, cropped)
    assert table.box == pytest.approx((22, 100, 222, 148), abs=1)


def test_two_tables_on_a_page_are_two() -> None:
    page = Page().table([["甲", "乙"], ["丙", "丁"]], 72, 700).table([["一", "二"], ["三", "四"]], 72, 500)
    assert len(tables(page)) == 2


def test_a_page_without_rulings_has_none() -> None:
    page = Page().lines(["总则"])
    page.rulings.append((72, 800, 500, 800))
    assert tables(page) == []


def test_a_page_that_pdfplumber_cannot_read_has_none() -> None:
    page = Page().table([["甲", "乙"], ["丙", "丁"]], 72, 700)
    data = pdf([page])
    assert TableFinder(b"%PDF-1.6").tables(pdfium.PdfDocument(data)[0], 0) == []
