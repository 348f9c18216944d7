"""The clause for a figure among clauses that each set a range."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant.records.brackets import bracketed, condition, in_unit
from ingest.library import Library
from ingest.notation.quantities import quantities
from tests.assistant.gathering import gathered, over

PLAN = """# 平湖市举报奖励细则

平湖市人民政府

2025年1月3日

## 第七条 举报奖励标准

查处举报案件后，按照以下标准奖励举报人：

（一）罚款金额在15万元以下的，按1500元奖励；

（二）罚款金额在15万元以上的，50万元以下的，按罚款金额的1%奖励；

（三）罚款金额在50万元以上的，按罚款金额的2%奖励。

## 第八条 研发补助

研发投入达到1亿元/年的企业，给予补助1000万元；5000万元（含）至1亿元（不含）/年的企业，给予补助500万元。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pinghu"), 平湖=PLAN) as library:
        yield library


def held(library: Library, question: str) -> list[str]:
    evidence = gathered(library, question)
    figures = [figure for figure in quantities(question) if figure.unit]
    return [candidate.text.strip() for candidate in bracketed(evidence, evidence.looked, figures)]


@pytest.mark.parametrize(
    ("fine", "clause"),
    [
        ("10万元", "（一）罚款金额在15万元以下的，按1500元奖励；"),
        ("20万", "（二）罚款金额在15万元以上的，50万元以下的，按罚款金额的1%奖励；"),
        ("600万", "（三）罚款金额在50万元以上的，按罚款金额的2%奖励。"),
    ],
)
def test_the_clause_whose_range_holds_the_figure_is_meant(pinghu: Library, fine: str, clause: str) -> None:
    assert held(pinghu, f"平湖举报奖励罚款金额{fine}") == [clause]


def test_a_figure_of_another_unit_is_in_no_range(pinghu: Library) -> None:
    assert held(pinghu, "平湖举报奖励罚款的企业有30人") == []


def test_the_condition_is_what_stands_before_its_consequence() -> None:
    told = condition("5000万元（含）至1亿元（不含）/年的企业，给予补助500万元；")
    assert told is not None
    assert (told.low, told.high, told.unit, told.whole) == (Decimal(50_000_000), Decimal(100_000_000), "元", False)
    assert condition("给予补助500万元以上") is None
    assert condition("企业达到100家以上") is None


def test_a_figure_without_its_unit_is_money_where_the_range_is() -> None:
    (bare,) = quantities("100万")
    assert in_unit(bare, "元") == 1_000_000
    assert in_unit(bare, "亩") is None
