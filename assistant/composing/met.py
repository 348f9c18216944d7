"""Whether what was planned was reached: 完成规划目标了吗, 没完成吧."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant import compute
from assistant.answers import Claim
from assistant.records.values import Hit, together
from assistant.words import present_claims

_MET = re.compile(
    "(?P<not>(?<!有)没有?|未)?能?(?:完成|达到?|实现)(?:了)?[^，。？]{0,8}(?:目标|规划|计划)[^，。？多少几]{0,3}(?:吗|吧|没|？|$)"
)
_PLANS = ("planned", "target")


def asks_whether_met(text: str) -> bool:
    """Whether a question asks or supposes that a goal was met."""
    return bool(_MET.search(text))


def met(pair: tuple[Hit, Hit], text: str) -> list[Claim]:
    """Whether the outcome came up to the plan, where the question asks or supposes it."""
    planned, reached = pair
    asked = _MET.search(text)
    if not asked or planned.indicator.role not in _PLANS or reached.indicator.role != "actual":
        return []
    try:
        beyond = Decimal(compute.difference(reached.indicator, planned.indicator).value)
    except compute.Incomparable:
        return []
    return [Claim(present_claims.met(beyond=beyond, denied=bool(asked["not"])), together(pair))]
