"""Plain text: the decoded text as it stands, one block a line."""

from __future__ import annotations

from ingest.errors import EmptyFile
from ingest.plans import RawDocument, RawLine, Span
from ingest.readers.assembly import LINE, too_long
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings


def read_text(source: SourceFile, text: str, settings: IngestSettings) -> RawDocument:
    """One RawLine a non-blank line, edges trimmed; raises EmptyFile or FileTooLarge (`settings.max_chars`)."""
    check_length(source, text, settings)
    lines = tuple(RawLine(Span(*found.span())) for found in LINE.finditer(text))
    if not lines:
        raise EmptyFile(f"{source.called}里没有文字，请换成有正文的文件。")
    return RawDocument(text, lines, "text")


def check_length(source: SourceFile, text: str, settings: IngestSettings) -> None:
    """Raises FileTooLarge where a decoded text is beyond `settings.max_chars`."""
    if len(text) > settings.max_chars:
        raise too_long(source.called, settings.max_chars)
