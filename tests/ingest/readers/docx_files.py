"""Writes small DOCX files: what python-docx can write, and raw WordprocessingML where it cannot."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

_NAMESPACES = (
    nsdecls("w", "m")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def add(document: Document, xml: str) -> etree._Element:
    """Append elements written in WordprocessingML to the body; gives the last one."""
    last = None
    for element in parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>"):
        last = element
        document.element.body.insert_element_before(element, "w:sectPr")
    assert last is not None
    return last


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, numbering)


def define_numbering(document: Document, number: int, levels: list[tuple[str, str]], overrides: str = "") -> None:
    """Add a numbering definition: (format, text) a level, e.g. ("chineseCounting", "%1、").

    The format "legal" is decimal for all the levels that the text names.
    """
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/>{_format(form)}<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    definition = parse_xml(f'<w:abstractNum {_NAMESPACES} w:abstractNumId="{number}">{inner}</w:abstractNum>')
    root.insert(0, definition)
    use_numbering(document, number, number, overrides)


def _format(form: str) -> str:
    return '<w:numFmt w:val="decimal"/><w:isLgl/>' if form == "legal" else f'<w:numFmt w:val="{form}"/>'


def use_numbering(document: Document, number: int, definition: int, overrides: str = "") -> None:
    """Add a list that follows a definition."""
    document.part.numbering_part.element.append(
        parse_xml(f'<w:num {_NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>')
    )


def style(document: Document, name: str, properties: str = "", based_on: str = "") -> str:
    """Add a paragraph style and give its id."""
    style_id = f"s{len(document.styles.element)}"
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    document.styles.element.append(
        parse_xml(
            f'<w:style {_NAMESPACES} w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
            f"<w:pPr>{properties}</w:pPr></w:style>"
        )
    )
    return style_id


def styled(text: str, style_id: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style_id}"/>')


def new() -> Document:
    return docx.Document()


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
