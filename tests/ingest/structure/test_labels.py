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
