"""Nouns of an answer, from the claims to the citations. `words/present_answer.py` makes JSON of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from assistant.questions import Question
from ingest.plans import Indicator, Passage, Span

CitationKind = Literal["text", "row", "cell", "heading", "metadata"]


class AnswerStatus(StrEnum):
    """How an answer ended; every ending has a name."""

    ANSWERED = "answered"
    PARTLY = "answered_partly"
    CLARIFICATION = "clarification"
    NOT_IN_PLANS = "unanswerable_not_in_plans"
    NO_SUCH_PLAN = "unanswerable_no_such_plan"
    NO_PLANS = "unanswerable_no_plans_loaded"
    OUT_OF_SCOPE = "refused_out_of_scope"
    UNSAFE = "refused_unsafe"
    EMPTY_QUESTION = "error_empty_question"
    QUESTION_TOO_LONG = "error_question_too_long"
    INTERNAL = "error_internal"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a plan that a claim stands on."""

    plan_id: str
    span: Span
    heading: tuple[str, ...]
    kind: CitationKind = "text"


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer with the sources it stands on; `worded`: the proven wordings a model made it from."""

    text: str
    sources: tuple[Source, ...]
    calculation: Computed | None = None
    worded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Computed:
    """A calculation before its operands have citation numbers: "19.59 ÷ 10.75 − 1" = "82.23" "%"."""

    expression: str
    result: str
    unit: str
    operands: tuple[Source, ...]
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before citing and verifying."""

    status: AnswerStatus
    claims: tuple[Claim, ...]
    cautions: tuple[tuple[str, str, tuple[Source, ...]], ...] = ()
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """引文: what a sentence of the answer stands on; `quote` is verbatim source text."""

    n: int
    plan: str
    plan_id: str
    file: str
    heading: tuple[str, ...]
    page: int | None
    quote: str
    start: int
    end: int
    kind: CitationKind


@dataclass(frozen=True, slots=True)
class Calculation:
    """A stated calculation; `operands` are citation numbers."""

    expression: str
    result: str
    unit: str
    operands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the reader should know before acting on the answer (draft status, other scope, conflict)."""

    kind: str
    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage as it was put before the composer, with its fused score."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What leaves the system. `text` is Markdown with `[n]` markers that match `citations`."""

    question: Question
    standalone_question: str
    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...] = ()
    passages: tuple[Scored, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    warnings: tuple[Caution, ...] = ()
    understood: dict[str, object] = field(default_factory=dict)
    engine: str = "grounded"
    timings_ms: dict[str, float] = field(default_factory=dict)
