"""A chat model's answer piece by piece, watched: a first word in time, no long pause between words, an end in time.

A stalled stream raises nothing by itself, so it is read in a thread of its own and given up when a limit is reached.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from langchain_core.exceptions import (
    ModelAPIError,
    ModelConnectionError,
    ModelError,
    ModelRateLimitError,
    ModelTimeoutError,
)
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant.errors import LlmFailed, LlmMalformed, LlmTooSlow, LlmUnreachable
from assistant.settings import LlmSettings

_LOG = logging.getLogger(__name__)
# What may pass when asked again: a connection lost, a limit of requests.
_MAY_PASS = (ModelConnectionError, ModelTimeoutError, ModelRateLimitError, ModelAPIError, OSError)
_END = object()


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until the first word and between two words; the moment (of `time.monotonic`) when all must be over;
    tries before the first word; most characters that are read."""

    first: float
    gap: float
    end: float
    tries: int = 2
    characters: int = 4000

    @classmethod
    def of(cls, settings: LlmSettings) -> Limits:
        """The limits of an answer that begins now."""
        end = time.monotonic() + settings.total_seconds
        return cls(settings.first_seconds, settings.gap_seconds, end, settings.tries)

    def left(self) -> float:
        """Seconds until all must be over."""
        return self.end - time.monotonic()


def watched(model: BaseChatModel, messages: Sequence[BaseMessage], limits: Limits) -> Iterator[str]:
    """The answer's text in the pieces in which it comes; asked again only while nothing of it has come.

    Raises LlmUnreachable, LlmMalformed or LlmTooSlow.
    """
    for tried in range(1, limits.tries + 1):
        begun = False
        try:
            for piece in _pieces(model, messages, limits):
                begun = True
                yield piece
            return
        except _Passing as error:
            if begun or tried == limits.tries or limits.left() <= 0:
                raise LlmUnreachable(str(error)) from error


class _Passing(Exception):
    """A failure that may pass when asked again."""


def _pieces(model: BaseChatModel, messages: Sequence[BaseMessage], limits: Limits) -> Iterator[str]:
    pieces: queue.SimpleQueue[object] = queue.SimpleQueue()
    given_up = threading.Event()
    threading.Thread(target=_read, args=(model, messages, pieces, given_up), daemon=True).start()
    patience, read = limits.first, 0
    try:
        while read < limits.characters:
            try:
                piece = pieces.get(timeout=max(min(patience, limits.left()), 0.001))
            except queue.Empty:
                raise LlmTooSlow from None
            if piece is _END:
                return
            if isinstance(piece, Exception):
                raise _named(piece) from piece
            patience, read = limits.gap, read + len(str(piece))
            yield str(piece)
    finally:
        given_up.set()


def _read(
    model: BaseChatModel, messages: Sequence[BaseMessage], pieces: queue.SimpleQueue[object], given_up: threading.Event
) -> None:
    """Hand on every piece that holds text (an empty one is no sign of life), then the end or what went wrong."""
    try:
        for chunk in model.stream(list(messages)):
            if given_up.is_set():
                return
            if chunk.text:
                pieces.put(chunk.text)
        pieces.put(_END)
    except Exception as error:
        pieces.put(error)


def _named(error: Exception) -> Exception:
    """A failure of the model or its client as one of ours; its words go to the log, not to the reader."""
    _LOG.warning("the language model failed: %s: %s", type(error).__name__, str(error)[:200])
    if isinstance(error, LlmFailed):
        return error
    if isinstance(error, _MAY_PASS):
        return _Passing(type(error).__name__)
    if isinstance(error, ModelError) or getattr(error, "status_code", None):
        return LlmUnreachable(type(error).__name__)
    return LlmMalformed(type(error).__name__)
