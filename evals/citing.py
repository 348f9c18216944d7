"""How an answer stands on its sources."""

from __future__ import annotations

from dataclasses import dataclass

from evals.cases import Case
from evals.corpus import Corpus
from evals.outputs import Cited, Output
from evals.tracing import trace, uncited, unsupported
from evals.wording import folded, marks


@dataclass(frozen=True, slots=True)
class CitationScore:
    """How an answer stands on its sources. Counts, so that answers can be added up.

    `valid`: the plan is loaded and the span holds the quote; `verbatim`: the quote stands in the plan; `dangling`:
    markers without a citation; `carried` of `stated`: statements whose spans carry them; `recalled` of `quotes`: the
    gold evidence that is cited.
    """

    given: int
    valid: int
    verbatim: int
    dangling: int
    stated: int
    carried: int
    uncited: int
    untraced: tuple[str, ...]
    quotes: int
    recalled: int

    @property
    def invalid(self) -> int:
        return self.given - self.valid + self.dangling


def citation_score(case: Case, output: Output, corpus: Corpus, *, silent: bool) -> CitationScore:
    """How the answer's citations hold up against the plans and the gold evidence; `silent`: it declines to answer."""
    traced = trace(output, corpus)
    quotes = [folded(one.quote) for one in case.evidence]
    given = [folded(one.quote) for one in output.citations]
    known = {one.n for one in output.citations}
    return CitationScore(
        given=len(output.citations),
        valid=sum(_valid(one, corpus) for one in output.citations),
        verbatim=sum(corpus.verbatim(one) for one in output.citations),
        dangling=len({n for n in marks(output.text) if n not in known}),
        stated=len(traced),
        carried=sum(one.carried for one in traced),
        uncited=0 if silent else len(uncited(output)),
        untraced=unsupported(traced),
        quotes=len(quotes),
        recalled=sum(any(covers(one, quote) for one in given) for quote in quotes),
    )


def _valid(citation: Cited, corpus: Corpus) -> bool:
    loaded = corpus.cited(citation)
    if loaded is None or citation.start is None or citation.end is None:
        return corpus.verbatim(citation)
    return bool(citation.quote) and loaded.plan.text[citation.start : citation.end] == citation.quote


def covers(given: str, quote: str) -> bool:
    """Whether a citation's quote, folded, holds a gold quote, or is a good piece of it."""
    return quote in given or (len(given) >= 6 and given in quote)
