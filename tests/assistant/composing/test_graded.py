from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.composing.graded import grade_checked
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

引导企业加大研发投入，海川药业获国家科技进步一等奖，新港乳品获国家科技进步奖二等奖。
支持启明机电高端装备实验室申报省重点实验室，支持港区芯片制造开放实验室向国家重点实验室迈进。
服务指导鹦鹉洲众创空间成功升级为国家级众创空间，港区梦工场认定为市级专业化众创空间。
规上企业研发费用总量的绝对值居全省第5位，同比增长34.6%，增幅居全省第2位。
海泰科技的快速筛查检测设备项目获2019年国家重点研发项目立项支持。
建立优质企业“白名单”，政银保投担五方联动对名单内的企业提供综合金融服务。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("graded"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新港乳品获的是国家科技进步一等奖对吧", "新港乳品获国家科技进步奖二等奖"),
        ("平湖支持启明机电高端装备实验室申报国家重点实验室吗？", "申报省重点实验室"),
        ("平湖鹦鹉洲众创空间升级成的是省级众创空间，没记错吧", "升级为国家级众创空间"),
        ("平湖规上企业研发费用总量的绝对值排全省第2，对吗？", "居全省第5位"),
        ("海泰科技快速筛查检测设备项目，是2020年国家重点研发项目立的项？", "2019年"),
        ("听说平湖优质企业“白名单”内的企业由三方联动提供综合金融服务，是这样吗？", "五方联动"),
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
        "平湖规上企业研发费用增幅居全省第2位，对吗？",
        "平湖海上风电项目获一等奖对吧",  # nothing is said of it
    ],
)
def test_a_grade_that_no_clause_denies_is_left_to_the_sentence(pinghu: Library, text: str) -> None:
    assert grade_checked(gathered(pinghu, text)) is None
