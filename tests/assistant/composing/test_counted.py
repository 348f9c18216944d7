from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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


def test_the_parts_of_a_section_that_is_summed_up_below_it_are_told(tmp_path: Path) -> None:
    news = "\n\n".join(
        f"### {n}、{what}\n\n详述。"
        for n, what in zip("一二三", ("变革带来新要求", "建设开启新征程", "发展迈进新阶段"), strict=True)
    )
    plan = f"# 舟曲县规划\n\n## 第一章 背景\n\n{news}\n\n### 四、机遇\n\n上述“三个新”是产品创新、技术创新的机遇。\n"
    with over(tmp_path, 舟曲=plan) as library:
        told = said(counted(gathered(library, "舟曲规划说的“三个新”，到底是哪三个新"))).split("\n")
    assert told == ["共3项：", "一、变革带来新要求", "二、建设开启新征程", "三、发展迈进新阶段"]


def test_things_of_one_letter_need_no_other_word_in_the_one_plan_that_is_meant(tmp_path: Path) -> None:
    plan = "# 舟曲县政务新媒体意见\n\n## 一、内容\n\n审核流程从严，严把政治关、法律关、政策关、保密关、文字关。\n"
    with over(tmp_path, 舟曲=plan, 临夏=LINXIA) as library:
        assert "保密关" in said(counted(gathered(library, "舟曲政务新媒体发东西之前要把好哪五关来着")))
