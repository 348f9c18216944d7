"""The tables, boxes and passages of a plan that a question points at: 表1, 专栏5, 正文, “…”一节."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.values import Hit
from ingest.headings import ordinal

_TABLE = re.compile(r"表\s*(\d{1,2}|[一二三四五六七八九十]{1,2})(?![一-鿿]?[类本])")
_CAPTION = re.compile(r"\s*(?:续|附)?表\s*(\d{1,2}|[一二三四五六七八九十]{1,2})")


def tables_in(text: str) -> frozenset[int]:
    """The numbers of the tables that a question names."""
    return frozenset(ordinal(found) for found in _TABLE.findall(text)) - {0}


def of_tables(found: Sequence[Hit], text: str) -> list[Hit]:
    """The hits of the tables that a question names; all of them where it names none, or none of them has a hit."""
    named = tables_in(text)
    return [h for h in found if number_of(h.indicator.table) in named] or list(found)


def number_of(caption: str) -> int:
    """The number of a table by its caption; 0 where it has none."""
    found = _CAPTION.match(caption)
    return ordinal(found.group(1)) if found else 0
