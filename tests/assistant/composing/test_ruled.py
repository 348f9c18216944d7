from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.composing.ruled import ruled
from ingest.library import Library
from tests.assistant.gathering import gathered, over
from tests.assistant.rules import LINXIA
from tests.assistant.small_library import ask, check_sources


@pytest.fixture(scope="module")
def linxia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("linxia"), 临夏=LINXIA) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "verdict", "sentence"),
    [
        ("临夏县普通类屋顶光伏项目补助，农户光伏算在里面吗？", "不包括", "不含商场和农户光伏"),
        ("临夏县新型屋顶光伏项目包括农户光伏吗", "包括", "含农户光伏"),
        ("临夏县共享来的公共数据可以用于其他用途吗", "否", "不得用于其他用途"),
        ("临夏县乡镇政府能新建开放平台吗", "原则上不可以", "原则上不得新建开放平台"),
        ("临夏县离城30公里的数据机房还给奖励吗", "否", "小于50公里"),
    ],
)
def test_the_verdict_comes_first_and_the_sentence_that_decides_with_it(
    linxia: Library, question: str, verdict: str, sentence: str
) -> None:
    answer = ask(Assistant(linxia), question)
    assert answer.text.startswith(f"{verdict}，文本写的是：")
    assert sentence in answer.text
    check_sources(answer, linxia)


@pytest.mark.parametrize(
    "question",
    [
        "临夏县离城60公里的数据机房还给奖励吗",
        "临夏县接入单位能享受补助吗",
        "临夏县公共数据是不是不能用于其他用途吗",
        "临夏县公共数据有多少类能开放吗",
        "临夏县企业能贷款吗",
    ],
)
def test_no_verdict_where_no_sentence_decides_just_that(linxia: Library, question: str) -> None:
    assert ruled(gathered(linxia, question)) is None


def test_a_denial_is_never_confirmed(tmp_path: Path) -> None:
    plan = (
        "# 岷县企业评价办法\n\n岷县人民政府\n\n2022年6月1日\n\n## 一、应用\n\n"
        "“亩均论英雄”评价为丁类的企业均不得享受评优奖励。\n"
    )
    with over(tmp_path, 岷县=plan) as library:
        text = ask(Assistant(library), "岷县亩均论英雄评价丁类企业能享受评优奖励吗").text
    assert text.startswith("否，")
