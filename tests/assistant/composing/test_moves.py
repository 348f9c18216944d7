from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.moves import change_told
from assistant.questions import Question
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市水务“十四五”规划（2021—2025年）

平湖市人民政府

2021年9月3日

## 一、主要任务

扩建城东等厂站，城镇污水处理能力由12万吨/天，提高至24万吨/天，满足发展需要。
到2025年，按二○二○年价格计算的涉水产业产值从五万七千亿元增加到八万五千亿元。
2025年水务学校的招生数由2020年的28万人增加到40万人。
农田灌溉、园林用水比例分别由30%、40%提高到35%、60%。
再生水厂由3座增加到5至7座。
节水人口比重由23％上升到27 · 4％。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("moves"), 平湖=PLAN) as library:
        yield library


def test_a_change_that_one_sentence_tells_is_reckoned_every_way_that_is_asked(pinghu: Library) -> None:
    answer = Assistant(pinghu).answer(Question("平湖城镇污水日处理能力十四五期间要增加多少、翻几倍？"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "由12万吨/天，提高至24万吨/天" in answer.text
    assert "相差 12万吨/天（24 − 12）" in answer.text
    assert "约为 2倍（24 ÷ 12）" in answer.text


def test_numerals_are_read_and_years_compared(pinghu: Library) -> None:
    told = said(change_told(gathered(pinghu, "平湖2025年涉水产业产值比2020年要增加多少亿元")))
    assert "相差 28000亿元（85000 − 57000）" in told
    assert "相差 12万人（40 − 28）" in said(change_told(gathered(pinghu, "2025年水务学校招生比2020年多招几万人")))


@pytest.mark.parametrize(
    "text",
    [
        "平湖2035年城镇污水处理能力增加多少",
        "2025年水务学校招生比2015年多招几万人",
        "平湖园林用水比例提高几个百分点",
        "平湖再生水厂增加多少座",
        "平湖节水人口比重上升多少",
        "平湖污水管网长度增加多少",
        "平湖城镇污水处理能力达到多少",
    ],
)
def test_another_time_thing_or_form_is_not_reckoned_with(pinghu: Library, text: str) -> None:
    assert change_told(gathered(pinghu, text)) is None
