from __future__ import annotations

from pathlib import Path

from assistant.composing.values import value
from tests.assistant.gathering import gathered, over, quoted, said

PLAN = """# 平湖市生态规划

平湖市人民政府

2021年9月3日

## 一、发展基础

高新技术企业从2015年81家，增长到2020年210家。

表1 主要指标完成情况

| 指标名称 | 单位 | 2015年 | 2020年 |
|---|---|---|---|
| 高新技术企业数量 | 家 | 81 | 210 |

## 二、发展目标

到2035年全市生态保护区比例达到75%，到2050年达到80%以上。
"""


def test_each_year_that_is_asked_for_is_quoted(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        draft = value(gathered(library, "平湖 生态保护区比例 2035年、2050年目标"))
        assert ["75%" in said(draft), "80%以上" in said(draft)] == [True, True]
        assert any("2050年" in quote for quote in quoted(draft, library))
        assert "80%" not in said(value(gathered(library, "平湖 生态保护区比例 2035年目标")))


def test_what_there_is_now_is_the_latest_that_is_told(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        *_, said_last = said(value(gathered(library, "平湖现在高新技术企业数量是多少家"))).split("\n")
        assert ["210家" in said_last, "81家" in said_last] == [True, False]
