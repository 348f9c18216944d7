"""How well retrieval did: where in the ranked passages the gold quotes stand."""

from __future__ import annotations

import math
from dataclasses import dataclass

from evals.cases import Case
from evals.outputs import Output
from evals.wording import folded

CUTOFFS = (1, 3, 5, 10)
BUDGETS = (800, 1600, 3000)
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """Shares of the gold quotes found: `recall` within the first k passages (`CUTOFFS`), `within` a number of
    characters (`BUDGETS`); `ndcg` over the first ten.
    """

    recall: tuple[float, ...]
    ndcg: float
    within: tuple[float, ...]


def ranking(case: Case, output: Output) -> Ranking:
    """Rank the quotes of a case by the first passage that holds them; the case must have quotes."""
    passages = [folded(passage.text) for passage in output.passages]
    quotes = [folded(one.quote) for one in case.evidence]
    first = [next((n for n, text in enumerate(passages) if quote in text), None) for quote in quotes]
    return Ranking(
        recall=tuple(sum(n is not None and n < k for n in first) / len(quotes) for k in CUTOFFS),
        ndcg=_ndcg(first),
        within=tuple(_within(budget, quotes, output) for budget in BUDGETS),
    )


def _ndcg(first: list[int | None]) -> float:
    """nDCG@10 where a passage gains one for every quote that no passage before it held.

    Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 2002; the novelty of gains is
    that of α-nDCG with α = 1 (Clarke et al., SIGIR 2008). In the ideal order the fullest passages come first, and each
    quote that was not found stands in a passage of its own.
    """
    gains = [sum(n == place for n in first) for place in range(DEPTH)]
    beyond = sum(n is None or n >= DEPTH for n in first)
    ideal = sorted(gains + [1] * beyond, reverse=True)[:DEPTH]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def _within(budget: int, quotes: list[str], output: Output) -> float:
    """The share of quotes in the first `budget` characters; a passage that is begun there may run over by 200."""
    read = ""
    for passage in output.passages:
        if len(read) >= budget:
            break
        read += f"\n{passage.text}"
    text = folded(read[: budget + 200])
    return sum(quote in text for quote in quotes) / len(quotes)
