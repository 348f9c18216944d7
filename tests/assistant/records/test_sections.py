from __future__ import annotations

from pathlib import Path

import pytest

from assistant.composing.lists import enumeration
from assistant.records.sections import complete, named_section, opening, tasks
from ingest.library import Library
from tests.assistant.gathering import gathered, over
from tests.assistant.small_library import JIAXING, NANHU

BOXES = """# 平湖市科技创新“十四五”规划

平湖市人民政府

## 第一章 发展基础

平湖科技实力较强。

## 第二章 重点任务

### 第一节 打造平台

建设湖区科创平台。

专栏1 平台建设工程

建成3个平台。

### 第二节 引育人才

引进人才。

专栏2 人才引育工程

引进100名人才。
"""


def named(library: Library, text: str, *, with_children: bool = False) -> tuple[str, str] | None:
    found = named_section(gathered(library, text), with_children=with_children)
    return (found[0].title, found[1].name) if found else None


def test_a_section_is_found_by_its_name(library: Library) -> None:
    assert named(library, "南湖搭建创新平台有哪些内容") == (NANHU, "搭建创新平台")
    assert named(library, "嘉兴优化空间布局有哪些内容") == (JIAXING, "优化空间布局")


def test_only_a_section_with_parts_is_found_where_parts_are_asked_for(library: Library) -> None:
    assert named(library, "南湖重点任务有哪几个方面", with_children=True) == (NANHU, "重点任务")
    assert named(library, "南湖搭建创新平台有哪几个方面", with_children=True) is None


def test_the_number_of_parts_must_be_the_one_asked_for(library: Library) -> None:
    assert named(library, "南湖有哪三项重点任务", with_children=True) == (NANHU, "重点任务")
    assert named(library, "南湖有哪九项重点任务", with_children=True) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平湖规划第一章有哪些内容", "发展基础"),
        ("平湖规划第2章有哪些内容", "重点任务"),
        ("平湖规划第二节有哪些内容", "引育人才"),
        ("平湖规划专栏2有哪些内容", "人才引育工程"),
        ("平湖规划专栏一有哪些内容", "平台建设工程"),
    ],
)
def test_a_section_is_found_by_its_number(tmp_path: Path, text: str, expected: str) -> None:
    with over(tmp_path, 平湖=BOXES) as library:
        assert named(library, text) == ("平湖市科技创新“十四五”规划", expected)


@pytest.mark.parametrize("text", ["南湖量子通信有哪些内容", "平湖规划第九章有哪些内容"])
def test_what_no_heading_names_is_no_section(library: Library, text: str) -> None:
    assert named(library, text) is None


def test_a_part_of_a_chapter_is_found_by_both_numbers(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=BOXES) as library:
        assert named(library, "平湖规划第二章第一节讲了什么") == ("平湖市科技创新“十四五”规划", "打造平台")


def test_what_a_plan_without_chapters_numbers_first_are_its_chapters(library: Library) -> None:
    assert named(library, "南湖规划第三章部署了什么", with_children=True) == (NANHU, "重点任务")


def test_a_heading_is_found_by_its_everyday_name_and_by_its_whole_name(tmp_path: Path) -> None:
    text = BOXES.replace("## 第一章 发展基础", "## 第一章 存在问题\n\n### 一、平台不强\n\n弱。\n\n### 二、人才不足")
    with over(tmp_path, 平湖=text) as library:
        assert named(library, "平湖有哪些短板", with_children=True)[1] == "存在问题"
        assert named(library, "平湖规划里“引育人才”一节写了什么")[1] == "引育人才"


def test_the_tasks_of_a_plan_are_below_the_heading_for_them_or_its_chapters(library: Library, tonglu: Library) -> None:
    found = tasks(gathered(library, "南湖规划的主要任务有哪些"))
    assert [s.name for s in found[1]] == ["壮大创新主体", "搭建创新平台", "集聚创新人才"]
    found = tasks(gathered(tonglu, "桐庐的主要任务有哪些"))
    assert [s.name for s in found[1]] == ["培育创新主体", "建设创新平台", "强化人才支撑"]
    assert tasks(gathered(library, "主要任务有哪些")) is None


def test_headings_that_skip_a_number_are_not_all_that_there_is(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=BOXES) as library:
        plan = library.plan(library.plans()[0].id)
        chapters = [s for s in plan.sections if s.level == 1]
        assert complete(chapters)
        assert complete([*chapters, *(s for s in plan.sections if s.is_box)])
        boxless = [s for s in plan.sections if s.number.startswith("第")]
        assert not complete([boxless[0], boxless[0]])


def test_a_section_without_a_name_is_shown_by_its_first_sentence(tmp_path: Path) -> None:
    head = "# 平湖市数据管理办法\n\n平湖市人民政府\n\n第一章 总则\n\n"
    law = f"{head}第一条 为了规范数据管理，制定本办法。\n\n第二条 本办法适用于本市。\n"
    with over(tmp_path, 平湖=law) as library:
        plan = library.plan(library.plans()[0].id)
        article = next(s for s in plan.sections if s.number == "第二条")
        assert "适用于本市" in plan.quote(opening(plan, article))
        chapter = next(s for s in plan.sections if s.name == "总则")
        assert opening(plan, chapter) == chapter.span
        listed = enumeration(gathered(library, "平湖办法第一章讲了什么"))
        assert ["制定本办法" in listed.claims[1].text, "适用于本市" in listed.claims[2].text] == [True, True]


def test_a_box_is_named_by_some_of_its_words(tmp_path: Path) -> None:
    plan = (
        "# 平湖市规划\n\n平湖市人民政府\n\n## 一、平台\n\n大走廊建设要加快。\n\n"
        "### 专栏1 临港科创大走廊创新发展导向\n\n#### 海洋科技城\n\n聚焦装备。\n\n#### 云港新城\n\n聚焦数字。\n"
    )
    with over(tmp_path, 平湖=plan) as library:
        found = named_section(gathered(library, "平湖临港科创大走廊的专栏里点了哪几个城"), with_children=True)
        assert found is not None
        assert found[1].name == "临港科创大走廊创新发展导向"


def test_the_last_chapter_is_found_by_its_place(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=BOXES) as library:
        assert named(library, "平湖规划最后一章讲了哪几个方面", with_children=True)[1] == "重点任务"
        assert named(library, "平湖规划收尾那一章写了什么")[1] == "重点任务"


@pytest.mark.parametrize("text", ["平湖传统产业都有哪些", "平湖有哪些老行当要改造升级"])
def test_a_heading_named_for_the_kind_that_its_parts_are_of_is_meant(tmp_path: Path, text: str) -> None:
    parts = "".join(f"#### {at}. {name}产业\n\n提升。\n\n" for at, name in enumerate(("电线", "照明", "装饰"), start=1))
    plan = f"# 平湖市规划\n\n平湖市人民政府\n\n## 一、任务\n\n### （一）传统产业改造提升行动方案\n\n{parts}"
    with over(tmp_path, 平湖=plan) as library:
        listed = enumeration(gathered(library, text))
        assert [claim.text for claim in listed.claims[1:]] == ["1.电线产业", "2.照明产业", "3.装饰产业"]
