from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.composing.meanings import meant
from ingest.library import Library
from tests.assistant.gathering import gathered, over
from tests.assistant.rules import LINXIA
from tests.assistant.small_library import ask, check_sources


@pytest.fixture(scope="module")
def linxia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("linxia"), 临夏=LINXIA) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "defined"),
    [
        ("临夏县办法里“公共数据”怎么定义的？", "本办法所称公共数据，是指"),
        ("临夏县采集部门指什么？", "采集部门，是指"),
        ("老听见“采集部门”四个字，临夏县办法是怎么解释这个词的？", "采集部门，是指"),
        ("什么是公共数据共享（临夏县办法）？", "公共数据共享，是指"),
        ("临夏县的“数据沙箱”怎么界定的？", "数据沙箱。供企业"),
    ],
)
def test_the_sentence_that_defines_the_very_term_is_the_answer(linxia: Library, question: str, defined: str) -> None:
    answer = ask(Assistant(linxia), question)
    assert defined in answer.text
    assert len(answer.text.splitlines()) == 1
    check_sources(answer, linxia)


@pytest.mark.parametrize("question", ["临夏县公共数据由谁管理", "临夏县公共数据开放的要求是什么", "临夏县格式关是什么"])
def test_what_is_asked_of_a_term_or_not_defined_is_left_to_others(linxia: Library, question: str) -> None:
    assert meant(gathered(linxia, question)) is None


def test_a_label_that_opens_several_paragraphs_is_no_definition(tmp_path: Path) -> None:
    lines = "\n\n".join(f"改造路线图：推动{name}产业向安全、便利的方向发展。" for name in ("线缆", "照明"))
    with over(tmp_path, 临夏=f"# 临夏县产业规划\n\n## 一、产业\n\n{lines}\n") as library:
        assert meant(gathered(library, "临夏的改造路线图是什么")) is None
