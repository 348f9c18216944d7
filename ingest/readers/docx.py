"""DOCX: paragraphs and tables in their places, text boxes after the paragraph that anchors them.

Element names are those of ECMA-376 part 1, chapter 17 (WordprocessingML). The body is walked element by element, since
python-docx's own iteration leaves out what stands in content controls (w:sdt), insertions and text boxes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from ingest.errors import DamagedFile
from ingest.plans import RawDocument
from ingest.readers import grids, zips
from ingest.readers.assembly import Assembly, joined
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import StyleSheet, value_of
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings

_W_P, _W_TBL, _W_TR, _W_TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_SDT, _BOX = qn("w:sdt"), qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_GALLERY = f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}"
_NO_TEXT = frozenset(map(qn, ["w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:txbxContent", "w:rt"])) | {_FALLBACK}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read_docx(source: SourceFile, settings: IngestSettings) -> RawDocument:
    """Headings by style → "heading-n", "title", "toc"; automatic numbers written out; tables with merges resolved.

    A table that only frames text gives the lines in it. Footnotes, headers and footers are left out. Raises
    DamagedFile, EncryptedFile, FileTooLarge or EmptyFile.
    """
    zips.check(source)
    document = _open(source)
    walk = _Walk(Assembly(source.called, settings), StyleSheet(document), Numbering(document))
    walk.through(document.element.body)
    return walk.assembly.finish("docx")


def _open(source: SourceFile):  # -> docx.document.Document, which python-docx does not export
    broken = (KeyError, ValueError, EOFError, NotImplementedError, AttributeError)
    packed = (OpcError, zipfile.BadZipFile, zlib.error)
    try:
        return docx.Document(io.BytesIO(source.data))
    except (*broken, *packed, etree.XMLSyntaxError) as error:
        if isinstance(error, etree.XMLSyntaxError) and error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise DamagedFile(f"{source.called}不完整或已损坏，请用 Word 或 WPS 打开、另存为 .docx 后再添加。") from error


class _Walk:
    """Takes the body's blocks into the assembly, in reading order."""

    def __init__(self, assembly: Assembly, styles: StyleSheet, numbering: Numbering) -> None:
        self.assembly = assembly
        self._styles = styles
        self._numbering = numbering
        self._texts: dict[etree._Element, str] = {}

    def through(self, parent: etree._Element, in_contents: bool = False) -> None:
        for child in parent:
            if child.tag == _W_P:
                self._paragraph(child, in_contents)
            elif child.tag == _W_TBL:
                self._table(child)
            elif child.tag == _SDT:
                gallery = child.find(_GALLERY)
                contents = gallery is not None and "contents" in (gallery.get(qn("w:val")) or "").lower()
                self.through(child, in_contents or contents)
            elif child.tag not in _NO_TEXT:
                self.through(child, in_contents)

    def _paragraph(self, paragraph: etree._Element, in_contents: bool) -> None:
        style = "toc" if in_contents else self._styles.style_of(paragraph)
        self.assembly.line(self._text(paragraph), style)
        self.assembly.paragraph_end()
        for box in _boxes(paragraph):
            self.through(box)

    def _table(self, table: etree._Element) -> None:
        places, cells = _places(table)
        texts = [joined([self._text(p) for p in cell.iter(_W_P)]) for cell in cells]
        nested = any(next(cell.iter(_W_TBL), None) is not None for cell in cells)
        if nested or not grids.is_data(places, texts):
            for cell in cells:
                self.through(cell)
            return
        self.assembly.grid(places, texts)
        self.assembly.paragraph_end()

    def _text(self, paragraph: etree._Element) -> str:
        """The paragraph as printed; the same however often it is asked for, although numbers count on."""
        if paragraph not in self._texts:
            number = self._numbering.number_of(paragraph, self._styles)
            text = "".join(_pieces(paragraph))
            self._texts[paragraph] = number + text.lstrip() if text.strip() else ""
        return self._texts[paragraph]


def _pieces(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph's runs, wherever they stand; no deleted text, no field codes, no text boxes."""
    for child in element:
        if child.tag in (qn("w:t"), _MATH_TEXT):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _NO_TEXT:
            yield from _pieces(child)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph: the current form of each, without its fallback for old programs."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _inner(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_W_TBL, _W_P, _W_TC, _W_TR) and child.tag not in _NO_TEXT:
            yield from _inner(child, tag)


def _places(table: etree._Element) -> tuple[list[list[int | None]], list[etree._Element]]:
    """The table's places with the index of the cell that covers each, and the cells."""
    cells: list[etree._Element] = []
    places: list[list[int | None]] = []
    for row in _inner(table, _W_TR):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        above = places[-1] if places else []
        line: list[int | None] = [None] * _count(row, "w:trPr", "w:gridBefore", 0)
        for cell in _inner(row, _W_TC):
            x, wide = len(line), _count(cell, "w:tcPr", "w:gridSpan", 1)
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continues = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            if continues and x < len(above) and above[x] is not None:
                line += [above[x]] * wide
            else:
                line += [len(cells)] * wide
                cells.append(cell)
        places.append(line)
    return places, cells


def _count(element: etree._Element, properties: str, name: str, default: int) -> int:
    """A count among an element's properties, such as w:gridSpan in w:tcPr; the default where it is none above 0."""
    value = value_of(element.find(qn(properties)), name)
    return min(int(value), 1000) if value.isascii() and value.isdigit() and int(value) else default
