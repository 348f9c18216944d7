"""The values of one indicator in lines: a table's row in one, what the text says besides in another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim
from assistant.composing.clause import clause
from assistant.questions import Query
from assistant.records.roles import by_role
from assistant.records.values import Hit, fits_year, together
from assistant.retrieval.evidence import Evidence
from assistant.words import present, present_figures

_REACHED = re.compile("实际|完成|做到|达成|达标")


def line(evidence: Evidence, found: Sequence[Hit], label: str = "") -> list[Claim]:
    """The values of one indicator: from the table in one line, then what the text says besides."""
    query = evidence.query
    cells = by_role([h for h in found if h.indicator.table], query)
    said = by_role([h for h in found if not h.indicator.table], query)
    if query.role == "actual" and not query.years:  # what there is now is the latest that is told
        said = sorted(said, key=lambda h: h.indicator.year, reverse=True)
    claims = _of_tables(cells, query, label) if cells else []
    shown = {(h.indicator.year[-4:], h.indicator.value) for h in cells}
    told: set[str] = set()
    for hit in said[: max(2, 2 * len(query.years))]:
        agrees = (hit.indicator.year[-4:], hit.indicator.value) in shown
        fits = not cells or agrees or any(fits_year(hit.indicator.year, cell.indicator.year) for cell in cells)
        if fits and hit.indicator.year not in told and len(told) < max(1, len(query.years)):
            claims.append(clause(hit, label if not claims else ""))
            told.add(hit.indicator.year)
    return claims


def of_plan(hit: Hit) -> Claim:
    """What another plan says, under its title."""
    title = present.titled(hit.plan.title)
    return (
        Claim(present_figures.cells([hit.indicator], title), hit.sources) if hit.indicator.table else clause(hit, title)
    )


def _of_tables(cells: Sequence[Hit], query: Query, label: str) -> list[Claim]:
    """A row in one line; asked years that it lacks from the next table that has them, in a line of its own."""
    claims: list[Claim] = []
    told: set[tuple[str, str]] = set()
    roles: set[str] = set()
    rows = dict.fromkeys((h.indicator.table, h.indicator.name) for h in cells)
    for row in rows:
        same = [h for h in cells if (h.indicator.table, h.indicator.name) == row]
        same = [h for h in same if (h.indicator.year, h.indicator.role) not in told]
        same = sorted({(h.indicator.year, h.indicator.role): h for h in same}.values(), key=lambda h: h.indicator.year)
        other = _REACHED.search(query.text) and {h.indicator.role for h in same} - roles
        if not claims or (len(query.years) > 1 and same) or other:
            claims.append(Claim(present_figures.cells([h.indicator for h in same], label), together(same)))
            told |= {(h.indicator.year, h.indicator.role) for h in same}
            roles |= {h.indicator.role for h in same}
    return claims
