"""What two figures of one sentence come to: a part's share in its whole, or an amount for each one counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Computed, Draft
from assistant.records.lineups import is_of
from assistant.records.orders import MOST
from assistant.records.values import Hit, together
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from assistant.words import present_figures
from ingest.library.words import tokens
from ingest.notation.units import base, dimension
from ingest.plans import Indicator, Quantity, Span

_SHARE = re.compile(
    r"(?:占比|比例|比重)(?:是|有|为|大约|约)?(?:多少|几|多大)|占[^，。]{0,8}(?:百分之几|几成|多少|比例|比重)|百分之几|几成"
)
_EACH = re.compile(r"(?:平均|户均|人均)[^，。]{0,6}?(?:多少|几)|平均(?:每|一|1)[家个户项名人件]")
_ONE = re.compile(r"户均|平均(?:每|一|1)(?:一)?[家个户项名人件]")
_SUM = re.compile(r"加起来|加在一起|合起来|合计|相加|之和")
_JOINED = re.compile(r"[、和与及跟加]")
_PART = re.compile(r"其中|里面|内含")
_CLAUSE = re.compile(r"[，,；;。：:]")
_NAMED, _FEWEST = 0.5, 2


def within_a_sentence(evidence: Evidence) -> Draft | None:
    """The asked share or average of two figures that one sentence tells, with the sentence's own words."""
    text = evidence.query.text
    if _SUM.search(text) and len(evidence.query.scopes) < 2 and not MOST.search(text):
        return _summed(evidence)
    step = _share if _SHARE.search(text) else _average if _EACH.search(text) else None
    if step is None or len(evidence.query.scopes) > 1 or MOST.search(text):
        return None
    for candidate in evidence.candidates[:5]:
        told = () if candidate.is_row else _inside(candidate, evidence)
        found = step(evidence, told) or step(evidence, _every(candidate, evidence, told))
        if found:
            result, left, right = found
            sources = together((left, right))
            computed = Computed(result.expression, result.value, result.unit, sources)
            told = [Claim(" ".join(h.indicator.quote.split()), h.sources) for h in sorted((left, right), key=_place)]
            shared = step is _share
            said = (
                present_figures.calculation("share", result)
                if shared
                else present_figures.per_one(result, right.indicator)
            )
            calculation = Claim(said, sources, computed)
            records = (left.indicator, right.indicator)
            return Draft(AnswerStatus.ANSWERED, (*dict.fromkeys(told), calculation), indicators=records)
    return None


def _summed(evidence: Evidence) -> Draft | None:
    """The sum of the figures of one sentence that the question names, as many as it joins; None where one is missing
    or of another unit."""
    asked = _JOINED.split(re.split("[，,。：:]", _SUM.split(evidence.query.text)[0])[-1])
    wanted = [name for name in asked if len(name.strip()) > 1]
    for candidate in () if len(wanted) < _FEWEST else evidence.candidates[:5]:
        told = [] if candidate.is_row else [h for h in _inside(candidate, evidence) if _names(evidence, h.indicator)]
        units = {h.indicator.unit for h in told}
        if len(told) != len(wanted) or len(units) > 1 or units & {"%", "‰", "位"}:
            continue
        try:
            result = compute.total([h.indicator for h in told])
        except compute.Incomparable:
            continue
        sources = together(told)
        computed = Computed(result.expression, result.value, result.unit, sources)
        parts = dict.fromkeys(Claim(" ".join(h.indicator.quote.split()), h.sources) for h in told)
        total = Claim(present_figures.calculation("total", result), sources, computed)
        return Draft(AnswerStatus.ANSWERED, (*parts, total), indicators=tuple(h.indicator for h in told))
    return None


def _place(hit: Hit) -> int:
    return hit.indicator.span.start


def _inside(candidate: Candidate, evidence: Evidence) -> list[Hit]:
    """The figures of a sentence, in their order; none where they are of other years than the asked ones."""
    span = evidence.source(candidate).span
    plan = evidence.plan_of(candidate.passage.plan_id)
    told = [i for i in evidence.indicators((plan.id,)) if not i.table and span.start <= i.span.start < span.end]
    dated = [i for i in told if not i.year or is_of(i, evidence.query)]
    return sorted((Hit(i, 1.0, plan) for i in dated), key=_place)


def _every(candidate: Candidate, evidence: Evidence, told: Sequence[Hit]) -> list[Hit]:
    """The figures of a sentence with those besides that stand under a name of their own in it."""
    plan, passage, text = evidence.plan_of(candidate.passage.plan_id), candidate.passage, candidate.text
    found = list(told)
    of_other_years = not told and candidate.dated < 0
    for quantity in () if candidate.is_row or of_other_years else candidate.quantities:
        start = max((m.end() for m in _CLAUSE.finditer(text[: quantity.start])), default=0)
        span = locate(plan, passage, candidate.start + start, candidate.start + quantity.end)
        if quantity.high is None and not any(_tells(h, span, quantity) for h in told):
            value, quote = compute.plain(quantity.value), plan.text[span.start : span.end]
            fields = (text[start : quantity.start].strip(), "", "", "", "actual", quantity.comparator, value)
            made = Indicator(plan.id, *fields, quantity.unit, "", "", "", passage.heading, span, quote)
            found.append(Hit(made, 1.0, plan))
    return sorted(found, key=lambda hit: hit.indicator.span.end)


def _tells(hit: Hit, span: Span, quantity: Quantity) -> bool:
    """Whether a record is of a quantity of its clause."""
    own = hit.indicator
    return own.span.start < span.end <= own.span.end and own.value == compute.plain(quantity.value)


def _share(evidence: Evidence, found: Sequence[Hit]) -> tuple[compute.Result, Hit, Hit] | None:
    """The part that 其中 sets off against the whole right before it, where the question names both."""
    for whole, part in zip(found, found[1:], strict=False):
        between = part.plan.text[_place(whole) : part.indicator.span.end]
        named = _names(evidence, whole.indicator) and _names(evidence, part.indicator)
        if named and _PART.search(between) and whole.indicator.unit == part.indicator.unit != "%":
            try:
                return compute.share(part.indicator, whole.indicator), part, whole
            except compute.Incomparable:
                continue
    return None


def _average(evidence: Evidence, found: Sequence[Hit]) -> tuple[compute.Result, Hit, Hit] | None:
    """The amount that a sentence tells for what it counts right before, shared out."""
    for counted, amount in zip(found, found[1:], strict=False):
        units = dimension(base(counted.indicator.unit)[1]), dimension(base(amount.indicator.unit)[1])
        if units == ("计数", "金额") and (_is_one(evidence, counted) or _names(evidence, counted.indicator)):
            try:
                return compute.per_one(amount.indicator, counted.indicator), amount, counted
            except compute.Incomparable:
                continue
    return None


def _is_one(evidence: Evidence, counted: Hit) -> bool:
    """Whether what is counted is what the amount is asked for one of: 平均一家, 户均."""
    found = _ONE.search(evidence.query.text)
    return bool(found) and counted.indicator.unit in ("家" if found[0] == "户均" else found[0][-1], "户")


def _names(evidence: Evidence, indicator: Indicator) -> bool:
    """Whether the question says most of a figure's name, or the figure itself."""
    text = evidence.query.text
    own = set(tokens(re.split("[中里]的?", indicator.name)[-1]))
    stated = indicator.value in re.findall(r"\d+(?:\.\d+)?", text)
    return stated or (bool(own) and len(own & set(tokens(text))) > _NAMED * len(own))
