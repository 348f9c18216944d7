"""What several regions say of one matter, a line or two each: the sentences that answer each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent, Scope
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.words import present
from ingest.library.words import tokens

_CLAUSE = re.compile(r"[^，；。：:,;]+")
_TELLING = 30.0
_ALIKE, _POOL, _HALF, _LONG = 0.8, 12, 0.5, 400


class Sentences(Protocol):
    """The sentences that answer for one region, with one that is to come first."""

    def __call__(
        self, evidence: Evidence, *, limit: int = 0, label: str = "", first: Candidate | None = None
    ) -> Draft: ...


def side_by_side(evidence: Evidence, sentences: Sentences) -> Draft | None:
    """One line or more a region, each from its own plan; regions whose plans do not say are named. None where no
    plan says anything."""
    scopes = evidence.query.scopes
    each = [evidence.within(scope) for scope in scopes]
    claims: list[Claim] = []
    missing: list[Scope] = []
    counted = evidence.query.intent is Intent.VALUE
    firsts = [None] * len(each) if counted else answering_each_other(each)
    for scope, own, first in zip(scopes, each, firsts, strict=True):
        part = sentences(own, limit=_LONG // len(scopes), label=scope.name, first=first)
        if part.status is AnswerStatus.ANSWERED:
            claims.extend(part.claims)
        else:
            missing.append(scope)
    if not claims:
        return None
    claims += [Claim(present.nothing_about(scope.name), ()) for scope in missing]
    return Draft(AnswerStatus.PARTLY if missing else AnswerStatus.ANSWERED, tuple(claims))


def answering_each_other(each: Sequence[Evidence]) -> list[Candidate | None]:
    """For each region the sentence that fits both the question and what the best-fitting region says."""
    pools = [_pool(evidence) for evidence in each]
    sure = [at for at, pool in enumerate(pools) if pool and _found(pool[0], each[at], 1.0)]
    if not sure:
        return [None] * len(pools)
    alike = _likeness([c for pool in pools for c in pool], each[0])
    lead = max(sure, key=lambda at: pools[at][0].score)
    others = [pool for at, pool in enumerate(pools) if at != lead and pool]
    anchor = max(
        pools[lead],
        key=lambda c: c.score + sum(max(o.score + _ALIKE * alike(c, o) for o in pool) for pool in others),
    )
    chosen: list[Candidate | None] = []
    for at, pool in enumerate(pools):
        best = max(pool, key=lambda c: c.score + _ALIKE * alike(anchor, c), default=None)
        best = anchor if at == lead else best
        chosen.append(best if best and _found(best, each[at], _HALF) else None)
    return chosen


def _pool(evidence: Evidence) -> list[Candidate]:
    """The sentences that come near the best one."""
    told = [c for c in evidence.candidates if not c.is_row and c.passage.kind == "paragraph"][:_POOL]
    return [c for c in told if c.score >= _HALF * told[0].score]


def _found(candidate: Candidate, evidence: Evidence, share: float) -> bool:
    floor = evidence.looked.floor(evidence.settings.floor)
    return candidate.coverage + candidate.context >= share * floor


def _likeness(pool: Sequence[Candidate], evidence: Evidence) -> Callable[[Candidate, Candidate], float]:
    """How much the likest clause of one sentence shares with another sentence, weighed by how rare its words are."""
    clauses = {id(c): [set(tokens(clause)) for clause in _CLAUSE.findall(c.text)] for c in pool}
    words = {key: set().union(*parts) for key, parts in clauses.items()}
    rarity = evidence.shelf.rarity(sorted(set().union(*words.values())))

    def alike(one: Candidate, other: Candidate) -> float:
        shared = words[id(one)]
        told = [part for part in clauses[id(other)] if part]
        return max((_weight(part & shared, rarity) / _weight(part, rarity, _TELLING) for part in told), default=0.0)

    return alike


def _weight(words: set[str], rarity: dict[str, float], least: float = 0.0) -> float:
    return max(sum(rarity.get(word, 0.0) for word in words), least)
