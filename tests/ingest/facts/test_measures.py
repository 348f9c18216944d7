"""Tasks, articles and box items become cards whose fields stand in the text."""

from __future__ import annotations

import pytest

from ingest.facts.measures import measures
from tests.ingest.outlines import plan_in, plan_of

BINJIANG = "滨江区创新滨江实施意见_征求意见稿"
LEADS = {
    "（一）": "区科技局",
    "（二）": "区委组织部（人才办）",
    "（三）": "区科技局",
    "（四）": "区科技局",
    "（五）": "区科技局",
    "（六）": "区科技局",
    "（七）": "区经信局",
    "（八）": "区经信局",
    "（九）": "区商务局",
    "（十）": "区科技局",
    "（十一）": "区发改局",
    "（十二）": "区发改局",
    "（十三）": "区发改局",
    "（十四）": "区市场监管局",
    "（十五）": "",
    "（十六）": "",
    "（十七）": "",
    "（十八）": "",
}


def seed(real_plans, name):
    return plan_in(real_plans / "seeds" / f"{name}.txt")


def test_every_article_has_its_lead_unit(real_plans):
    found = measures(seed(real_plans, BINJIANG))
    assert {one.number: one.lead_unit for one in found} == LEADS
    finance = next(one for one in found if one.number == "（十三）")
    assert finance.units == ("区发改局", "区财政局", "区科技局", "高新金投集团")
    assert next(one for one in found if one.number == "（十一）").instruments[-1] == "算力券"
    assert next(one for one in found if one.number == "（十四）").deadline == "到2027年"


def test_boxes_and_numbered_tasks_are_cards_and_goals_are_not(real_plans):
    district = measures(seed(real_plans, "临安区十四五科技创新规划"))
    titles = {one.title for one in district}
    assert {"大力开展协同创新", "电线电缆产业", "建立科技投融资风险分担机制", "聚焦共同富裕人才队伍打造"} <= titles
    assert not {"创新主体集聚", "指导思想", "创新工作格局有待拓宽"} & titles
    city = {one.title for one in measures(seed(real_plans, "杭州市科学技术发展十四五规划"))}
    assert {"区块链", "设立杭州创新基金", "高峰人才引育行动", "加强前沿核心基础科学研究"} <= city
    assert not {"区域自主创新能力持续增强", "坚持改革牵引", "创新平台提能造峰"} & city


def test_a_report_and_an_excerpt_without_tasks_have_no_cards(real_plans):
    for name in ("临安科技2020年工作报道", "临平区十四五科技创新发展规划_节选"):
        assert measures(seed(real_plans, name)) == ()


def test_sums_come_with_their_condition(real_plans):
    first, second = measures(plan_in(real_plans / "more" / "putian_shuangzhao_10tiao.txt"))
    assert first.units == ("市委组织部", "市科技局")
    assert first.lead_unit == ""
    assert any("100 万元" in amount for amount in first.amounts)
    assert any("最高给予 5000 万元" in amount for amount in first.amounts)
    assert any("2 亿元" in amount for amount in second.amounts)


def test_every_field_stands_where_its_span_says(real_plans):
    for path in sorted((real_plans / "seeds").iterdir()):
        plan = plan_in(path)
        for one in measures(plan):
            assert plan.quote(one.span) == one.quote
            filled = {name for name in ("units", "beneficiaries", "instruments", "amounts") if getattr(one, name)}
            filled |= {name for name in ("lead_unit", "deadline", "validity") if getattr(one, name)}
            assert filled == {name for name, _ in one.fields}
            assert all(one.span.start <= span.start <= span.end <= one.span.end for _, span in one.fields)


def test_an_article_is_one_card_with_its_items(real_plans):
    found = measures(plan_in(real_plans / "more" / "guangdong_ggsj_banfa.txt"))
    assert [one.number for one in found[:3]] == ["第九条", "第十条", "第十一条"]
    assert all(one.number.startswith("第") for one in found)
    registers = next(one for one in found if one.number == "第十八条")
    assert "税务部门" in registers.units
    assert registers.lead_unit == ""


def test_every_article_holds_as_long_as_its_plan(real_plans):
    plan = plan_in(real_plans / "more" / "zhongshan_zwsj_banfa.txt")
    for one in measures(plan):
        assert one.validity == "自2020年6月15日起施行"
        assert [plan.quote(span) for name, span in one.fields if name == "validity"] == [one.validity]


def test_a_year_that_a_plan_looks_back_on_is_no_deadline():
    text = "某区“十四五”发展规划\n（2021-2025年）\n一、主要任务\n（一）加工业。到2019年底，已建成三个园区。\n"
    (card,) = measures(plan_of(text))
    assert card.deadline == ""


@pytest.mark.parametrize(
    ("text", "deadline"),
    [("到2027年建成。", "到2027年"), ("2025年底前完成。", "2025年底前"), ("2020年已建成。", "")],
)
def test_a_deadline_is_a_time_to_reach(text, deadline):
    (card,) = measures(plan_of(f"关于某事的意见\n一、主要任务\n（一）建设平台。{text}\n"))
    assert card.deadline == deadline


def test_what_the_text_does_not_say_stays_empty():
    (card,) = measures(plan_of("关于某事的意见\n一、主要任务\n（一）办好一件事。认真办好。\n"))
    assert (card.lead_unit, card.units, card.beneficiaries, card.amounts) == ("", (), (), ())
    assert (card.deadline, card.validity, card.fields) == ("", "", ())
