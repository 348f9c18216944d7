"""What a DOCX says of a paragraph by its style: title, heading of a level, entry of the contents list."""

from __future__ import annotations

import re

from docx.oxml.ns import qn
from lxml import etree

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:\d|heading|标题)", re.IGNORECASE)
_DEEPEST = 6
_BODY_LEVEL = 9  # ECMA-376 part 1, 17.3.1.20: outline level 9 is body text


class StyleSheet:
    """The paragraph styles of a document, each followed up the styles it is based on."""

    def __init__(self, document) -> None:  # a docx.document.Document, which python-docx does not export
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}

    def style_of(self, paragraph: etree._Element) -> str | None:
        """ "title", "heading-1" … "heading-6", "toc", or None."""
        direct = _outline_level(paragraph)
        if direct is not None:
            return direct or None
        for style in self.chain(paragraph):
            name = value_of(style, "w:name")
            if found := _HEADING.fullmatch(name):
                return f"heading-{min(int(found[1]), _DEEPEST)}"
            if _TITLE.fullmatch(name):
                return "title"
            if _CONTENTS.match(name):
                return "toc"
            level = _outline_level(style)
            if level is not None:
                return level or None
        return None

    def chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """The paragraph's style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        style = self._styles.get(value_of(paragraph.find(qn("w:pPr")), "w:pStyle"))
        while style is not None and style not in found:
            found.append(style)
            style = self._styles.get(value_of(style, "w:basedOn"))
        return found


def _outline_level(element: etree._Element) -> str | None:
    """The style for an outline level given here: "" for body text, None where none is given."""
    level = value_of(element.find(qn("w:pPr")), "w:outlineLvl")
    if not level.isdigit():
        return None
    return "" if int(level) >= _BODY_LEVEL else f"heading-{min(int(level) + 1, _DEEPEST)}"


def value_of(parent: etree._Element | None, name: str) -> str:
    """What the child `name` ("w:outlineLvl") of an element says in its w:val, "" where there is none."""
    found = parent.find(qn(name)) if parent is not None else None
    return found.get(qn("w:val"), "") if found is not None else ""
