"""A value and the growth that the plan states with it: 投入总量及其增幅 is no change from one year to another."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Draft
from assistant.composing.clause import clause
from assistant.records.values import SURE, Hit, hits, in_years
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import TARGET
from ingest.plans import Span

_GROWTH = re.compile("增[幅速长]|同比|第几|排名|位次")
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
