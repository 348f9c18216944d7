from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import Paragraph, Plan
from ingest.structure.split import split
from tests.ingest.outlines import (
    SAMPLES,
    cells,
    paragraphs,
    paths,
    plan_in,
    plan_of,
    raw_of,
    section,
    tables,
    uncovered,
)
from tests.ingest.readers.pdf_files import Page, pdf

BODY = "围绕区域的产业布局，推进科技创新和产业创新深度融合。"
HEAD = ["序号", "指标", "2025年"]


def test_a_plan_carries_its_file_its_text_and_its_blocks_in_reading_order() -> None:
    text = f"甲区科技规划\n一、目标\n{BODY}\n表1 指标\n指标\t值\n企业\t600\n专利\t20\n{BODY}"
    plan = plan_of(text)
    assert (plan.id, plan.file, plan.format, plan.text, plan.title) == ("p", "文.txt", "text", text, "甲区科技规划")
    assert [type(block).__name__ for block in plan.blocks] == ["Paragraph", "Paragraph", "Table", "Paragraph"]


def test_broken_lines_are_joined_and_their_places_kept() -> None:
    text = "一、现状\n我区实施高新技术企业倍增计划以来，按照梯度培育的思路，大\n\n力培育创新型企业。"
    plan = plan_of(text)
    (block,) = [b for b in plan.blocks if isinstance(b, Paragraph)]
    assert block.text.endswith("思路，大力培育创新型企业。")
    assert [plan.quote(piece)[-3:] for piece in block.pieces] == ["路，大", "企业。"]


def test_a_caption_or_unit_without_a_table_is_text() -> None:
    plan = plan_of(f"一、目标\n表1 指标\n单位：家\n{BODY}")
    assert paragraphs(plan, "一、目标") == ["表1 指标", "单位：家", BODY]
    assert paragraphs(plan_of("一、目标\n表1 指标"), "一、目标") == ["表1 指标"]


def test_sentences_of_an_article_are_text_not_headings() -> None:
    plan = plan_of(
        f"第一条　数据实行统一管理。{BODY}\n数据归集共享。{BODY}\n（一）公安机关负责；\n（二）民政部门负责。"
    )
    assert paths(plan) == ["第一条", "第一条 > （一）", "第一条 > （二）民政部门负责"]
    assert len(paragraphs(plan, "第一条")) == 2


def test_a_lead_in_holds_its_paragraph_only() -> None:
    plan = plan_of(f"专栏1 重点领域\n人工智能。{BODY}{BODY}\n{BODY[:-1]}，另有{BODY}")
    assert paragraphs(plan, "人工智能") == [BODY + BODY]
    assert len(paragraphs(plan, "专栏1 重点领域")) == 1


@given(st.text("一二、（）章第节条1.2表目录\t 　\n年标题专栏。，", max_size=200))
def test_any_text_is_read_without_an_error_and_without_a_loss(text: str) -> None:
    if not text.strip():
        return
    raw = raw_of(text)
    plan = plan_of(text)
    left = "".join(uncovered(plan, raw))
    assert not set(left) & set("一二章节条年标题专栏") - set("目录")
    assert all(passage.span.start <= passage.span.end for passage in split(plan, 100))


def written_docx(path: Path) -> Plan:
    document = docx.Document()
    document.add_heading("甲区科技规划", 0)
    document.add_heading("第一章 目标", 1)
    document.add_heading("创新平台", 2)
    document.add_paragraph(BODY)
    document.add_paragraph("表1 主要指标")
    table = document.add_table(rows=5, cols=4)
    rows = [
        ["目标", "指标", "完成情况", ""],
        ["", "", "2020年", "增长率"],
        ["主体", "企业", "85", "31"],
        ["", "机构", "9", "2"],
        ["成效", "产值", "7", "5"],
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for a, b in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((2, 0), (3, 0))):
        table.cell(*a).merge(table.cell(*b))
    document.add_heading("第二章 保障", 1)
    document.add_paragraph(f"一、组织。{BODY}")
    document.save(path)
    return plan_in(path)


def test_a_docx_has_its_headings_by_style_and_its_merged_cells_resolved(tmp_path: Path) -> None:
    plan = written_docx(tmp_path / "甲.docx")
    assert paths(plan) == ["第一章 目标", "第一章 目标 > 创新平台", "第二章 保障", "第二章 保障 > 一、组织"]
    assert plan.title == "甲区科技规划"
    (table,) = tables(plan)
    assert (table.caption, table.header) == ("表1 主要指标", ("目标", "指标", "完成情况 2020年", "完成情况 增长率"))
    assert [row.group for row in table.rows] == ["主体", "主体", "成效"]
    assert cells(table)[1] == ["主体", "机构", "9", "2"]


