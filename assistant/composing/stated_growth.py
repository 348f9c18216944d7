"""A value and the growth that the plan states with it: 投入总量及其增幅 is no change from one year to another."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Draft
from assistant.composing.clause import clause
from assistant.records.values import SURE, Hit, hits, in_years
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import TARGET
from ingest.notation.quantities import quantities
from ingest.plans import Span

_GROWTH = re.compile("增[幅速长]|同比|第几|排名|位次")
_RISES, _GREW = ("倍", "%"), re.compile("增长|增加|提高|翻|上升")
_END = re.compile("[。；;]|$")
_NEAR = 40


def stated_growth(evidence: Evidence) -> Draft | None:
    """The value of the one year that a question names, with the growth, and the place that it takes, behind it in its
    sentence."""
    query = evidence.query
    one = len(query.years) == 1 and query.years[0].isdigit()
    if not one or len(query.scopes) > 1 or not _GROWTH.search(query.text) or TARGET.search(query.text):
        return None
    sure = (hit for hit in in_years(hits(evidence), query) if hit.score >= SURE)
    told = next((whole for hit in sure if (whole := _with_growth(hit, evidence))), None)
    return Draft(AnswerStatus.ANSWERED, (clause(told),), indicators=(told.indicator,)) if told else None


def _with_growth(level: Hit, evidence: Evidence) -> Hit | None:
    """A value of the text with the rest of its sentence, where that tells its growth."""
    own = level.indicator
    if own.table or own.role != "actual":
        return None
    told = [i for i in evidence.indicators((level.plan.id,)) if (i.role, i.name) == ("growth", own.name)]
    near = [i for i in told if i.year == own.year and 0 <= i.span.start - own.span.end <= _NEAR]
    if not near:
        return None
    end = _END.search(level.plan.text, near[0].span.end)
    span = Span(own.span.start, end.start() if end else near[0].span.end, own.span.page)
    return replace(level, indicator=replace(own, span=span, quote=level.plan.quote(span)))


def stated_rise(evidence: Evidence) -> Draft | None:
    """The sentence in which the plan itself says how many times or by how much something grew, where the question
    claims such a figure: 增长近3倍, of 是不是增长了4倍."""
    query = evidence.query
    claimed = [q for q in quantities(query.text) if q.unit in _RISES]
    if not claimed or not _GREW.search(query.text) or len(query.scopes) > 1:
        return None
    best = next((h for h in hits(evidence) if h.score >= SURE and not h.indicator.table), None)
    if best is None:
        return None
    end = _END.search(best.plan.text, best.indicator.span.end)
    stop = end.start() if end else best.indicator.span.end
    said = best.plan.text[best.indicator.span.start : stop]
    if not any(q.unit == claimed[0].unit for q in quantities(said)):
        return None
    told = replace(best.indicator, span=Span(best.indicator.span.start, stop, best.indicator.span.page), quote=said)
    return Draft(AnswerStatus.ANSWERED, (clause(replace(best, indicator=told)),), indicators=(best.indicator,))
