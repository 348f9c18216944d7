"""Which hits are meant: those of one name; of these the goal, what was planned or what was reached."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Query
from assistant.records.values import Hit

_CLOSE = 0.2
_PAST = "(?:基数|现状|实际|完成值)"
# a goal and a base are asked for together
BOTH = re.compile(
    r"(?:想|要|打算|准备|计划)[^，。？]{0,6}多少[一-鿿]?[，、；][^，。？]{0,6}(?:现在|目前|现状|基数)"
    r"|(?:现在|目前|现状|基数)[^，。？]{0,10}多少[一-鿿]?[，、；][^，。？]{0,10}(?:想|要|打算|目标)"
    rf"|目标[^，。？]{{0,3}}[和与、及][^，。？]{{0,8}}{_PAST}|{_PAST}[^，。？]{{0,4}}[和与、及][^，。？]{{0,8}}目标"
)
_AT_FIRST = re.compile("当初[^，。？]{0,6}(?:目标|规划|计划|定)|原定|预定")
_PLANNED = re.compile(
    r"计划|规划目标|原定|预定|[比跟与和][^，。？]{0,4}目标|原[来先本]?[^，。？]{0,3}(?:规划|目标)|规划(?:的是|是)?多少|当[初时年][^，。？]{0,4}(?:目标|规划|计划)"
)


def by_role(found: Sequence[Hit], query: Query) -> list[Hit]:
    """Targets where a target is asked, figures reached where those are; the best name first."""
    if not found:
        return []
    if BOTH.search(query.text):
        kept = [h for h in found if h.indicator.role != "growth"]
    elif _AT_FIRST.search(query.text) and not query.years and any(h.indicator.role == "planned" for h in found):
        kept = [h for h in found if h.indicator.role == "planned"]
    elif query.role == "target" and not query.years:
        kept = [h for h in found if h.indicator.role == "target"]
    elif query.role == "actual":
        reached = ("actual", "rank", "growth", *(("planned",) if _PLANNED.search(query.text) else ()))
        kept = [h for h in found if h.indicator.role in reached]
    else:
        kept = [h for h in found if h.indicator.role != "growth" or re.search("增长|增速|增幅|提高", query.text)]
    if not _PLANNED.search(query.text):
        kept = [h for h in kept if h.indicator.role != "planned"] or kept
    return kept or list(found)


def same_name(found: Sequence[Hit]) -> list[Hit]:
    """The hits of the best-fitting indicator: its concept, in its region."""
    if not found:
        return []
    top = found[0].indicator
    return [
        h
        for h in found
        if h.indicator.concept == top.concept
        and h.indicator.region == top.region
        and h.score >= found[0].score - _CLOSE
    ]
