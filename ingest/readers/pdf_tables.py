"""Ruled tables of a PDF: pdfplumber finds their cells by the lines drawn; the text in them comes from elsewhere."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.readers.pdf_text import Box, displayed

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it remarks on every odd font, page after page

_FEWEST_SEGMENTS = 8  # of a drawing that can rule a table of two rows and two columns
_SAME_RULING = 2.0  # points between two rulings that are one


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: its cells' boxes, and for every place (row, column) the index of the cell that covers it."""

    box: Box
    cells: tuple[Box, ...]
    places: tuple[tuple[int | None, ...], ...]


class TableFinder:
    """Finds the ruled tables of one document's pages."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._plumber: pdfplumber.PDF | None = None

    def tables(self, page: pdfium.PdfPage, index: int) -> list[Ruled]:
        """The tables of page `index` (from 0); none where the page draws too few lines, or where pdfplumber fails."""
        if _segments(page) < _FEWEST_SEGMENTS:
            return []
        try:
            self._plumber = self._plumber or pdfplumber.open(io.BytesIO(self._data))
            plumbed = self._plumber.pages[index]
            found = [table.cells for table in plumbed.find_tables()]
            shift = _shift(page, plumbed)
            plumbed.close()
        except MemoryError:
            raise
        except Exception:  # whatever a malformed object leads pdfminer to: the page's text is read without it
            return []
        return [_ruled([_moved(cell, shift) for cell in cells]) for cells in found]


def _segments(page: pdfium.PdfPage) -> int:
    paths = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH])
    return sum(pdfium_c.FPDFPath_CountSegments(path) for path in paths)


def _shift(page: pdfium.PdfPage, plumbed: pdfplumber.page.Page) -> tuple[float, float]:
    """From pdfplumber's places, which count from the media box, to ours, which count from the visible page."""
    media = tuple(map(float, plumbed.page_obj.mediabox))
    rotation = page.get_rotation()
    x, top = displayed(page.get_bbox(), rotation, media[0], media[1])
    x_media, top_media = displayed(media, rotation, media[0], media[1])
    return x - x_media - float(plumbed.mediabox[0]), top - top_media - float(plumbed.mediabox[1])


def _moved(cell: Box, shift: tuple[float, float]) -> Box:
    return (cell[0] + shift[0], cell[1] + shift[1], cell[2] + shift[0], cell[3] + shift[1])


def _ruled(cells: Sequence[Box]) -> Ruled:
    xs = _rulings([x for cell in cells for x in (cell[0], cell[2])])
    ys = _rulings([y for cell in cells for y in (cell[1], cell[3])])
    places = tuple(
        tuple(_covering(cells, (left + right) / 2, (top + bottom) / 2) for left, right in pairwise(xs))
        for top, bottom in pairwise(ys)
    )
    return Ruled((xs[0], ys[0], xs[-1], ys[-1]), tuple(cells), places)


def _rulings(positions: list[float]) -> list[float]:
    found: list[float] = []
    for position in sorted(positions):
        if not found or position - found[-1] > _SAME_RULING:
            found.append(position)
    return found


def _covering(cells: Sequence[Box], x: float, y: float) -> int | None:
    return next((i for i, c in enumerate(cells) if c[0] <= x < c[2] and c[1] <= y < c[3]), None)
