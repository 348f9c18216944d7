"""Responsible units are read whole, and only the text says who leads."""

from __future__ import annotations

import pytest

from ingest.facts.duties import duty, first_leads, together
from ingest.plans import Paragraph, Span


def read(text: str):
    return duty(Paragraph(0, text, (Span(0, len(text)),)))


@pytest.mark.parametrize(
    ("text", "units", "lead"),
    [
        ("抓好落实。（责任单位：区科技局、区经信局）", ("区科技局", "区经信局"), ""),
        ("（责任单位：区委组织部（人才办）、区科技局）", ("区委组织部（人才办）", "区科技局"), ""),
        ("（责任单位：区科技局、零磁谷 排第一责任单位为牵头单位，下同）", ("区科技局", "零磁谷"), ""),
        ("给予资助。责任单位：市委组织部、市科技局。", ("市委组织部", "市科技局"), ""),
        ("（牵头单位：市科技局；配合单位：市财政局、各区）", ("市科技局", "市财政局", "各区"), "市科技局"),
        ("由市科技局牵头，推进落实。", ("市科技局",), "市科技局"),
        ("加强监督。（市发改委、市财政局按职责分工负责）", ("市发改委", "市财政局"), ""),
        ("完善体系（市科技局牵头，市财政局配合负责）", ("市科技局", "市财政局"), "市科技局"),
    ],
)
def test_units_and_lead_are_read(text, units, lead):
    found = read(text)
    assert (found.units, found.lead) == (units, lead)


@pytest.mark.parametrize("text", ["由企业牵头建设平台。", "落实责任。", "由点到面推进。"])
def test_a_sentence_that_names_no_office_names_no_duty(text):
    assert read(text) is None


def test_the_rule_of_the_first_unit_is_seen():
    assert first_leads("排第一责任单位为牵头单位，下同")
    assert first_leads("排在第一位的为牵头单位")
    assert not first_leads("由第一责任人牵头")


def test_spans_cover_the_units():
    text = "落实。（责任单位：区科技局、区经信局）"
    (name, span), *_ = read(text).spans
    assert name == "units"
    assert text[span.start : span.end] == "责任单位：区科技局、区经信局"


def test_who_acts_together_with_the_leading_office_is_named_too():
    found = read("由市科技局会同市财政局、市税务局组织评审。")
    assert (found.units, found.lead) == (("市科技局", "市财政局", "市税务局"), "市科技局")


def test_duties_of_several_paragraphs_are_one_without_a_leader():
    one, other = read("由市科技局牵头，推进落实。"), read("（责任单位：市财政局）")
    assert together([one]) == one
    assert (together([one, other]).units, together([one, other]).lead) == (("市科技局", "市财政局"), "")
