"""A model's sentence is composed of its sources' own word groups, with their figures as they stand there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Claim, Source
from assistant.checking.verify import proven
from ingest.plans import Plan, Span
from tests.ingest import small_plans as parts

TEXT = (
    "到2025年，国家高新技术企业达到450家以上，新增科技型中小企业300家，全区研发投入占比为3.8%。"
    "2020年，全区技术交易额为35亿元，尚未实现倍增。支持龙头企业建设创新联合体，不支持重复建设。"
)
FAITHFUL = (
    "到2025年，国家高新技术企业达到450家以上。",
    "2025年，南湖区国家高新技术企业将达到450家以上。",
    "南湖区2025年的研发投入占比为3.8%。",
    "到2025年，新增科技型中小企业300家。",
    "到2025年，南湖区新增科技型中小企业达到300家，研发投入占比为3.8%。",
    "2020年，技术交易额为35亿元，尚未实现倍增。",
    "支持龙头企业建设创新联合体，不支持重复建设。",
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return parts.plan(TEXT, region="南湖区", heading="一、目标")


def stands(plan: Plan, text: str) -> bool:
    start = plan.text.index(TEXT)
    source = Source("p", Span(start, start + len(TEXT)), ("一、目标",))
    return proven(Claim(text, (source,), worded=(TEXT,)), {"p": plan}.__getitem__)


@pytest.mark.parametrize("text", FAITHFUL)
def test_the_sources_own_words_may_be_joined_anew(plan: Plan, text: str) -> None:
    assert stands(plan, text)


@pytest.mark.parametrize(
    "text",
    [
        "2025年，国家高新技术企业达到450家。",
        "2025年，国家高新技术企业约450家。",
        "2025年，科技型中小企业达到300家。",
        "2025年，新增国家高新技术企业450家以上。",
        "2025年，国家高新技术企业达到300家。",
        "2025年，省级高新技术企业达到450家以上。",
        "2020年，国家高新技术企业达到450家以上。",
        "到2025年，新增科技型中小企业300家和研发投入。",
        "2020年，技术交易额为35亿元，实现倍增。",
        "2020年，技术交易额为35万元。",
        "支持重复建设。",
        "不支持龙头企业建设创新联合体。",
        "已支持龙头企业建设创新联合体。",
        "由龙头企业牵头建设创新联合体。",
        "支持龙头企业建设创新联合体，奖励最高。",
        "秀洲区支持龙头企业建设创新联合体。",
        "支持龙头企业建设创新联合体（联系电话13800000000）。",
        "支持龙头企业建设创新联合体，详见 apply.example。",
        "支持龙头企业建设创新联合体<br>。",
        "[支持龙头企业建设创新联合体](https://a.example)。",
        "支持龙头企业建设创新联合体 http://a.example。",
        "《秀洲区规划》支持龙头企业建设创新联合体。",
    ],
)
def test_what_the_source_does_not_say_does_not_stand(plan: Plan, text: str) -> None:
    assert not stands(plan, text)


def test_another_documents_title_may_be_repeated_where_the_source_has_it() -> None:
    text = "根据《浙江省科技创新规划》精神，制定本规划。"
    plan = parts.plan(text, region="南湖区", heading="一、目标")
    start = plan.text.index(text)
    source = Source("p", Span(start, start + len(text)), ("一、目标",))
    for title, holds in (("《浙江省科技创新规划》", True), ("《江苏省科技创新规划》", False)):
        claim = Claim(f"根据{title}精神。", (source,), worded=(text,))
        assert proven(claim, {"p": plan}.__getitem__) is holds


def test_what_two_sentences_say_apart_is_not_said_to_be_the_same() -> None:
    text = "推进临江园区和滨江园区两个国家级高新区建设；支持富阳园区等省级高新区建设。"
    plan = parts.plan(text, region="南湖区", heading="一、目标")
    start = plan.text.index(text)
    source = Source("p", Span(start, start + len(text)), ("一、目标",))
    claim = Claim("省级高新区是临江园区和滨江园区。", (source,), worded=(text,))
    assert not proven(claim, {"p": plan}.__getitem__)


def test_a_name_does_not_lose_whose_it_is() -> None:
    text = "省科技型中小企业数量达到25000家。"
    plan = parts.plan(text, region="南湖区", heading="一、目标")
    start = plan.text.index(text)
    source = Source("p", Span(start, start + len(text)), ("一、目标",))
    for said, holds in (("省科技型中小企业数量为25000家。", True), ("科技型中小企业数量为25000家。", False)):
        assert proven(Claim(said, (source,), worded=(text,)), {"p": plan}.__getitem__) is holds


@given(st.sampled_from(FAITHFUL), st.data())
def test_a_changed_digit_is_always_caught(plan: Plan, text: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([found.start() for found in re.finditer(r"\d", text)] or [-1]))
    digit = data.draw(st.sampled_from("0123456789"))
    if at >= 0 and digit != text[at]:
        assert not stands(plan, f"{text[:at]}{digit}{text[at + 1 :]}")


@given(st.sampled_from(FAITHFUL), st.text(alphabet="最高奖励补贴独冠", min_size=2, max_size=6))
def test_words_that_no_source_has_are_caught(plan: Plan, text: str, words: str) -> None:
    assert not stands(plan, f"{words}{text}")
