"""Several places as rows of one table: the cells of the column that a question names."""

from __future__ import annotations

import re

from assistant.questions import Scope
from assistant.records.neighbours import region_of
from assistant.records.values import Hit, hits, in_years
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short


def in_one_table(evidence: Evidence, part: str) -> dict[str, Hit | None]:
    """Several places that are rows of one table: the column that the question names, for each of them."""
    query = evidence.query
    names = {s.name: region_of(evidence, s) for s in query.scopes} | {name: name for name in query.outside}
    if not query.outside:
        return {}
    wide = evidence.anywhere()
    asked = part or re.sub("|".join(map(re.escape, names)), "", query.focus)
    found = [h for h in in_years(hits(wide, Scope("", ()), asked), query) if h.indicator.table]
    for hit in found:
        column = (hit.indicator.table, hit.indicator.name, hit.indicator.year)
        rows = {
            short(h.indicator.region): h
            for h in found
            if (h.indicator.table, h.indicator.name, h.indicator.year) == column
        }
        given = {name: rows.get(place) for name, place in names.items()}
        if sum(1 for h in given.values() if h) >= 2:
            return given
    return {}
