from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.values import value
from assistant.records.ranks import rank_beside
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 温州市科技创新“十四五”规划

温州市人民政府

2021年9月3日

## 一、发展基础

表1 2019年各区县研发经费

| 地区 | 2019年研发经费（亿元） | 2019年研发经费投入强度排名 | 2019年研发经费排名 |
|---|---|---|---|
| 鹿城区 | 55 | 3 | 1 |
| 瓯海区 | 33 | 1 | 2 |
| 龙湾区 | 27.5 | 2 | 3 |
"""


@pytest.fixture(scope="module")
def wenzhou(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("ranks"), 温州=PLAN) as library:
        yield library


def test_a_value_has_its_own_rank_beside_it_where_that_is_asked_for_too(wenzhou: Library) -> None:
    text = said(value(gathered(wenzhou, "2019年瓯海研发经费多少亿、全市第几")))
    assert "33亿元" in text
    assert "第2位" in text
    assert "第1位" not in text


def test_a_rank_is_told_only_where_it_is_asked_for(wenzhou: Library) -> None:
    asked = gathered(wenzhou, "2019年瓯海研发经费多少亿")
    assert [rank_beside(asked, hit) for hit in hits(asked)[:1]] == [None]


def test_by_how_far_a_place_moved_stands_beside_it_where_that_is_asked_for(tmp_path: Path) -> None:
    names = "| 地区 | 2018年创新指数位次 | 2019年创新指数位次 | 创新指数位次变动 |\n|---|---|---|---|\n"
    table = f"{names}| 鹿城区 | 52 | 34 | 18 |\n| 瓯海区 | 20 | 21 | -1 |"
    with over(
        tmp_path, 温州=PLAN.replace("表1 2019年各区县研发经费", f"表2 创新指数\n\n{table}\n\n表1 研发经费")
    ) as library:
        told = said(value(gathered(library, "2019年鹿城创新指数排第几，比上一年进步了几位")))
        assert "上升 18位" in told
        assert "上升" not in said(value(gathered(library, "2019年鹿城创新指数排第几")))
