from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.records.contested import contested, of_two_numbers, set_under_years
from ingest.library import Library
from tests.assistant.gathering import gathered, over

PLAN = """# 常山县科技创新“十四五”规划

常山县人民政府

2021年9月3日

## 一、发展基础

截至目前，全县共有省科技型中小企业815家。2019年，全县研发投入强度为3.42%。

表1 “十三五”主要指标完成情况

| 序号 | 指标 | 2015年 | 2020年 |
| --- | --- | --- | --- |
| 1 | 科技型中小企业（家） | 264 | 813 |
| 2 | 研发投入强度（%） | 2.3 | 3.42 |
"""


@pytest.fixture(scope="module")
def changshan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("changshan"), 常山=PLAN) as opened:
        yield opened


def test_two_numbers_to_choose_from_are_found_by_their_values(changshan: Library) -> None:
    found = of_two_numbers(gathered(changshan, "常山2020年科技型中小企业是813还是815家？"))
    assert [hit.indicator.value for hit in found] == ["813", "815"]


@pytest.mark.parametrize(
    "text", ["常山2020年科技型中小企业是813还是900家？", "常山科技型中小企业是2015还是2020年的数？"]
)
def test_a_number_that_no_plan_gives_and_years_are_nothing_to_choose_from(changshan: Library, text: str) -> None:
    assert of_two_numbers(gathered(changshan, text)) == []


def test_one_value_under_two_years_is_found_under_each(changshan: Library) -> None:
    found = set_under_years(gathered(changshan, "常山研发投入强度3.42%是2019年的还是2020年的？"))
    assert {hit.indicator.year for hit in found} == {"2019", "2020"}


def test_a_like_name_of_the_same_year_is_the_other_side(changshan: Library) -> None:
    (found,) = contested(gathered(changshan, "常山的科技型中小企业数，表1和正文差了两家，到底是多少？"))
    assert [hit.indicator.value for hit in found] == ["813", "815"]
