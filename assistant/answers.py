"""Nouns of a conversation: from the question to the cited answer. `words/present_answer.py` makes JSON of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

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
class Turn:
    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    history: tuple[Turn, ...] = ()
    id: str = ""


class Intent(StrEnum):
    """What kind of answer a question wants."""

    VALUE = "value"
    LIST = "list"
    COMPARE = "compare"
    CALCULATE = "calculate"
    RESPONSIBLE = "responsible"
    TASK = "task"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    META = "meta"
    CONFLICT = "conflict"
    SMALL_TALK = "small_talk"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans that one named region (or none) stands for, as people call it; `area`: a part of the plans' region;
    `years`: those named for it alone."""

    name: str
    plan_ids: tuple[str, ...]
    area: bool = False
    years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a question: `text` made whole, `focus` without regions, years and the words of asking,
    `scopes` in order, `outside` places that no plan is of, `years` or periods ("2021-2025"), `excluded` what is not
    meant, `background` what "这条谁牵头" is of, `shown` the answer beyond which more is asked for, `wants` a way; `mended`
    where typos were."""

    text: str
    intent: Intent
    focus: str
    scopes: tuple[Scope, ...] = ()
    outside: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    role: str = ""
    unit: str = ""
    dimension: str = ""
    wants_number: bool = False
    asks: int = 1
    parts: tuple[str, ...] = ()
    count: int | None = None
    item: int | None = None
    background: str = ""
    excluded: tuple[str, ...] = ()
    carried: bool = False
    shown: str = ""
    wants: Literal["", "sources", "every"] = ""
    mended: bool = False

    @property
    def plan_ids(self) -> tuple[str, ...] | None:
        """The plans in scope, None for all."""
        return tuple(dict.fromkeys(i for s in self.scopes for i in s.plan_ids)) or None


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
