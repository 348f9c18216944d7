"""Government pages as served."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EmptyFile
from ingest.plans import RawDocument
from ingest.readers.html import read_html
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines, tables

PAGE = """<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html>
<html><head><title>某市科技规划-某市政府</title><meta name="ArticleTitle" content="某市科技规划">
<style>p {color: red}</style></head><body>
<div class="header"><h1>某市政府</h1></div><ul class="nav"><li><a href="#">首页</a></li></ul>
<div class="crumb">当前位置：首页 &gt; 政务公开</div>
<table><tr><td><b>索 引 号：</b></td><td>A-1</td><td><b>主题分类：</b></td><td></td></tr>
<tr><td><b>发文机关：</b></td><td>某市政府</td><td><b>成文日期：</b></td><td>2021年6月1日</td></tr></table>
<h1>某市科技规划</h1>
<div class="info">来源：科技局 发布时间：2021-06-03 浏览次数：12 字号：[大 中 小]</div>
<div id="zoom"><h2>一、发展
目标</h2><p>　　到2025年，研发&nbsp;投入<br>达到<b>4</b>%。<script>var x = "脚本";</script></p>
<table><caption>表1 指标</caption><tr><th rowspan="2">类别</th><th rowspan="2">指标</th><th colspan="2">数值</th></tr>
<tr><th>2020</th><th>2025</th></tr>
<tr><td rowspan="2"><p>创新</p><p>投入</p></td><td>研发</td><td>3.5</td><td>4</td></tr>
<tr><td>财政</td><td>3</td><td></td></tr></table>
<table><tr><td><p>专栏1 重点工程</p><p>建设实验室。</p></td></tr></table>
<div style="display: none">隐藏的字</div><p>附件：<a href="x">任务表.doc</a></p></div>
<p>上一篇：<a href="y">无</a></p><p>责任编辑：张三</p><p>【打印】【关闭】</p>
<footer>版权所有：某市政府</footer></body></html>"""


def read(page: str) -> RawDocument:
    document = read_html(SourceFile(Path("页.html"), b""), page, IngestSettings())
    assert_sound(document)
    return document


def test_the_main_text_comes_in_and_the_chrome_stays_out() -> None:
    assert lines(read(PAGE)) == [
        ("title", "某市科技规划"),
        ("heading-2", "一、发展目标"),
        (None, "到2025年，研发\xa0投入"),
        (None, "达到4%。"),
        (None, "表1 指标"),
        (None, "专栏1 重点工程"),
        (None, "建设实验室。"),
        (None, "附件：任务表.doc"),
    ]


def test_a_data_table_is_a_grid_with_its_spans_resolved() -> None:
    assert tables(read(PAGE)) == [
        [
            ["类别", "指标", "数值", "数值"],
            ["类别", "指标", "2020", "2025"],
            ["创新 投入", "研发", "3.5", "4"],
            ["创新 投入", "财政", "3", ""],
        ]
    ]


def test_labelled_fields_are_metadata_and_stand_in_the_text() -> None:
    document = read(PAGE)
    assert {label: field.value for label, field in document.metadata.items()} == {
        "索引号": "A-1",
        "发文机关": "某市政府",
        "成文日期": "2021年6月1日",
        "来源": "科技局",
        "发布时间": "2021-06-03",
        "标题": "某市科技规划",
    }
    assert "索 引 号：A-1\n" in document.text


def test_paragraphs_stand_apart_and_broken_lines_do_not() -> None:
    assert "到2025年，研发\xa0投入\n达到4%。\n\n表1 指标\n\n类别\t指标" in read(PAGE).text


def test_a_page_without_any_container_is_read_whole() -> None:
    assert lines(read("<p>第一条</p>尾随的字<p>第二条</p>")) == [(None, "第一条"), (None, "尾随的字"), (None, "第二条")]


def test_a_page_inside_one_form_is_read() -> None:
    assert lines(read("<body><form><div><p>第一条 目的。</p></div><input value='搜索'></form>")) == [
        (None, "第一条 目的。")
    ]


@pytest.mark.parametrize("page", ["<html></html>", "<p>&nbsp;</p>", "<script>1</script>", "<!-- 空 -->"])
def test_a_page_without_words_is_an_empty_file(page: str) -> None:
    with pytest.raises(EmptyFile) as caught:
        read(page)
    assert_sentence(caught.value, "页.html")


def test_nesting_is_read_without_recursion_and_refused_where_the_parser_gives_up() -> None:
    assert lines(read("<div>" * 2000 + "<p>总则</p>")) == [(None, "总则")]
    with pytest.raises(DamagedFile) as caught:
        read("<p>总则</p>" + "<div>" * 5000)
    assert_sentence(caught.value, "页.html")
