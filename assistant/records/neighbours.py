"""What other plans say of a region: a table of a neighbour may hold a row of it."""

from __future__ import annotations

from assistant.questions import Scope
from assistant.records.fitting import wanted_concepts
from assistant.records.values import Hit, hits
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from ingest.facts.concepts import plain


def elsewhere(evidence: Evidence, scope: Scope, part: str = "") -> list[Hit]:
    """What any loaded plan says of a scope's region: a table of a neighbour may hold a row of it."""
    if scope.area:
        return []
    name = region_of(evidence, scope)
    return [h for h in hits(evidence.anywhere(), Scope("", ()), part) if short(h.indicator.region) == name]


def named_elsewhere(evidence: Evidence, scope: Scope) -> bool:
    """Whether a plan of another region holds a figure of a scope's region under a name that the question says: a look
    at the records, before what `elsewhere` costs."""
    region = evidence.plan_of(scope.plan_ids[0]).facts.region if scope.plan_ids else None
    names = [region.value, short(region.value)] if region else [scope.name]
    wanted, asked = wanted_concepts(evidence.query), plain(evidence.query.text)
    return any(
        one.plan_id not in scope.plan_ids and (one.concept in wanted or plain(one.name) in asked)
        for one in evidence.shelf.indicators(None, regions=names)
    )


def region_of(evidence: Evidence, scope: Scope) -> str:
    """The short name of the region that a scope stands for: 全市 → 杭州."""
    region = evidence.plan_of(scope.plan_ids[0]).facts.region if scope.plan_ids else None
    return short(region.value) if region else short(scope.name)
