"""HTML: a government page as served. Main content in, chrome out, the block of labelled fields into the metadata.

The text is the page's visible text in reading order, white space folded as a browser folds it.
"""

from __future__ import annotations

import lxml.html
from lxml import etree

from ingest.errors import DamagedFile, EmptyFile
from ingest.plans import RawDocument
from ingest.readers import html_chrome, html_fields, html_tables
from ingest.readers.assembly import Assembly
from ingest.readers.html_fields import Event, Field
from ingest.readers.html_tables import HtmlGrid
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings

_BLOCK_TAGS = """
    address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{n}": f"heading-{n}" for n in range(1, 7)}


def read_html(source: SourceFile, text: str, settings: IngestSettings) -> RawDocument:
    """h1–h6 → style "heading-n"; data tables → RawGrid with spans resolved; layout tables → their lines.

    Raises EmptyFile, DamagedFile or FileTooLarge.
    """
    root = _parse(source, text)
    declared = html_fields.declared(root)
    named = root.findtext(".//title") or ""
    html_chrome.strip(root)
    main = html_chrome.main_content(root)
    walk = _Walk(main)
    walk.through(root)
    fields, events = html_fields.take(walk.inside)
    elsewhere, _ = html_fields.take(walk.outside)
    assembly = Assembly(source.called, settings)
    bars = [bar for event in walk.outside + events if isinstance(event, tuple) for bar in _bar(event[0])]
    numbers = [field for event in walk.outside if isinstance(event, tuple) for field in html_fields.number(event[0])]
    for field in [*elsewhere, *fields, *numbers, *bars, *declared]:
        assembly.field(*field)
    assembly.paragraph_end()
    if title := html_chrome.title_outside(root, main, named):
        assembly.line(title, "title")
        assembly.paragraph_end()
    _write(assembly, events)
    return assembly.finish("html")


def _parse(source: SourceFile, text: str) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise EmptyFile(f"{source.called}里没有文字，请换成有正文的文件。") from error
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise _unreadable(source) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise _unreadable(source)  # elements nested too deep: what follows them is missing
    return root


def _unreadable(source: SourceFile) -> DamagedFile:
    return DamagedFile(f"{source.called}的网页代码无法解析，请在浏览器中打开并重新保存后再添加。")


def _bar(line: str) -> list[Field]:
    return html_fields.in_line(line) if html_chrome.is_chrome(line) else []


def _write(assembly: Assembly, events: list[Event]) -> None:
    for event in events:
        if isinstance(event, tuple):
            if not html_chrome.is_chrome(event[0]):
                assembly.line(*event)
            continue
        assembly.paragraph_end()
        if isinstance(event, HtmlGrid):
            assembly.grid(event.places, event.texts)
            assembly.paragraph_end()


class _Walk:
    """Collects the events of a page in reading order, those within the main content apart from the others."""

    def __init__(self, main: lxml.html.HtmlElement) -> None:
        self.inside: list[Event] = []
        self.outside: list[Event] = []
        self._main = main
        self._events = self.outside
        self._buffer: list[str] = []
        self._style: str | None = None

    def through(self, root: lxml.html.HtmlElement) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for action, element in walker:
            if element.tag in _BLOCKS or element is self._main:
                self._flush(gap=element.tag != "br")
            if action == "start":
                if self._start(element):
                    walker.skip_subtree()
            else:
                self._end(element)

    def _start(self, element: lxml.html.HtmlElement) -> bool:
        """Take in the element's beginning; True where it is taken in whole."""
        if element is self._main:
            self._events = self.inside
        self._style = _HEADINGS.get(element.tag, self._style)
        whole = html_fields.from_element(element)
        if whole is None and element.tag == "table":
            whole = html_tables.grid(element)
        if whole is not None:
            self._events += [(caption, None) for caption in html_tables.captions(element)]
            self._events.append(whole)
            return True
        self._buffer.append(element.text or "")
        return False

    def _end(self, element: lxml.html.HtmlElement) -> None:
        if element is self._main:
            self._events = self.outside
        if element.tag in _HEADINGS:
            self._style = None
        self._buffer.append(element.tail or "")

    def _flush(self, gap: bool) -> None:
        if line := html_tables.fold("".join(self._buffer)):
            self._events.append((line, self._style))
        if gap:
            self._events.append(None)
        self._buffer.clear()
