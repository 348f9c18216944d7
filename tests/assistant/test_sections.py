from __future__ import annotations

from pathlib import Path

import pytest

from assistant.sections import named_section
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
