from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.composing.lists import enumeration, numbered_parts, section_figures
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said
from tests.assistant.small_library import ask


def test_the_headings_below_a_heading_are_enumerated(library: Library) -> None:
    draft = enumeration(gathered(library, "南湖重点任务有哪几个方面"))
    assert "3" in draft.claims[0].text
    assert quoted(draft, library) == ["（一）壮大创新主体", "（二）搭建创新平台", "（三）集聚创新人才"]
    assert {claim.sources[0].kind for claim in draft.claims[1:]} == {"heading"}


def test_an_enumeration_has_as_many_parts_as_are_asked_for(library: Library) -> None:
    assert len(enumeration(gathered(library, "南湖有哪三大重点任务")).claims) == 4
    assert enumeration(gathered(library, "南湖有哪七大重点任务")) is None
    assert enumeration(gathered(library, "南湖三大重点任务分别要引进多少名人才")) is None


def test_the_region_decides_whose_headings_are_enumerated(library: Library) -> None:
    assert "强化企业主导" in said(enumeration(gathered(library, "嘉兴主要任务有哪几个方面")))


def test_the_figures_of_a_section_are_listed_with_the_words_of_the_text(library: Library) -> None:
    draft = section_figures(gathered(library, "南湖发展基础一节有哪些数字"))
    assert "全区国家高新技术企业达到212家" in said(draft)
    assert "技术交易额为35亿元" in quoted(draft, library)
    assert len(draft.claims) - 1 == int("".join(filter(str.isdigit, draft.claims[0].text)))


@pytest.mark.parametrize("text", ["南湖星火计划有哪些数字", "南湖集聚创新人才有哪些数据", "南湖发展基础怎么样"])
def test_a_section_that_is_not_named_or_has_hardly_a_figure_has_no_list(library: Library, text: str) -> None:
    assert section_figures(gathered(library, text)) is None


@pytest.mark.parametrize(
    "text", ["南湖规划的主要任务有哪些", "南湖规划第三章部署了什么", "南湖重点任务讲了哪三件事", "南湖规划的重点任务"]
)
def test_tasks_are_enumerated_however_they_are_asked_for(library: Library, text: str) -> None:
    assert [c.text for c in enumeration(gathered(library, text)).claims][1:] == [
        "（一）壮大创新主体",
        "（二）搭建创新平台",
        "（三）集聚创新人才",
    ]


def test_only_a_heading_with_a_number_is_enumerated_before_facts_of_the_plan(library: Library) -> None:
    assert len(numbered_parts(gathered(library, "南湖规划第三章下面一共几条，各条叫什么")).claims) == 4
    assert numbered_parts(gathered(library, "南湖重点任务一共几条，各条叫什么")) is None


def test_of_two_groups_the_one_that_a_follow_up_names_is_listed(tmp_path: Path) -> None:
    plan = (
        "# 云溪市发展规划\n\n云溪市人民政府\n\n2021年3月1日\n\n## 一、对接\n\n表1 重点对接园区表\n\n"
        "| 产业 | 对接园区 | 主导产业 |\n|---|---|---|\n"
        "| 高端装备 | 东湖开发区 | 机床 |\n| 高端装备 | 西湖开发区 | 航空 |\n"
        "| 新材料 | 南湖开发区 | 石墨烯 |\n| 新材料 | 北湖开发区 | 纳米 |\n"
    )
    with over(tmp_path, 云溪=plan) as library:
        told = ask(Assistant(library), "新材料的呢", "云溪对接园区表里高端装备有哪些对接园区").text
    assert "南湖开发区" in told
    assert "东湖开发区" not in told


def test_a_part_that_is_named_itself_is_no_enumeration(library: Library) -> None:
    assert enumeration(gathered(library, "南湖重点任务里搭建创新平台有哪几个方面")) is None


def test_another_places_figures_are_not_listed_for_one_without_a_plan(library: Library) -> None:
    assert section_figures(gathered(library, "天津重点任务里壮大创新主体的数字指标有哪些")) is None


def test_what_is_listed_may_be_asked_for_by_how_it_is_written_down(library: Library) -> None:
    assert lists_the_same(library, "南湖规划的重点任务一共列了哪些", "南湖规划的重点任务有哪些")


def lists_the_same(library: Library, one: str, other: str) -> bool:
    first, second = (enumeration(gathered(library, text)) for text in (one, other))
    return first is not None and first == second
