"""Labelled fields go by their usual names, whether a page or the text's opening tells them."""

from __future__ import annotations

from ingest.plans import Located, Span
from ingest.structure.labels import labelled
from tests.ingest.outlines import lines_of


def test_a_field_of_the_page_goes_by_its_usual_name() -> None:
    number = Located("甲政办〔2021〕3号", Span(4, 14))
    assert labelled({"文号": number, "发布单位": number}, [])["发文字号"] == number
    assert labelled({"文号": number, "发文字号": Located("乙", Span(0, 1))}, [])["发文字号"].value == "乙"


def test_a_text_may_open_with_fields() -> None:
    lines = lines_of("发文字号：甲政办〔2021〕3号", "发布机构: 甲市人民政府", "第一条：目标")
    found = labelled({}, lines)
    assert (found["发文字号"].value, found["发文机关"].value) == ("甲政办〔2021〕3号", "甲市人民政府")
    assert found["发文字号"].span == Span(5, 16)
    assert "第一条" not in found


def test_several_fields_may_share_a_line() -> None:
    found = labelled({}, lines_of("发布机构：经济局；文号：甲新规〔2026〕4号；生成日期：2026年7月31日。"))
    assert found["发文机关"].value == "经济局"
    assert found["发文字号"].value == "甲新规〔2026〕4号"
    assert found["成文日期"] == Located("2026年7月31日", Span(29, 39))
