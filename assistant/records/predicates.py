"""What is said of a thing in a question whether it is so: 注册, of 引进的院所都注册在临安了吗."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.questions import Intent
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from ingest.library.words import tokens

_COVERS, _LAST = 0.4, 4


def with_predicate(pool: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """Of the sentences that may decide a yes/no question, those with what it says last, where these say enough of the
    rest; else all."""
    looked = evidence.looked
    if evidence.query.intent is not Intent.YES_NO:
        return list(pool)
    said = [t for t in tokens(evidence.query.focus) if looked.own.get(t)]
    for token in reversed(said[-_LAST:]):
        kept = [c for c in pool if token in tokens(c.text) and c.coverage >= _COVERS]
        if kept:
            return [*kept, *(c for c in pool if c not in kept)]
    return list(pool)
