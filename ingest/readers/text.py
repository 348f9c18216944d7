"""Plain text: the decoded text as it stands, one block a line."""

from __future__ import annotations

import re

from ingest.errors import EmptyFile
from ingest.plans import RawDocument, RawLine, Span
from ingest.readers.assembly import LINE, too_long
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings

_RECORD = re.compile(r'\{\s*"type":\s*"(?P<type>\w+)",\s*"(?:text|content)":\s*"\s*(?P<text>.*?)\s*"\s*\}?\s*,?')
_HEADINGS = ("title", "heading", "header")


def read_text(source: SourceFile, text: str, settings: IngestSettings) -> RawDocument:
    """One RawLine a non-blank line, edges trimmed; of a line that is a typed record of a text (a page taken down as
    JSON), what it holds. Raises EmptyFile or FileTooLarge (`settings.max_chars`)."""
    check_length(source, text, settings)
    lines = tuple(_line(found) for found in LINE.finditer(text))
    if not lines:
        raise EmptyFile(f"{source.called}里没有文字，请换成有正文的文件。")
    return RawDocument(text, lines, "text")


def _line(found: re.Match[str]) -> RawLine:
    record = _RECORD.fullmatch(found.string, *found.span())
    if record is None or record.start("text") == record.end("text"):
        return RawLine(Span(*found.span()))
    return RawLine(Span(*record.span("text")), "heading-1" if record["type"] in _HEADINGS else None)


def check_length(source: SourceFile, text: str, settings: IngestSettings) -> None:
    """Raises FileTooLarge where a decoded text is beyond `settings.max_chars`."""
    if len(text) > settings.max_chars:
        raise too_long(source.called, settings.max_chars)
