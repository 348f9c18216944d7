from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from assistant.answers import Answer, AnswerStatus
from assistant.questions import Question, Turn
from assistant.web.conversation import Conversation, Exchange, Step, ask
from assistant.web.settings import WebSettings
from ingest.errors import ModelMissing

EVERY_STEP = WebSettings(redraw_ms=0)


@dataclass
class Replies:
    """An answerer that gives texts one after the other and remembers what it was asked."""

    texts: tuple[str, ...]
    status: AnswerStatus = AnswerStatus.ANSWERED
    failure: Exception | None = None
    asked: list[Question] = field(default_factory=list)

    def stream(self, question: Question) -> Iterator[Answer]:
        self.asked.append(question)
        for text in self.texts:
            yield Answer(question, question.text, self.status, text)
        if self.failure:
            raise self.failure


def steps(
    replies: Replies, text: str, past: tuple[Exchange, ...] = (), settings: WebSettings = EVERY_STEP
) -> list[Step]:
    return list(ask(replies, text, past, settings))


def test_the_question_stands_at_once_and_the_answer_grows_until_it_is_final() -> None:
    taken = steps(Replies(("甲", "甲乙")), " 问 ")
    assert [step.exchanges[-1].answer for step in taken] == ["", "甲", "甲乙", "甲乙"]
    assert [step.exchanges[-1].question for step in taken] == ["问"] * 4
    assert ["gw-final" in step.exchanges[-1].shown for step in taken] == [False, False, False, True]
    assert [step.box for step in taken] == ["", None, None, None]
    assert [step.hint for step in taken] == ["", None, None, ""]
    assert [step.last for step in taken] == [False, False, False, True]


def test_redrawing_is_held_back_but_the_last_word_always_shows() -> None:
    taken = steps(Replies(tuple("甲乙丙丁")), "问", settings=WebSettings(redraw_ms=3_600_000))
    assert [step.exchanges[-1].answer for step in taken] == ["", "丁"]


@pytest.mark.parametrize("status", [AnswerStatus.EMPTY_QUESTION, AnswerStatus.QUESTION_TOO_LONG])
@pytest.mark.parametrize("text", ["", "问" * 20_000])
def test_a_question_that_cannot_be_asked_leaves_the_conversation_as_it_is(status: AnswerStatus, text: str) -> None:
    past = (Exchange("先前", "答", "<div>答</div>"),)
    assert steps(Replies(("不", "不行"), status), text, past) == [Step(past, box=text, hint="不行", last=True)]


def test_earlier_turns_go_along_without_those_that_failed() -> None:
    replies = Replies(("答",))
    steps(replies, "三", (Exchange("一", "甲", "<p>甲</p>"), Exchange("二", "", "<p>失败</p>")))
    assert replies.asked == [Question("三", (Turn("user", "一"), Turn("assistant", "甲")))]


def test_a_long_conversation_keeps_its_latest_turns() -> None:
    past = tuple(Exchange(str(n), "答", "<p>答</p>") for n in range(9))
    last = steps(Replies(("新",)), "新问题", past, WebSettings(turns_kept=3))[-1]
    assert [exchange.question for exchange in last.exchanges] == ["7", "8", "新问题"]


def test_a_known_error_is_told_in_its_own_words() -> None:
    last = steps(Replies(("甲",), failure=ModelMissing("没有模型文件。")), "问")[-1]
    assert "没有模型文件。" in last.exchanges[-1].shown
    assert last.exchanges[-1].answer == ""


@pytest.mark.parametrize("replies", [Replies((), failure=RuntimeError("秘密")), Replies(())])
def test_any_other_failure_is_one_sentence_and_logged(replies: Replies, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        last = steps(replies, "问")[-1]
    assert "这个问题没有答成" in last.exchanges[-1].shown
    assert "秘密" not in last.exchanges[-1].shown
    assert caplog.records[0].exc_info


def test_messages_alternate_and_an_open_question_stands_alone() -> None:
    step = Step((Exchange("一", "甲", "<p>甲</p>"), Exchange("二")))
    assert [message["role"] for message in step.messages()] == ["user", "assistant", "user"]


def test_a_conversation_answers_one_question_at_a_time_and_loses_none() -> None:
    conversation = Conversation()
    first = conversation.ask(Replies(("甲", "甲乙")), "一", EVERY_STEP)
    next(first)
    (second,) = conversation.ask(Replies(("丙",)), "二", EVERY_STEP)
    assert (second.box, [exchange.question for exchange in second.exchanges]) == ("二", ["一"])
    assert "还在作答" in second.hint
    assert next(step for step in first if step.last).exchanges[-1].answer == "甲乙"
    *_, third = conversation.ask(Replies(("丙",)), "二", EVERY_STEP)
    assert [(exchange.question, exchange.answer) for exchange in third.exchanges] == [("一", "甲乙"), ("二", "丙")]


def test_a_new_conversation_ends_the_answer_that_is_growing_and_keeps_nothing_of_it() -> None:
    conversation = Conversation()
    old = conversation.ask(Replies(("甲", "甲乙")), "一", EVERY_STEP)
    next(old)
    assert conversation.begin_anew() == Step(())
    *_, new = conversation.ask(Replies(("丙",)), "二", EVERY_STEP)
    assert list(old) == []
    assert [exchange.question for exchange in new.exchanges] == ["二"]
    assert conversation.exchanges == new.exchanges


def test_an_answer_that_was_given_up_does_not_hold_up_the_next_question() -> None:
    conversation = Conversation()
    given_up = conversation.ask(Replies(("甲",)), "一", EVERY_STEP)
    next(given_up)
    given_up.close()
    *_, last = conversation.ask(Replies(("丙",)), "二", EVERY_STEP)
    assert last.exchanges[-1].answer == "丙"
