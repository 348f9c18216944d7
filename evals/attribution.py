"""Which step lost a question: the first on the way from file to answer that did not hand on what was needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from evals.cases import Case, Quote
from evals.citing import covers
from evals.corpus import Corpus
from evals.figures import states
from evals.outputs import Output
from evals.scoring import Score
from evals.tracing import proves
from evals.wording import folded, quoted

Step = Literal[
    "not_loaded",
    "not_read",
    "not_extracted",
    "not_retrieved",
    "not_used",
    "miscomposed",
    "not_cited",
    "not_refused",
    "not_answered",
]
# In the order of the way. The last two have no evidence to follow: an unanswerable question that was answered, and a
# question without any answer on file.
STEPS: tuple[Step, ...] = get_args(Step)


def lost_at(case: Case, output: Output | None, score: Score, corpus: Corpus) -> Step | None:
    """The step that lost the question; None for a right answer that cites some of the gold evidence.

    Each missing fact is followed through the quotes that hold it (all quotes, where none does by itself: a computed
    value). The best of its quotes counts, and among the facts the one that was lost first.
    """
    if output is None:
        return "not_answered"
    if not case.answerable:
        return "not_refused" if score.verdict == "wrong" else None
    if score.verdict == "right":
        return "not_cited" if case.evidence and not score.citations.recalled else None
    lacking = [fact for fact, found in zip(case.key_facts, score.facts, strict=True) if not found]
    if not lacking or not case.evidence:
        return "miscomposed"
    return min((_fact(fact, case, output, corpus) for fact in lacking), key=STEPS.index)


def _fact(fact: Sequence[str], case: Case, output: Output, corpus: Corpus) -> Step:
    holding = [quote for quote in case.evidence if any(proves(quote.quote, form) for form in fact)]
    step = max((_quote(quote, output, corpus) for quote in holding or case.evidence), key=STEPS.index)
    typed = [value for value in case.values if any(states(form, value) for form in fact)]
    if holding and typed and STEPS.index(step) > STEPS.index("not_extracted"):
        plans = [loaded for quote in holding if (loaded := corpus.named(quote.doc)) and loaded.passages]
        if plans and not any(loaded.extracted(value) for loaded in plans for value in typed):
            return "not_extracted"
    return step


def _quote(quote: Quote, output: Output, corpus: Corpus) -> Step:
    loaded = corpus.named(quote.doc)
    if loaded is None:
        return "not_loaded"
    if not quoted(quote.quote, loaded.plan.text):
        return "not_read"
    words = folded(quote.quote)
    if loaded.passages and words not in loaded.passages:
        return "not_extracted"
    shown = "".join(folded(one.text) for one in output.passages)
    typed = [folded(str(one.get("quote", ""))) for one in output.indicators]
    cited = any(covers(folded(one.quote), words) for one in output.citations)
    if not cited and words not in shown and not any(covers(one, words) for one in typed):
        return "not_retrieved"
    return "miscomposed" if cited else "not_used"
