"""Every word that a user can read of what a figure or a name of the question comes to by a plan's rates and tiers."""

from __future__ import annotations

from assistant.compute import Result
from assistant.expressions import in_ten_thousands

BEYOND = "所问的数量不在文本所列的范围内，文本写的是："


def tier(label: str, amount: str) -> str:
    """Which of several amounts is for what is asked about."""
    return f"{label}：{amount}"


def worked(result: Result, *, least: bool) -> str:
    """What a rate comes to: "按此计算 120000元，即12万元（600 × 200）"."""
    spoken = in_ten_thousands(result.value, result.unit)
    amount = f"{'至少 ' if least else ''}{result.value}{result.unit}{f'，即 {spoken}' if spoken else ''}"
    return f"按此计算 {amount}（{result.expression}）"


def over(ceiling: str) -> str:
    """That a sum is more than the plan allows, in the plan's words."""
    return f"算得的数超过上限，以上限为准：{ceiling}"
