"""A stream is watched: its first word, its pauses, its end; and asked for again only before its first word."""

from __future__ import annotations

import time

import pytest
from langchain_core.exceptions import ModelAPIError, ModelAuthenticationError, ModelConnectionError
from langchain_core.messages import HumanMessage

from assistant.errors import LlmMalformed, LlmTooSlow, LlmUnreachable
from assistant.model.streaming import Limits, watched
from assistant.settings import LlmSettings
from tests.chat_models import Hanging, Scripted

ASKED = [HumanMessage("问")]
SOON = 0.01


def limits(first: float = 20, gap: float = 20, total: float = 60, **others: int) -> Limits:
    return Limits(first, gap, time.monotonic() + total, **others)


def test_the_pieces_come_as_they_are_said_without_the_empty_ones() -> None:
    model = Scripted(answers=[["甲", "", "乙"]])
    assert list(watched(model, ASKED, limits())) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("said", "few"),
    [([], {"first": SOON}), (["", ""], {"first": SOON}), (["甲"], {"gap": SOON}), (["甲"], {"total": SOON})],
    ids=["no first word", "only empty pieces", "a pause", "no end"],
)
def test_a_stream_that_hangs_is_given_up(said: list[str], few: dict[str, float]) -> None:
    model = Hanging(answers=[said])
    with pytest.raises(LlmTooSlow):
        list(watched(model, ASKED, limits(**few)))
    model.let_go()


def test_a_failure_that_may_pass_is_tried_again_before_the_first_word() -> None:
    model = Scripted(answers=[[ModelConnectionError("x")], ["", ModelAPIError("500")], ["甲"]])
    assert list(watched(model, ASKED, limits(tries=3))) == ["甲"]


def test_tries_end() -> None:
    model = Scripted(answers=[[ModelConnectionError("x")]] * 3)
    with pytest.raises(LlmUnreachable):
        list(watched(model, ASKED, limits(tries=2)))
    assert len(model.asked) == 2


def test_after_the_first_word_a_failure_is_final() -> None:
    model = Scripted(answers=[["甲", ConnectionResetError()], ["乙"]])
    with pytest.raises(LlmUnreachable):
        list(watched(model, ASKED, limits()))
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    ("error", "named"), [(ModelAuthenticationError("401"), LlmUnreachable), (ValueError("not JSON"), LlmMalformed)]
)
def test_a_failure_that_stays_is_not_tried_again(error: Exception, named: type[Exception]) -> None:
    model = Scripted(answers=[[error]] * 2)
    with pytest.raises(named):
        list(watched(model, ASKED, limits()))
    assert len(model.asked) == 1


def test_a_stream_without_end_is_read_no_further_than_a_limit() -> None:
    model = Scripted(answers=[["话" * 10] * 1000])
    assert len("".join(watched(model, ASKED, limits(characters=50)))) == 50


def test_the_limits_are_those_of_the_settings() -> None:
    found = Limits.of(LlmSettings(first_seconds=3, gap_seconds=2, total_seconds=5, tries=4))
    assert (found.first, found.gap, found.tries) == (3, 2, 4)
    assert 0 < found.left() <= 5
