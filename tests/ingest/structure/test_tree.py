from __future__ import annotations

from ingest.structure.headings import numbered, plain, run_in, unnumbered, whole
from ingest.structure.tree import Tree


def placed(*lines: str) -> list[tuple[int, int]]:
    """Parent and level of each heading, the headings counted from 1; "#2 x" is one of heading style 2."""
    tree, result = Tree(), []
    for index, line in enumerate(lines, 1):
        if line.startswith("#"):
            heading = plain(line[3:], int(line[1]))
        else:
            lead = run_in(f"{line}。{line}{line}，{line}{line}{line}。") if line.startswith("——") else None
            heading = lead or numbered(line) or whole(line) or unnumbered(line) or plain(line)
        result.append(tree.place(heading, index))
    return result


def test_ranks_hang_below_each_other_and_close_what_is_not_above_them() -> None:
    lines = "第一章 甲", "一、乙", "（一）丙", "1.丁", "（2）戊", "二、己", "第二章 庚"
    assert placed(*lines) == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 2), (0, 1)]


def test_levels_that_a_plan_skips_leave_no_hole() -> None:
    assert placed("一、甲", "1.乙", "（一）丙") == [(0, 1), (1, 2), (1, 2)]


def test_a_box_stands_in_the_section_that_it_interrupts_and_has_its_own_sequence() -> None:
    lines = (
        "四、任务",
        "（一）平台",
        "1.院所",
        "2.实验室",
        "专栏5 载体",
        "（一）大院",
        "（二）名校",
        "3.基础研究",
        "（二）人才",
    )
    assert placed(*lines) == [(0, 1), (1, 2), (2, 3), (2, 3), (2, 3), (5, 4), (5, 4), (2, 3), (1, 2)]


def test_what_starts_over_in_a_box_stays_in_it_and_a_higher_heading_leaves_it() -> None:
    lines = (
        "一、行动",
        "专栏7 产业",
        "1.电缆",
        "2.照明",
        "二、转化",
        "专栏8 转化",
        "（一）源头",
        "1.引进",
        "第五章 保障",
    )
    assert placed(*lines) == [(0, 1), (1, 2), (2, 3), (2, 3), (0, 1), (5, 2), (6, 3), (7, 4), (0, 1)]


def test_a_preface_holds_its_own_text_only() -> None:
    assert placed("前言", "一、基础", "（一）现状") == [(0, 1), (0, 1), (2, 2)]


def test_an_annex_holds_chapters() -> None:
    assert placed("一、要求", "附件1", "一、总则") == [(0, 1), (0, 1), (2, 2)]


def test_dotted_numbers_hang_below_their_beginnings() -> None:
    lines = "3 总则", "3.1 原则", "3.1.1 导向", "3.1.2 问题", "3.2 组织", "4 要求", "附录A 图", "A.1 图例"
    assert placed(*lines) == [(0, 1), (1, 2), (2, 3), (2, 3), (1, 2), (0, 1), (0, 1), (7, 2)]


def test_heading_styles_place_what_has_no_number() -> None:
    lines = "#1 甲", "#2 乙", "#3 丙", "#2 丁", "#1 戊"
    assert placed(*lines) == [(0, 1), (1, 2), (2, 3), (1, 2), (0, 1)]


def test_a_lead_in_closes_with_its_paragraph() -> None:
    tree = Tree()
    lead = run_in("人工智能。重点开展智能计算，开展算法研究和应用。")
    assert lead is not None
    tree.place(plain("某领域"), 1)
    assert tree.place(lead, 2) == (1, 2)
    assert tree.close_run_in() == 1
    assert tree.close_run_in() is None


def test_a_tree_knows_what_is_open_and_what_comes_next() -> None:
    tree = Tree()
    assert not tree.numbered
    for index, line in enumerate(["第一章 总则", "第一条 为了规范管理"], 1):
        tree.place(numbered(line) or plain(line), index)
    assert tree.numbered
    assert tree.in_article
    assert tree.expects(numbered("第二条 适用") or plain(""))
    assert not tree.expects(numbered("第三条 适用") or plain(""))
    assert tree.under("chapter")
    assert not tree.under("appendix")
