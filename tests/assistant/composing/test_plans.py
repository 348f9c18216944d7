"""What several plans answer is told of each, or asked back; the next utterance chooses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from ingest.library import Library
from tests.assistant.gathering import over
from tests.assistant.small_library import ask, check_sources

PLACES = {"平湖市": 610, "桐乡市": 720, "嘉善县": 480, "海盐县": 350, "海宁市": 800, "德清县": 540, "安吉县": 390}
PLAN = """# {place}科技创新“十四五”规划

{place}人民政府

2021年{month}月8日

## 一、发展目标

到2025年，{place}国家高新技术企业达到{firms}家，建成孵化器{month}家。

## 二、保障措施

### （一）加强组织领导

{place}成立科技创新领导小组，每年研究重大事项。

### （二）强化资金保障

{place}财政科技支出年均增长{month}%。
"""
LATER = """# 平湖市关于培育科技企业的实施意见

2023年5月6日

## 一、主要目标

到2027年，平湖市国家高新技术企业达到900家。
"""
OPEN = "国家高新技术企业目标是多少家？"


def plans(count: int) -> dict[str, str]:
    named = list(PLACES.items())[:count]
    return {place: PLAN.format(place=place, firms=n, month=at) for at, (place, n) in enumerate(named, 2)}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Seven plans of as many places, all with the same indicators and sections."""
    with over(tmp_path_factory.mktemp("many"), **plans(7)) as opened:
        yield opened


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two places, and a later policy of the first of them."""
    with over(tmp_path_factory.mktemp("few"), **plans(2), 意见=LATER) as opened:
        yield opened


def test_a_value_that_many_plans_give_is_asked_back(many: Library) -> None:
    answer = ask(Assistant(many), OPEN)
    assert answer.status is AnswerStatus.CLARIFICATION
    head, *choices = answer.text.splitlines()
    assert head.startswith("有7份规划写到这一内容，这里列出6份，请问您问的是哪一份？")
    assert len(choices) == len(answer.citations) == 6
    assert "家" not in "".join(choices)
    check_sources(answer, many)


@pytest.mark.parametrize(
    ("chosen", "said"), [("桐乡", "720家"), ("第二个", "720家"), ("安吉的", "390家"), ("我问的是海盐县", "350家")]
)
def test_the_next_utterance_chooses_by_name_or_place(many: Library, chosen: str, said: str) -> None:
    assistant = Assistant(many)
    if chosen.startswith("第"):
        said = {place: f"{n}家" for place, n in PLACES.items()}[ask(assistant, OPEN).text.splitlines()[2].split("[")[0]]
    answer = ask(assistant, chosen, OPEN)
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.text
    assert len({citation.plan for citation in answer.citations}) == 1


def test_all_of_them_may_be_chosen(many: Library) -> None:
    answer = ask(Assistant(many), "都要", OPEN)
    assert answer.status is AnswerStatus.ANSWERED
    assert all(f"{place}：" in answer.text and f"{n}家" in answer.text for place, n in PLACES.items())


def test_where_all_are_asked_for_nothing_is_asked_back(many: Library) -> None:
    answer = ask(Assistant(many), "各地国家高新技术企业目标分别是多少家？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "390家" in answer.text


def test_a_value_of_a_few_plans_is_told_of_each(few: Library) -> None:
    answer = ask(Assistant(few), "2025年国家高新技术企业目标是多少家？")
    assert answer.status is AnswerStatus.ANSWERED
    lines = answer.text.splitlines()
    assert [line.split("：")[0] for line in lines] == ["平湖市", "桐乡市"]
    check_sources(answer, few)


def test_a_place_that_is_named_is_not_asked_for(many: Library) -> None:
    answer = ask(Assistant(many), "桐乡市国家高新技术企业目标是多少家？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "610家" not in answer.text


def test_another_plan_of_the_place_is_told_with_its_year(few: Library) -> None:
    answer = ask(Assistant(few), "平湖市国家高新技术企业目标是多少家？")
    assert "610家" in answer.text
    assert "900家" in answer.text
    assert "900家" not in ask(Assistant(few), "平湖市2025年国家高新技术企业目标是多少家？").text


def test_a_section_of_several_plans_is_told_or_asked_back(many: Library, few: Library) -> None:
    asked = "保障措施有哪些？"
    told = ask(Assistant(few), asked)
    assert told.text.startswith("共4项：")
    assert "《桐乡市科技创新“十四五”规划》：（一）加强组织领导" in told.text
    check_sources(told, few)
    assert ask(Assistant(many), asked).status is AnswerStatus.CLARIFICATION
    chosen = ask(Assistant(many), "第一个", asked)
    assert chosen.text.startswith("共2项：")


def test_a_fact_of_many_plans_is_asked_back(many: Library, few: Library) -> None:
    assert ask(Assistant(many), "什么时候印发的？").status is AnswerStatus.CLARIFICATION
    assert "2021年3月8日" in ask(Assistant(many), "桐乡", "什么时候印发的？").text
    assert ask(Assistant(few), "什么时候印发的？").status is AnswerStatus.ANSWERED


def test_parts_are_counted_of_each_plan_where_none_is_named(few: Library) -> None:
    answer = ask(Assistant(few), "一共分几部分？")
    assert "《平湖市科技创新“十四五”规划》共2个部分" in answer.text
    assert "《桐乡市科技创新“十四五”规划》共2个部分" in answer.text


def test_sentences_of_several_regions_are_told_with_their_names(few: Library) -> None:
    answer = ask(Assistant(few), "科技创新领导小组怎么开展工作？")
    lines = answer.text.splitlines()
    assert len(lines) == 2
    assert {line.split("：")[0] for line in lines} == {"平湖市", "桐乡市"}
    check_sources(answer, few)
