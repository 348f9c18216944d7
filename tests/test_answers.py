"""The page of answers is what the program gives today, and what it gives there is right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest

from assistant.answers import Answer, AnswerStatus, Citation
from assistant.questions import Question
from ingest.library import Library
from tests import answers
from tests.answers_asked import Talk

Told = tuple[Library, dict[Talk, list[Answer]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The sample plans, and the answers to the questions of the page."""
    with answers.sample_library(tmp_path_factory.mktemp("samples") / "store") as library:
        yield library, answers.answered(library)


def test_the_page_is_what_the_program_answers(told: Told) -> None:
    shown = answers.PAGE.read_text(encoding="utf-8")
    assert answers.page(told[1]) == shown, "python -m tests.answers writes the page anew"


def test_what_is_answered_there_is_right(told: Told) -> None:
    pairs = [pair for talk, given in told[1].items() for pair in zip(talk, given, strict=True)]
    assert [(asked, answer.text) for asked, answer in pairs if asked.says not in answer.text] == []


def test_every_quote_there_stands_in_its_plan(told: Told) -> None:
    library, given = told
    quoted = [citation for answer in chain.from_iterable(given.values()) for citation in answer.citations]
    assert quoted
    assert [c for c in quoted if library.plan(c.plan_id).text[c.start : c.end] != c.quote] == []


def test_signs_of_markdown_in_plans_and_answers_are_shown_as_they_are() -> None:
    citation = Citation(1, "甲|乙", "p", "f", ("一", "二"), 3, "1 | *总额* |\n>800", 0, 9, "row")
    same = Citation(2, "甲|乙", "p", "f", ("一", "二"), 3, "1. 其他", 9, 14, "text")
    answer = Answer(Question("多少？"), "多少？", AnswerStatus.ANSWERED, "1. >800[1]\n\n<b>_其他_[2]", (citation, same))
    assert answers.shown(answer)[2:] == [
        r"> 1\. \>800[1]" + "\\",
        r"> \<b\>\_其他\_[2]",
        "",
        r"- 《甲\|乙》一 › 二，第3页",
        r"  - [1] “1 \| \*总额\* \| \>800”",
        r"  - [2] “1\. 其他”",
        "",
    ]


def test_json_is_shortened_where_it_is_long() -> None:
    told = {"text": "甲" * 99, "score": 0.123456, "passages": [{"n": 1}, {"n": 2}, {"n": 3}], "years": ["2020"] * 5}
    assert answers.shortened(told) == {
        "text": "甲" * 60 + "……",
        "score": 0.123,
        "passages": [{"n": 1}, {"n": 2}, "……共3项"],
        "years": ["2020"] * 5,
    }
