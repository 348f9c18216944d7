from __future__ import annotations

import pytest

from assistant import compute
from assistant.operations import HIGHER, calculated, operations_of
from assistant.values import Hit, hits
from ingest.library import Library
from tests.assistant.gathering import gathered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年比2020年多多少", [compute.difference]),
        ("两地相差几个百分点", [compute.difference]),
        ("2025年比2020年增长百分之几", [compute.growth, compute.difference]),
        ("技术交易额涨幅", [compute.growth]),
        ("2025年是2020年的几倍", [compute.multiple]),
        ("能不能翻一番", [compute.multiple]),
        ("年均增长率是多少", [compute.annual_growth, compute.growth, compute.difference]),
        ("占全市的比重", [compute.share]),
        ("2025年目标是多少", []),
        ("有哪些任务", []),
    ],
)
def test_the_words_say_what_is_to_be_calculated(text: str, expected: list[object]) -> None:
    assert operations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "asked"), [("谁更高", True), ("高了还是低了", True), ("哪家领先", True), ("多高", False)]
)
def test_who_is_ahead_may_be_asked(text: str, asked: bool) -> None:
    assert bool(HIGHER.search(text)) == asked


def pair(library: Library, text: str, *values: str) -> list[Hit]:
    found = hits(gathered(library, text))
    return [next(h for h in found if h.indicator.value == value) for value in values]


def test_a_calculation_states_its_operands_and_cites_both(library: Library) -> None:
    later, earlier = pair(library, "南湖技术交易额和国家高新技术企业", "450", "212")
    (claim,) = calculated(compute.difference, later, earlier)
    assert "238家" in claim.text
    assert "450 − 212" in claim.text
    assert claim.sources == (*later.sources, *earlier.sources)
    assert (claim.calculation.expression, claim.calculation.unit) == ("450 − 212", "家")
    assert claim.calculation.operands == claim.sources


def test_what_has_no_common_unit_is_not_calculated(library: Library) -> None:
    money, firms = pair(library, "南湖技术交易额和国家高新技术企业", "90", "450")
    assert calculated(compute.difference, money, firms) == []
