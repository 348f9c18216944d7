"""Stated calculations, worked out again."""

from __future__ import annotations

import pytest

from evals.calculations import holds, inline
from evals.outputs import Calculated


@pytest.mark.parametrize(
    ("expression", "result", "unit", "verdict"),
    [
        ("550.08 − 342", "208.08", "亿元", True),
        ("550.08 − 342", "208.8", "亿元", False),
        ("(19.59 − 10.75) ÷ 10.75", "82.23", "%", True),
        ("19.6亿元 ÷ 530.4亿元 × 100", "3.70", "%", True),
        ("(600÷347)^(1/5)-1", "11.6", "%", True),
        ("347 − 600", "253", "家", True),
        ("347家 ＋ 578家", "925", "家", True),
        ("甲 − 乙", "5", "", None),
        ("1 ÷ 0", "1", "", None),
        ("9^9^9", "1", "", None),
        ("(" * 500, "1", "", None),
        ("1 + 1", "很多", "", None),
    ],
)
def test_a_result_follows_or_does_not_or_cannot_be_told(
    expression: str, result: str, unit: str, verdict: bool | None
) -> None:
    assert holds(Calculated(expression=expression, result=result, unit=unit)) is verdict


def test_sums_written_out_in_a_text_are_found() -> None:
    text = "600-347=253家；6.38÷1.5≈4.25倍；(600÷347)^(1/5)-1≈11.6%；2021-2025年；R&D=研发"
    assert [holds(one) for one in inline(text)] == [True, True, True]
    assert [holds(one) for one in inline("600-347=252家")] == [False]
