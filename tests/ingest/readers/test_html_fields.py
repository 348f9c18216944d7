"""The labelled fields of a government page."""

from __future__ import annotations

import lxml.html
import pytest

from ingest.readers import html_fields
from ingest.readers.html_fields import Event, Field
from ingest.readers.html_tables import HtmlGrid


def test_a_table_of_labels_and_values_gives_fields_in_order() -> None:
    table = lxml.html.fromstring(
        "<table><tr><td>索 引 号：</td><td>A-1</td><td>文件编号</td><td></td></tr>"
        "<tr><td>发文机关：某市政府</td></tr><tr><td>主题词：</td><td></td></tr><tr></tr></table>"
    )
    assert html_fields.from_element(table) == [
        Field("索引号", "索 引 号：", "A-1"),
        Field("发文机关", "发文机关：", "某市政府"),
    ]


def test_a_definition_list_gives_fields() -> None:
    listing = lxml.html.fromstring(
        "<dl><dt>发文字号：</dt><dd>某政发〔2021〕1号</dd><dt>有效性：</dt><dd>有效</dd></dl>"
    )
    assert [field[::2] for field in html_fields.from_element(listing) or []] == [
        ("发文字号", "某政发〔2021〕1号"),
        ("有效性", "有效"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>指标</td><td>2025年</td></tr><tr><td>研发</td><td>4%</td></tr></table>",
        "<table><tr><td>名称：</td><td>某实验室</td></tr><tr><td>责任部门：</td><td>科技局</td></tr></table>",
        "<table><tr><td>标题</td><td>发文字号</td><td>发布日期</td></tr><tr><td>甲</td><td>1号</td><td>2021</td></tr></table>",
        "<table><tr><td>索引号：</td><td><table><tr><td>内</td></tr></table></td></tr></table>",
        "<table></table>",
        "<p>索引号：A</p>",
    ],
    ids=["data", "project card", "list of documents", "layout", "empty", "paragraph"],
)
def test_other_elements_give_none(table: str) -> None:
    assert html_fields.from_element(lxml.html.fromstring(table)) is None


def test_a_run_of_labelled_lines_is_fields_and_lines_of_content_are_not() -> None:
    grid = HtmlGrid([[0]], ["表"])
    head: list[Event] = [
        ("索引号：A-1", None),
        None,
        ("发布机构：科技局", None),
        ("有效性：", None),
        ("成文日期：2021", None),
    ]
    body: list[Event] = [("总则", "heading-1"), ("责任部门：科技局", None), None, ("有效期：五年", None), grid]
    fields, kept = html_fields.take([*head, *body])
    assert [field.label for field in fields] == ["索引号", "发布机构", "成文日期"]
    assert kept == body


def test_fields_told_from_an_element_pass_through() -> None:
    field = Field("标题", "标题：", "规划")
    assert html_fields.take([("总则", None), [field]]) == ([field], [("总则", None)])


def test_an_information_bar_gives_source_and_date() -> None:
    line = "信息来源：科技局 发布时间：2021-06-03 09:00 浏览次数：12"
    assert [field[::2] for field in html_fields.in_line(line)] == [("来源", "科技局"), ("发布时间", "2021-06-03")]


def test_meta_elements_give_fields_under_their_chinese_labels() -> None:
    root = lxml.html.document_fromstring(
        "<meta name='ArticleTitle' content='规划'><meta name='PubDate' content='2021-06-03'><meta name='x'>"
        "<meta name='ContentSource' content=''>"
    )
    assert html_fields.declared(root) == [
        Field("标题", "标题：", "规划"),
        Field("发布日期", "发布日期：", "2021-06-03"),
    ]


def test_a_number_by_itself_is_a_field() -> None:
    (field,) = html_fields.number("甲政〔2022〕20号")
    assert (field.label, field.value) == ("发文字号", "甲政〔2022〕20号")
    assert html_fields.number("根据甲政〔2022〕20号，") == html_fields.number("电话20号") == []
