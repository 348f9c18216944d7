from __future__ import annotations

import json

import pytest

from assistant.answers import Answer, AnswerStatus, Calculation, Caution, Citation, Scored
from assistant.chain import Assistant
from assistant.questions import Question
from assistant.words import present_answer
from ingest.plans import Indicator, Passage, Span
from tests.assistant.small_library import ask

SPAN = Span(3, 9, 2)
CITATION = Citation(1, "甲规划", "p", "a.pdf", ("一、目标",), 2, "企业\n450家", 3, 9, "row")
INDICATOR = Indicator(
    *("p", "企业", "企业", "南湖区", "2025", "target", ">=", "450", "家", "预期性", "表1", "主体"),
    *(("一、目标",), SPAN, "企业\n450家"),
)
ANSWER = Answer(
    Question("问", (), "q1"),
    "整问",
    AnswerStatus.ANSWERED,
    "企业450家[1]",
    (CITATION,),
    (Scored(Passage("i", "p", 0, "row", ("一、目标",), 1, "企业 450家", "甲规划", SPAN), 0.5),),
    (INDICATOR,),
    (Calculation("450 − 212", "238", "家", (1,)),),
    (Caution("status", "草案", (1,)),),
    {"intent": "value"},
    "grounded",
    {"understand": 1.5},
)
CONTRACT = {
    "id": "q1",
    "question": "问",
    "standalone_question": "整问",
    "status": "answered",
    "text": "企业450家[1]",
    "citations": [
        {
            "n": 1,
            "plan": "甲规划",
            "plan_id": "p",
            "file": "a.pdf",
            "heading": ["一、目标"],
            "page": 2,
            "quote": "企业\n450家",
            "start": 3,
            "end": 9,
            "kind": "row",
        }
    ],
    "passages": [{"text": "企业 450家", "plan_id": "p", "heading": ["一、目标"], "score": 0.5}],
    "indicators": [
        {
            "plan_id": "p",
            "plan": "甲规划",
            "file": "a.pdf",
            "table": "表1",
            "group": "主体",
            "name": "企业",
            "concept": "企业",
            "region": "南湖区",
            "year": "2025",
            "role": "target",
            "comparator": ">=",
            "value": "450",
            "unit": "家",
            "nature": "预期性",
            "heading": ["一、目标"],
            "quote": "企业\n450家",
        }
    ],
    "calculations": [{"expression": "450 − 212", "result": "238", "unit": "家", "from": [1]}],
    "warnings": [{"kind": "status", "text": "草案", "citations": [1]}],
    "understood": {"intent": "value"},
    "engine": "grounded",
    "timings_ms": {"understand": 1.5},
}


def test_an_answer_as_json_is_what_the_contract_says() -> None:
    assert present_answer.to_json(ANSWER) == CONTRACT


@pytest.mark.parametrize(
    "text", ["南湖和嘉兴2025年研发投入强度相差多少？", "", "你好", "海盐县的目标是多少？", "区科技局牵头哪些条款？"]
)
def test_every_answer_can_be_written_as_json(assistant: Assistant, text: str) -> None:
    written = present_answer.to_json(ask(assistant, text))
    assert list(written) == list(present_answer.to_json(ANSWER))
    read = json.loads(json.dumps(written, ensure_ascii=False))
    assert all(read[name] == written[name] for name in read if name != "understood")


def test_a_terminal_shows_the_answer_its_sources_and_what_to_mind() -> None:
    shown = present_answer.to_terminal(ANSWER).splitlines()
    assert shown[0] == "企业450家[1]"
    assert shown[2:4] == ["[1] 《甲规划》一、目标，第2页", "    “企业 450家”"]
    assert shown[4] == "注意：草案"
