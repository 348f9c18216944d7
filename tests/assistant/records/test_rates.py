from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.records.rates import applied, ceilings, of_tier, rates
from ingest.notation.quantities import quantities
from ingest.notation.tiers import asked_tier, tiers


@pytest.mark.parametrize(
    ("text", "asked", "result"),
    [
        ("一次性奖励150元/亩", "种了600亩", "600 × 150 = 90000元"),
        ("每件给予资助3000元", "有5件", "5 × 3000 = 15000元"),
        ("每满两万人奖励三万元", "来了6万游客", "60000 ÷ 20000 × 3 = 9万元"),
        ("到位4000万元，给予指标1名，每增加到位4000万元增加1名指标", "到位2亿元", "20000 ÷ 4000 = 5名"),
        ("按实际融资额的3%给予奖励", "融资2000万元", "2000 × 3 ÷ 100 = 60万元"),
        ("按实际融资额的3%给予奖励", "融资1.5亿元", "15000 × 3 ÷ 100 = 450万元"),
    ],
)
def test_a_rate_is_worked_out_for_a_figure_of_its_unit(text: str, asked: str, result: str) -> None:
    (rate,) = rates(text)
    found = applied(rate, quantities(asked)[0])
    assert found is not None
    assert f"{found.expression} = {found.value}{found.unit}" == result


@pytest.mark.parametrize(
    ("text", "asked"),
    [("一次性奖励150元/亩", "3家"), ("每件给予资助3000元", "5项"), ("每满两万人奖励三万元", "5万人次")],
)
def test_another_unit_and_a_step_that_is_not_full_come_to_nothing(text: str, asked: str) -> None:
    (rate,) = rates(text)
    assert applied(rate, quantities(asked)[0]) is None


@pytest.mark.parametrize(
    "text",
    [
        "给予每人每年60万元的购房补贴",
        "最高给予15元/平方米·月的补助",
        "给予5元/人/夜的奖励",
        "每家企业最高20万元",
        "每增加到位4000万元增加1名指标",
        "融资总额占资产的3%",
    ],
)
def test_what_runs_over_time_is_a_ceiling_or_has_no_beginning_is_no_rate(text: str) -> None:
    assert rates(text) == []


def test_at_least_is_kept() -> None:
    assert rates("按不低于采购金额的20%提前支付")[0].least
    assert not rates("按采购金额的20%提前支付")[0].least


def test_a_tier_in_percent_is_a_rate_of_the_amount_that_its_range_is_of() -> None:
    text = "对投资40万元以上至90万元以下、90万元以上的项目，分别给予实际投资额4%、6%的补助。"
    tier = asked_tier(tiers(text), "投资100万元")
    assert tier is not None
    assert [(rate.amount, rate.unit) for rate in of_tier(tier)] == [(Decimal(6), "%")]


def test_a_ceiling_is_an_amount_that_is_not_exceeded() -> None:
    assert ceilings("按融资额的3%给予奖励，最高不超过50万元") == [(Decimal(500_000), "元")]
    assert ceilings("给予50万元奖励") == []
