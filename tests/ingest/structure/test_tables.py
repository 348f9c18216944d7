from __future__ import annotations

import pytest

from ingest.plans import Cell, RawCell, RawGrid, Span
from ingest.structure.tables import Draft, build, continued, from_grid, is_caption, is_label, labelled, unit_line
from tests.ingest.outlines import cells, lines_of


def draft(*rows: str, merged: bool = False, page: int | None = None) -> Draft:
    """Cells parted by "|", each at a place of its own."""
    at, made = 0, []
    for row in rows:
        made.append([])
        for text in row.split("|"):
            made[-1].append(Cell(text, Span(at, at + len(text), page)))
            at += len(text) + 1
    return Draft(made, None, "", merged)


def grid(*rows: str, page: int | None = None) -> RawGrid:
    """A grid in which "<" goes on with the cell on its left and "^" with the one above."""
    at = 0
    made: list[list[RawCell]] = []
    for row in rows:
        made.append([])
        for column, text in enumerate(row.split("|")):
            if text == "<":
                cell = made[-1][-1]
            elif text == "^":
                cell = made[-2][column]
            else:
                cell = RawCell(text, Span(at, at + len(text), page))
            made[-1].append(cell)
            at += len(text) + 1
    return RawGrid(Span(0, at, page), tuple(map(tuple, made)))


@pytest.mark.parametrize(
    "text",
    [
        "表1 主要指标",
        "表 6 某区主要预期指标",
        "续表2",
        "附表1：项目清单",
        "表 D.2 结构调整表",
        "表3-1 名单",
        "表五 指标",
    ],
)
def test_a_caption_is_known_by_its_number(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", ["表明了决心", "表1显示，指标均已完成。", "表彰先进", "如表1所示"])
def test_other_lines_that_begin_so_are_none(text: str) -> None:
    assert not is_caption(text)


def test_a_unit_stands_over_a_table_with_or_without_brackets() -> None:
    assert unit_line("单位：亿元") == "亿元"
    assert unit_line("（计量单位：万元）") == "万元"
    assert unit_line("责任单位：区科技局、区发改局") is None
    assert is_label("单位：亿元")
    caption, unit = lines_of("表1 投入", "单位：亿元")
    assert (labelled(draft("a|b"), [caption, unit]).caption, labelled(draft("a|b"), [caption, unit]).unit) == (
        caption,
        "亿元",
    )


def test_one_header_row_names_the_columns() -> None:
    table = build(draft("序号|指标|2025年", "1|企业数|600", "2|专利数|20"), 0)
    assert table is not None
    assert table.header == ("序号", "指标", "2025年")
    assert cells(table) == [["1", "企业数", "600"], ["2", "专利数", "20"]]


def test_two_header_rows_are_resolved_where_the_second_splits_cells_of_the_first() -> None:
    table = build(draft("地区|2019年||2018年|", "|经费|强度|经费|强度", "甲区|4.2|0.36|4.1|0.4", "乙区|5|1|6|2"), 0)
    assert table is not None
    assert table.header == ("地区", "2019年 经费", "2019年 强度", "2018年 经费", "2018年 强度")
    assert len(table.rows) == 2


def test_two_header_rows_of_a_grid_are_resolved_by_their_merged_cells() -> None:
    table = build(from_grid(grid("指标|完成情况|<", "^|2020年|增长率", "企业数|85|31", "专利数|5|6")), 0)
    assert table is not None
    assert table.header == ("指标", "完成情况 2020年", "完成情况 增长率")
    assert cells(table)[0] == ["企业数", "85", "31"]


def test_a_first_row_of_data_is_no_header() -> None:
    table = build(draft("目标|序号|指标|2025年", "|1|企业数|600", "|2|专利数|20"), 0)
    assert table is not None
    assert len(table.rows) == 2


def test_a_merged_first_column_groups_the_rows_and_is_quoted_once() -> None:
    table = build(from_grid(grid("产业|园区", "装备|甲园", "^|乙园", "医药|丙园")), 0)
    assert table is not None
    assert [row.group for row in table.rows] == ["装备", "装备", "医药"]
    assert cells(table) == [["装备", "甲园"], ["装备", "乙园"], ["医药", "丙园"]]
    first, second = table.rows[0].span, table.rows[1].span
    assert first.end <= second.start


def test_an_empty_first_column_goes_on_with_the_group_above() -> None:
    table = build(draft("产业|园区", "装备|甲园", "|乙园", "医药|丙园"), 0)
    assert table is not None
    assert [row.group for row in table.rows] == ["装备", "装备", "医药"]


def test_a_label_that_is_repeated_in_every_row_groups_them_and_figures_do_not() -> None:
    table = build(draft("产业|园区|家", "装备|甲园|3", "装备|乙园|3", "医药|丙园|4", merged=True), 0)
    assert table is not None
    assert [row.group for row in table.rows] == ["装备", "装备", "医药"]
    figures = build(draft("甲|乙", "3|1", "3|2", "4|3"), 0)
    assert figures is not None
    assert [row.group for row in figures.rows] == ["", "", ""]


def test_a_header_that_a_page_break_repeats_is_dropped_and_the_cut_label_put_together() -> None:
    head = "目标|序号|指标"
    rows = ["科技创新主体|1|企业", "|2|专利", "科技创新|3|平台", head, "服务|4|空间", "科技创新成效|5|产值"]
    table = build(draft(head, *rows), 0)
    assert table is not None
    assert [row.group for row in table.rows] == [
        "科技创新主体",
        "科技创新主体",
        "科技创新服务",
        "科技创新服务",
        "科技创新成效",
    ]


def test_a_label_after_a_page_break_that_is_whole_stays_so() -> None:
    head = "目标|序号|指标"
    table = build(draft(head, "创新主体|1|企业", "创新平台|2|专利", head, "创新成效|3|产值"), 0)
    assert table is not None
    assert [cell[0] for cell in cells(table)] == ["创新主体", "创新平台", "创新成效"]


def test_a_grid_gives_caption_and_unit_in_rows_that_are_one_cell() -> None:
    made = from_grid(grid("表1 主要指标|<|<", "单位：家|<|<", "序号|指标|值", "1|企业|5"))
    table = build(made, 0)
    assert table is not None
    assert (table.caption, table.unit, table.header) == ("表1 主要指标", "家", ("序号", "指标", "值"))


def test_a_header_without_rows_is_no_table() -> None:
    assert build(draft("序号|指标"), 0) is None
    assert build(Draft([], None, "", merged=False), 0) is None


def test_short_rows_are_filled_up() -> None:
    table = build(draft("指标|2020年|备注", "企业数|5", "专利数|6|新"), 0)
    assert table is not None
    assert cells(table)[0] == ["企业数", "5", ""]


def test_a_table_goes_on_where_the_header_is_repeated_or_on_the_next_page() -> None:
    before = draft("序号|指标", "1|甲", page=1)
    assert continued(draft("序号|指标", "2|乙", page=2), before) is not None
    assert continued(draft("2|乙", "3|丙", page=2), before) is not None
    assert continued(draft("2|乙", "3|丙", page=1), before) is None
    assert continued(draft("2|乙", "3|丙", page=3), before) is None
    assert continued(draft("2|乙|x", page=2), before) is None


def test_a_table_with_a_caption_of_its_own_is_another_one() -> None:
    before = draft("序号|指标", "1|甲")
    again, caption, other = draft("序号|指标", "2|乙"), lines_of("续表1")[0], lines_of("表2 其他")[0]
    assert continued(Draft(again.rows, caption, "", merged=False), before) is not None
    assert continued(Draft(again.rows, other, "", merged=False), before) is None
