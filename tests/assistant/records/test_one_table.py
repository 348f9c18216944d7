from __future__ import annotations

from pathlib import Path

from assistant.composing.compare import over_regions
from assistant.records.one_table import in_one_table
from tests.assistant.gathering import gathered, over, said

TABLE = """# 嘉兴市科技创新规划

嘉兴市人民政府

## 一、基础

表1 2019年各县市研发经费

| 地区 | 研发经费（亿元） |
|---|---|
| 桐乡市 | 30.5 |
| 海盐县 | 12.4 |
| 平湖市 | 20.1 |
"""


def test_places_that_are_rows_of_one_table_have_their_cells(tmp_path: Path) -> None:
    with over(tmp_path, 嘉兴=TABLE) as library:
        found = in_one_table(gathered(library, "2019年桐乡和海盐的研发经费哪个高"), "")
        assert {name: hit.indicator.value for name, hit in found.items() if hit} == {"桐乡": "30.5", "海盐": "12.4"}
        assert in_one_table(gathered(library, "2019年桐乡的研发经费"), "") == {}


RANKED = """# 嘉兴市科技创新规划

嘉兴市人民政府

## 一、基础

表1 2019年各县市研发经费

| 地区 | 研发经费（亿元） | 研发经费排名 |
|---|---|---|
| 桐乡市 | 30.5 | 1 |
| 海盐县 | 12.4 | 3 |
| 平湖市 | 20.1 | 2 |
"""


def test_the_ranks_of_the_same_rows_are_told_where_they_are_asked_for_too(tmp_path: Path) -> None:
    with over(tmp_path, 嘉兴=RANKED) as library:
        both = said(over_regions(gathered(library, "2019年桐乡和海盐的研发经费各多少、排第几")))
        alone = said(over_regions(gathered(library, "2019年桐乡和海盐的研发经费各多少")))
    assert "桐乡：2019年 30.5亿元" in both
    assert "桐乡：2019年位次 第1位" in both
    assert "海盐：2019年位次 第3位" in both
    assert "位次" not in alone
