from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import Assistant
from assistant.composing.counted import counted
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said
from tests.assistant.rules import LINXIA
from tests.assistant.small_library import ask, check_sources

PLAN = """# 舟曲县人才集聚规划

舟曲县人民政府

2022年6月1日

## 一、重点任务

### （一）产业提升人才计划

引进产业人才。

### （二）文化引领人才计划

引进文化人才。

### （三）国际交流人才计划

引进国际人才。
"""


@pytest.fixture(scope="module")
def linxia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("linxia"), 临夏=LINXIA, 舟曲=PLAN) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临夏县发布数据要严把哪“四关”", "来源关、质量关、保密关、格式关"),
        ("临夏县的“四统”指哪四统", "统一目录、统一标准、统一平台、统一出口"),
        ("临夏县公共数据分哪三类", "全部开放、部分开放和不予开放"),
    ],
)
def test_the_sentence_with_as_many_things_is_told(linxia: Library, question: str, told: str) -> None:
    answer = ask(Assistant(linxia), question)
    assert told in answer.text
    check_sources(answer, linxia)


def test_points_are_told_where_there_are_as_many_as_are_asked_for(linxia: Library) -> None:
    lines = said(counted(gathered(linxia, "临夏县减轻企业负担的三条办法是什么"))).splitlines()
    assert lines[0] == "共3项："
    assert [line[:2] for line in lines[1:]] == ["一是", "二是", "三是"]
    assert counted(gathered(linxia, "临夏县减轻企业负担的五条办法是什么")) is None


def test_headings_that_end_with_what_is_counted_are_told_where_there_are_as_many(linxia: Library) -> None:
    lines = said(counted(gathered(linxia, "舟曲县的三大人才计划是哪三个"))).splitlines()
    assert lines[0] == "共3项："
    assert len(lines) == 4
    assert counted(gathered(linxia, "舟曲县的四大人才计划是哪四个")) is None


@pytest.mark.parametrize("question", ["临夏县公共数据怎么共享", "临夏县由谁牵头三类数据开放"])
def test_what_is_not_asked_for_by_its_number_is_left_to_others(linxia: Library, question: str) -> None:
    assert counted(gathered(linxia, question)) is None
