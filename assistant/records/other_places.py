"""Whether a sentence is about a place that is not asked about, or says nothing but that the asked one is there."""

from __future__ import annotations

from assistant.questions import Intent
from assistant.records.values import of_region
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from assistant.understanding.areas import is_inner
from assistant.understanding.scopes import short
from ingest.library.words import tokens
from ingest.notation.regions import region_named
from ingest.plans import Indicator

_DIVISIONS = ("省", "市", "区", "县")


def of_another_place(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether all figures of a sentence are those of a park or a region that is not asked about, or the plan is of a
    region beside the asked one, which the sentence does not name."""
    query = evidence.query
    if query.outside and not query.scopes and not any(name in candidate.text for name in query.outside):
        return True
    inside = _figures(candidate, evidence)
    return bool(inside) and not any(of_region(i, evidence.query, None, evidence) for i in inside)


def _figures(candidate: Candidate, evidence: Evidence) -> list[Indicator]:
    passage = candidate.passage
    span = locate(evidence.plan_of(passage.plan_id), passage, candidate.start, candidate.end)
    return [i for i in evidence.indicators((passage.plan_id,)) if span.start <= i.span.start < span.end]


def tells_goals_only(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether all figures of a sentence are goals, where the question asks for what there is."""
    inside = _figures(candidate, evidence) if evidence.query.role == "actual" else []
    return bool(inside) and all(indicator.role == "target" for indicator in inside)


def elsewhere(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a sentence is about one division or island that the question does not name, where it asks about one; or
    about one park, where it asks for a number of a region."""
    query = evidence.query
    if candidate.is_row or not candidate.quantities or not (query.scopes or query.outside):
        return False
    regions = {i.region for i in _figures(candidate, evidence)}
    if len(regions) != 1 or any(short(region) in query.text for region in regions):
        return False
    divisions = all(region_named(region) or is_inner(region) for region in regions)
    return (divisions or query.intent is Intent.VALUE) and of_another_place(candidate, evidence)


def says_more(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a candidate that names the place asked about says anything else of the question."""
    asked = set(evidence.looked.own) - {token for token in tokens(evidence.query.text) if _of_name(token, evidence)}
    return not asked or bool(asked & set(tokens(candidate.text)))


def _of_name(token: str, evidence: Evidence) -> bool:
    return any(token in f"{name}{end}" for name in evidence.query.outside for end in _DIVISIONS)
