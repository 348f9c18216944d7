"""The one door through which text becomes HTML: everything is escaped on the way in and sanitised on the way out.

Answers and plans are untrusted: what they hold of HTML is shown as text, and links and images are never made.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import nh3
from markdown_it import MarkdownIt

_TAG_NAMES = """
    article blockquote br button caption dd div dl dt em h1 h2 h3 h4 h5 h6 header hr li mark ol p span strong table
    tbody td th thead tr ul
"""
_TAGS = set(_TAG_NAMES.split())
_ATTRIBUTES = {
    "*": {"class"},
    "button": {"title", "type", "value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_MARKER = re.compile(r"\[(\d{1,3})\]")

_markdown = MarkdownIt("zero", {"html": False, "linkify": False, "breaks": True}).enable(
    ["blockquote", "emphasis", "escape", "heading", "hr", "list", "newline", "table"]
)


def escape(text: str) -> str:
    """Text as HTML that shows exactly this text."""
    return html.escape(text, quote=True)


def sanitised(fragment: str) -> str:
    """The fragment on one line, with only the tags and attributes that the page itself makes."""
    clean = nh3.clean(fragment, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(), link_rel=None)
    return " ".join(clean.split("\n"))


def from_markdown(text: str, mark: Callable[[int], str]) -> str:
    """Markdown as HTML, each marker `[n]` replaced by `mark(n)`, which is HTML or empty for a marker to be left out.

    Of Markdown only emphasis, lists, headings, quotes and tables are known; links, images, HTML and code stay text.
    """
    tokens = _markdown.parse(text)
    for token in tokens:
        for child in token.children or ():
            if child.type == "text" and _MARKER.search(child.content):
                child.type = "html_inline"
                child.content = _MARKER.sub(lambda found: mark(int(found[1])), escape(child.content))
    return _markdown.renderer.render(tokens, _markdown.options, {})
