from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import present
from assistant.answers import (
    Answer,
    AnswerStatus,
    Calculation,
    Caution,
    Citation,
    Intent,
    Question,
    Scored,
)
from ingest.plans import Indicator, Passage, Section, Span

ARTICLE = Section(3, 1, 2, "3.", "奖励企业", ("二、培育", "3.奖励企业"), Span(10, 16), Span(10, 60))
INDICATOR = Indicator(
    "p",
    "科技企业",
    "科技企业",
    "南湖区",
    "2025",
    "target",
    ">=",
    "450",
    "家",
    "",
    "表1",
    "",
    ("二、目标",),
    Span(5, 9),
    "…450",
)


def answer() -> Answer:
    citation = Citation(1, "南湖规划", "p", "南湖.md", ("二、目标", "表1"), 7, "科技企业 |\n 450", 5, 9, "row")
    passage = Passage("p-1", "p", 0, "row", ("二、目标",), 1, "科技企业 | 450", "南湖规划", Span(5, 9))
    return Answer(
        question=Question("南湖科技企业多少家", id="q1"),
        standalone_question="南湖科技企业多少家",
        status=AnswerStatus.ANSWERED,
        text="科技企业：450家[1]",
        citations=(citation,),
        passages=(Scored(passage, 0.5),),
        indicators=(INDICATOR,),
        calculations=(Calculation("450 − 212", "238", "家", (1, 1)),),
        warnings=(Caution("status", "征求意见稿", (1,)),),
        understood={"intent": "value"},
        timings_ms={"compose": 1.5},
    )


def test_the_json_has_the_fields_of_the_contract() -> None:
    record = json.loads(json.dumps(present.to_json(answer()), ensure_ascii=False))
    assert list(record) == [
        "id", "question", "standalone_question", "status", "text", "citations", "passages", "indicators",
        "calculations", "warnings", "understood", "engine", "timings_ms",
    ]  # fmt: skip
    assert record["status"] == "answered"
    assert record["engine"] == "grounded"
    assert record["citations"] == [
        {
            "n": 1,
            "plan": "南湖规划",
            "plan_id": "p",
            "file": "南湖.md",
            "heading": ["二、目标", "表1"],
            "page": 7,
            "quote": "科技企业 |\n 450",
            "start": 5,
            "end": 9,
            "kind": "row",
        }
    ]
    assert record["passages"] == [{"text": "科技企业 | 450", "plan_id": "p", "heading": ["二、目标"], "score": 0.5}]
    assert record["calculations"] == [{"expression": "450 − 212", "result": "238", "unit": "家", "from": [1, 1]}]
    assert record["warnings"] == [{"kind": "status", "text": "征求意见稿", "citations": [1]}]


def test_an_indicator_is_printed_as_a_record_without_offsets() -> None:
    (record,) = present.to_json(answer())["indicators"]
    assert {"name", "region", "year", "role", "comparator", "value", "unit", "quote"} <= set(record)
    assert (record["value"], record["comparator"], record["unit"]) == ("450", ">=", "家")
    assert "span" not in record


def test_a_terminal_shows_the_answer_its_sources_and_what_to_heed() -> None:
    lines = present.to_terminal(answer()).split("\n")
    assert lines[0] == "科技企业：450家[1]"
    assert lines[2] == "[1] 《南湖规划》二、目标 › 表1，第7页"
    assert "科技企业 | 450" in lines[3]
    assert lines[-1] == "注意：征求意见稿"


@pytest.mark.parametrize("status", [AnswerStatus.EMPTY_QUESTION, AnswerStatus.QUESTION_TOO_LONG, AnswerStatus.NO_PLANS])
def test_every_question_that_is_not_taken_up_gets_one_sentence(status: AnswerStatus) -> None:
    text = present.refusal(status, 2000)
    assert text.count("。") == 1
    assert "{" not in text
    assert ("2000" in text) == (status is AnswerStatus.QUESTION_TOO_LONG)


def test_greetings_and_attacks_are_answered_in_role() -> None:
    assert set(present.IN_ROLE) == {Intent.SMALL_TALK, Intent.UNSAFE}


def test_who_leads_is_said_only_where_the_plan_says_it() -> None:
    units = ("区科技局", "区财政局")
    assert "由区科技局牵头" in present.duty(ARTICLE, units, leads=True)
    assert "区财政局" in present.duty(ARTICLE, units, leads=True)
    assert "由区科技局牵头" not in present.duty(ARTICLE, units, leads=False)
    assert "区科技局、区财政局" in present.duty(ARTICLE, units, leads=False)
    assert "未列其他" in present.duty(ARTICLE, units[:1], leads=True)
    assert "3.奖励企业" in present.no_duty(ARTICLE)


def test_leading_and_taking_part_are_told_apart() -> None:
    assert "牵头" in present.articles_of("区科技局", 3, True)
    assert "牵头" not in present.articles_of("区科技局", 3, False)
    assert "3条" in present.articles_of("区科技局", 3, False)


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("条", "共18条"), ("章", "共18章"), ("专栏", "共18个专栏"), ("表", "共18个表"), ("部分", "共18个部分")],
)
def test_parts_are_counted_with_their_measure_word(kind: str, counted: str) -> None:
    assert counted in present.structure("南湖规划", 18, kind)


def test_a_draft_is_called_one_wherever_its_status_is_told() -> None:
    assert "不是正式印发稿" in present.about("某意见", "状态", "征求意见稿")
    assert "不是正式印发稿" in present.about("某意见", "状态", "草案")
    assert "试行" in present.about("某意见", "状态", "试行")
    assert "征求意见稿" in present.status_caution("某意见", "征求意见稿")


def test_a_fact_names_plan_field_and_value() -> None:
    assert present.about("某规划", "规划期限", "2021—2025年") == "《某规划》规划期限：2021—2025年"


def test_what_only_the_contents_list_names_is_said_to_be_there_only() -> None:
    assert "目录" in present.only_in_contents("某规划", "重大工程")
    assert "无法回答" in present.only_in_contents("某规划", "重大工程")
    assert "2" in present.listed_in_contents("某规划", "重大工程", 2)


def test_a_batch_file_that_cannot_be_read_is_named_with_the_reason() -> None:
    assert "问题.jsonl" in present.batch_unreadable(Path("问题.jsonl"), PermissionError())
    assert "PermissionError" in present.batch_unreadable(Path("问题.jsonl"), PermissionError())
    assert "第3行" in present.batch_malformed(Path("问题.jsonl"), "第3行")


def test_an_answers_sentences_stand_on_lines_of_their_own() -> None:
    assert present.answer_text(["甲[1]", "乙[2]"]) == "甲[1]\n乙[2]"
