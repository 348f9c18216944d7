"""Names that look as if they meant the same: proposed by likeness, never merged by it; a person confirms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts.concepts import known_names, scope_of, stock_of

_LIKENESS = 0.6
_UNKNOWN_LIKENESS = 0.7
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that no concept has yet, the concept (or unknown name of another plan) most like it, and how alike they
    are (0 to 1). `name` is without its flow: 新增上市科技公司 → 上市科技公司.
    """

    name: str
    concept: str
    likeness: float


def proposals(named: Iterable[tuple[str, str]]) -> tuple[Proposal, ...]:
    """What to align of the (name, plan) pairs, best first. Two names of one plan are never proposed to be one, and
    scopes must be the same; cost linear in the pairs of names that share a bigram.
    """
    plans: dict[str, set[str]] = defaultdict(set)
    for name, plan in named:
        plans[stock_of(name)].add(plan)
    known = known_names()
    unknown = [name for name in plans if name not in known and len(name) >= _LEAST]
    alike = _Alike([*known, *unknown])
    found: dict[str, Proposal] = {}
    for name in unknown:
        best = max(
            (
                Proposal(name, known.get(other, other), likeness)
                for other, likeness in alike.to(name)
                if (other in known and likeness >= _LIKENESS)
                or (likeness >= _UNKNOWN_LIKENESS and not plans[name] & plans[other] and other not in found)
            ),
            key=lambda proposal: proposal.likeness,
            default=None,
        )
        if best:
            found[name] = best
    return tuple(sorted(found.values(), key=lambda proposal: -proposal.likeness))


class _Alike:
    """Names by their bigrams, so that each is held against those only that share one with it."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.pairs = {name: Counter(name[at : at + 2] for at in range(len(name) - 1)) for name in names}
        self.scopes = {name: scope_of(name) for name in names}
        self.holders: dict[str, list[str]] = defaultdict(list)
        for name, pairs in self.pairs.items():
            for pair in pairs:
                self.holders[pair].append(name)

    def to(self, name: str) -> list[tuple[str, float]]:
        """The other names of the same scope that share a bigram, with Dice's coefficient over bigrams."""
        shared: Counter[str] = Counter()
        for pair, count in self.pairs[name].items():
            for other in self.holders[pair]:
                shared[other] += min(count, self.pairs[other][pair])
        size = self.pairs[name].total()
        return [
            (other, 2 * common / (size + self.pairs[other].total()))
            for other, common in shared.items()
            if other != name and self.scopes[other] == self.scopes[name]
        ]
