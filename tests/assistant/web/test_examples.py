from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from assistant.web.examples import MOST, examples
from ingest.plans import Indicator, Measure
from tests.assistant.web import shelf


@dataclass(frozen=True)
class Given(shelf.FewPlans):
    """A shelf with indicators and measures as given."""

    targets: tuple[Indicator, ...] = ()
    cards: tuple[Measure, ...] = ()

    def indicators(self) -> tuple[Indicator, ...]:
        return self.targets

    def measures(self) -> tuple[Measure, ...]:
        return self.cards


TARGET = next(iter(shelf.both().indicators()))
CARD = shelf.both().measures()[0]


def asked(*targets: Indicator, cards: tuple[Measure, ...] = ()) -> tuple[str, ...]:
    return examples(Given(shelf.both().held, targets, cards))


def test_the_first_asks_for_a_value_of_an_indicator_table() -> None:
    found = examples(shelf.both())
    assert found[0] == "云溪区2025年研发经费支出占地区生产总值比重的目标是多少？"
    assert 4 <= len(found) <= MOST
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "change",
    [
        {"role": "actual"},
        {"table": ""},
        {"region": ""},
        {"year": "2021-2025"},
        {"value": "高于固定资产投资"},
        {"name": "一个长得谁也不会在问题里这样完整写出来的指标名称"},
        {"name": "比重（%）"},
    ],
)
def test_what_might_not_be_found_again_is_not_asked_for(change: dict[str, str]) -> None:
    assert asked(TARGET) != asked()
    assert asked(replace(TARGET, **change)) == asked()


def test_two_regions_with_the_same_indicator_are_compared() -> None:
    other = replace(TARGET, plan_id="shiqiao", region="石桥区", value="4.2")
    assert "云溪区和石桥区2025年研发经费支出占地区生产总值比重的目标相差多少？" in asked(TARGET, other)
    for alike in (replace(other, unit="件"), replace(other, value=TARGET.value), replace(other, region="云溪区")):
        assert not any("相差" in question for question in asked(TARGET, alike))


def test_a_measure_with_a_lead_unit_is_asked_for() -> None:
    assert "“壮大企业主体”由谁牵头？" in asked(cards=(CARD,))
    assert not any("牵头" in question for question in asked(cards=(replace(CARD, lead_unit=""),)))


def test_only_sections_named_for_something_to_do_are_asked_about() -> None:
    assert [question for question in asked() if "方面" in question] == [
        "云溪区在“壮大企业主体”方面有哪些任务？",
    ]


def test_without_plans_there_are_no_examples() -> None:
    assert examples(shelf.FewPlans()) == ()
