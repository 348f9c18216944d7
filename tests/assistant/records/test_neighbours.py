from __future__ import annotations

from pathlib import Path

from assistant.composing.values import value
from assistant.questions import Scope
from assistant.records.neighbours import elsewhere, named_elsewhere, region_of
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said
from tests.assistant.small_library import JIAXING, NANHU


def scope(library: Library, name: str, title: str) -> Scope:
    return Scope(name, tuple(plan.id for plan in library.plans() if plan.title == title))


def test_a_neighbours_table_may_hold_the_value(library: Library) -> None:
    asked = gathered(library, "南湖2019年创新指数得分")
    found = elsewhere(asked, scope(library, "南湖", NANHU), "创新指数得分")
    assert {h.indicator.region for h in found} == {"南湖区"}
    assert {h.indicator.value for h in found} >= {"71.2", "76.8"}


def test_a_scope_stands_for_the_region_of_its_plan(library: Library) -> None:
    asked = gathered(library, "全市目标")
    assert region_of(asked, scope(library, "全市", JIAXING)) == "嘉兴"
    assert region_of(asked, Scope("海宁", ())) == "海宁"


def test_what_only_the_citys_table_says_of_a_district_answers_for_it(tmp_path: Path) -> None:
    city = """# 嘉兴市光伏方案

嘉兴市人民政府

## 一、任务分配

表1 各区“十四五”光伏任务

| 序号 | 区域 | 新增装机容量（MW） |
|---|---|---|
| 1 | 南湖区 | 0.4 |
| 2 | 秀洲区 | 2.6 |
"""
    district = "# 南湖区水务方案\n\n南湖区人民政府\n\n## 一、目标\n\n到2025年，污水处理率达到99%。\n"
    with over(tmp_path, 嘉兴=city, 南湖=district) as library:
        asked = gathered(library, "南湖区光伏新增装机容量是多少")
        assert named_elsewhere(asked, asked.query.scopes[0])
        other = gathered(library, "南湖区污水处理率是多少")
        assert not named_elsewhere(other, other.query.scopes[0])
        told = said(value(asked))
        assert "0.4MW" in told
        assert "2.6" not in told
