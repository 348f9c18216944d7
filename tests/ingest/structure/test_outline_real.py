"""What must hold of the outlines of the real documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.plans import Plan
from ingest.readers import read
from ingest.settings import IngestSettings
from tests.ingest.outlines import cells, paragraphs, paths, plan_in, section, tables, uncovered

FOLDED = str.maketrans("", "", " \n\t\u3000*")


@pytest.fixture
def linan(real_plans: Path) -> Plan:
    return plan_in(real_plans / "seeds/临安区十四五科技创新规划.txt")


@pytest.fixture
def hangzhou(real_plans: Path) -> Plan:
    return plan_in(real_plans / "seeds/杭州市科学技术发展十四五规划.txt")


@pytest.fixture
def binjiang(real_plans: Path) -> Plan:
    return plan_in(real_plans / "seeds/滨江区创新滨江实施意见_征求意见稿.txt")


def top(plan: Plan) -> list[str]:
    return [s.number for s in plan.sections if s.level == 1]


def test_临安_has_five_chapters_with_their_levels(linan: Plan) -> None:
    assert top(linan) == ["", "第一章", "第二章", "第三章", "第四章", "第五章"]
    assert linan.sections[1].name == "前言"
    chapter = "第一章 发展基础 > 一、发展现状"
    below = [path.split(" > ")[2] for path in paths(linan) if path.startswith(f"{chapter} > ")]
    assert [name[:3] for name in below] == ["1.纵", "2.横", *(f"（{n}）" for n in "一二三四五六七八九")]


def test_临安_has_eight_boxes_each_in_its_action(linan: Plan) -> None:
    boxes = [s for s in linan.sections if s.is_box]
    assert [box.number for box in boxes] == [f"专栏{n}" for n in range(1, 9)]
    assert [box.path[-2][:2] for box in boxes] == [f"{n}、" for n in "一二三四五六七八"]
    assert (
        paths(linan).count(
            "第四章 主要任务 > 七、传统产业改造提升行动方案 > 专栏7 传统产业改造提升行动 > 1.电线电缆产业"
        )
        == 1
    )


def test_临安_has_tables_1_to_6_complete(linan: Plan) -> None:
    found = [table for table in tables(linan) if table.caption.startswith("表")]
    assert [len(table.rows) for table in found] == [10, 6, 13, 15, 15, 18]
    first, _, third, fourth, *_ = found
    assert first.header == ("序号", "指标名称", "2015年", "完成情况 2020年", "完成情况 增长率(%)")
    assert cells(first)[0][2:] == ["10.75", "19.59", "182.23"]
    assert third.header == ("地区", "2018年", "2019年", "排位变动")
    assert fourth.header[1:4] == ("2019年 R&D经费(亿元)", "2019年 绝对值排名", "2019年 R&D经费投入强度(%)")
    assert fourth.header[7] == "2018年 R&D经费(亿元)"
    assert cells(fourth)[1][:4] == ["上城区", "4.2", "13", "0.36"]


def test_临安_table_6_is_whole_again_after_its_page_break(linan: Plan) -> None:
    table = tables(linan)[5]
    assert table.header == ("目标", "序号", "主要指标", "单位", "2025年")
    assert [row.cells[1].text for row in table.rows] == [str(n) for n in range(1, 19)]
    groups = [row.group for row in table.rows]
    assert list(dict.fromkeys(groups)) == [f"科技创新{part}" for part in ("主体", "质量", "服务", "成效")]
    assert groups.count("科技创新服务") == 4
    assert [cell.text for cell in table.rows[0].cells] == ["科技创新主体", "1", "国家高新技术企业", "家", "600"]


def test_临安_parks_stand_under_the_label_of_their_industry(linan: Plan) -> None:
    (table,) = [table for table in tables(linan) if table.caption.startswith("长三角")]
    assert (table.header, len(table.rows)) == (("重点产业", "对接园区", "主导产业"), 22)
    assert len(dict.fromkeys(row.group for row in table.rows)) == 5
    assert table.rows[1].group == table.rows[0].group == "高端装备"
    assert linan.quote(table.rows[1].span).startswith("上海莘庄工业区")
    assert linan.sections[table.section].number == "（二）"


def test_the_contents_list_is_not_content(linan: Plan, real_plans: Path) -> None:
    assert len(linan.contents) == 22
    assert len([path for path in paths(linan) if path.endswith("第二章 规划背景")]) == 1
    excerpt = plan_in(real_plans / "seeds/临平区十四五科技创新发展规划_节选.txt")
    assert "重点任务" in [entry.value for entry in excerpt.contents]
    assert [path for path in paths(excerpt) if "重点任务" in path] == []


def test_a_heading_without_text_is_outline_only(linan: Plan) -> None:
    heading = "（三）推广一批先进适用产业应用技术"
    assert section(linan, heading).level == 4
    assert paragraphs(linan, heading) == []


def test_杭州_has_five_parts_and_nine_boxes(hangzhou: Plan) -> None:
    assert top(hangzhou) == ["一、", "二、", "三、", "四、", "五、"]
    assert [s.number for s in hangzhou.sections if s.is_box] == [f"专栏{n}" for n in range(1, 10)]
    assert section(hangzhou, "专栏7 杭州城西科创大走廊创新发展导向").path[1] == "(七)提升市域创新协调发展合力"
    assert section(hangzhou, "2.深入推进杭州国家自主创新示范区建设").level == 3


def test_杭州_tables_are_rebuilt_from_one_cell_a_line(hangzhou: Plan) -> None:
    first, second = tables(hangzhou)
    assert (len(first.rows), len(second.rows)) == (15, 30)
    assert first.header == ("序号", "指标名称", "2015年", "2020年规划目标", "2020年完成值")
    assert [cell[0] for cell in cells(first)] == [str(n) for n in range(1, 16)]
    assert second.header == ("分类", "序号", "指标名称", "2020年", "2025年")
    assert len(dict.fromkeys(row.group for row in second.rows)) == 5
    assert cells(second)[0] == ["科技投入", "1", "R&D经费支出占GDP比重(%)", "预计3.5", "4.0"]


def test_滨江_has_eighteen_articles_with_their_units(binjiang: Plan) -> None:
    articles = [s for s in binjiang.sections if s.level == 2 and s.number.startswith("（")]
    numerals = [*"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五六七八")]
    assert [s.number for s in articles] == [f"（{n}）" for n in numerals]
    with_units = [s.number for s in articles if "责任单位：" in "".join(paragraphs(binjiang, s.path[-1]))]
    assert with_units == [f"（{n}）" for n in numerals[:14]]


def test_the_report_is_read_over_its_narrow_lines(real_plans: Path) -> None:
    plan = plan_in(real_plans / "seeds/临安科技2020年工作报道.txt")
    assert [s.name for s in plan.sections if s.level == 1] == [
        "打赢“两场战役”",
        "描绘“两张蓝图”",
        "实施“六大工程”",
        "2021 向着未来进发",
    ]
    assert [s.name[:6] for s in plan.sections if s.level == 2][:6] == [
        f"{n}是实施{w}" for n, w in zip("一二三四五六", ["企业", "产业", "孵化", "科技", "科技", "科技"], strict=True)
    ]


def test_guidelines_laws_and_scans_have_their_chapters(real_plans: Path) -> None:
    guide = plan_in(real_plans / "more/shiji_guotukongjian_zhinan.txt")
    assert top(guide) == ["", *"12345", *(f"附录{c}" for c in "ABCDEFG")]
    assert [s.number for s in guide.sections if s.path[:1] == ("3 主要编制内容",) and s.level == 2] == [
        f"3.{n}" for n in range(1, 10)
    ]
    rules = plan_in(real_plans / "more/chengshi_tijian_guicheng.txt")
    assert top(rules)[2:7] == [*"12345"]
    assert section(rules, "3.1.3 坚持操作导向").path[1] == "3.1 工作原则"
    law = plan_in(real_plans / "more/guangdong_ggsj_banfa.txt")
    assert len([s for s in law.sections if s.number.endswith("章")]) == 12
    assert len([s for s in law.sections if s.number.endswith("条")]) == 57
    scan = plan_in(real_plans / "more/national_06th_plan.txt")
    assert top(scan) == ["", "第一编", "第二编", "第三编", "第四编", "第五编"]


def test_nothing_of_any_document_is_lost(real_plans: Path) -> None:
    for path in sorted(real_plans.glob("*/*")):
        raw = read(path, IngestSettings())
        left = [text for text in uncovered(plan_in(path), raw) if sum("一" <= c <= "鿿" for c in text) > 2]
        noise = ("http", "[bookmark", "【法宝", "原文链接", "责任编辑", "上一篇", "下一篇")
        assert [text for text in left if not text.startswith(noise)] == [], path.name


def test_every_cell_stands_in_the_source_at_its_span(real_plans: Path) -> None:
    for path in sorted(real_plans.glob("*/*")):
        plan = plan_in(path)
        for table in tables(plan):
            for cell in (cell for row in table.rows for cell in row.cells):
                quote = plan.quote(cell.span).translate(FOLDED)
                rejoined = cell.text == "科技创新服务" and quote in ("科技创新", "服务")
                assert cell.text.translate(FOLDED) == quote or rejoined, (path.name, cell)
