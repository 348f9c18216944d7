"""What the page asks of the rest of the house, so that it can be driven by anything that keeps to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.answers import Answer
from assistant.questions import Question
from ingest.plans import Indicator, Measure, Plan, PlanFacts


class Answerer(Protocol):
    """Answers questions; `stream` yields complete answers whose text grows, the last one being final."""

    def stream(self, question: Question) -> Iterator[Answer]: ...


class Entry(Protocol):
    """What the list of plans says of one of them; `passages`, `indicators` and `measures` are counts."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def file(self) -> str: ...

    @property
    def facts(self) -> PlanFacts: ...

    @property
    def pages(self) -> int | None: ...

    @property
    def characters(self) -> int: ...

    @property
    def indicators(self) -> int: ...

    @property
    def measures(self) -> int: ...


class Shelf(Protocol):
    """The loaded plans. `plan` raises NoSuchPlan for an id that is not there."""

    def plans(self) -> Sequence[Entry]: ...

    def plan(self, plan_id: str) -> Plan: ...

    def indicators(self) -> Sequence[Indicator]: ...

    def measures(self) -> Sequence[Measure]: ...
