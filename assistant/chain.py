"""The order of the steps: understand → retrieve → compose (→ write) → verify → cite, as a LangChain Runnable."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Protocol

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answers import Answer, AnswerStatus, Caution, Claim, Draft
from assistant.checking.cite import Citations
from assistant.checking.shown import passages_shown
from assistant.checking.stated import indicators_stated
from assistant.checking.verify import verified
from assistant.composing.compose import compose
from assistant.composing.sentences import in_sentences
from assistant.questions import Query, Question
from assistant.records.corroborate import corroborated
from assistant.retrieval.evidence import Evidence, Shelf, gather
from assistant.retrieval.shelves import Kept, Untyped
from assistant.settings import AnswerSettings
from assistant.understanding.scopes import Reader
from assistant.understanding.typos import mended
from assistant.understanding.understand import understand
from assistant.words import present
from ingest.settings import from_environment

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class State:
    """What the steps hand on; `timings` in milliseconds by step."""

    question: Question
    query: Query | None = None
    evidence: Evidence | None = None
    draft: Draft | None = None
    engine: str = "grounded"
    answer: Answer | None = None
    timings: dict[str, float] = field(default_factory=dict)


Step = Callable[[State], State]


class Writer(Protocol):
    """Words a grounded draft anew; yields it as it grows with the engine that wrote it, the last one whole."""

    def write(self, evidence: Evidence, draft: Draft) -> Iterator[tuple[Draft, str]]: ...


class Assistant:
    """Answers questions over one library, worded by a writer where there is one. Safe for many threads."""

    def __init__(self, library: Shelf, settings: AnswerSettings | None = None, writer: Writer | None = None) -> None:
        self.settings = settings or from_environment(AnswerSettings)
        self._library = Kept(library if self.settings.typed else Untyped(library))
        self._writer = writer

    def answer(self, question: Question) -> Answer:
        """The whole answer; never raises for a question: what goes wrong inside is logged and said in one sentence."""
        try:
            return self.runnable().invoke(question)
        except Exception:
            return self._failed(question)

    def stream(self, question: Question) -> Iterator[Answer]:
        """The answer as it grows, claim by claim; the last one is whole. It need not begin with what came before: where
        a writer fails on its way, it is the answer without it."""
        if self._writer is None:
            answer = self.answer(question)
            lines = answer.text.split("\n")
            yield from (replace(answer, text="\n".join(lines[:n])) for n in range(1, len(lines)))
            yield answer
            return
        try:
            yield from self._growing(question)
        except Exception:
            yield self._failed(question)

    def runnable(self) -> Runnable[Question, Answer]:
        """Question → Answer."""
        chain: Runnable = RunnableLambda(lambda question: State(question))
        for step in (*self._preparing(), *([self._write] if self._writer else []), self._finish):
            chain = chain | RunnableLambda(self._timed(step))
        return chain | RunnableLambda(lambda state: state.answer)

    def _preparing(self) -> tuple[Step, ...]:
        return self._understand, self._retrieve, self._compose

    def _failed(self, question: Question) -> Answer:
        _LOG.exception("no answer to %r", question.text)
        status = AnswerStatus.INTERNAL
        return Answer(question, question.text, status, present.refusal(status, self.settings.question_chars))

    def _growing(self, question: Question) -> Iterator[Answer]:
        """The answers to the drafts of the writer, each as soon as it is there."""
        state = State(question)
        for step in self._preparing():
            state = self._timed(step)(state)
        written = [state] if state.answer else self._writings(state)
        for state in written:
            yield self._timed(self._finish)(state).answer

    def _writings(self, state: State) -> Iterator[State]:
        start = time.perf_counter()
        for draft, engine in self._writer.write(state.evidence, state.draft):
            spent = round((time.perf_counter() - start) * 1000, 2)
            yield replace(state, draft=draft, engine=engine, timings={**state.timings, "write": spent})

    def _write(self, state: State) -> State:
        return list(self._writings(state))[-1]

    def _timed(self, step: Step) -> Step:
        """A step that notes its time under its name; once there is an answer, a step is passed over."""

        def run(state: State) -> State:
            if state.answer:
                return state
            start = time.perf_counter()
            done = step(state)
            spent = round((time.perf_counter() - start) * 1000, 2)
            timings = {**done.timings, step.__name__.strip("_"): spent}
            answer = replace(done.answer, timings_ms=timings) if done.answer else None
            return replace(done, timings=timings, answer=answer)

        return run

    def _understand(self, state: State) -> State:
        question = state.question
        text = question.text.strip()
        status = None if text else AnswerStatus.EMPTY_QUESTION
        if len(text) > self.settings.question_chars:
            status = AnswerStatus.QUESTION_TOO_LONG
        plans = self._library.plans()
        if status is None and not plans:
            status = AnswerStatus.NO_PLANS
        if status:
            said = present.refusal(status, self.settings.question_chars)
            return replace(state, answer=Answer(question, text[:200], status, said))
        kept = question.history[max(len(question.history) - self.settings.history_turns, 0) :]
        turns = tuple(replace(t, content=mended(t.content, self._library)) if t.role == "user" else t for t in kept)
        recent = replace(question, text=mended(question.text, self._library), history=turns)
        query = understand(recent, Reader(plans, self._library.regions()))
        return replace(state, query=replace(query, mended=recent.text != question.text))

    def _retrieve(self, state: State) -> State:
        return replace(state, evidence=gather(state.query, self._library, self.settings.rank, self._library.plan))

    def _compose(self, state: State) -> State:
        return replace(state, draft=compose(state.evidence))

    def _finish(self, state: State) -> State:
        draft, lost = verified(state.draft, self._library.plan, state.query.text)
        if lost and not any(claim.sources for claim in draft.claims):
            draft, _ = verified(in_sentences(state.evidence), self._library.plan)
        draft = corroborated(draft, state.evidence)
        citations = Citations(self._library.plan)
        text = present.answer_text([citations.marked(claim) for claim in draft.claims]) or present.NOT_IN_PLANS
        calculations = tuple(citations.calculation(c.calculation) for c in draft.claims if c.calculation)
        cautions = [Caution(kind, said, citations.numbers(sources)) for kind, said, sources in draft.cautions]
        cautions += self._draft_status(draft.claims, citations)
        cautions += [Caution("unproven", present.LOST, ()) for _ in lost[:1]]
        answer = Answer(
            question=state.question,
            standalone_question=state.query.text,
            status=draft.status,
            text=text,
            citations=citations.all(),
            passages=passages_shown(state.evidence, draft),
            indicators=indicators_stated(state.evidence, draft),
            calculations=calculations,
            warnings=tuple(cautions),
            understood=_understood(state.query),
            engine=state.engine,
        )
        return replace(state, answer=answer)

    def _draft_status(self, claims: tuple[Claim, ...], citations: Citations) -> list[Caution]:
        """That a cited plan is a draft or an excerpt is something its reader must know."""
        plans = {s.plan_id: s for claim in reversed(claims) for s in reversed(claim.sources)}
        found = []
        for plan_id, source in plans.items():
            plan = self._library.plan(plan_id)
            if plan.facts.status:
                said = present.status_caution(plan.title, plan.facts.status.value)
                found.append(Caution("status", said, citations.numbers([source])))
        return found


def _understood(query: Query) -> dict[str, object]:
    """What was understood, for the answer's JSON."""
    slots = asdict(query)
    slots["intent"] = query.intent.value
    slots["scopes"] = [scope.name for scope in query.scopes]
    return {name: value for name, value in slots.items() if value not in ("", (), None, False, [])}
