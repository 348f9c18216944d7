"""What a calculation lacks: the value of one of the years that the question wants to reckon with."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent
from assistant.records.values import Hit, fits_year
from assistant.retrieval.evidence import Evidence
from assistant.words import present_figures

_AROUND = 60  # characters in which a sentence may tell the change itself (与2015年相比增长7倍)


def without_its_base(evidence: Evidence, used: Sequence[Hit]) -> Draft | None:
    """A refusal that says which of the asked years has no value, with the value there is; None where all have one, or
    the text tells of the other year beside it."""
    query = evidence.query
    if query.intent is not Intent.CALCULATE or len(query.years) < 2 or not used or len(query.scopes) > 1:
        return None
    lacking = [year for year in query.years if not any(fits_year(h.indicator.year, year) for h in used)]
    if not lacking or any("-" in year for year in query.years) or _told_beside(used, lacking):
        return None
    best = used[0]
    said = present_figures.other_year(best.plan.title, (best.indicator,), lacking)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(said, best.sources),))


def _told_beside(used: Sequence[Hit], years: Sequence[str]) -> bool:
    spans = [(h.plan.text, h.indicator.span) for h in used]
    return any(year in text[max(0, s.start - _AROUND) : s.end + _AROUND] for text, s in spans for year in years)
