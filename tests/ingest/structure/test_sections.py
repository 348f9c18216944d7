from __future__ import annotations

from ingest.plans import Paragraph, Span
from ingest.structure.headings import numbered
from ingest.structure.sections import Sections
from tests.ingest.outlines import lines_of, paragraphs, paths, plan_of, section

BODY = "围绕区域的产业布局，推进科技创新和产业创新深度融合。"


def test_a_section_knows_its_number_its_name_its_path_and_how_far_it_reaches() -> None:
    text = f"第一章 发展基础\n一、现状\n{BODY}\n二、问题\n{BODY}\n第二章 任务\n{BODY}"
    plan = plan_of(text)
    status = section(plan, "一、现状")
    assert (status.level, status.number, status.name) == (2, "一、", "现状")
    assert status.path == ("第一章 发展基础", "一、现状")
    assert plan.sections[status.parent or 0].name == "发展基础"
    assert plan.quote(status.span) == "一、现状"
    assert plan.quote(status.body) == f"一、现状\n{BODY}\n"
    assert plan.quote(section(plan, "第一章 发展基础").body).endswith(f"二、问题\n{BODY}\n")


def test_the_plan_itself_is_section_0_and_holds_what_stands_before_the_first_heading() -> None:
    plan = plan_of(f"{BODY}\n一、目标\n{BODY}")
    assert plan.sections[0].path == ()
    assert plan.quote(plan.sections[0].body) == plan.text
    assert paragraphs(plan) == [BODY]


def test_the_span_of_a_heading_in_a_long_line_ends_with_it() -> None:
    plan = plan_of(f"（一）推动提能。{BODY}{BODY}")
    assert plan.quote(plan.sections[1].span) == "（一）推动提能。"
    assert paragraphs(plan, "（一）推动提能") == [BODY + BODY]


def test_a_box_is_known_as_one() -> None:
    plan = plan_of(f"一、任务\n{BODY}\n专栏1 重点工程\n{BODY}")
    assert [s.is_box for s in plan.sections] == [False, False, True]


def test_list_items_are_text_and_a_lone_heading_without_text_is_outline_only() -> None:
    plan = plan_of(f"一、依据\n1、《某某法》\n2、《某某条例》\n二、要求\n（一）空的标题\n三、其他\n{BODY}")
    assert paragraphs(plan, "1、《某某法》") == ["1、《某某法》"]
    assert paragraphs(plan, "2、《某某条例》") == ["2、《某某条例》"]
    assert paragraphs(plan, "（一）空的标题") == []
    assert "二、要求 > （一）空的标题" in paths(plan)


def test_a_list_item_on_two_lines_is_put_together() -> None:
    sections = Sections([], [], "1、《某某法\n实施条例》\n2、《法》")
    first, second, third = lines_of("1、《某某法", "实施条例》", "2、《法》")
    line = type(first)("1、《某某法实施条例》", (*first.pieces, *second.pieces))
    for item in (line, third):
        found = numbered(item.text)
        assert found is not None
        sections.open(found, item)
    assert sections.list_items([]) == [
        Paragraph(1, "1、《某某法实施条例》", (Span(0, 6), Span(7, 12))),
        Paragraph(2, "2、《法》", (Span(13, 18),)),
    ]


def test_a_short_line_between_blank_lines_is_a_heading_where_nothing_is_numbered() -> None:
    text = f"某区报道\n\n{BODY}\n\n打赢两场战役\n\n{BODY}\n\n{BODY}"
    assert paths(plan_of(text)) == ["打赢两场战役"]
    assert paths(plan_of(f"一、甲\n\n{BODY}\n\n打赢两场战役\n\n{BODY}")) == ["一、甲"]
    assert paths(plan_of(text.replace("打赢两场战役", "2021年12月11日"))) == []
    assert paths(plan_of(text.replace("打赢两场战役", "打赢两场战役，"))) == []


def test_a_line_that_the_contents_list_names_is_a_heading() -> None:
    text = f"目录\n第一章 总则 1\n名词解释 2\n第一章 总则\n{BODY}\n名词解释\n{BODY}"
    assert paths(plan_of(text)) == ["第一章 总则", "名词解释"]


def test_bare_numbers_head_the_chapters_of_a_guideline_but_not_the_rows_of_its_annex() -> None:
    chapters = f"1 总则\n1.1 范围\n{BODY}\n1.2 定位\n{BODY}\n2 要求\n2.1 内容\n{BODY}\n3 附则\n{BODY}"
    text = f"{chapters}\n附录 A 用地分类\n1 居住用地\n2 商业用地"
    assert paths(plan_of(text)) == [
        "1 总则",
        "1 总则 > 1.1 范围",
        "1 总则 > 1.2 定位",
        "2 要求",
        "2 要求 > 2.1 内容",
        "3 附则",
        "附录A 用地分类",
    ]
    assert paths(plan_of(f"1 总则\n{BODY}\n2 要求\n{BODY}")) == []
