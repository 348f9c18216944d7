from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.compose import compose
from assistant.composing.lacking import asking, lacking
from assistant.composing.sentences import in_sentences
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said
from tests.assistant.small_library import ask

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

企业研发有了起色，临港药业获国家科技进步一等奖。2019年，海星动力获省科技进步奖。

市科技局办了一场科技助农直播活动，屏幕上点赞83万次，来看的有1万余人次。

## 二、重点任务

举全市之力推进临港科技城建设，到2025年，临港科技城引进顶尖人才350人。

培育国家高新技术企业，推动全市企业梯队壮大。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("lacking"), 平湖=PLAN) as opened:
        yield opened


@pytest.mark.parametrize(
    "text",
    [
        "平湖临港药业拿国家科技进步一等奖，靠的是哪个项目、哪一年得的？",  # no year
        "平湖那场科技助农直播活动，一共卖掉多少钱的山货？",  # no sum
        "平湖临港科技城到2025年国高企要达到多少家？",  # another indicator's figure
    ],
)
def test_what_no_sentence_tells_of_a_thing_is_refused(pinghu: Library, text: str) -> None:
    assert compose(gathered(pinghu, text)).status is AnswerStatus.NOT_IN_PLANS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("平湖海星动力哪一年得的省科技进步奖？", "2019年"),
        ("平湖那场科技助农直播活动，一共有多少人次观看？", "1万余人次"),
        ("平湖临港科技城到2025年要引进多少顶尖人才？", "350人"),
    ],
)
def test_what_is_told_lacks_nothing(pinghu: Library, text: str, told: str) -> None:
    assert told in ask(Assistant(pinghu), text).text


def test_sentences_are_judged_by_what_they_say(pinghu: Library) -> None:
    evidence = gathered(pinghu, "平湖临港药业获国家科技进步一等奖，哪一年得的")
    draft = in_sentences(evidence)
    assert "一等奖" in said(draft)
    assert lacking(draft, evidence) == ("2019年" not in said(draft))


def test_the_last_clause_asks() -> None:
    assert asking("手里有几个专利，能贷多少钱？") == "能贷多少钱"
