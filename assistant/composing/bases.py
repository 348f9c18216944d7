"""What a calculation lacks: the value of one of the years that the question wants to reckon with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent, Query
from assistant.records.operations import HIGHER, operands_dimension, operations_of
from assistant.records.roles import same_name
from assistant.records.values import SURE, Hit, fits_year, hits, of_dimension
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import ASKS
from assistant.words import present_figures

_RECKONING, _TWO = (Intent.CALCULATE, Intent.COMPARE, Intent.VALUE), 2
_LOOKED_AT, _SAID = 5, 0.5
_AROUND = 60  # characters in which a sentence may tell the change itself (与2015年相比增长7倍)
_CLAUSE = re.compile("[，,。；？]")
_END = re.compile("[。\\n]")


def without_its_base(evidence: Evidence, used: Sequence[Hit]) -> Draft | None:
    """A refusal that says which of the asked years has no value, with the value there is; None where all have one, or
    the text tells of the other year beside it."""
    query = evidence.query
    if query.intent not in _RECKONING or not used or len(query.scopes) > 1:
        return None
    lacking = [year for year in query.years if not any(fits_year(h.indicator.year, year) for h in used)]
    if not lacking or any("-" in year for year in query.years) or _told_beside(used, lacking):
        return None
    if query.intent is Intent.VALUE and not _asked_of(lacking, query):
        return None
    best = used[0]
    said = present_figures.other_year(best.plan.title, (best.indicator,), lacking)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(said, best.sources),))


def lacks_a_value(evidence: Evidence) -> Draft | None:
    """The same refusal, where a question that reckons with two years finds its indicator for one of them."""
    query = evidence.query
    if sum(map(str.isdigit, query.years)) < _TWO or not (operations_of(query.text) or HIGHER.search(query.text)):
        return None
    found = same_name([h for h in of_dimension(hits(evidence), operands_dimension(query)) if h.score >= SURE])
    levels = [h for h in found if h.indicator.role != "growth"]
    given = [h for h in levels if any(fits_year(h.indicator.year, year) for year in query.years)]
    lacking = [year for year in query.years if not any(fits_year(h.indicator.year, year) for h in given)]
    told = any(year in c.text and c.coverage >= _SAID for c in evidence.candidates[:_LOOKED_AT] for year in lacking)
    return None if told else without_its_base(evidence, given)


def _asked_of(lacking: Sequence[str], query: Query) -> bool:
    """Whether a clause asks for the value of a year that has none, and for that of no other year."""
    clauses = (clause for clause in _CLAUSE.split(query.text) if ASKS.search(clause))
    years = {year for clause in clauses for year in query.years if year in clause}
    return bool(years) and years <= set(lacking)


def _told_beside(used: Sequence[Hit], years: Sequence[str]) -> bool:
    return any(year in sentence for sentence in map(_sentence_of, used) for year in years)


def _sentence_of(hit: Hit) -> str:
    text, span = hit.plan.text, hit.indicator.span
    before = _END.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    return before + _END.split(text[span.start : span.end + _AROUND])[0]
