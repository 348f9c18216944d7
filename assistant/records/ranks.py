"""What a row gives beside a value: its place in a ranking, and by how far that place moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.records.values import Hit
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import WITH_RANK

_RANKED_TOO = re.compile("(?:多少|各自?|分别)[^，。？]{0,4}[、，和][^，。？]{0,4}(?:排(?:名|第)?几|第几|排名|位次)")
_MOVED = re.compile("变动|变化|(?:[升降进退]|进步|退步|前进|后退)了?(?:多少|几)")


def _asks_both(text: str) -> bool:
    return bool(_RANKED_TOO.search(text) or WITH_RANK.search(text))


def rank_beside(evidence: Evidence, hit: Hit) -> Hit | None:
    """The place that a value's row gives it in a ranking, where the question asks for value and place; else None."""
    own = hit.indicator
    if not own.table or own.role == "rank" or not _asks_both(evidence.query.text):
        return None
    ranks = (i for i in evidence.indicators((hit.plan.id,)) if i.role == "rank" and i.name.startswith(own.name))
    beside = [i for i in ranks if (i.table, i.region, i.year) == (own.table, own.region, own.year)]
    rank = min(beside, key=lambda i: len(i.name), default=None)  # of R&D经费 not that of R&D经费投入强度
    return replace(hit, indicator=rank) if rank else None


def moved_beside(evidence: Evidence, ranks: Sequence[Hit]) -> Hit | None:
    """By how many places a row says that a rank moved, where the question asks for ranks and for that; else None."""
    if not ranks or not _MOVED.search(evidence.query.text):
        return None
    own = ranks[0].indicator
    if not own.table or own.role != "rank":
        return None
    told = (i for i in evidence.indicators((ranks[0].plan.id,)) if i.role == "growth" and i.name.startswith(own.name))
    move = next((i for i in told if (i.table, i.region, i.span) == (own.table, own.region, own.span)), None)
    return replace(ranks[0], indicator=move) if move else None
