from __future__ import annotations

from dataclasses import replace

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.again import beyond_shown
from assistant.words import present
from ingest.library import Library
from tests.assistant.gathering import gathered, said
from tests.assistant.small_library import JIAXING, NANHU, ask, check_sources


def test_more_is_what_was_not_shown(assistant: Assistant, library: Library) -> None:
    asked = "南湖区怎么壮大创新主体？"
    first, more = ask(assistant, asked), ask(assistant, "还有吗？", asked)
    assert not set(first.text.splitlines()) & set(more.text.splitlines())
    check_sources(more, library)


def test_nothing_more_is_said_where_all_was_shown(library: Library) -> None:
    found = gathered(library, "南湖区怎么壮大创新主体？")
    told = tuple(c for c in found.candidates if not c.is_row)
    shown = "\n".join(f"{c.text.strip()}[1]" for c in told)
    left = replace(found, query=replace(found.query, shown=shown), candidates=told)
    draft = beyond_shown(left)
    assert draft is not None
    assert (draft.status, said(draft)) == (AnswerStatus.NOT_IN_PLANS, present.NOTHING_MORE)


def test_a_whole_list_has_no_more(assistant: Assistant) -> None:
    asked = "南湖区有哪三大重点任务？"
    assert ask(assistant, asked).status is AnswerStatus.ANSWERED
    assert ask(assistant, "还有吗？", asked).text == present.NOTHING_MORE


def test_where_a_value_stands_is_told_with_its_words(assistant: Assistant, library: Library) -> None:
    answer = ask(assistant, "出处在哪？", "嘉兴2025年国家高新技术企业的目标是多少？")
    assert answer.status is AnswerStatus.ANSWERED
    assert f"《{JIAXING}》（二、主要目标）" in answer.text
    assert "5000家" in answer.text
    check_sources(answer, library)


def test_where_a_sentence_stands_is_told_with_its_words(assistant: Assistant, library: Library) -> None:
    answer = ask(assistant, "原文怎么写的", "南湖区科创引导基金怎么设立？")
    assert f"《{NANHU}》（五、保障措施）：" in answer.text
    assert "10亿元" in answer.text
    check_sources(answer, library)


def test_a_refusal_stands_nowhere(assistant: Assistant) -> None:
    asked = "海盐县2025年国家高新技术企业目标是多少？"
    assert ask(assistant, "出处在哪？", asked).status is AnswerStatus.NO_SUCH_PLAN
