"""One visitor's conversation: what was asked and answered, and how a new question joins it step by step."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.answers import Answer, AnswerStatus
from assistant.questions import Question, Turn
from assistant.web.answers_html import answer_html, question_html, sentence_html
from assistant.web.contracts import Answerer
from assistant.web.settings import WebSettings
from assistant.words import present_web
from ingest.errors import GuiwenError

_log = logging.getLogger(__name__)

_NOT_ASKED = (AnswerStatus.EMPTY_QUESTION, AnswerStatus.QUESTION_TOO_LONG)
_SURELY_ASKED_CHARS = 500


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was shown for it; `answer` is the plain text that later questions may refer to."""

    question: str
    answer: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What the page shows at one moment: the conversation, the question box, a hint below it.

    Box and hint stay as they are where None is said. Nothing comes after the last step.
    """

    exchanges: tuple[Exchange, ...]
    box: str | None = None
    hint: str | None = ""
    last: bool = False

    def messages(self) -> list[dict[str, str]]:
        """The conversation as the chat component takes it."""
        return [message for exchange in self.exchanges for message in _messages(exchange)]


class Conversation:
    """One visitor's exchanges, of which one at most is still being answered."""

    def __init__(self) -> None:
        self.exchanges: tuple[Exchange, ...] = ()
        self._answering: object | None = None

    def ask(self, answerer: Answerer, text: str, settings: WebSettings) -> Iterator[Step]:
        """`ask`, remembering its steps.

        While another answer is growing the question stays in the box, with a hint; once a new conversation was begun,
        the steps end.
        """
        if self._answering is not None:
            yield Step(self.exchanges, box=text, hint=present_web.STILL_ANSWERING)
            return
        this = self._answering = object()
        try:
            for step in ask(answerer, text, self.exchanges, settings):
                if self._answering is not this:
                    return
                self.exchanges = step.exchanges
                if step.last:  # who sees it may ask on at once
                    self._answering = None
                yield step
        finally:
            if self._answering is this:
                self._answering = None

    def begin_anew(self) -> Step:
        """Forget all exchanges, the one that is being answered too."""
        self.exchanges, self._answering = (), None
        return Step(())


def ask(answerer: Answerer, text: str, past: tuple[Exchange, ...], settings: WebSettings) -> Iterator[Step]:
    """Put a question and yield the page's steps until its answer stands.

    A question that cannot be asked (empty, too long) leaves the conversation as it is and stays in the box, with the
    reason as a hint. Whatever goes wrong on the way ends as a sentence in the place of the answer.
    """
    past = past[-settings.turns_kept + 1 :] if settings.turns_kept > 1 else ()
    asked = Exchange(text.strip())
    box: str | None = ""
    if 0 < len(asked.question) <= _SURELY_ASKED_CHARS:
        yield Step((*past, asked), box)
        box = None  # from now on the next question may be typed there
    try:
        yield from _grow(answerer, Question(asked.question, _turns(past)), past, box, settings)
    except GuiwenError as error:
        yield Step((*past, replace(asked, shown=sentence_html(str(error)))), box, last=True)
    except Exception:
        _log.exception("a question was not answered")
        yield Step((*past, replace(asked, shown=sentence_html(present_web.INTERRUPTED))), box, last=True)


def _grow(
    answerer: Answerer, question: Question, past: tuple[Exchange, ...], box: str | None, settings: WebSettings
) -> Iterator[Step]:
    """The answer as it grows, redrawn no more often than the settings say, and once more when it is final."""
    answer: Answer | None = None
    drawn = time.monotonic()
    for answer in answerer.stream(question):
        asked = answer.status not in _NOT_ASKED
        if asked and (now := time.monotonic()) - drawn >= settings.redraw_ms / 1000:
            drawn = now
            yield Step(_joined(past, question, answer, final=False), box, hint=None)
    if answer is None:
        raise RuntimeError("the answerer ended without an answer")
    if answer.status in _NOT_ASKED:
        yield Step(past, box=question.text, hint=answer.text, last=True)
    else:
        yield Step(_joined(past, question, answer, final=True), box, last=True)


def _joined(past: tuple[Exchange, ...], question: Question, answer: Answer, *, final: bool) -> tuple[Exchange, ...]:
    return (*past, Exchange(question.text, answer.text, answer_html(answer, final=final)))


def _turns(exchanges: tuple[Exchange, ...]) -> tuple[Turn, ...]:
    """The conversation so far as the answerer takes it; questions that got no answer are left out."""
    answered = [exchange for exchange in exchanges if exchange.answer]
    return tuple(
        turn for exchange in answered for turn in (Turn("user", exchange.question), Turn("assistant", exchange.answer))
    )


def _messages(exchange: Exchange) -> list[dict[str, str]]:
    asked = {"role": "user", "content": question_html(exchange.question)}
    return [asked, {"role": "assistant", "content": exchange.shown}] if exchange.shown else [asked]
