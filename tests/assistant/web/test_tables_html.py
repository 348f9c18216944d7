from __future__ import annotations

import re

from assistant.web.places import Place
from assistant.web.tables_html import table_html
from ingest.plans import Cell, Row, Span, Table


def cell(text: str, start: int) -> Cell:
    return Cell(text, Span(start, start + len(text)))


CITY = cell("杭州", 10)
TABLE = Table(
    section=1,
    caption="表2 <重点>园区",
    caption_span=Span(0, 6),
    unit="家",
    header=("城市", "园区", "数量"),
    rows=(
        Row((CITY, cell("东园", 13), cell("3", 16)), Span(10, 17), "国内"),
        Row((CITY, cell("西园", 20), cell("5", 23)), Span(20, 24), "国内"),
        Row((cell("东京", 30), cell("南园", 33), cell("7", 36)), Span(30, 37), "国外"),
    ),
    span=Span(0, 37),
)


def rows(place: Place) -> list[str]:
    return re.findall(r"<tr.*?</tr>", table_html(TABLE, place))


def test_a_merged_cell_spans_its_rows_and_groups_get_a_row() -> None:
    assert rows(Place("p", 90, 91)) == [
        '<tr><th scope="col">城市</th><th scope="col">园区</th><th scope="col">数量</th></tr>',
        '<tr class="gw-group"><th colspan="3">国内</th></tr>',
        '<tr><td rowspan="2">杭州</td><td>东园</td><td>3</td></tr>',
        "<tr><td>西园</td><td>5</td></tr>",
        '<tr class="gw-group"><th colspan="3">国外</th></tr>',
        "<tr><td>东京</td><td>南园</td><td>7</td></tr>",
    ]


def test_only_the_quoted_row_is_a_hit() -> None:
    assert [row for row in rows(Place("p", 20, 24)) if "gw-hit" in row] == [
        '<tr class="gw-hit"><td>西园</td><td>5</td></tr>'
    ]


def test_a_quoted_cell_is_marked_within_its_row() -> None:
    assert [row for row in rows(Place("p", 36, 37, cell=True)) if "gw-hit" in row] == [
        '<tr class="gw-hit"><td>东京</td><td>南园</td><td><mark>7</mark></td></tr>'
    ]


def test_caption_and_unit_stand_above_and_a_quoted_caption_is_marked() -> None:
    assert '<caption>表2 &lt;重点&gt;园区<span class="gw-unit">单位：家</span></caption>' in table_html(
        TABLE, Place("p", 20, 24)
    )
    assert '<mark class="gw-hit">表2 &lt;重点&gt;园区</mark>' in table_html(TABLE, Place("p", 0, 6))


def test_a_group_that_a_column_already_shows_gets_no_row_of_its_own() -> None:
    rows = tuple(Row((cell("主体", 10), *row.cells[1:]), row.span, "主体") for row in TABLE.rows)
    grouped = Table(1, "", None, "", TABLE.header, rows, TABLE.span)
    assert "gw-group" not in table_html(grouped, Place("p", 20, 24))
    assert '<td rowspan="3">主体</td>' in table_html(grouped, Place("p", 20, 24))
