"""Readers: one door per file format. `read` finds the door by a file's content first and its ending second."""

from __future__ import annotations

from pathlib import Path

from ingest.plans import RawDocument
from ingest.readers import encodings, formats, source
from ingest.settings import IngestSettings

SUPPORTED_ENDINGS: tuple[str, ...] = tuple(formats.ENDINGS)


def read(path: Path, settings: IngestSettings) -> RawDocument:
    """Parse one file in this process, under the size, page and character limits of `settings`.

    For files from outside use `ingest.readers.sandbox`, which adds limits of memory and time. Raises a subclass of
    UnreadableFile whose text is one sentence naming the file.
    """
    file = source.load(Path(path), settings)
    container = formats.container(file)
    if container == "pdf":
        from ingest.readers.pdf import read_pdf  # each parser is loaded when a file needs it: they take 0.2 s a piece

        return read_pdf(file, settings)
    if container == "docx":
        from ingest.readers.docx import read_docx

        return read_docx(file, settings)
    text = encodings.decode(file.data, file.called)
    match formats.textual(file, text):
        case "html":
            from ingest.readers.html import read_html

            return read_html(file, text, settings)
        case "markdown":
            from ingest.readers.markdown import read_markdown

            return read_markdown(file, text, settings)
        case "text":
            from ingest.readers.text import read_text

            return read_text(file, text, settings)
