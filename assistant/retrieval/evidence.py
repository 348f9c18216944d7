"""What was gathered for a question: passages, the candidates in them, and the plans they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from assistant.answers import Scored, Source
from assistant.questions import Query, Scope
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate, candidates
from assistant.retrieval.retrieve import Searchable, retrieve
from assistant.retrieval.terms import Rarity, Terms, terms
from assistant.settings import RankSettings
from ingest.plans import Conflict, Indicator, Measure, Passage, Plan


class Shelf(Searchable, Rarity, Protocol):
    """What answering needs of a library, besides what retrieval does."""

    def plans(self) -> Sequence[object]: ...
    def plan(self, plan_id: str) -> Plan: ...
    def passages(self, plan_ids: Sequence[str] | None = None) -> Sequence[Passage]: ...
    def indicators(self, plan_ids: Sequence[str] | None = None) -> tuple[Indicator, ...]: ...
    def measures(self, plan_ids: Sequence[str] | None = None) -> tuple[Measure, ...]: ...
    def conflicts(self, plan_ids: Sequence[str] | None = None) -> tuple[Conflict, ...]: ...
    def regions(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages and candidates for one query, best first; `known` keeps what was looked up for the question."""

    query: Query
    looked: Terms
    passages: tuple[Scored, ...]
    candidates: tuple[Candidate, ...]
    shelf: Shelf
    settings: RankSettings
    plan_of: Callable[[str], Plan]
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def within(self, scope: Scope) -> Evidence:
        """The evidence for the same question about one of its scopes."""
        return self._for(replace(self.query, scopes=(scope,)))

    def beyond(self) -> Evidence:
        """The evidence from all plans that names the regions asked about: what other plans say of them."""
        names = [scope.name for scope in self.query.scopes] + list(self.query.outside)
        wide = self.anywhere()
        return replace(wide, candidates=tuple(c for c in wide.candidates if any(name in c.text for name in names)))

    def anywhere(self) -> Evidence:
        """The evidence for the same question from all plans."""
        return self._for(replace(self.query, scopes=()))

    def indicators(self, plan_ids: tuple[str, ...]) -> tuple[Indicator, ...]:
        """Every indicator of some plans."""
        if plan_ids not in self.known:
            self.known[plan_ids] = self.shelf.indicators(plan_ids)
        return self.known[plan_ids]

    def _for(self, query: Query) -> Evidence:
        if query not in self.known:
            found = gather(query, self.shelf, self.settings, self.plan_of)
            self.known[query] = replace(found, known=self.known)
        return self.known[query]

    def source(self, candidate: Candidate) -> Source:
        """The source of a candidate: its exact range of the plan."""
        passage = candidate.passage
        if candidate.is_row:
            return Source(passage.plan_id, passage.span, passage.heading, "row")
        span = locate(self.plan_of(passage.plan_id), passage, candidate.start, candidate.end)
        return Source(passage.plan_id, span, passage.heading)


def gather(query: Query, shelf: Shelf, settings: RankSettings, plan_of: Callable[[str], Plan]) -> Evidence:
    """Retrieve for a query and order what may answer it."""
    looked = terms(query, shelf)
    passages = retrieve(query, looked, shelf, settings)
    ranked = tuple(candidates(query, looked, passages, settings))
    return Evidence(query, looked, passages, ranked, shelf, settings, plan_of)
