"""What must hold of every document read and of every error raised."""

from __future__ import annotations

import itertools

from ingest.errors import UnreadableFile
from ingest.plans import RawDocument, RawGrid, RawLine, Span


def words(document: RawDocument, span: Span) -> str:
    return document.text[span.start : span.end]


def lines(document: RawDocument) -> list[tuple[str | None, str]]:
    """Style and words of every block that is a line."""
    return [(b.style, words(document, b.span)) for b in document.blocks if isinstance(b, RawLine)]


def tables(document: RawDocument) -> list[list[list[str]]]:
    """The cells' texts of every table."""
    return [[[cell.text for cell in row] for row in b.rows] for b in document.blocks if isinstance(b, RawGrid)]


def assert_sound(document: RawDocument) -> None:
    """Offsets point where they say, blocks follow one another, rows are of equal length, a cell's words are its own."""
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(document.text)
        if isinstance(block, RawLine):
            assert words(document, block.span) == words(document, block.span).strip()
            continue
        assert len({len(row) for row in block.rows}) == 1
        for cell in itertools.chain(*block.rows):
            assert block.span.start <= cell.span.start <= cell.span.end <= block.span.end
            if document.format != "markdown":
                assert words(document, cell.span) == cell.text
    for before, after in itertools.pairwise(document.blocks):
        assert before.span.end <= after.span.start
    for field in document.metadata.values():
        assert words(document, field.span) == field.value


def assert_sentence(error: UnreadableFile, name: str) -> None:
    """One Chinese sentence that names the file and says what to do."""
    text = str(error)
    assert f"「{name}」" in text
    assert text.endswith("。")
    assert text.count("。") == 1
    assert "请" in text
    assert "\n" not in text
