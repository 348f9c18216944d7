"""RawDocument as bytes and back, for a process that is not trusted: JSON, and every span checked on arrival."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ingest.plans import Located, RawCell, RawDocument, RawGrid, RawLine, Span

# A code point takes up to 6 bytes of JSON, a line of a few characters some 30 more.
BYTES_PER_CHAR = 40


def pack(document: RawDocument) -> bytes:
    """One line of JSON, without a line end."""
    blocks = [_line(b) if isinstance(b, RawLine) else _grid(b) for b in document.blocks]
    fields = {label: [field.value, *_ends(field.span)] for label, field in document.metadata.items()}
    packed = {
        "text": document.text,
        "blocks": blocks,
        "format": document.format,
        "metadata": fields,
        "pages": document.pages,
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(line: bytes) -> RawDocument:
    """The document that `pack` wrote; raises ValueError for anything else."""
    try:
        packed = json.loads(line.decode("utf-8", "surrogatepass"))
        text = packed["text"]
        blocks = tuple(_read_block(block, text) for block in packed["blocks"])
        metadata = {str(label): Located(str(f[0]), _span(f[1:], text)) for label, f in packed["metadata"].items()}
        pages = packed["pages"]
        if not isinstance(pages, int | None):
            raise TypeError("pages")
        return RawDocument(text, blocks, str(packed["format"]), metadata, pages)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError("not a packed document") from error


def _ends(span: Span) -> list[int | None]:
    return [span.start, span.end, span.page]


def _line(line: RawLine) -> list:
    return [*_ends(line.span), line.style]


def _grid(grid: RawGrid) -> dict:
    """Cells once each, and the rows as indices into them: a merged cell stands in many places."""
    cells: dict[RawCell, int] = {}
    rows = [[cells.setdefault(cell, len(cells)) for cell in row] for row in grid.rows]
    return {"span": _ends(grid.span), "rows": rows, "cells": [[cell.text, *_ends(cell.span)] for cell in cells]}


def _read_block(block: list | dict, text: str) -> RawLine | RawGrid:
    if isinstance(block, list):
        style = block[3]
        return RawLine(_span(block[:3], text), None if style is None else str(style))
    cells = [RawCell(str(cell[0]), _span(cell[1:], text)) for cell in block["cells"]]
    rows = tuple(tuple(cells[i] for i in row) for row in block["rows"])
    return RawGrid(_span(block["span"], text), rows)


def _span(ends: Sequence, text: str) -> Span:
    start, end, page = ends
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)):
        raise ValueError("a span outside the text")
    if not isinstance(page, int | None):
        raise TypeError("page")
    return Span(start, end, page)