def test_a_web_page_has_its_title_outside_the_tree_and_tables_with_spans(tmp_path: Path) -> None:
    page = f"""<html><body><h1>甲区规划</h1><h2>一、目标</h2><p>{BODY}</p><h3>平台</h3><p>{BODY}</p>
    <table><caption>表1 园区</caption><tr><th>产业</th><th>园区</th></tr><tr><td rowspan=2>装备</td><td>甲园</td></tr>
    <tr><td>乙园</td></tr><tr><td>医药</td><td>丙园</td></tr></table><h2>二、保障</h2><p>{BODY}</p></body></html>"""
    (tmp_path / "甲.html").write_text(page, "utf-8")
    plan = plan_in(tmp_path / "甲.html")
    assert paths(plan) == ["一、目标", "一、目标 > 平台", "二、保障"]
    (table,) = tables(plan)
    assert table.caption == "表1 园区"
    assert [(row.group, row.cells[1].text) for row in table.rows] == [
        ("装备", "甲园"),
        ("装备", "乙园"),
        ("医药", "丙园"),
    ]


def test_markdown_joins_the_lines_of_a_paragraph_and_reads_its_tables(tmp_path: Path) -> None:
    text = f"# 甲区意见\n\n## 一、目标\n\n{BODY[:9]}\n{BODY[9:]}\n\n- 企业600家\n- 专利20件\n\n"
    text += "表1 指标\n\n|产业|园区|\n|-|-|\n|装备|甲|\n||乙|\n"
    (tmp_path / "甲.md").write_text(text, "utf-8")
    plan = plan_in(tmp_path / "甲.md")
    assert plan.title == "甲区意见"
    assert paths(plan) == ["一、目标"]
    assert paragraphs(plan, "一、目标") == [BODY, "企业600家", "专利20件"]
    assert [row.group for row in tables(plan)[0].rows] == ["装备", "装备"]


def test_a_pdf_keeps_pages_joins_lines_over_them_and_rejoins_a_cut_table(tmp_path: Path) -> None:
    words = "推进科技创新和产业创新深度融合，建设产业体系，培育企业梯队，"
    first = Page().lines(["一、目标", f"　　{words[:28]}", *[words[:30]] * 3], top=770)
    first.table([HEAD, ["1", "企业", "600"], ["2", "专利", "20"]], x=72, top=200)
    second = Page().table([HEAD, ["3", "平台", "5"], ["4", "团队", "9"]], x=72, top=770)
    second.lines(["二、保障", "　　加强领导，落实责任。"], top=600)
    (tmp_path / "甲.pdf").write_bytes(pdf([first, second]))
    plan = plan_in(tmp_path / "甲.pdf")
    assert paths(plan) == ["一、目标", "二、保障"]
    assert paragraphs(plan, "一、目标") == [words[:28] + words[:30] * 3]
    (table,) = tables(plan)
    assert cells(table) == [["1", "企业", "600"], ["2", "专利", "20"], ["3", "平台", "5"], ["4", "团队", "9"]]
    assert [row.span.page for row in table.rows] == [1, 1, 2, 2]
    assert section(plan, "二、保障").span.page == 2


@pytest.mark.parametrize(
    ("sample", "rows", "boxes"),
    [
        ("临安区十四五", [10, 6, 13, 15, 15, 18, 22], 8),
        ("杭州市科技", [15, 30], 9),
        ("滨江区", [], 0),
        ("临平区", [], 0),
    ],
)
def test_the_sample_plans_have_the_tables_and_boxes_of_their_originals(
    sample: str, rows: list[int], boxes: int
) -> None:
    (path,) = SAMPLES.glob(f"{sample}*")
    plan = plan_in(path)
    assert [len(table.rows) for table in tables(plan)] == rows
    assert sum(s.is_box for s in plan.sections) == boxes


def test_the_sample_plans_have_the_outline_of_their_originals(real_plans: Path) -> None:
    for sample, original in (
        ("滨江区", "滨江区"),
        ("临平区", "临平区"),
        ("杭州市科技", "杭州市科学"),
        ("临安区十四五", "临安区十四五"),
    ):
        mine, theirs = (
            plan_in(next(folder.glob(f"{name}*")))
            for folder, name in ((SAMPLES, sample), (real_plans / "seeds", original))
        )
        numbers = [
            [(s.level, s.number.strip("（）()")) for s in plan.sections if s.number not in ("", "——")]
            for plan in (mine, theirs)
        ]
        assert numbers[0] == numbers[1], sample
        for left, right in zip(tables(mine), tables(theirs), strict=True):
            assert len(left.header) == len(right.header)
            assert [row.group for row in left.rows] == [row.group for row in right.rows]
