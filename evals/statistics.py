"""How sure a figure is: intervals and paired tests. All of it from scipy; what a method assumes stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

CONFIDENCE = 0.95
RESAMPLES = 4000
_SEED = 20210305


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and the interval around it; where one cannot be given, its ends are None."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """Two runs on the same questions: how many only the one got right, and the exact two-sided p-value."""

    both: int
    only_first: int
    only_second: int
    neither: int
    p: float

    @property
    def different(self) -> bool:
        """Whether the two runs can be told apart at the usual level."""
        return self.p < 1 - CONFIDENCE


def wilson(hits: int, of: int) -> Interval:
    """A share with Wilson's score interval (JASA 1927), which also holds near 0 and 1 and for few questions.

    Takes the questions as independent. `of` must not be 0.
    """
    interval = stats.binomtest(hits, of).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(hits / of, float(interval.low), float(interval.high))


def clustered(values: Sequence[float], clusters: Sequence[str]) -> Interval:
    """The mean with a percentile bootstrap interval over whole clusters: questions on one plan stand or fall together.

    Cameron, Gelbach and Miller, "Bootstrap-based improvements for inference with clustered errors", 2008. With fewer
    than two clusters there is no interval; with fewer than about ten it is rough, and rather too narrow.
    """
    names = sorted(set(clusters))
    owners = np.array([names.index(name) for name in clusters])
    sums = np.bincount(owners, weights=np.asarray(values, float), minlength=len(names))
    counts = np.bincount(owners, minlength=len(names)).astype(float)
    mean = float(sums.sum() / counts.sum())
    if len(names) < 2:
        return Interval(mean)
    drawn = stats.bootstrap(
        (sums, counts),
        lambda total, count, axis: total.sum(axis) / count.sum(axis),
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(_SEED),
    )
    return Interval(mean, float(drawn.confidence_interval.low), float(drawn.confidence_interval.high))


def mcnemar(first: Mapping[str, bool], second: Mapping[str, bool]) -> Paired:
    """The exact McNemar test over the questions that both runs have: the binomial test on those they differ in.

    McNemar, "Note on the sampling error of the difference between correlated proportions", Psychometrika 1947.
    """
    common = first.keys() & second.keys()
    gained = sum(second[id] and not first[id] for id in common)
    lost = sum(first[id] and not second[id] for id in common)
    both = sum(first[id] and second[id] for id in common)
    p = float(stats.binomtest(lost, gained + lost).pvalue) if gained + lost else 1.0
    return Paired(both, lost, gained, len(common) - both - gained - lost, p)


def p_no_worse(first: Mapping[str, bool], second: Mapping[str, bool]) -> float:
    """The one-sided p-value of "the second run is no worse than the first", over the questions that both have."""
    paired = mcnemar(first, second)
    differing = paired.only_first + paired.only_second
    if not differing:
        return 1.0
    return float(stats.binomtest(paired.only_first, differing, alternative="greater").pvalue)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of the values does not exceed, between the two nearest."""
    return float(np.percentile(np.asarray(values, float), share * 100))
