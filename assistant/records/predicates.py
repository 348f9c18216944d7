"""What is said of a thing in a question whether it is so: 注册, of 引进的院所都注册在临安了吗."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.questions import Intent
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from ingest.library.words import tokens

_COVERS, _LAST = 0.4, 4
_BEFORE, _SAID_BEFORE = 600, 0.6


def with_predicate(pool: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """Of the sentences that may decide a yes/no question, those with what it says last, where these say enough of the
    rest, by themselves or with what stands before them; else all."""
    looked = evidence.looked
    if evidence.query.intent is not Intent.YES_NO:
        return list(pool)
    said = [t for t in tokens(evidence.query.focus) if looked.own.get(t)]
    for token in reversed(said[-_LAST:]):
        holding = [c for c in pool if token in tokens(c.text)]
        telling = looked.own[token] == max(looked.own.values())
        kept = [c for c in holding if c.coverage >= _COVERS] or [
            with_before for c in holding if telling and (with_before := _with_what_stands_before(c, evidence))
        ]
        if kept:
            places = {(c.passage.id, c.start) for c in kept}
            return [*kept, *(c for c in pool if (c.passage.id, c.start) not in places)]
    return list(pool)


def _with_what_stands_before(candidate: Candidate, evidence: Evidence) -> Candidate | None:
    """A sentence with what its section says right before it as its context, where both say most of the question."""
    passage = candidate.passage
    plan = evidence.plan_of(passage.plan_id)
    end = passage.span.start + candidate.start
    start = max(end - _BEFORE, plan.sections[passage.section].body.start)
    whole = evidence.looked.covered(set(tokens(f"{plan.text[start:end]}{candidate.text}")))
    return replace(candidate, context=whole - candidate.coverage) if whole >= _SAID_BEFORE else None
