"""From when and until when a text holds is read off its own words."""

from __future__ import annotations

import pytest

from ingest.facts.validity import stated, validity_in
from tests.ingest.outlines import plan_in, plan_of


@pytest.mark.parametrize(
    ("text", "validity"),
    [
        ("本政策自印发之日起30日后施行，有效期三年。", "自印发之日起30日后施行，有效期三年"),
        ("自2023年1月1日起施行，有效期至2025年12月31日。", "自2023年1月1日起施行，有效期至2025年12月31日"),
        ("本意见自公布之日起施行，由科技局负责解释，有效期为3年。", "自公布之日起施行，由科技局负责解释，有效期为3年"),
        ("本措施自发布之日起三十日后实施，试行两年。", "自发布之日起三十日后实施，试行两年"),
        ("本通知自二〇二二年八月一日起正式执行。", "自二〇二二年八月一日起正式执行"),
        ("本政策执行期限为2023年1月1日至2025年12月31日。", "执行期限为2023年1月1日至2025年12月31日"),
        ("自2025年1月1日起至2027年12月31日止有效。", "自2025年1月1日起至2027年12月31日止有效"),
        ("本办法有效期5年，原办法同时废止。", "有效期5年"),
    ],
)
def test_a_text_says_how_long_it_holds(text, validity):
    start, end = validity_in(text)
    assert text[start:end] == validity


@pytest.mark.parametrize(
    "text",
    [
        "创新券有效期一年，过期作废。",
        "自2021年起实施科技计划。",
        "在有效期内的证书可以使用。",
        "自签订合同之日起5年内不迁出。",
        "从项目立项到实施全程服务。",
    ],
)
def test_what_holds_for_a_voucher_or_a_contract_is_no_validity(text):
    assert validity_in(text) is None


def test_a_plan_states_its_own_validity_in_its_closing():
    plan = plan_of("某市奖励办法\n第一条 奖励先进。\n第二条 本办法自2022年3月1日起施行，有效期3年。\n")
    found = stated(plan)
    assert found.value == "自2022年3月1日起施行，有效期3年" == plan.quote(found.span)


def test_a_numbered_line_may_state_it_too():
    plan = plan_of(
        "某区若干政策\n一、奖励\n1.奖励先进。对先进给予奖励。\n二、附则\n2.本政策自2024年1月1日起施行。原政策废止。\n"
    )
    found = stated(plan)
    assert found.value == "自2024年1月1日起施行" == plan.quote(found.span)


def test_the_validity_of_another_document_is_not_the_plans_own():
    assert stated(plan_of("某市奖励办法\n第一条 《某省奖励办法》自2022年3月1日起施行。\n第二条 奖励先进。\n")) is None
    assert stated(plan_of("某市奖励办法\n第一条 奖励先进。\n")) is None


def test_real_regulations_say_from_when_they_apply(real_plans):
    for name, day in (("guangdong_ggsj_banfa", "2021年11月25日"), ("zhongshan_zwsj_banfa", "2020年6月15日")):
        assert stated(plan_in(real_plans / "more" / f"{name}.txt")).value == f"自{day}起施行"
