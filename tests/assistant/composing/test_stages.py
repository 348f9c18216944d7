from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.stages import stage_goals
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted

PLAN = """# 平湖市脑机接口产业行动方案

平湖市人民政府

2025年1月3日

## 一、总体目标

2027年前，半侵入式产品率先临床应用，创新生态初步构建。2030年前，产品全面临床应用，产业链自主可控。

## 二、重点任务

2027年前，推动5款产品完成型式检验。到2027年，引进龙头企业3家。建设中试平台，完善标准规范。

## 三、保障措施

加强统筹协调，落实各项任务。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pinghu"), 平湖=PLAN) as library:
        yield library


def test_each_year_has_its_sentences_those_under_aims_first(pinghu: Library) -> None:
    draft = stage_goals(gathered(pinghu, "平湖市脑机接口方案2027年前和2030年前的总体目标有什么区别？"))
    assert quoted(draft, pinghu) == [
        "2027年前，半侵入式产品率先临床应用，创新生态初步构建。",
        "2027年前，推动5款产品完成型式检验。",
        "2030年前，产品全面临床应用，产业链自主可控。",
    ]


def test_a_year_without_a_sentence_leaves_the_question_to_others(pinghu: Library) -> None:
    assert stage_goals(gathered(pinghu, "平湖市脑机接口方案2028年要达到什么目标？")) is None


def test_what_has_a_subject_is_not_asked_of_the_whole_plan(pinghu: Library) -> None:
    assert stage_goals(gathered(pinghu, "平湖市2027年引进龙头企业的目标是什么？")) is None
    assert stage_goals(gathered(pinghu, "平湖市2027年谁负责？")) is None


def test_the_years_of_goals_are_told_by_how_their_sentences_begin(tmp_path: Path) -> None:
    plan = "# 平湖市科技创新规划\n\n## 一、发展目标\n\n到2027年，海洋创新取得成效。到2030年，建成海洋强市。\n"
    with over(tmp_path, 平湖=plan) as library:
        draft = stage_goals(gathered(library, "平湖规划设了哪两个目标年份"))
        assert quoted(draft, library) == ["到2027年，海洋创新取得成效。", "到2030年，建成海洋强市。"]
        assert stage_goals(gathered(library, "平湖规划有哪些任务")) is None
