"""The alignment of indicator names, as a person works on it: what is proposed, what they confirm, the records after."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.errors import WrongConcepts
from ingest.facts import concepts, confirmed
from ingest.facts.indicators import indicators
from ingest.facts.measures import measures
from ingest.facts.proposals import Proposal, proposals
from ingest.library import Library
from ingest.listing import Column
from ingest.records import Record
from ingest.settings import IngestSettings

COLUMNS: tuple[Column, ...] = (
    ("名称", lambda record: record["name"]),
    ("建议归入", lambda record: record["concept"]),
    ("相似度", lambda record: f"{record['likeness']:.2f}"),
    ("规划", lambda record: record["plan"]),
    ("原文", lambda record: record["quote"]),
)


def proposed(library: Library) -> list[Record]:
    """Every proposal with one place where the name stands, best first."""
    titles = {plan.id: plan.title for plan in library.plans()}
    places = {concepts.stock_of(one.name): one for one in reversed(library.indicators())}
    return [
        {
            "name": one.name,
            "concept": one.concept,
            "likeness": round(one.likeness, 3),
            "plan": titles[places[one.name].plan_id],
            "quote": places[one.name].quote,
        }
        for one in _proposals(library)
    ]


def confirm(library: Library, names: Sequence[str], settings: IngestSettings) -> int:
    """Write names into the file of confirmed ones, then read all records anew; how many plans were.

    A name is one that is proposed, or `name=concept`. Raises WrongConcepts, and leaves the file as it was, where a
    name is not proposed, has a concept already, or would merge two scopes.
    """
    offered = {one.name: one.concept for one in _proposals(library)}
    wanted: dict[str, list[str]] = {}
    for told in names:
        name, _, concept = told.partition("=")
        concept = concept.strip() or offered.get(name.strip(), "")
        if not concept:
            raise WrongConcepts(f"没有关于“{name}”的建议；要自己指定概念，请写成“{name}=概念”。")
        wanted.setdefault(concept, []).append(name.strip())
    concepts.check(wanted)
    if wanted:
        confirmed.append(settings.concepts, wanted)
    concepts.forget()
    plans = library.plans()
    for record in plans:
        plan = library.plan(record.id)
        library.renew(plan.id, indicators(plan), measures(plan))
    return len(plans)


def _proposals(library: Library) -> tuple[Proposal, ...]:
    return proposals((one.name, one.plan_id) for one in library.indicators())
