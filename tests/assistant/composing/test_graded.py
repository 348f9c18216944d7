from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.graded import grade_checked
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

海川药业的新药获国家科技进步一等奖，新港乳品的菌种获国家科技进步奖二等奖。
启明机电的船机实验室要申报省重点实验室，港区的潮汐能开放实验室要争创国家重点实验室。
鹦鹉洲众创空间当年升级为国家级众创空间，港区梦工场新认定为市级众创空间。
规上企业研发费用总量的绝对值居全省第4位，比上年增长21%，增幅居全省第3位。
海泰科技的水下机器人项目获2019年国家重点研发项目立项。
建立出海企业“白名单”，由五方联动为名单内的企业办理结汇。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("graded"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新港乳品获的是国家科技进步一等奖对吧", "新港乳品的菌种获国家科技进步奖二等奖"),
        ("平湖启明机电的船机实验室要申报的是国家重点实验室吗？", "申报省重点实验室"),
        ("平湖鹦鹉洲众创空间升级成的是省级众创空间，没记错吧", "升级为国家级众创空间"),
        ("平湖规上企业研发费用总量的绝对值排全省第3，对吗？", "居全省第4位"),
        ("海泰科技水下机器人项目，是2020年国家重点研发项目立的项？", "2019年"),
        ("听说平湖出海企业“白名单”内的企业由三方联动办理结汇，是这样吗？", "五方联动"),
    ],
)
def test_another_grade_than_the_clause_gives_is_denied(pinghu: Library, text: str, told: str) -> None:
    answer = said(grade_checked(gathered(pinghu, text)))
    assert answer.startswith("不是，文本写的是：")
    assert told in answer


@pytest.mark.parametrize(
    "text",
    [
        "海川药业获的是国家科技进步一等奖对吧",  # so it is
        "新港乳品获的是国家科技进步几等奖",  # none is claimed
        "平湖鹦鹉洲众创空间升级为国家级众创空间了吗？",
        "平湖规上企业研发费用增幅居全省第3位，对吗？",
        "平湖海上风电项目获一等奖对吧",  # nothing is said of it
    ],
)
def test_a_grade_that_no_clause_denies_is_left_to_the_sentence(pinghu: Library, text: str) -> None:
    assert grade_checked(gathered(pinghu, text)) is None


def test_a_place_that_no_plan_is_of_has_no_grades(pinghu: Library) -> None:
    assert grade_checked(gathered(pinghu, "青岛的鹦鹉洲众创空间升级为国家级了吗")) is None


OFTEN = """# 平湖市科技创新规划

## 一、保障

区委每季度听取工作进展，每年召开工作推进会，确保各项工作顺利推进。建成国内一流的海洋科创中心。
"""


def test_how_often_and_among_whom_are_grades_too(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=OFTEN) as library:
        for text in ("平湖的工作推进会是每个季度召开一次吗", "平湖要建成的海洋科创中心是国际一流的吧"):
            assert said(grade_checked(gathered(library, text))).startswith("不是")
        assert grade_checked(gathered(library, "平湖的工作推进会是每年召开吗")) is None
