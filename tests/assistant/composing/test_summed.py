from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.extremes import extremes
from assistant.composing.summed import sums_by_noun
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 温州市科技创新“十四五”规划

温州市人民政府

2021年9月3日

## 一、发展基础

表1 2019年各区县研发经费

| 地区 | 2019年研发经费（亿元） |
|---|---|
| 全市 | 200 |
| 鹿城区 | 55 |
| 瓯海区 | 33 |
| 龙湾区 | 27.5 |
| 洞头区 | 1.5 |
"""


@pytest.fixture(scope="module")
def wenzhou(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("summed"), 温州=PLAN) as library:
        yield library


def test_the_first_rows_add_up_and_make_a_share_of_the_total(wenzhou: Library) -> None:
    asked = "2019年温州各区县研发经费最高的三个，加起来多少亿，占全市比重多少"
    text = said(extremes(gathered(wenzhou, asked)))
    assert "合计 115.5亿元（55 + 33 + 27.5）" in text
    assert "占比约57.8%（(55 + 33 + 27.5) ÷ 200 = 57.75%）" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2019年温州各区县研发经费最高的三个是哪三个", False),  # no sum is asked for
        ("2019年温州研发经费最高的区合计多少", False),  # of one row
        ("2019年温州各区县研发经费最高的两个合计多少", True),
    ],
)
def test_only_several_rows_are_summed_where_a_sum_is_asked_for(wenzhou: Library, text: str, *, told: bool) -> None:
    answer = said(extremes(gathered(wenzhou, text)))
    assert ("合计" in answer) is told
    assert "占比" not in answer


FIELDS = """# 温州市科技创新“十四五”规划

温州市人民政府

2021年9月3日

## 一、目标

到2025年，培育数字经济领军人才400名、创新创业团队60个，生命健康领军人才200名、创新创业团队30个。
2020年，加计扣除减免额5亿元，所得税减免额3亿元，合计减免额8亿元。
"""


def test_what_a_sentence_tells_of_several_fields_adds_up_by_what_it_is(tmp_path: Path) -> None:
    with over(tmp_path, 温州=FIELDS) as library:
        asked = "温州数字经济和生命健康两个领域，2025年领军人才和创新创业团队一共要培育多少"
        text = said(sums_by_noun(gathered(library, asked)))
        assert "领军人才合计 600名（400 + 200）" in text
        assert "创新创业团队合计 90个（60 + 30）" in text


def test_a_total_is_not_added_to_its_parts(tmp_path: Path) -> None:
    with over(tmp_path, 温州=FIELDS) as library:
        assert sums_by_noun(gathered(library, "温州2020年减免额一共多少亿")) is None
