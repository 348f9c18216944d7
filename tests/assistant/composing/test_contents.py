from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.contents import only_in_contents
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def test_a_part_that_only_the_contents_list_names_is_refused_and_its_entry_cited(library: Library) -> None:
    draft = only_in_contents(gathered(library, "南湖重大科技项目安排是什么"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "重大科技项目安排" in said(draft)
    assert quoted(draft, library) == ["四、重大科技项目安排"]


def test_what_the_contents_list_below_the_part_is_given_as_such(haining: Library) -> None:
    assert only_in_contents(gathered(haining, "海宁目录上的重大工程，全部报一下名字")).status is AnswerStatus.ANSWERED
    draft = only_in_contents(gathered(haining, "海宁重大工程有哪些"))
    assert draft.status is AnswerStatus.ANSWERED
    assert [claim.text for claim in draft.claims[1:]] == ["先进制造工程", "绿色能源工程"]
    assert "目录" in draft.claims[0].text
    assert "2" in draft.claims[0].text
    assert quoted(draft, haining) == ["（一）先进制造工程", "（二）绿色能源工程"]


def test_a_number_of_entries_that_is_not_there_is_not_listed(haining: Library) -> None:
    assert only_in_contents(gathered(haining, "海宁重大工程有哪五项")).status is AnswerStatus.NOT_IN_PLANS


def test_entries_of_the_next_part_are_not_below_this_one(haining: Library) -> None:
    assert "组织实施" not in said(only_in_contents(gathered(haining, "海宁重大工程有哪些")))


@pytest.mark.parametrize(
    "text", ["南湖发展目标是什么", "南湖重点任务有哪些", "重大科技项目安排是什么", "嘉兴主要任务有哪些"]
)
def test_what_the_text_holds_or_no_plan_in_scope_lists_is_answered_otherwise(library: Library, text: str) -> None:
    assert only_in_contents(gathered(library, text)) is None


def test_the_title_in_the_contents_list_is_no_part_of_the_plan(tmp_path: Path) -> None:
    entries = "桐乡城市体检规程\n\n一、总则\n\n二、附则"
    plan = f"# 桐乡城市体检规程\n\n目录\n\n{entries}\n\n## 一、总则\n\n体检每年一次。\n\n## 二、附则\n\n本规程试行。\n"
    with over(tmp_path, 桐乡=plan) as library:
        assert only_in_contents(gathered(library, "桐乡城市体检规程多久体检一次")) is None


def test_how_many_entries_the_contents_list_is_told_with_them(haining: Library) -> None:
    draft = only_in_contents(gathered(haining, "海宁规划目录中重大工程一共列了几项，最后一项叫什么"))
    assert draft.status is AnswerStatus.ANSWERED
    assert draft.claims[-1].text == "绿色能源工程"


def test_one_entry_alone_is_no_list_of_what_a_part_holds(tmp_path: Path) -> None:
    entries = "目录\n\n一、发展目标\n\n二、重大工程\n\n（一）先进制造工程\n\n三、组织实施\n\n"
    plan = f"# 桐乡市科技规划\n\n{entries}## 一、发展目标\n\n到2025年建成强市。\n"
    with over(tmp_path, 桐乡=plan) as library:
        draft = only_in_contents(gathered(library, "桐乡重大工程具体有哪些举措"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
