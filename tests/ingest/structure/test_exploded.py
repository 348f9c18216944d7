from __future__ import annotations

from collections.abc import Sequence

from ingest.structure.exploded import exploded, exploded_at
from tests.ingest.outlines import cells, lines_of, paragraphs, plan_of, tables


def rows(*texts: str) -> list[list[str]]:
    found = exploded(lines_of(*texts))
    return [[cell.text for cell in row] for row in found[0]] if found else []


def numbered(names: Sequence[str]) -> list[str]:
    return [cell for n, name in enumerate(names, 1) for cell in (str(n), name, f"{n}0")]


def test_rows_are_rebuilt_along_their_serial_numbers() -> None:
    assert rows("序号", "指标", "2025年", *numbered(["企业", "专利", "平台"])) == [
        ["序号", "指标", "2025年"],
        ["1", "企业", "10"],
        ["2", "专利", "20"],
        ["3", "平台", "30"],
    ]


def test_a_cell_too_many_before_a_serial_is_the_label_of_the_group_below() -> None:
    texts = ["分类", "序号", "指标", "2025年", "投入", *numbered(["经费", "强度", "产业"])]
    texts[11:11] = ["产出"]
    assert [row[0] for row in rows(*texts)] == ["分类", "投入", "", "产出"]


def test_a_header_cell_on_two_lines_is_put_together() -> None:
    head = rows("序号", "指标", "2020年", "规划目标", *numbered(["企业", "专利", "平台"]))[0]
    assert head == ["序号", "指标", "2020年 规划目标"]


def test_a_figure_that_looks_like_the_next_serial_is_a_figure() -> None:
    assert rows("序号", "指标", "值", "1", "企业", "2", "2", "专利", "3", "3", "平台", "4") == [
        ["序号", "指标", "值"],
        ["1", "企业", "2"],
        ["2", "专利", "3"],
        ["3", "平台", "4"],
    ]


def test_explanations_and_an_empty_last_column_are_no_obstacle_where_labels_are_numbered() -> None:
    texts = [
        "目 标",
        "序号",
        "指 标",
        "解 释",
        "备 注",
        "一、宜居",
        "1",
        "空气（天）",
        "达标的天数。",
        "2",
        "绿道",
        "长度之比。查合理与否。",
    ]
    texts += ["特色", "二、健康", "3", "设施", "覆盖的社区占比。", "4", "床位", "每千人的床位。"]
    found = rows(*texts)
    assert [row[0] for row in found[1:]] == ["一、宜居", "", "二、健康", ""]
    assert found[2][1:] == ["2", "绿道", "长度之比。查合理与否。", "特色"]
    assert found[4][1:] == ["4", "床位", "每千人的床位。", ""]


def test_lines_without_a_header_or_with_sentences_are_no_such_table() -> None:
    assert rows("指标", "名称", "数值", *numbered(["企业", "专利", "平台"])) == []
    assert rows("序号", "指标", "2025年", *numbered(["企业得到发展。", "专利", "平台"])) == []
    assert rows("序号", "指标", "1", "企业") == []


def test_such_a_table_begins_at_its_caption_or_at_its_first_header_cells() -> None:
    body = ["序号", "指标", "2025年", *numbered(["企业", "专利", "平台"])]
    captioned = exploded_at(lines_of("表1 指标", *body, "以上。"), 0)
    assert captioned is not None
    assert (captioned[0].text if captioned[0] else "", captioned[2]) == ("表1 指标", 13)
    bare = exploded_at(lines_of(*body), 0)
    assert bare is not None
    assert (bare[0], bare[2]) == (None, 12)
    assert exploded_at(lines_of("正文", *body), 0) is None


def test_in_a_plan_it_stands_in_its_place_with_its_groups_and_the_text_goes_on_after_it() -> None:
    texts = [
        "一、目标",
        "表2 指标",
        "分类",
        "序号",
        "指标",
        "2025年",
        "投入",
        *numbered(["经费", "强度", "产业"]),
        "以上指标为预期性。",
    ]
    texts[13:13] = ["产出"]
    plan = plan_of("\n\n".join(texts))
    (table,) = tables(plan)
    assert (table.caption, table.header) == ("表2 指标", ("分类", "序号", "指标", "2025年"))
    assert [(row.group, row.cells[2].text) for row in table.rows] == [
        ("投入", "经费"),
        ("投入", "强度"),
        ("产出", "产业"),
    ]
    assert cells(table)[2] == ["产出", "3", "产业", "30"]
    assert paragraphs(plan, "一、目标") == ["以上指标为预期性。"]
