"""What rows come to together, and their share in the whole: 前三名加起来多少、占全市多少."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import compute
from assistant.answers import Claim, Computed
from assistant.records.columns_of_places import whole_of
from assistant.records.lineups import Line
from assistant.records.values import Hit, together
from assistant.retrieval.evidence import Evidence
from assistant.words import present_figures

SUM = re.compile("加起来|加在一起|合起来|合计|相加|之和|一共|总共")
_SHARE = re.compile("占|比[重例]|份额")


def summed(rows: Sequence[Line], evidence: Evidence) -> list[Claim]:
    """The sum of rows and, where the question asks for it, its share in the total of their column."""
    text, parts = evidence.query.text, [line.hits[-1] for line in rows]
    if len(parts) < 2 or not SUM.search(text):
        return []
    whole = whole_of(rows[0], evidence) if _SHARE.search(text) else None
    try:
        total = compute.total([hit.indicator for hit in parts])
        share = compute.share_of_total([hit.indicator for hit in parts], whole.indicator) if whole else None
    except compute.Incomparable:
        return []
    claims = [_claim("total", total, parts)]
    if whole and share:
        told = Claim(present_figures.cells([whole.indicator], whole.indicator.region), whole.sources)
        claims += [told, _claim("share", share, [*parts, whole])]
    return claims


def _claim(kind: str, result: compute.Result, used: Sequence[Hit]) -> Claim:
    sources = together(used)
    computed = Computed(result.expression, result.value, result.unit, sources)
    return Claim(present_figures.calculation(kind, result), sources, computed)
