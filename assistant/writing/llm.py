"""Evidence and grounded draft → a draft that a chat model worded (engine `llm`), or the grounded one where it fails."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.checking.verify import proven
from assistant.errors import LlmFailed, LlmMalformed, LlmUnproven
from assistant.model.endpoint import LOCAL, open_model
from assistant.model.streaming import Limits, watched
from assistant.retrieval.evidence import Evidence
from assistant.settings import LlmSettings
from assistant.words import present_llm
from assistant.writing.drafting import Sentence, sentences
from assistant.writing.exhibits import Exhibit, exhibits, listing, wordable
from assistant.writing.kept import apart, merged, says
from prompts import prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

GROUNDED, LLM = "grounded", "llm"
_LOG = logging.getLogger(__name__)


def open_writer(settings: LlmSettings, models: Path) -> LlmWriter:
    """The writer over the model that the settings name; raises LlmUnavailable where there is none.

    The local one begins to read the rules at once, which stand before every question: it keeps what it has read.
    """
    model = open_model(settings, models)
    if settings.source == LOCAL:
        read_ahead(model)
    return LlmWriter(model, settings)


def read_ahead(model: BaseChatModel) -> threading.Thread:
    """Have a model read the rules in a thread of its own. Where it cannot, the first question will say so."""

    def read() -> None:
        try:
            model.invoke([SystemMessage(prompt("rules").text), HumanMessage("")], max_tokens=1)
        except Exception as error:
            _LOG.warning("the rules were not read ahead: %s: %s", type(error).__name__, str(error)[:200])

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


class LlmWriter:
    """Words drafts anew through one chat model. Safe for many threads."""

    def __init__(self, model: BaseChatModel, settings: LlmSettings) -> None:
        self._model = model
        self._settings = settings

    def write(self, evidence: Evidence, draft: Draft) -> Iterator[tuple[Draft, str]]:
        """The draft as it grows by proven sentences, with the engine that wrote it; the last one is whole.

        What is no answer in sentences (a refusal, a list, a calculation, a duty) stays as it is, without asking the
        model; so do the sentences shown besides an answer. Whatever goes wrong with the model ends as the grounded
        draft with a caution that says so.
        """
        answer, besides = apart(draft)
        if not wordable(evidence, answer, self._settings.claims):
            yield draft, GROUNDED
            return
        try:
            yield from self._worded(evidence, answer, besides)
        except LlmFailed as error:
            yield replace(draft, cautions=((*present_llm.failed(error), ()),)), GROUNDED

    def _worded(self, evidence: Evidence, draft: Draft, besides: tuple[Claim, ...]) -> Iterator[tuple[Draft, str]]:
        shown = [one for one in exhibits(evidence, draft, self._settings.evidence_chars) if _stands(one, evidence)]
        made: list[Claim] = []
        lost = 0
        for sentence in self._sentences(evidence, shown):
            claim = _claim(sentence, shown, evidence)
            if claim is None:
                lost += 1
            elif claim.text in {one.text for one in made}:
                break
            else:
                made.append(claim)
                yield Draft(AnswerStatus.ANSWERED, tuple(made)), LLM
                if len(shown) == len(draft.claims) and all(says(made, one) for one in draft.claims):
                    break
        whole = merged(draft, made, number=evidence.query.wants_number)
        if whole is None:
            raise LlmUnproven
        cautions = ((*present_llm.dropped(lost), ()),) if lost else ()
        yield replace(whole, claims=(*whole.claims, *besides), cautions=cautions), LLM

    def _sentences(self, evidence: Evidence, shown: Sequence[Exhibit]) -> Iterator[Sentence]:
        """What the model says; where none of it is in the form asked for, it is told so and asked once more."""
        limits = Limits.of(self._settings)
        asked = prompt("answer").filled(exhibits=listing(shown, evidence), question=evidence.query.text)
        messages: list[BaseMessage] = [SystemMessage(prompt("rules").text), HumanMessage(asked)]
        heard: list[str] = []
        well_formed = yield from self._hear(messages, limits, shown, evidence, heard.append)
        if well_formed:
            return
        told = prompt("repair").filled(tokens="".join(f"[{one.n}]" for one in shown))
        again = [*messages, AIMessage("".join(heard)), HumanMessage(told)]
        if not (yield from self._hear(again, limits, shown, evidence, heard.append)):
            raise LlmMalformed

    def _hear(
        self,
        messages: Sequence[BaseMessage],
        limits: Limits,
        shown: Sequence[Exhibit],
        evidence: Evidence,
        note: Callable[[str], None],
    ) -> Iterator[Sentence]:
        """The sentences of one answer that name an exhibit, or stand on one unnamed; returns whether there are any."""

        def pieces() -> Iterator[str]:
            for piece in watched(self._model, messages, limits):
                note(piece)
                yield piece

        found = False
        for sentence in sentences(pieces(), [one.n for one in shown]):
            placed = sentence if sentence.numbers else _placed(sentence, shown, evidence)
            if placed:
                found = True
                yield placed
        return found


def _stands(exhibit: Exhibit, evidence: Evidence) -> bool:
    return proven(exhibit.claim or Claim(exhibit.text, exhibit.sources), evidence.plan_of, evidence.query.text)


def _placed(sentence: Sentence, shown: Sequence[Exhibit], evidence: Evidence) -> Sentence | None:
    """A finished sentence without a number as one of the first exhibit that alone proves it; None where none does."""
    tried = (replace(sentence, numbers=(one.n,), whole=True) for one in shown if sentence.ended)
    return next((one for one in tried if _claim(one, shown, evidence)), None)


def _claim(sentence: Sentence, shown: Sequence[Exhibit], evidence: Evidence) -> Claim | None:
    """A sentence as a claim that the sources of its exhibits prove; None where they do not, or one is not shown. It
    stands on one plan alone: of two, one could be told what is the other's."""
    if not sentence.whole:
        return None
    leaning = [one for number in sentence.numbers for one in shown if one.n == number]
    for plan_id in dict.fromkeys(one.sources[0].plan_id for one in leaning):
        of_one = [one for one in leaning if one.sources[0].plan_id == plan_id]
        sources = tuple(dict.fromkeys(source for one in of_one for source in one.sources))
        made_from = tuple(one.text for one in of_one)
        claim = Claim(sentence.text, sources, worded=made_from)
        if proven(claim, evidence.plan_of):
            return claim
    return None
