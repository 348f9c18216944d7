"""What follows from the figures of the evidence, and what does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evals.deriving import counted, derived

FIRMS = [Decimal(14576), Decimal(25000)]


@pytest.mark.parametrize("form", ["10424家", "71.5%", "71.51%", "72%", "1.72倍", "11.4%"])
def test_differences_growth_ratios_and_yearly_growth_follow(form: str) -> None:
    assert derived(form, FIRMS)


@pytest.mark.parametrize("form", ["10425家", "71.6%", "71.52%", "七成"])
def test_what_is_rounded_wrongly_or_no_number_does_not(form: str) -> None:
    assert not derived(form, FIRMS)


def test_a_change_may_be_spread_over_years() -> None:
    assert derived("10万", [Decimal(285), Decimal(335)])
    assert not derived("10.1万", [Decimal(285), Decimal(335)])


def test_nothing_follows_from_one_number() -> None:
    assert not derived("600家", [Decimal(600)])


def test_what_is_listed_can_be_counted() -> None:
    units = ["（责任单位：区科技局、区发改局", "区发改局、区财政局）"]
    assert counted("3家", units, 1)
    assert counted("三个", units, 1)
    assert not counted("4家", units, 1)
    assert counted("六条", ["第一条"], 6)
    assert not counted("科技局", units, 3)
