"""Markdown: headings, tables and front matter told from lines, everything else as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import EmptyFile
from ingest.plans import RawDocument
from ingest.readers.markdown import read_markdown
from ingest.readers.source import SourceFile
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence, assert_sound, lines, tables, words


def read(text: str) -> RawDocument:
    document = read_markdown(SourceFile(Path("规划.md"), b""), text, IngestSettings())
    assert document.text == text
    assert_sound(document)
    return document


def test_headings_come_with_their_level_and_without_their_marks() -> None:
    document = read("# 规划\n## 一、总则 ##\n###（一）目标\n####### 七级\n#tag\n# \n")
    assert lines(document) == [
        ("heading-1", "规划"),
        ("heading-2", "一、总则"),
        ("heading-3", "（一）目标"),
        (None, "####### 七级"),
        (None, "#tag"),
        (None, "#"),
    ]


def test_marks_that_open_a_line_stay_outside_and_emphasis_stays() -> None:
    document = read("> 引语\n- 要点 **加粗**\n* [x] 完成\n1. 第一\n-5%\n\n---\n<!-- 注 -->\n")
    assert [text for _, text in lines(document)] == ["引语", "要点 **加粗**", "完成", "1. 第一", "-5%"]


def test_a_pipe_table_is_a_grid_with_its_cells_where_they_stand() -> None:
    document = read(
        "表1 指标\n\n| 指标 | 单位 | **2025年** |\n| --- | :-: | --: |\n"
        "| 研发<br>投入 | % | 4.0 |\n| a\\|b | |\n\n| 句 | 子\n"
    )
    assert tables(document) == [[["指标", "单位", "2025年"], ["研发 投入", "%", "4.0"], ["a|b", "", ""]]]
    grid = document.blocks[1]
    assert words(document, grid.rows[1][0].span) == "研发<br>投入"
    assert words(document, grid.rows[0][2].span) == "**2025年**"
    assert lines(document) == [(None, "表1 指标"), (None, "| 句 | 子")]


def test_a_table_needs_no_outer_pipes_and_ends_where_the_pipes_end() -> None:
    document = read("指标 | 值\n--- | ---\n研发 | 4\n说明文字\n")
    assert tables(document) == [[["指标", "值"], ["研发", "4"]]]
    assert lines(document) == [(None, "说明文字")]


def test_front_matter_goes_into_the_metadata() -> None:
    document = read('---\n标题: "某市规划"\n发文字号：某政发〔2021〕1号\n---\n正文\n')
    assert {label: field.value for label, field in document.metadata.items()} == {
        "标题": "某市规划",
        "发文字号": "某政发〔2021〕1号",
    }
    assert lines(document) == [(None, "正文")]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert lines(read("---\n正文\n---\n后文\n")) == [(None, "正文"), (None, "后文")]


def test_what_is_fenced_is_no_heading_and_no_table() -> None:
    assert lines(read("```\n# 不是标题\n|a|b|\n|-|-|\n```\n正文")) == [
        (None, "# 不是标题"),
        (None, "|a|b|"),
        (None, "|-|-|"),
        (None, "正文"),
    ]


def test_marks_alone_are_an_empty_file() -> None:
    with pytest.raises(EmptyFile) as caught:
        read("---\n\n***\n")
    assert_sentence(caught.value, "规划.md")
