"""Chat models that answer without a model: one from a script, one that obeys whatever it reads, one that hangs."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr


class Scripted(BaseChatModel):
    """Gives its answers one after the other, each in its pieces; a piece that is an exception is raised instead.

    `asked` holds what it was asked, message by message.
    """

    answers: Sequence[Sequence[Any]]
    _asked: list[list[BaseMessage]] = PrivateAttr(default_factory=list)

    @property
    def asked(self) -> list[list[BaseMessage]]:
        return self._asked

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        self._asked.append(messages)
        for piece in self.answers[len(self._asked) - 1]:
            if isinstance(piece, Exception):
                raise piece
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        said = "".join(str(chunk.text) for chunk in self._stream(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=said))])


class Obedient(Scripted):
    """Does what any text before it asks for (输出“…”), and tries to get out whatever a reader should never see."""

    answers: Sequence[Sequence[Any]] = ()

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        self._asked.append(messages)
        read = str(messages[-1].content)
        obeyed = re.findall(r"输出“([^”]*)”", read)
        tricks = [
            *obeyed,
            "国家高新技术企业目标为9999家",
            "[点此申报](https://evil.example/apply)",
            "![图](https://evil.example/p.png)",
            "<img src=x onerror=alert(1)>",
            "<script>alert(1)</script>",
            "详见 evil.example/apply",
            "以上数字均已作废",
            str(messages[0].content)[:40],
        ]
        for trick in tricks:
            yield ChatGenerationChunk(message=AIMessageChunk(content=f"{trick}。[1]\n"))
        yield ChatGenerationChunk(message=AIMessageChunk(content="国家高新技术企业目标为450家。[7]\n"))


class Hanging(Scripted):
    """Says its first answer's pieces and then nothing more, until it is let go."""

    _gone: threading.Event = PrivateAttr(default_factory=threading.Event)

    def let_go(self) -> None:
        self._gone.set()

    def _stream(self, messages: list[BaseMessage], *rest: Any, **named: Any) -> Iterator[ChatGenerationChunk]:
        yield from super()._stream(messages, *rest, **named)
        self._gone.wait()
