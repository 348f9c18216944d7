from __future__ import annotations

from assistant.compute import Result
from assistant.words import present_grants


def test_a_sum_is_also_said_in_ten_thousands() -> None:
    assert present_grants.worked(Result("600 × 200", "120000", "元"), least=False) == (
        "按此计算 120000元，即 12万元（600 × 200）"
    )
    assert present_grants.worked(Result("900 × 20 ÷ 100", "180", "万元"), least=True) == (
        "按此计算 至少 180万元（900 × 20 ÷ 100）"
    )


def test_a_tier_stands_beside_its_amount() -> None:
    assert present_grants.tier("四星级", "50万元") == "四星级：50万元"
    assert present_grants.over("最高不超过50万元").endswith("：最高不超过50万元")
