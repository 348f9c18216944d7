from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Answer, AnswerStatus
from assistant.questions import Question, Turn
from assistant.web.answers_html import answer_html, question_html, sentence_html
from tests.assistant.web import scripted, shelf


@pytest.fixture
def answer() -> Answer:
    *_, final = scripted.Script(shelf.both()).stream(Question("云溪区国家高新技术企业？"))
    return final


def test_a_growing_answer_shows_its_text_only(answer: Answer) -> None:
    html = answer_html(answer, final=False)
    assert "820家" in html
    assert "gw-final" not in html
    assert "gw-sources" not in html
    assert "gw-steps" not in html


def test_a_final_answer_lists_each_source_once(answer: Answer) -> None:
    html = answer_html(answer, final=True)
    assert html.count('class="gw-source"') == 3
    assert html.count('class="gw-cite"') == 4 + 2 + 1


def test_a_marker_without_a_citation_is_not_shown(answer: Answer) -> None:
    assert "[9]" not in answer_html(replace(answer, text="甲[9]"), final=True)


@pytest.mark.parametrize("status", [status for status in AnswerStatus if not status.startswith("answered")])
def test_whatever_is_not_an_answer_looks_calm(answer: Answer, status: AnswerStatus) -> None:
    assert "gw-calm" in answer_html(replace(answer, status=status), final=True)
    assert "gw-calm" not in answer_html(answer, final=True)


def test_how_a_question_was_understood_is_shown_for_follow_ups_and_typos_only(answer: Answer) -> None:
    first = replace(answer, standalone_question="另一种说法")
    typo = replace(first, understood={"mended": True})
    follow_up = replace(first, question=Question("那呢", (Turn("user", "甲"), Turn("assistant", "乙"))))
    assert "另一种说法" not in answer_html(first, final=True)
    assert "按此理解：另一种说法" in answer_html(follow_up, final=True)
    assert "按此理解：另一种说法" in answer_html(typo, final=True)


def test_questions_and_sentences_are_shown_as_typed() -> None:
    assert question_html("<b>甲\n乙") == '<div class="gw-question">&lt;b&gt;甲<br>乙</div>'
    assert "&lt;b&gt;" in sentence_html("<b>")
