from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.composing.table_counts import rows_counted
from assistant.questions import Question
from ingest.library import Library
from tests.assistant.gathering import gathered, said


def test_the_rows_of_the_table_are_counted_and_named(library: Library) -> None:
    text = said(rows_counted(gathered(library, "南湖规划表1一共有几项指标？")))
    head, *rows = text.split("\n")
    assert head == "共6项："
    assert rows[0] == "创新投入：全社会研发投入占地区生产总值比重"
    assert len(rows) == 6


def test_of_a_group_only_its_rows(library: Library) -> None:
    text = said(rows_counted(gathered(library, "南湖规划表1“创新主体”类有几项指标？")))
    assert text.split("\n") == ["共2项：", "创新主体：国家高新技术企业", "创新主体：科技型中小企业"]


def test_the_number_of_the_table_decides(wenzhou: Library) -> None:
    assert "共3项" in said(rows_counted(gathered(wenzhou, "温州规划表5一共几项指标")))
    assert "共4项" in said(rows_counted(gathered(wenzhou, "温州规划表3一共几项指标")))


def test_the_list_is_proven(assistant: Assistant) -> None:
    answer = assistant.answer(Question("南湖规划表1一共有几项指标？"))
    assert answer.text.startswith("共6项")
    assert not answer.warnings


@pytest.mark.parametrize(
    "text",
    [
        "南湖规划有几项指标超过100",
        "南湖规划表1里技术交易额是多少",
        "南湖规划表9有几项指标",
        "南湖规划表1有几项指标，目标值一起列出来",
    ],
)
def test_other_questions_are_left_to_other_steps(library: Library, text: str) -> None:
    assert rows_counted(gathered(library, text)) is None


def test_how_many_and_in_which_groups_is_one_question(library: Library) -> None:
    text = said(rows_counted(gathered(library, "南湖规划的主要指标表，总共多少项，分成哪几大类")))
    assert text.startswith("共6项：\n创新投入：")
