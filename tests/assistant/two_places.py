"""An invented text about a county and an area inside it, each with its own figures, and a sentence about islands."""

from __future__ import annotations

from pathlib import Path

from ingest.library import Library
from tests.assistant.gathering import over

COUNTY = """# 海盐县概况

## 海盐县简介

海盐县位于杭州湾北岸，总面积585平方公里，常住人口46万人。

2022年，全县地区生产总值完成71亿元，同比增长8%。

按照新标准的堤防达标率分别为：东沙岛42%、西沙岛80%。

## 白洋管理区简介

白洋管理区前身是一个农场，始建于1955年。全区总面积227平方公里，常住人口6804人，森林覆盖率38%。

2022年，全年完成地区生产总值14.5亿元，增长4%。

## 平湖市简介

平湖市地处海盐县以东，全市有湖泊12个，城镇化率54.2%。2022年上半年，地区生产总值增长3%。
"""


def county(folder: Path) -> Library:
    """The library of the text."""
    return over(folder, 海盐=COUNTY)
