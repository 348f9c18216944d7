"""Scores → figures for a whole run: by kind, by plan, and over all; plain counts and shares of counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from evals import statistics
from evals.attribution import STEPS, Step, lost_at
from evals.cases import KINDS, Case
from evals.corpus import Corpus
from evals.figures import OUTCOMES
from evals.outputs import Output
from evals.ranking import BUDGETS, CUTOFFS
from evals.scoring import Score, abstains, score
from evals.statistics import Interval

NO_PLAN = ""  # stands for the plan of a question that no plan answers


@dataclass(frozen=True, slots=True)
class Scored:
    """A question with its score; `plan` is the label of the plan that it is about, `silent` whether it was declined."""

    case: Case
    score: Score
    step: Step | None
    silent: bool

    @property
    def plan(self) -> str:
        return self.case.docs[0] if self.case.docs else NO_PLAN

    @property
    def right(self) -> bool:
        return self.score.verdict == "right"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; `value` is None where there is nothing to count."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """With Wilson's interval."""
        return statistics.wilson(self.hits, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of some questions; shares are of questions unless their names say otherwise."""

    count: int
    right: Share
    wrong: Share
    abstained: Share
    exact: Share
    points: float
    facts: Share
    values: Share
    evidence: Share
    carried: Share
    characters: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole run. `right` and `points` carry intervals clustered by plan; times are in milliseconds."""

    total: Group
    right: Interval
    points: Interval
    kinds: dict[str, Group]
    plans: dict[str, Group]
    cells: dict[tuple[str, str], Share]
    steps: dict[str, int]
    outcomes: dict[str, int]
    wrong_region: Share
    wrong_period: Share
    refusal_precision: Share
    refusal_recall: Share
    valid: Share
    verbatim: Share
    uncited: int
    dangling: int
    untraced: int
    hedged: int
    calculations: Share
    unscored_calculations: int
    recall: dict[int, float]
    ndcg: float | None
    budgets: dict[int, float]
    milliseconds: tuple[float, ...]


def scored(asked: Sequence[Case], answers: Mapping[str, Output], corpus: Corpus) -> tuple[Scored, ...]:
    """The score of every question."""
    return tuple(_scored(case, answers.get(case.id), corpus) for case in asked)


def summarise(rows: Sequence[Scored]) -> Summary:
    """The figures of a run; `rows` must not be empty."""
    scores = [row.score for row in rows]
    clusters = [row.plan for row in rows]
    worked = [one for score in scores for one in score.calculations]
    ranked = [score.ranking for score in scores if score.ranking]
    unanswerable = [row for row in rows if not row.case.answerable]
    silent = [row for row in rows if row.silent]
    refused = sum(row.silent for row in unanswerable)
    steps = Counter(row.step for row in rows)
    outcomes = Counter(one.outcome for score in scores for one in score.figures)
    given = sum(score.citations.given for score in scores)
    return Summary(
        total=group(rows),
        right=statistics.clustered([float(row.right) for row in rows], clusters),
        points=statistics.clustered([float(score.points) for score in scores], clusters),
        kinds=_groups(rows, lambda row: row.case.type, KINDS),
        plans=_groups(rows, lambda row: row.plan, sorted(set(clusters))),
        cells=_cells(rows),
        steps={step: steps[step] for step in STEPS if steps[step]},
        outcomes={outcome: outcomes[outcome] for outcome in OUTCOMES if outcomes[outcome]},
        wrong_region=Share(sum(score.wrong_region for score in scores), len(scores)),
        wrong_period=Share(sum(score.wrong_period for score in scores), len(scores)),
        refusal_precision=Share(refused, len(silent)),
        refusal_recall=Share(refused, len(unanswerable)),
        valid=Share(sum(score.citations.valid for score in scores), given),
        verbatim=Share(sum(score.citations.verbatim for score in scores), given),
        uncited=sum(score.citations.uncited for score in scores),
        dangling=sum(score.citations.dangling for score in scores),
        untraced=sum(len(score.citations.untraced) for score in scores),
        hedged=sum(score.hedged for score in scores),
        calculations=Share(sum(one is True for one in worked), sum(one is not None for one in worked)),
        unscored_calculations=sum(one is None for one in worked),
        recall={k: fmean(one.recall[i] for one in ranked) for i, k in enumerate(CUTOFFS) if ranked},
        ndcg=fmean(one.ndcg for one in ranked) if ranked else None,
        budgets={size: fmean(one.within[i] for one in ranked) for i, size in enumerate(BUDGETS) if ranked},
        milliseconds=tuple(score.milliseconds for score in scores if score.milliseconds is not None),
    )


def group(rows: Sequence[Scored]) -> Group:
    """The figures of some questions."""
    scores = [row.score for row in rows]
    asked = [row for row in rows if row.case.answerable]
    verdicts = Counter(score.verdict for score in scores)
    figures = [one for score in scores for one in score.figures]
    lengths = [score.characters for score in scores if score.characters]
    return Group(
        count=len(rows),
        right=Share(verdicts["right"], len(rows)),
        wrong=Share(verdicts["wrong"], len(rows)),
        abstained=Share(verdicts["abstained"], len(rows)),
        exact=Share(sum(score.exact for score in scores), len(rows)),
        points=fmean(score.points for score in scores),
        facts=Share(sum(sum(row.score.facts) for row in asked), sum(len(row.score.facts) for row in asked)),
        values=Share(sum(one.outcome == "met" for one in figures), len(figures)),
        evidence=Share(sum(s.citations.recalled for s in scores), sum(s.citations.quotes for s in scores)),
        carried=Share(sum(s.citations.carried for s in scores), sum(s.citations.stated for s in scores)),
        characters=median(lengths) if lengths else None,
    )


def _groups(rows: Sequence[Scored], key: Callable[[Scored], str], names: Iterable[str]) -> dict[str, Group]:
    members = {name: [row for row in rows if key(row) == name] for name in names}
    return {name: group(found) for name, found in members.items() if found}


def _cells(rows: Sequence[Scored]) -> dict[tuple[str, str], Share]:
    found: dict[tuple[str, str], list[Scored]] = {}
    for row in rows:
        found.setdefault((row.case.type, row.plan), []).append(row)
    return {cell: Share(sum(row.right for row in members), len(members)) for cell, members in found.items()}


def _scored(case: Case, output: Output | None, corpus: Corpus) -> Scored:
    if output is not None and output.asked not in ("", case.asked):
        output = None
    result = score(case, output, corpus)
    return Scored(case, result, lost_at(case, output, result, corpus), output is None or abstains(output))
