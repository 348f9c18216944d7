"""A plan's region and years come from its own words."""

from __future__ import annotations

import pytest

from ingest.facts.horizon import Horizon, horizon, looks_back, region_of
from ingest.plans import Located, Paragraph, Plan, PlanFacts, Section, Span


def plan_of(text: str, **facts) -> Plan:
    located = {
        key: Located(value, Span(0, 0)) if key not in ("kind", "level") else value for key, value in facts.items()
    }
    section = Section(0, None, 0, "", "", (), Span(0, 0), Span(0, len(text)))
    paragraph = Paragraph(0, text, (Span(0, len(text)),))
    return Plan("p", "p.txt", "0", "text", text, PlanFacts(**located), (section,), (paragraph,))


def test_a_period_sets_what_is_past_and_what_is_ahead():
    read = horizon(plan_of("", title="杭州市临安区“十四五”科技创新规划", period="2021年至2025年", kind="规划"))
    assert read == Horizon("临安区", 2020, 2025, "2016-2020", False)


def test_a_report_looks_back_on_the_year_it_tells_of():
    read = horizon(plan_of("2020年，临安区办成三件事。2019年临安区一件，2020年临安区两件。", kind="报道"))
    assert (read.region, read.base, read.last, read.report) == ("临安区", 2020, None, True)


def test_an_opinion_reaches_to_the_first_year_it_sets():
    read = horizon(plan_of("到2027年取得成效。到2030年再进一步。", kind="意见"))
    assert (read.base, read.last) == (None, 2027)


@pytest.mark.parametrize(
    ("year", "cue", "role"), [("2020", "", "actual"), ("2025", "到", "target"), ("2016-2020", "", "actual")]
)
def test_a_year_after_the_base_is_a_target(year, cue, role):
    assert Horizon("", 2020, 2025, "", False).role(year, cue, "") == role


def test_without_a_base_the_words_decide():
    open_ended = Horizon("", None, 2027, "", False)
    assert open_ended.role("2027", "到", "") == "target"
    assert open_ended.role("2019", "", "2019年为9%") == "actual"
    assert Horizon("", None, None, "", True).role("", "", "将达到350家") == "actual"


def test_the_region_is_read_from_title_then_from_what_is_named_often():
    assert region_of(plan_of("", title="关于临平区的意见")) == "临平区"
    assert region_of(plan_of("滨江区……滨江区……滨江区", title="实施意见")) == "滨江区"
    assert region_of(plan_of("", level="国家")) == "全国"
    assert region_of(plan_of("没有地名")) == ""


def test_headings_say_whether_they_look_back():
    assert looks_back(("第一章 发展基础", "一、发展现状")) is True
    assert looks_back(("二、总体要求", "（三）发展目标")) is False
    assert looks_back(("前言",)) is None


def test_a_document_of_the_state_about_one_region_speaks_for_that_region():
    assert region_of(plan_of("", title="国务院关于海南省规划的批复", region="海南省", level="国家")) == "海南省"
    assert region_of(plan_of("", title="全国土地规划", level="国家")) == "全国"


def test_examples_from_many_places_give_no_region():
    assert region_of(plan_of("北京市、北京市、北京市的做法，上海市、重庆市、武汉市、广州市的做法。")) == ""


def test_a_plan_of_one_year_looks_ahead_to_that_year():
    of_one = plan_of("", title="甲市2023年国民经济和社会发展计划")
    assert (horizon(of_one).base, horizon(of_one).last) == (2022, 2023)


def test_a_text_that_describes_a_place_sets_no_targets():
    read = horizon(plan_of("2017年，生产总值仅为5亿元，实现全面小康。", title="临安区基本情况"))
    assert (read.describes, read.base, read.role("2017", "", "实现5亿元以上")) == (True, None, "actual")
