"""Two rows of one table set against each other, column by column: 五项指标里有没有哪一项排在德清前面."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.compare import over_regions
from assistant.records.neighbours import region_of
from assistant.records.operations import operations_of
from assistant.records.values import Hit, together
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from assistant.words import present_orders
from ingest.library.words import tokens
from ingest.plans import Indicator

_WHICH = re.compile(
    r"(?:哪一?[项个些几]|有没有|几[项个])[^，。？]{0,20}(?:[比在][^，。？]{2,8}(?:前面?|靠前|高|强|好|领先|之上)|更?(?:靠前|领先|占优|胜出)|[超强胜赢]过(?![\d一二三四五六七八九十百]))"
)
_LEAST = 3
Pair = tuple[Hit, Hit]


def row_by_row(evidence: Evidence) -> Draft | None:
    """In which columns of a table each of two places is ahead; first what else is asked of the two."""
    query = evidence.query
    names = [*(region_of(evidence, s) for s in query.scopes), *query.outside]
    if len(names) != 2 or not _WHICH.search(query.text):
        return None
    pairs = _columns(evidence, names)
    if len(pairs) < _LEAST:
        return None
    ahead = [pair for pair in pairs if _is_ahead(*pair)]
    behind = [pair for pair in pairs if _is_ahead(*reversed(pair))]
    claims = [_told(names[0], names, pair) for pair in ahead] + [_told(names[1], names, pair) for pair in behind]
    first = over_regions(evidence) if operations_of(query.text) else None
    records = tuple(hit.indicator for pair in pairs for hit in pair)
    return Draft(AnswerStatus.ANSWERED, (*(first.claims if first else ()), *claims), indicators=records)


def _columns(evidence: Evidence, names: Sequence[str]) -> list[Pair]:
    """The cells of the two places in the table that holds both and has most of the question's words, one a column."""
    plan_ids = dict.fromkeys(scored.passage.plan_id for scored in evidence.anywhere().passages)
    rows: dict[tuple[str, str], dict[str, dict[str, Hit]]] = {}
    for plan_id in plan_ids:
        for i in evidence.indicators((plan_id,)):
            if i.table and short(i.region) in names and i.role in ("rank", "actual") and _is_of(i, evidence):
                hit = Hit(i, 1.0, evidence.plan_of(plan_id))
                rows.setdefault((plan_id, i.table), {}).setdefault(i.name, {})[short(i.region)] = hit
    tables = [
        [(cells[names[0]], cells[names[1]]) for cells in table.values() if len(cells) == 2] for table in rows.values()
    ]
    return max((pairs for pairs in tables if pairs), key=lambda pairs: _fit(pairs, evidence), default=[])


def _is_of(indicator: Indicator, evidence: Evidence) -> bool:
    years = evidence.query.years
    return not years or indicator.year in years


def _fit(pairs: Sequence[Pair], evidence: Evidence) -> float:
    named: Iterable[str] = (f"{left.indicator.table}{left.indicator.name}" for left, _ in pairs)
    return evidence.looked.covered({token for name in named for token in tokens(name)})


def _is_ahead(one: Hit, other: Hit) -> bool:
    """Whether the first of two cells is the better one: the smaller rank, the larger value; not where one is words."""
    try:
        left, right = compute.number(one.indicator), compute.number(other.indicator)
    except compute.Incomparable:
        return False
    return left < right if one.indicator.role == "rank" else left > right


def _told(winner: str, names: Sequence[str], pair: Pair) -> Claim:
    return Claim(present_orders.ahead_in(winner, names, [hit.indicator for hit in pair]), together(pair))
