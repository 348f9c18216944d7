from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.outline import no_such_part, plan_structure
from ingest.library import Library
from tests.assistant.gathering import HAINING, gathered, over, quoted, said


@pytest.mark.parametrize(
    ("text", "number", "last"),
    [
        ("嘉兴规划有几张表", 2, "表2 各县（市、区）科技创新指数得分"),
        ("嘉兴规划分几个部分", 3, "三、主要任务"),
        ("秀洲意见一共有多少条", 5, "5. 办好创新大赛。"),
    ],
)
def test_parts_are_counted_and_the_first_and_last_cited(library: Library, text: str, number: int, last: str) -> None:
    draft = plan_structure(gathered(library, text))
    assert f"共{number}" in said(draft)
    assert quoted(draft, library)[-1] == last
    assert len(quoted(draft, library)) == 2


@pytest.mark.parametrize("text", ["有几张表", "秀洲科技局有几条责任单位", "嘉兴规划有几个专栏"])
def test_without_a_plan_or_a_part_nothing_is_counted(library: Library, text: str) -> None:
    assert plan_structure(gathered(library, text)) is None


def test_the_parts_are_named_where_their_names_are_asked_for(library: Library) -> None:
    draft = plan_structure(gathered(library, "嘉兴规划分几个部分，各讲什么"))
    assert [claim.text for claim in draft.claims[1:]] == ["一、总体要求", "二、主要目标", "三、主要任务"]


@pytest.mark.parametrize("text", ["海宁规划分几个部分", "海宁规划的目录是什么"])
def test_an_excerpt_is_built_as_its_contents_list_says(tmp_path: Path, text: str) -> None:
    with over(tmp_path, 海宁=HAINING) as library:
        draft = plan_structure(gathered(library, text))
        assert "目录列出4个部分" in draft.claims[0].text
        assert quoted(draft, library)[-1].endswith("组织实施")


def test_an_article_beyond_the_last_is_refused_with_how_many_there_are(library: Library) -> None:
    draft = no_such_part(gathered(library, "秀洲意见第八条规定了什么"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "共5条，没有第八条" in said(draft)
    assert quoted(draft, library)[-1] == "5. 办好创新大赛。"


@pytest.mark.parametrize("text", ["秀洲意见第三条规定了什么", "第八条规定了什么", "嘉兴规划第二部分讲什么"])
def test_a_part_that_is_there_is_not_refused(library: Library, text: str) -> None:
    assert no_such_part(gathered(library, text)) is None


def test_blocks_are_parts(library: Library) -> None:
    text = said(plan_structure(gathered(library, "南湖规划一共分几大块")))
    assert "部分" in text
    assert plan_structure(gathered(library, "南湖规划里最高能补多少块")) is None


TABLES = """# 海宁市规划

## 一、基础

表1 主要指标完成情况

| 指标 | 2020年 |
| --- | --- |
| 高新技术企业 | 90家 |

## 二、园区

园区一览

| 园区 | 企业 |
| --- | --- |
| 东园 | 12家 |
"""


@pytest.mark.parametrize(("text", "number"), [("海宁规划有几张表", 2), ("海宁规划带编号的表有几张", 1)])
def test_tables_are_counted_with_or_without_those_that_have_no_number(tmp_path: Path, text: str, number: int) -> None:
    with over(tmp_path, 海宁=TABLES) as library:
        assert f"共{number}" in said(plan_structure(gathered(library, text)))
