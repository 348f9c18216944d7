"""HTML tables: data or layout, spans resolved."""

from __future__ import annotations

import lxml.html
import pytest

from ingest.readers import html_tables


def grid(inner: str) -> list[list[str | None]] | None:
    found = html_tables.grid(lxml.html.fromstring(f"<table>{inner}</table>"))
    return found and [[None if i is None else found.texts[i] for i in row] for row in found.places]


def row(*cells: str) -> str:
    return "<tr>" + "".join(cell if cell.startswith("<") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


def test_spans_put_a_cell_in_every_place_it_covers() -> None:
    assert grid(row("<td rowspan=2 colspan=2>甲</td>", "乙") + row("丙") + row("一", "二", "三")) == [
        ["甲", "甲", "乙"],
        ["甲", "甲", "丙"],
        ["一", "二", "三"],
    ]


def test_a_rowspan_of_zero_reaches_the_end_and_one_too_far_is_cut() -> None:
    assert grid(row("<td rowspan=0>甲</td>", "<td rowspan=9>乙</td>", "丙") + row("丁")) == [
        ["甲", "乙", "丙"],
        ["甲", "乙", "丁"],
    ]


def test_a_colspan_wider_than_the_table_adds_no_columns() -> None:
    assert grid(row("<td colspan=1000>表头</td>") + row("甲", "乙")) == [["表头", "表头"], ["甲", "乙"]]


def test_short_rows_leave_places_open() -> None:
    assert grid(row("甲", "乙") + row("丙")) == [["甲", "乙"], ["丙", None]]


def test_sections_of_a_table_follow_one_another() -> None:
    assert grid("<thead><tr><th>指标<th>值</thead><tbody><tr><td>研发<td>4</tbody>") == [["指标", "值"], ["研发", "4"]]


@pytest.mark.parametrize(
    "inner",
    [
        row("<td><table><tr><td>内</td></tr></table></td>", "乙") + row("丙", "丁"),
        row("<td><h2>一、总则</h2></td>", "乙") + row("丙", "丁"),
        row("甲", "乙"),
        row("甲") + row("乙"),
        "".join(row("<td rowspan=60000 colspan=1000>字</td>") for _ in range(1200)),
    ],
    ids=["nested", "heading", "one row", "one column", "too large"],
)
def test_tables_that_lay_out_a_page_are_no_grids(inner: str) -> None:
    assert grid(inner) is None


def test_a_presentational_table_is_no_grid() -> None:
    table = lxml.html.fromstring("<table role=presentation>" + row("甲", "乙") + row("丙", "丁") + "</table>")
    assert html_tables.grid(table) is None


def test_captions_are_the_tables_own() -> None:
    table = lxml.html.fromstring(
        "<table><caption>表1</caption><tr><td><table><caption>内</caption></table></td></tr></table>"
    )
    assert html_tables.captions(table) == ["表1"]


def test_the_parts_of_a_cell_are_parted_by_a_space() -> None:
    cell = lxml.html.fromstring("<div><p>研发</p><p>投入<br>占<b>比</b></p> （%）</div>")
    assert html_tables.cell_text(cell) == "研发 投入 占比 （%）"


def test_white_space_folds_as_in_a_browser_but_not_between_chinese_characters() -> None:
    assert html_tables.fold(" 发展 \n 目标\n，R&D\nplan \t 2025\n年 ") == "发展目标，R&D plan 2025 年"
