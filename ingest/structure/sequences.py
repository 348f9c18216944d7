"""Items of a sequence that stand in one line ("…。2.对…"), each as a line of its own."""

from __future__ import annotations

import re

from ingest.structure.headings import Heading, numbered
from ingest.structure.lines import Line, part
from ingest.structure.tree import Tree

_ITEM = re.compile(r"(?:(?<=[。；;：:、])\s*|　{2,})(?=[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、](?!\d))")
_STYLES = frozenset({"cn-paren", "arabic"})


def split_inline(line: Line, tree: Tree) -> list[Line]:
    """The line cut before every item that goes on with a sequence, or begins one that goes on."""
    parts, start = [], 0
    expected: Heading | None = numbered(line.text)
    for found in _ITEM.finditer(line.text):
        rest = line.text[found.end() :]
        heading = numbered(rest)
        if heading is None or heading.style not in _STYLES:
            continue
        follows = expected and expected.style == heading.style and heading.ordinal == (expected.ordinal or 0) + 1
        begins = heading.ordinal == 1 and (found.group(0).startswith("　　") or _has_next(rest, heading))
        if follows or begins or (not expected and tree.expects(heading) and heading.ordinal != 1):
            parts.append(part(line, start, found.end()))
            start, expected = found.end(), heading
    return [*parts, part(line, start, len(line.text))] if parts else [line]


def _has_next(text: str, heading: Heading) -> bool:
    following = (numbered(text[found.end() :]) for found in _ITEM.finditer(text))
    return any(h and h.style == heading.style and h.ordinal == 2 for h in following)
