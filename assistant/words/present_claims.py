"""Every word that a user can read of a figure that a question claims: right, wrong, another kind of figure, none."""

from __future__ import annotations

from decimal import Decimal

from assistant.words.present_figures import dated
from ingest.plans import Indicator

REACHED, NOT_REACHED = "达到了，", "没有达到，"
STEADY, NOT_STEADY = "是，逐年如此", "不是，其间有升有降"


def confirmed(indicator: Indicator) -> str:
    """What the question states is right."""
    return f"对，{indicator.name}：{dated(indicator)}"


def corrected(indicator: Indicator) -> str:
    """What the question states is wrong, and what is right."""
    return f"不对，文本给出的是：{indicator.name} {dated(indicator)}"


def no_addition(indicator: Indicator) -> str:
    """What the question takes for an addition is a total."""
    return f"不是新增数，文本给出的是总数：{indicator.name} {dated(indicator)}"


def not_in_all(indicator: Indicator) -> str:
    """What the question takes for a sum over years is a figure for each year."""
    return f"不是累计数，文本给出的是每年的数：{indicator.name} {dated(indicator)}"


def met(*, beyond: Decimal, denied: bool) -> str:
    """Whether the outcome came up to the plan, and by how much (below zero where it did not); `denied`: the question
    supposes that it did not."""
    reached = beyond >= 0
    verdict = "是" if reached != denied else "不是" if denied else "没有"
    return f"{verdict}，完成值{'超过' if beyond > 0 else '达到' if reached else '没有达到'}规划目标"


def same(*, equal: bool) -> str:
    """Whether several places have one and the same value."""
    return "是，各地数值相同" if equal else "不是，各地数值不同"


def words_only(said: str) -> str:
    """A target without a figure."""
    return f"没有给出具体数值，只提出：{said}"


def doubled(*, reached: bool, twice: str, unit: str) -> str:
    """Whether a value doubles."""
    return f"{'达到了' if reached else '没有达到'}翻一番（翻一番应为 {twice}{unit}）"
