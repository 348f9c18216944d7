from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.claims import claim_checked, of_another_year
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、重点任务

推动平湖师范学院海洋工程实验室落户港区。争创海上风电未来产业先导区，率先开展深远海标准研制。
实施“新航手”培育计划，抓好大学生创业者、留学归国人员等创新创业群体。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("claims"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("平湖规划推动落户港区的海洋工程实验室是嘉兴农业大学的吧？", "平湖师范学院"),
        ("平湖要争创的未来产业先导区是低空经济方向的吧？", "海上风电"),
        ("平湖“新航手”培育计划抓好的创新创业群体是不是也包括退役军人？", "大学生创业者"),
    ],
)
def test_what_the_deciding_sentence_says_otherwise_is_denied(pinghu: Library, text: str, told: str) -> None:
    answer = said(claim_checked(gathered(pinghu, text)))
    assert answer.startswith("不是，文本写的是：")
    assert told in answer


@pytest.mark.parametrize(
    "text",
    [
        "平湖规划推动落户港区的海洋工程实验室是平湖师范学院的吧？",  # so it is: the sentence itself tells it
        "平湖海洋工程实验室是首家的吗？",  # no name
        "平湖规划推动落户港区的海洋工程实验室是哪所学校的？",
        "平湖港区码头改造工程是嘉兴农业大学牵头的吧？",  # nothing is said of it
    ],
)
def test_nothing_is_denied_that_no_sentence_decides(pinghu: Library, text: str) -> None:
    assert claim_checked(gathered(pinghu, text)) is None


LATER = """# 平湖市科技创新规划

## 一、发展目标

展望到2035年，创新能力再上台阶。全面建成海洋装备创新策源地，海洋传感器研制能力全国领先。
"""


def test_what_is_set_for_another_year_is_told_with_that_year(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=LATER) as library:
        denied = said(of_another_year(gathered(library, "平湖2025年就全面建成海洋装备创新策源地吗？")))
        agreed = of_another_year(gathered(library, "平湖2035年全面建成海洋装备创新策源地吗？"))
    assert "2035年" in denied
    assert "海洋装备创新策源地" in denied
    assert agreed is None
