from __future__ import annotations

from assistant.words import present_orders
from tests.assistant.words.test_present_figures import indicator


def test_the_ends_of_an_order_are_named_for_what_is_ordered() -> None:
    highest, lowest = present_orders.HIGHEST, present_orders.LOWEST
    assert present_orders.extreme(highest, "南湖", indicator("9")).endswith("最高：9家")
    assert "最靠前" in present_orders.extreme(highest, "南湖", indicator("1", "位", role="rank"))
    assert "最靠后" in present_orders.extreme(lowest, "南湖", indicator("9", "位", role="rank"))
    assert "上升最多：4位" in present_orders.extreme(highest, "南湖", indicator("4", "位", role="growth"))
    assert "下降最多：下降4位" in present_orders.extreme(lowest, "南湖", indicator("-4", "位", role="growth"))
    assert present_orders.extreme(highest, "2025年", indicator("9")).count("2025") == 1


def test_several_rows_are_told_in_one_line_under_their_year_and_name() -> None:
    rows = [("南湖", indicator("9")), ("秀洲", indicator("7"))]
    assert present_orders.in_order(present_orders.HIGHEST, rows) == "2025年科技企业最高的依次是：南湖 9家，秀洲 7家"


def test_a_row_of_a_list_has_its_place_or_its_name_and_its_years() -> None:
    cells = [indicator("7", year="2020", role="actual"), indicator("9")]
    assert present_orders.row("南湖", cells) == "南湖：2020年 7家，2025年目标 9家（科技企业）"
    assert present_orders.row("科技企业", cells) == "科技企业：2020年 7家，2025年目标 9家"
    assert present_orders.row("南湖", [indicator("-2", "位", role="growth")]) == "南湖：2025年下降2位（科技企业）"


def test_what_moved_most_has_both_values() -> None:
    cells = [indicator("7", year="2020", role="actual"), indicator("9")]
    assert present_orders.among(present_orders.HIGHEST, cells).startswith("上升最多的是科技企业：2020年 7家")
    assert present_orders.moved_most(present_orders.LOWEST, "南湖", cells).startswith("南湖科技企业下降最多：")


def test_the_head_of_what_one_plan_alone_has_names_it() -> None:
    assert present_orders.only_in("南湖") == "只有南湖的指标表列出："
