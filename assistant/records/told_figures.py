"""The figures that one sentence tells, in their order: its records, and what stands in it besides under a name of its
own."""

from __future__ import annotations

import re

from assistant.expressions import plain
from assistant.records.lineups import is_of
from assistant.records.values import Hit
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from ingest.library.words import tokens
from ingest.plans import Indicator, Quantity, Span

_OPENING, _STOP = re.compile(r"[，,；;。：:（(]"), re.compile(r"[，,；;。：:（()）、]")
_APART = 4  # characters between a figure and its unit


def figures_of(candidate: Candidate, evidence: Evidence) -> list[Hit]:
    """The figures of a sentence with those besides that stand under a name of their own in it."""
    told = [] if candidate.is_row else figures_inside(candidate, evidence)
    plan, passage, text = evidence.plan_of(candidate.passage.plan_id), candidate.passage, candidate.text
    found = list(told)
    of_other_years = not told and candidate.dated < 0
    for quantity in () if candidate.is_row or of_other_years else candidate.quantities:
        start = max((m.end() for m in _OPENING.finditer(text[: quantity.start])), default=0)
        stop = quantity.end + len(_STOP.split(text[quantity.end :], maxsplit=1)[0])
        span = locate(plan, passage, candidate.start + start, candidate.start + stop)
        if quantity.high is None and not any(_tells(h, span, quantity) for h in told):
            value, quote = plain(quantity.value), plan.text[span.start : span.end]
            fields = (text[start : quantity.start].strip(), "", "", "", "actual", quantity.comparator, value)
            made = Indicator(plan.id, *fields, quantity.unit, "", "", "", passage.heading, span, quote)
            found.append(Hit(made, 1.0, plan))
    return sorted(found, key=lambda hit: value_at(hit).stop)


def figures_inside(candidate: Candidate, evidence: Evidence) -> list[Hit]:
    """The figures of a sentence, in their order; none where they are of other years than the asked ones."""
    span = evidence.source(candidate).span
    plan = evidence.plan_of(candidate.passage.plan_id)
    told = [i for i in evidence.indicators((plan.id,)) if not i.table and span.start <= i.span.start < span.end]
    dated = [i for i in told if not i.year or is_of(i, evidence.query)]
    return sorted((Hit(i, 1.0, plan) for i in dated), key=place)


def place(hit: Hit) -> int:
    """Where a figure's record begins, as an offset into its plan."""
    return hit.indicator.span.start


def words_behind(hit: Hit) -> set[str]:
    """The words between a figure and the end of its clause: 119家进入公示."""
    return set(tokens(_STOP.split(hit.plan.text[value_at(hit).stop :], maxsplit=1)[0]))


def value_at(hit: Hit) -> slice:
    """Where a figure stands, with its unit: its record may reach further."""
    own, text = hit.indicator, hit.plan.text
    start = text.find(own.value, own.span.start, own.span.end)
    stop = start + len(own.value) if start >= 0 else own.span.end
    start = start if start >= 0 else own.span.start
    return slice(
        start,
        text.find(own.unit, stop, stop + _APART) + len(own.unit) if own.unit in text[stop : stop + _APART] else stop,
    )


def between(one: Hit, other: Hit) -> str:
    """What a plan says between two figures of one sentence."""
    return one.plan.text[value_at(one).stop : value_at(other).start]


def _tells(hit: Hit, span: Span, quantity: Quantity) -> bool:
    """Whether a record is of a quantity of its clause."""
    own = hit.indicator
    return own.span.start < span.end <= own.span.end and own.value == plain(quantity.value)
