from __future__ import annotations

import pytest

from ingest.notation.tiers import asked_tier, tiers

RINKS = "对新建的大型冰场、中型冰场、小型冰场分别奖励90万元、40万元、6万元。"
HOTELS = "对新评定为三星级、四星级、五星级的酒店，一次性分别给予21万元、52万元、105万元奖励。"
VILLAGES = "对评为2—5星级的乡村旅游点，分别给予1万元、3万元、7万元、14万元奖励。"
CENTRES = "对首次认定为国家、省级企业技术中心的企业，分别给予企业110万元、35万元奖励。"
EQUIPMENT = (
    "对设备购置额在40万元以上至90万元以下、90万元以上至200万元以下、200万元以上的项目，"
    "分别给予实际投资额（不含税，下同）4%、6%、9%的补助。"
)
EXPORTS = "对当年出口额200万美元、400万美元、900万美元以上，且增长8%以上的企业，分别奖励2万元、4万元、9万元。"


@pytest.mark.parametrize(
    ("text", "asked", "amount"),
    [
        (RINKS, "新建一个中型冰场奖励多少", "40万元"),
        (RINKS, "大型冰场奖多少", "90万元"),
        (HOTELS, "新评上的四星级酒店给多少", "52万元"),
        (HOTELS, "5星级酒店给多少", "105万元"),
        (VILLAGES, "乡村旅游点评上四星级给多少", "7万元"),
        (CENTRES, "省级企业技术中心奖多少", "35万元"),
        (CENTRES, "国家企业技术中心奖多少", "110万元"),
        (EQUIPMENT, "设备购置150万元补百分之几", "6%"),
        (EXPORTS, "出口额500万美元奖多少", "4万元"),
        (EXPORTS, "出口额1亿美元奖多少", "9万元"),
    ],
)
def test_the_amount_is_the_one_at_the_place_of_what_is_named(text: str, asked: str, amount: str) -> None:
    found = asked_tier(tiers(text), asked)
    assert found is not None
    assert found.amount == amount


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (RINKS, "冰场奖励多少"),
        (HOTELS, "星级酒店奖励多少"),
        (HOTELS, "三星级和四星级酒店各奖多少"),
        (EQUIPMENT, "设备购置30万元补多少"),
        (EQUIPMENT, "设备购置90万元补多少"),
        (EXPORTS, "出口额150万美元奖多少"),
        (EXPORTS, "出口额500万元奖多少"),
        (CENTRES, "企业技术中心奖多少"),
    ],
)
def test_what_names_none_or_several_gets_none(text: str, asked: str) -> None:
    assert tiers(text)
    assert asked_tier(tiers(text), asked) is None


@pytest.mark.parametrize(
    "text", ["对甲类、乙类、丙类企业分别给予10万元、5万元奖励。", "由甲局、乙局分别负责。", "奖励10万元、5万元。"]
)
def test_lists_of_different_length_and_lists_without_amounts_are_no_tiers(text: str) -> None:
    assert tiers(text) == []


def test_a_share_of_an_amount_is_known_as_one() -> None:
    assert all(tier.of_whole for tier in tiers(EQUIPMENT))
    assert not any(tier.of_whole for tier in tiers(HOTELS))
