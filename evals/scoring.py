"""One gold question and one answer → what is right and wrong about it, without any judge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from evals.calculations import holds, inline
from evals.cases import Case
from evals.citing import CitationScore, citation_score
from evals.corpus import Corpus
from evals.dating import Dated
from evals.figures import CONTRADICTIONS, SLIPS, Figure, figure_of, states
from evals.outputs import Output
from evals.ranking import Ranking, ranking
from evals.tracing import numbers, statements
from evals.wording import folded, refuses, refuses_wholly, says

Verdict = Literal["right", "wrong", "abstained"]
_SHORT = 120  # characters: a refusal without a status is no longer than this
_ENDED_WITHOUT = ("unanswer", "refus", "error")


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer is worth. `facts` says for each key fact whether it is there; `complete` whether enough are."""

    id: str
    verdict: Verdict
    facts: tuple[bool, ...]
    complete: bool
    forbidden: tuple[str, ...]
    figures: tuple[Figure, ...]
    hedged: bool
    wrong_region: bool
    wrong_period: bool
    citations: CitationScore
    ranking: Ranking | None
    calculations: tuple[bool | None, ...]
    characters: int
    milliseconds: float | None

    @property
    def points(self) -> int:
        """+1 right, 0 abstained, −1 wrong: Yang et al., "CRAG – Comprehensive RAG Benchmark", 2024."""
        return {"right": 1, "abstained": 0, "wrong": -1}[self.verdict]

    @property
    def exact(self) -> bool:
        """Right in every respect: no slip of unit or comparator, no false sum, no refusal beside the answer, and the
        sources in order."""
        figures = not any(one.outcome in (*SLIPS, "scale") for one in self.figures) and False not in self.calculations
        sources = not self.citations.invalid and not self.citations.untraced
        return self.verdict == "right" and not self.hedged and figures and sources


def score(case: Case, output: Output | None, corpus: Corpus) -> Score:
    """Score one answer; a missing one counts as abstained."""
    output = output or Output(id=case.id, text="")
    text = folded(output.text)
    facts = tuple(any(says(text, form) for form in fact) for fact in case.key_facts)
    complete = sum(facts) >= case.needed
    forbidden = tuple(form for form in case.forbidden if says(text, form))
    figures = _figures(case, output)
    silent = abstains(output)
    contradicted = any(one.outcome in CONTRADICTIONS for one in figures)
    if not case.answerable:
        verdict: Verdict = "right" if silent else "wrong"
    elif silent:
        verdict = "abstained"
    else:
        verdict = "right" if complete and not forbidden and not contradicted else "wrong"
    region, period = _misplaced(case, output, corpus, forbidden, figures) if verdict == "wrong" else (False, False)
    return Score(
        id=case.id,
        verdict=verdict,
        facts=facts,
        complete=complete,
        forbidden=forbidden,
        figures=figures,
        hedged=case.answerable and not silent and _hedges(case, output),
        wrong_region=region,
        wrong_period=period,
        citations=citation_score(case, output, corpus, silent=silent),
        ranking=ranking(case, output) if output.passages and case.evidence else None,
        calculations=tuple(holds(one) for one in (*output.calculations, *inline(output.text))),
        characters=len(output.text),
        milliseconds=output.elapsed_ms or sum(output.timings_ms.values()) or None,
    )


def abstains(output: Output) -> bool:
    """Whether an answer declines: by its status, or, where the status does not claim an answer, by its short words."""
    if not folded(output.text) or output.status.startswith(_ENDED_WITHOUT):
        return True
    return not output.status.startswith("answer") and len(folded(output.text)) < _SHORT and refuses(output.text)


def _hedges(case: Case, output: Output) -> bool:
    """Whether an answer that claims to be whole also says that the plans do not give it, where the gold does not."""
    whole = output.status != "answered_partly"
    return whole and refuses_wholly(output.text) and not refuses_wholly(case.answer)


def _figures(case: Case, output: Output) -> tuple[Figure, ...]:
    """The typed values. One that the reader of numbers does not see counts as met where its key fact is there: in the
    form that states it (列第7), or, with no other figure in its place, in words (三成 for 29.3%).
    """
    if not case.answerable or abstains(output):
        return tuple(Figure(value, "missing") for value in case.values)
    answer, text = Dated(output.text), folded(output.text)
    proven = numbers(one.quote for one in case.evidence)
    figures = []
    for value in case.values:
        figure = figure_of(value, answer, derived=Decimal(value.value).normalize() not in proven)
        if figure.outcome in ("scale", "value", "missing"):
            about = [fact for fact in case.key_facts if any(states(form, value) for form in fact)]
            said = [form for fact in about for form in fact if says(text, form)]
            in_words = figure.outcome == "missing" or any(folded(form) in folded(figure.said) for form in said)
            if said and (in_words or any(states(form, value) for form in said)):
                figure = Figure(value, "met")
        figures.append(figure)
    return tuple(figures)


def _misplaced(
    case: Case, output: Output, corpus: Corpus, forbidden: Sequence[str], figures: Sequence[Figure]
) -> tuple[bool, bool]:
    """Whether a wrong answer speaks of another region, or of another period.

    Another region: what it cites for a forbidden value, or all that it cites, is of a region that the question is not
    about. Another period: a right value under a wrong year, or a forbidden number of the right plan.
    """
    meant = {loaded.place for label in case.docs if (loaded := corpus.named(label))}
    period = any(one.outcome == "year" for one in figures)
    places = {one.n: loaded.place for one in output.citations if (loaded := corpus.cited(one))}
    if not meant or not places:
        return False, period
    region = not _meets(meant, places.values())
    said = [(folded(one.text), {places[n] for n in one.marks if n in places}) for one in statements(output.text)]
    for form in forbidden:
        of_it = {place for text, found in said if says(text, form) for place in found}
        region = region or (bool(of_it) and not _meets(meant, of_it))
        period = period or (_meets(meant, of_it) and form[:1].isdigit())
    return region, period


def _meets(meant: Iterable[str], found: Iterable[str]) -> bool:
    """Whether any place of the one side is one of the other, by its short name or its full one (杭州市临安区)."""
    return any(one.endswith(other) or other.endswith(one) for one in meant for other in found)
