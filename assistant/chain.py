"""The order of the steps: understand → retrieve → compose → verify → cite, as a LangChain Runnable."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache

from langchain_core.runnables import Runnable, RunnableLambda

from assistant import present
from assistant.answers import Answer, AnswerStatus, Caution, Claim, Draft, Query, Question, Scored, Source
from assistant.cite import Citations
from assistant.compose import compose
from assistant.compose_sentences import in_sentences
from assistant.evidence import Evidence, Shelf, Untyped, gather
from assistant.scopes import Reader
from assistant.settings import AnswerSettings
from assistant.understand import understand
from assistant.verify import verified
from ingest.plans import Passage
from ingest.settings import from_environment

_PLANS_KEPT = 32
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class State:
    """What the steps hand on; `timings` in milliseconds by step."""

    question: Question
    query: Query | None = None
    evidence: Evidence | None = None
    draft: Draft | None = None
    answer: Answer | None = None
    timings: dict[str, float] = field(default_factory=dict)


class Assistant:
    """Answers questions over one library. Safe for many threads."""

    def __init__(self, library: Shelf, settings: AnswerSettings | None = None) -> None:
        self.settings = settings or from_environment(AnswerSettings)
        self._library = library if self.settings.typed else Untyped(library)
        self._plan = lru_cache(_PLANS_KEPT)(library.plan)

    def answer(self, question: Question) -> Answer:
        """The whole answer; never raises for a question: what goes wrong inside is logged and said in one sentence."""
        try:
            return self.runnable().invoke(question)
        except Exception:
            _LOG.exception("no answer to %r", question.text)
            status = AnswerStatus.INTERNAL
            return Answer(question, question.text, status, present.refusal(status, self.settings.question_chars))

    def stream(self, question: Question) -> Iterator[Answer]:
        """The answer as it grows, claim by claim; the last one is whole."""
        answer = self.answer(question)
        lines = answer.text.split("\n")
        for n in range(1, len(lines)):
            yield replace(answer, text="\n".join(lines[:n]))
        yield answer

    def runnable(self) -> Runnable[Question, Answer]:
        """Question → Answer."""
        steps = (self._understand, self._retrieve, self._compose, self._finish)
        chain: Runnable = RunnableLambda(lambda question: State(question))
        for step in steps:
            chain = chain | RunnableLambda(self._timed(step))
        return chain | RunnableLambda(lambda state: state.answer)

    def _timed(self, step):  # type: ignore[no-untyped-def]
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
        status = None
        if not text:
            status = AnswerStatus.EMPTY_QUESTION
        elif len(text) > self.settings.question_chars:
            status = AnswerStatus.QUESTION_TOO_LONG
        plans = self._library.plans()
        if status is None and not plans:
            status = AnswerStatus.NO_PLANS
        if status:
            said = present.refusal(status, self.settings.question_chars)
            return replace(state, answer=Answer(question, text[:200], status, said))
        kept = question.history[max(len(question.history) - self.settings.history_turns, 0) :]
        recent = replace(question, history=kept)
        return replace(state, query=understand(recent, Reader(plans)))

    def _retrieve(self, state: State) -> State:
        return replace(state, evidence=gather(state.query, self._library, self.settings.rank, self._plan))

    def _compose(self, state: State) -> State:
        return replace(state, draft=compose(state.evidence))

    def _finish(self, state: State) -> State:
        draft, lost = verified(state.draft, self._plan)
        if lost and not any(claim.sources for claim in draft.claims):
            draft, _ = verified(in_sentences(state.evidence), self._plan)
        citations = Citations(self._plan)
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
            passages=_shown(state.evidence, draft),
            indicators=draft.indicators,
            calculations=calculations,
            warnings=tuple(cautions),
            understood=_understood(state.query),
        )
        return replace(state, answer=answer)

    def _draft_status(self, claims: tuple[Claim, ...], citations: Citations) -> list[Caution]:
        """That a cited plan is a draft or an excerpt is something its reader must know."""
        plans = {s.plan_id: s for claim in claims for s in claim.sources}
        found = []
        for plan_id, source in plans.items():
            plan = self._plan(plan_id)
            if plan.facts.status:
                said = present.status_caution(plan.title, plan.facts.status.value)
                found.append(Caution("status", said, citations.numbers([source])))
        return found


def _shown(evidence: Evidence, draft: Draft) -> tuple[Scored, ...]:
    """What was put before the composer, best first: what it used (typed records and facts too), then the candidates'
    passages in their order."""
    scores = {s.passage.id: s.score for s in evidence.passages}
    order = {p.id: p for p in [*(c.passage for c in evidence.candidates), *(s.passage for s in evidence.passages)]}
    used: dict[str, Passage] = {}
    for source in dict.fromkeys(s for claim in draft.claims for s in claim.sources):
        found = next((p for p in order.values() if _holds(p, source)), None) or _as_passage(source, evidence)
        used[found.id] = found
    return tuple(Scored(p, round(scores.get(p.id, 0.0), 4)) for p in (used | order).values())


def _holds(passage: Passage, source: Source) -> bool:
    span = passage.span
    return passage.plan_id == source.plan_id and span.start <= source.span.start and source.span.end <= span.end


def _as_passage(source: Source, evidence: Evidence) -> Passage:
    """A record or a fact that was looked up rather than retrieved, as the passage that it stands in."""
    plan = evidence.plan_of(source.plan_id)
    text = plan.quote(source.span)
    id = f"{plan.id}-{source.span.start}-{source.span.end}"
    kind = "row" if source.kind in ("row", "cell") else "paragraph"
    return Passage(id, plan.id, -1, kind, source.heading, 0, text, plan.title, source.span)


def _understood(query: Query) -> dict[str, object]:
    """What was understood, for the answer's JSON."""
    slots = asdict(query)
    slots["intent"] = query.intent.value
    slots["scopes"] = [scope.name for scope in query.scopes]
    return {name: value for name, value in slots.items() if value not in ("", (), None, False, [])}
