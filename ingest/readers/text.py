"""Plain text: the decoded text as it stands, one block a line."""

from __future__ import annotations

import re

from ingest.errors import EmptyFile
from ingest.plans import RawDocument, RawLine, Span
from ingest.readers.assembly import LINE, too_long
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings

_RECORD = re.compile(r'\{\s*"type":\s*"(?P<type>\w+)",\s*"(?:text|content)":\s*"\s*(?P<text>.*?)\s*"\s*\}?\s*,?')
_PARAGRAPH, _WHOLE_TEXT = 400, 1500
_INDENT = re.compile("　{2,}")
_NUMBER = "[一二三四五六七八九十百]{1,4}"
# what opens a paragraph: an indent, a numbered chapter, article or item behind a stop, an article behind its chapter
_OPENS = re.compile(
    rf"{_INDENT.pattern}|(?<=[。；：])\s*(?=第{_NUMBER}[章节条]|{_NUMBER}、|[（(]{_NUMBER}[）)])"
    rf"|(?<=[一-鿿])(?<![、和至到据照按法由及或])(?=第{_NUMBER}条\s)"
)
_HEADINGS = ("title", "heading", "header")


def read_text(source: SourceFile, text: str, settings: IngestSettings) -> RawDocument:
    """One RawLine a non-blank line, edges trimmed; several of a line that a whole text has been run together in; of a
    line that is a typed record of a text (a page taken down as JSON), what it holds. Raises EmptyFile or FileTooLarge
    (`settings.max_chars`)."""
    check_length(source, text, settings)
    lines = tuple(line for found in LINE.finditer(text) for line in _lines(found))
    if not lines:
        raise EmptyFile(f"{source.called}里没有文字，请换成有正文的文件。")
    return RawDocument(text, lines, "text")


def _lines(found: re.Match[str]) -> list[RawLine]:
    record = _RECORD.fullmatch(found.string, *found.span())
    if record and record.start("text") < record.end("text"):
        return [RawLine(Span(*record.span("text")), "heading-1" if record["type"] in _HEADINGS else None)]
    return [RawLine(span) for span in _parted(found.string, *found.span())]


def _parted(text: str, start: int, end: int) -> list[Span]:
    """The paragraphs of a line that is too long to be one: where white space or a number opens the next."""
    if end - start < _PARAGRAPH:
        return [Span(start, end)]
    opens = _OPENS if end - start >= _WHOLE_TEXT else _INDENT
    cuts = [start, *(found.start() for found in opens.finditer(text, start, end)), end]
    pieces = ((a, text[a:b]) for a, b in zip(cuts, cuts[1:], strict=False))
    spans = [Span(a + len(piece) - len(piece.lstrip()), a + len(piece.rstrip())) for a, piece in pieces]
    return [span for span in spans if span.start < span.end]


def check_length(source: SourceFile, text: str, settings: IngestSettings) -> None:
    """Raises FileTooLarge where a decoded text is beyond `settings.max_chars`."""
    if len(text) > settings.max_chars:
        raise too_long(source.called, settings.max_chars)
