"""PDF with a text layer: text by pdfium, page by page; ruled tables where pdfplumber sees them; running lines out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge, NoTextLayer
from ingest.plans import RawDocument
from ingest.readers import grids
from ingest.readers.assembly import Assembly, too_long
from ingest.readers.legible import is_legible
from ingest.readers.pdf_edges import furniture
from ingest.readers.pdf_tables import Ruled, TableFinder
from ingest.readers.pdf_text import Glyph, Line, glyphs, lines, wrapped
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings

_INDENT = "\u3000\u3000"
_INDENT_EMS = (1.2, 3.2)
_FEW_CHARS = 20  # a page: a scan with a stamp of its scanner on it
_OCR = "请先做文字识别（OCR），存为文本、DOCX 或带文字层的 PDF 再添加"

Grid = tuple[Ruled, list[str]]
Block = Line | Grid


def read_pdf(source: SourceFile, settings: IngestSettings) -> RawDocument:
    """Every block with its page; a paragraph's indent stands before its first line as two ideographic spaces.

    Raises EncryptedFile, DamagedFile, FileTooLarge (`settings.max_pages`, `settings.max_chars`) or NoTextLayer (a
    scan, or a text layer that does not read as text).
    """
    document = _open(source)
    try:
        if len(document) > settings.max_pages:
            raise FileTooLarge(
                f"{source.called}有 {len(document)} 页，超过 {settings.max_pages} 页的上限，"
                "请拆分文件或调高 GUIWEN_MAX_PAGES。"
            )
        pages, scanned = _pages(source, document, settings)
    except pdfium.PdfiumError as error:
        raise DamagedFile(f"{source.called}中有损坏的页面，请重新下载或从原软件另存后再添加。") from error
    finally:
        document.close()
    running = furniture(pages)
    kept = [[block for block in page if not (isinstance(block, Line) and block in running)] for page in pages]
    _check_text(source, kept, scanned)
    return _assemble(source, kept, settings)


def _open(source: SourceFile) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise EncryptedFile(f"{source.called}设有打开密码，请解除密码、另存后再添加。") from error
        raise DamagedFile(f"{source.called}不完整或已损坏，请重新下载或从原软件另存后再添加。") from error


def _pages(source: SourceFile, document: pdfium.PdfDocument, settings: IngestSettings) -> tuple[list[list[Block]], int]:
    """The blocks of every page, and the number of pages that carry an image."""
    finder = TableFinder(source.data)
    pages: list[list[Block]] = []
    scanned = chars = 0
    for index in range(len(document)):
        page = document[index]
        found = glyphs(page)
        chars += sum(not glyph.char.isspace() for glyph in found)
        if chars > settings.max_chars:
            raise too_long(source.called, settings.max_chars)
        scanned += next(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE]), None) is not None
        pages.append(list(_blocks(found, finder.tables(page, index) if found else [], page.get_height())))
        page.close()
    return pages, scanned


def _blocks(found: Sequence[Glyph], tables: Sequence[Ruled], height: float) -> Iterator[Block]:
    """Lines in pdfium's order, each table in the place of its first glyph."""
    grids_ = [(table, texts) for table in tables if grids.is_data(table.places, texts := _texts(table, found, height))]
    rest: list[Glyph] = []
    begun: set[int] = set()
    for glyph in found:
        inside = next((i for i, (table, _) in enumerate(grids_) if glyph.is_in(table.box)), None)
        if inside is None:
            rest.append(glyph)
        else:
            yield from lines(rest, height)
            rest = []
            if inside not in begun:
                begun.add(inside)
                yield grids_[inside]
    yield from lines(rest, height)


def _texts(table: Ruled, found: Sequence[Glyph], height: float) -> list[str]:
    within = [glyph for glyph in found if glyph.is_in(table.box)]
    return [
        wrapped([line.text for line in lines([glyph for glyph in within if glyph.is_in(cell)], height)])
        for cell in table.cells
    ]


def _check_text(source: SourceFile, pages: Sequence[Sequence[Block]], scanned: int) -> None:
    text = "\n".join(_words(block) for page in pages for block in page)
    chars = sum(not c.isspace() for c in text)
    if not chars or (chars < _FEW_CHARS * len(pages) and scanned >= len(pages) / 2):
        raise NoTextLayer(f"{source.called}是扫描件或图片，没有可读取的文字，{_OCR}。")
    if not is_legible(text):
        raise NoTextLayer(f"{source.called}的文字层是乱码（缺少字体编码对照表），读不出中文，{_OCR}。")


def _words(block: Block) -> str:
    return block.text if isinstance(block, Line) else "\n".join(block[1])


def _assemble(source: SourceFile, pages: Sequence[Sequence[Block]], settings: IngestSettings) -> RawDocument:
    assembly = Assembly(source.called, settings)
    margins = _margins(pages)
    for number, page in enumerate(pages, start=1):
        for block in page:
            if isinstance(block, Line):
                assembly.line(block.text, page=number, indent=_indent(block, margins[number % 2]))
            else:
                assembly.paragraph_end()
                assembly.grid(block[0].places, block[1], page=number)
                assembly.paragraph_end()
    return assembly.finish("pdf", pages=len(pages))


def _margins(pages: Sequence[Sequence[Block]]) -> tuple[float, float]:
    """Where most lines begin, on even pages and on odd ones."""
    starts: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for number, page in enumerate(pages, start=1):
        starts[number % 2].update(round(block.box[0]) for block in page if isinstance(block, Line))
    even, odd = (min((-n, x) for x, n in each.items())[1] if each else 0.0 for each in starts)
    return even, odd


def _indent(line: Line, margin: float) -> str:
    em = max(line.box[3] - line.box[1], 1.0)
    return _INDENT if _INDENT_EMS[0] <= (line.box[0] - margin) / em <= _INDENT_EMS[1] else ""
