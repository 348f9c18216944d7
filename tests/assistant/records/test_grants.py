from __future__ import annotations

import pytest

from assistant.records.grants import audience, fits_occasion, fits_tier, in_order, of_measures, tiers, told
from ingest.library import Library
from tests.assistant.gathering import gathered


def test_what_measures_grant_is_trimmed_of_its_label_and_its_units(tonglu: Library) -> None:
    texts = [g.text for g in of_measures(gathered(tonglu, "桐庐有什么奖励"))]
    assert "对首次认定的国家高新技术企业，给予30万元奖励；" in texts
    assert "对新认定的科技型中小企业，每家给予2万元奖励。" in texts
    assert not [text for text in texts if "单位" in text]


def test_a_grant_stands_where_its_words_stand(tonglu: Library) -> None:
    for grant in of_measures(gathered(tonglu, "桐庐有什么奖励")):
        quote = grant.plan.quote(grant.source.span)
        assert "".join(quote.split()) == "".join(grant.text.split())


def test_only_money_that_is_granted_is_a_payment(tonglu: Library) -> None:
    grants = of_measures(gathered(tonglu, "桐庐有什么奖励"))
    assert {g.pays for g in grants if "一事一议" in g.text} == {False}
    assert {g.pays for g in grants if "创新券" in g.text} == {True}


def test_what_was_found_outside_measures_counts_too(library: Library) -> None:
    assert [g for g in told(gathered(library, "秀洲对国家高新技术企业奖励多少")) if g.pays]


@pytest.mark.parametrize(
    ("text", "named", "kin"),
    [
        ("我们是孵化器", "孵化器", "孵化载体"),
        ("高层次人才有什么待遇", "高层次人才", "顶尖人才"),
        ("外资研发中心有什么支持", "外资研发中心", "研发中心"),
        ("科技型中小企业有什么支持", "科技型中小企业", "中小企业"),
    ],
)
def test_whom_a_question_names_and_who_belongs_to_them(text: str, named: str, kin: str) -> None:
    own, others = audience(text)
    assert own == (named,)
    assert kin in others


def test_an_occasion_and_a_tier_are_not_mixed_up(tonglu: Library) -> None:
    grants = in_order(of_measures(gathered(tonglu, "桐庐有什么奖励")))
    again = next(g for g in grants if "重新认定" in g.text)
    first = next(g for g in grants if "首次认定" in g.text)
    assert not fits_occasion("新认定国高企", again)
    assert fits_occasion("新认定国高企", first)
    assert [fits_occasion("重新认定", g) for g in (first, again)] == [False, True]
    hatchery = next(g for g in grants if "国家级科技企业孵化器" in g.text)
    assert tiers("省级孵化器") == {"省级"}
    assert not fits_tier({"省级"}, hatchery)
    assert fits_tier({"省级"}, first)
