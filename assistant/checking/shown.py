"""What was put before the composer, for the answer's JSON."""

from __future__ import annotations

from assistant.answers import Draft, Scored, Source
from assistant.retrieval.evidence import Evidence
from ingest.plans import Passage


def passages_shown(evidence: Evidence, draft: Draft) -> tuple[Scored, ...]:
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
