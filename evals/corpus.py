"""What answers are checked against: the plans as loaded, and which of them the gold questions mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Protocol

from evals.cases import Case, Quote, Value
from evals.outputs import Cited
from evals.wording import folded, quoted
from ingest.notation.units import base
from ingest.plans import Indicator, Passage, Plan, Table

_ENOUGH = 0.5  # of a label's quotes, for a plan to be the one that the label stands for


class Shelf(Protocol):
    """What is asked of a library."""

    def plans(self) -> Sequence[Named]: ...
    def plan(self, plan_id: str) -> Plan: ...
    def passages(self, plan_ids: Sequence[str] | None = None) -> tuple[Passage, ...]: ...
    def indicators(self, plan_ids: Sequence[str] | None = None) -> tuple[Indicator, ...]: ...


class Named(Protocol):
    """An entry in the list of plans."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """One plan with what was made of it: `passages` is the folded text of all of them, `amounts` the values of the
    indicators in base units.
    """

    plan: Plan
    passages: str = ""
    amounts: frozenset[tuple[Decimal, str]] = frozenset()

    @property
    def place(self) -> str:
        """The region that the plan is of, as its text has it; the plan itself where it names none."""
        return self.plan.facts.region.value if self.plan.facts.region else self.plan.id

    def extracted(self, value: Value) -> bool:
        """Whether one of the plan's indicators has this value."""
        return amount(value.value, value.unit) in self.amounts


class Corpus:
    """The loaded plans, by id and by the labels of the gold questions."""

    def __init__(self, loaded: Iterable[Loaded], cases: Iterable[Case] = ()) -> None:
        self.plans = {one.plan.id: one for one in loaded}
        self._labels = self._resolved(cases)

    @classmethod
    def of(cls, shelf: Shelf, cases: Iterable[Case]) -> Corpus:
        """The corpus of a library, with the labels that the cases use."""
        return cls((_loaded(shelf, entry.id) for entry in shelf.plans()), cases)

    def named(self, label: str) -> Loaded | None:
        """The plan that a gold label stands for, or None where it is not loaded."""
        return self.plans.get(self._labels.get(label, ""))

    def missing(self, cases: Iterable[Case]) -> tuple[str, ...]:
        """The labels of answerable questions whose plans are not loaded."""
        wanted = dict.fromkeys(label for case in cases for label in labels(case))
        return tuple(label for label in wanted if self.named(label) is None)

    def cited(self, citation: Cited) -> Loaded | None:
        """The plan that a citation points at, by its id or else its file."""
        found = self.plans.get(citation.plan_id)
        return found or next((one for one in self.plans.values() if one.plan.file == citation.file), None)

    def verbatim(self, citation: Cited) -> bool:
        """Whether the quote stands in the plan that it names; where it names none, in any."""
        named = self.cited(citation)
        named_at_all = citation.plan_id or citation.file
        among = [named] if named else [] if named_at_all else list(self.plans.values())
        return any(quoted(citation.quote, one.plan.text) for one in among)

    @cached_property
    def _files(self) -> dict[str, str]:
        return {one.plan.file: id for id, one in self.plans.items()}

    def _resolved(self, cases: Iterable[Case]) -> dict[str, str]:
        quotes: dict[str, list[Quote]] = defaultdict(list)
        for case in cases:
            for quote in case.evidence:
                quotes[quote.doc].append(quote)
            for label in case.docs:
                quotes.setdefault(label, [])
        found = {label: self._files.get(label) or self._holder(of_it) for label, of_it in quotes.items()}
        return {label: id for label, id in found.items() if id}

    def _holder(self, quotes: Sequence[Quote]) -> str:
        """The plan that holds most of some quotes, if it holds enough of them."""
        shares = {id: sum(quoted(q.quote, one.plan.text) for q in quotes) for id, one in self.plans.items()}
        best = max(shares, key=lambda id: shares[id], default="")
        return best if quotes and best and shares[best] > _ENOUGH * len(quotes) else ""


def labels(case: Case) -> tuple[str, ...]:
    """The labels of the plans that a question is about."""
    return tuple(dict.fromkeys([*case.docs, *(quote.doc for quote in case.evidence)]))


def amount(value: str, unit: str) -> tuple[Decimal, str]:
    """A value in the base unit of its dimension; NaN where it is no number."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return Decimal("NaN"), unit
    factor, name = base(unit)
    return number * factor, name


def surroundings(plan: Plan, start: int, end: int) -> str:
    """What a place in a table says through its caption, unit, header and row group; "" outside tables."""
    for block in plan.blocks:
        if isinstance(block, Table) and block.span.start <= start and end <= block.span.end:
            groups = [row.group for row in block.rows if row.span.start <= start < row.span.end]
            return "｜".join([block.caption, block.unit, *block.header, *groups])
    return ""


def _loaded(shelf: Shelf, plan_id: str) -> Loaded:
    return Loaded(
        plan=shelf.plan(plan_id),
        passages="".join(folded(one.text) for one in shelf.passages([plan_id])),
        amounts=frozenset(amount(one.value, one.unit) for one in shelf.indicators([plan_id])),
    )
