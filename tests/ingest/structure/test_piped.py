"""Bars part cells, whether a row stands on a line or every cell on its own."""

from __future__ import annotations

from ingest.structure.piped import is_piped
from tests.ingest.outlines import cells, lines_of, paragraphs, plan_of, tables

HEAD = "| 指标名称 | 2020年 | 2025年 |"


def test_rows_between_bars_are_a_table() -> None:
    plan = plan_of(f"一、目标\n{HEAD}\n|---|---|---|\n| 强度（%） | 2.1 | 3.0 |\n| 企业（家） | | 400 |\n以上为目标。")
    (table,) = tables(plan)
    assert table.header == ("指标名称", "2020年", "2025年")
    assert cells(table) == [["强度（%）", "2.1", "3.0"], ["企业（家）", "", "400"]]
    assert [plan.quote(cell.span) for cell in table.rows[1].cells] == ["企业（家）", "", "400"]
    assert paragraphs(plan, "一、目标") == ["以上为目标。"]


def test_cells_that_stand_one_a_line_are_folded_into_rows() -> None:
    lines = ["指标", "2020年", "2025年", "粮食产量（万吨）", "—", "≥30", "农田面积（万亩）", "8", "10"]
    (table,) = tables(plan_of("\n".join(f"{cell} |" for cell in lines)))
    assert cells(table) == [["粮食产量（万吨）", "—", "≥30"], ["农田面积（万亩）", "8", "10"]]


def test_lines_with_bars_that_make_no_table_are_text() -> None:
    plan = plan_of("来源 |\n作者 |\n时间 |\n推进科技创新和产业创新深度融合。")
    assert tables(plan) == []
    assert any("深度融合" in text for text in paragraphs(plan))


def test_a_single_bar_within_a_line_parts_nothing() -> None:
    inside, end, rule = lines_of("首页 | 政策", "指标 |", "|")
    assert [is_piped(line) for line in (inside, end, rule)] == [False, True, False]
