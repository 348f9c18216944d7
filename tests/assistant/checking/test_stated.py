from __future__ import annotations

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.chain import Assistant
from assistant.checking.stated import indicators_stated
from assistant.records.values import source
from ingest.library import Library
from tests.assistant.gathering import gathered
from tests.assistant.small_library import ask


def values(assistant: Assistant, text: str) -> list[tuple[str, str]]:
    return [(i.year, i.value) for i in ask(assistant, text).indicators]


def test_a_comparison_and_a_list_have_the_records_that_they_tell(assistant: Assistant) -> None:
    assert values(assistant, "南湖和嘉兴2025年技术交易额目标各是多少") == [("2025", "90"), ("2025", "600")]
    listed = values(assistant, "南湖表1里创新主体这一类有哪些指标，2025年目标都列一下")
    assert {("2025", "450"), ("2025", "1500")} <= set(listed)


def test_a_part_of_a_number_and_another_years_cell_are_not_told(library: Library) -> None:
    evidence = gathered(library, "南湖2025年技术交易额")
    record = next(i for i in evidence.shelf.indicators() if i.value == "90" and i.table)

    def told(text: str) -> list[str]:
        draft = Draft(AnswerStatus.ANSWERED, (Claim(text, (source(record),)),))
        return [indicator.value for indicator in indicators_stated(evidence, draft)]

    assert told("2025年 90亿元") == ["90"]
    assert told("2025年 900.5亿元") == []
    assert told("2020年 35亿元") == ["35"]


def test_a_refusal_states_nothing(library: Library) -> None:
    evidence = gathered(library, "南湖2025年技术交易额")
    assert indicators_stated(evidence, Draft(AnswerStatus.NOT_IN_PLANS, ())) == ()
