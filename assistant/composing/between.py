"""Two indicators of one place and time set against each other: 支出是收入的多少倍, 甲比乙多多少."""

from __future__ import annotations

import re

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.clause import clause
from assistant.records.operations import Operation, calculated
from assistant.records.values import SURE, Hit, hits, in_years
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import bared
from assistant.words import present_figures
from ingest.facts.concepts import plain
from ingest.notation.periods import years

_FORMS: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (
        re.compile(r"(?P<a>.+?)(?:大约|大概|差不多|约)?(?:是|为|相当于)(?P<b>[^，。；]+?)的?(?:多少|几)倍"),
        compute.multiple,
    ),
    (
        re.compile(
            r"(?P<a>.+?)(?:大约|大概)?[比较](?P<b>[^，。；]+?)(?:要|大约|大概)?[多少高低大小][出了]?(?:多少|几|[^，。；]{0,2}[多几][少个家])"
        ),
        compute.difference,
    ),
)
_MONTHS = re.compile(r"(\d{1,2})月?[-—–~～至到](\d{1,2})月")
_FLOW = re.compile(r"新增|新建|新引进|新认定|新培育|每年|年均")
_SHORTEST = 2


def between(evidence: Evidence) -> Draft | None:
    """Two indicators that the question names apart, of one place and one stretch of time, with what is asked of them;
    that they are not comparable where one is a flow, or the units differ."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) > 1 or not (asked := _asked(evidence)):
        return None
    first, second, operation = asked
    found = [h for h in in_years(hits(evidence, part=first), query) if _fits(h, evidence)]
    named = [h for h in found if h.score >= SURE and plain(first) in plain(h.indicator.name)]
    pairs = [(left, right) for left in named if (right := _beside(left, second, evidence))]
    if not pairs:
        return None
    left, right = pairs[0]
    claims = [_told(left), _told(right)]
    if _apart(left, right):
        names = [(h.indicator.name, h.indicator.unit, _is_flow(h)) for h in (left, right)]
        claims.append(Claim(present_figures.other_kinds(names), (*left.sources, *right.sources)))
    else:
        claims += calculated(operation, left, right)
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(left.indicator, right.indicator))


def _asked(evidence: Evidence) -> tuple[str, str, Operation] | None:
    """The two names and what is to be done with their values; None where the second is only another time or place."""
    text = list(evidence.query.text)
    names = [scope.name for scope in evidence.query.scopes]
    spans = [(p.start, p.end) for p in years("".join(text))]
    spans += [m.span() for name in names for m in re.finditer(re.escape(name), evidence.query.text)]
    spans += [m.span() for m in _MONTHS.finditer(evidence.query.text)]
    for start, end in spans:
        text[start:end] = " " * (end - start)
    for pattern, operation in _FORMS:
        for found in pattern.finditer("".join(text)):
            first, second = (_name(found[key]) for key in "ab")
            if min(len(first), len(second)) >= _SHORTEST and plain(first) != plain(second):
                return first, second, operation
    return None


def _name(said: str) -> str:
    return "".join(bared(re.split("[，。；]", said)[-1]).split())


def _fits(hit: Hit, evidence: Evidence) -> bool:
    """Whether a value is a level, of the months that the question names."""
    asked = _MONTHS.search(evidence.query.text)
    told = _MONTHS.search(hit.indicator.nature)
    return hit.indicator.role in ("actual", "target") and (not asked or (told and told.groups() == asked.groups()))


def _beside(left: Hit, name: str, evidence: Evidence) -> Hit | None:
    """The value of the second name at the same time, in the same role: one whose name differs from the first's in its
    end only (预算支出 → 预算收入), else the one that is surely meant."""
    own = left.indicator
    near = [i for i in evidence.indicators((left.plan.id,)) if plain(i.name).endswith(plain(name))]
    akin = [i for i in near if plain(i.name)[: -len(plain(name))] == plain(own.name)[: -len(plain(name))]]
    found = [Hit(i, SURE, left.plan) for i in akin]
    named = [h for h in hits(evidence, part=name) if plain(name) in plain(h.indicator.name)]
    found += [h for h in named if h.score >= SURE and h.plan.id == left.plan.id]
    fitting = [h for h in found if _same_stretch(h, left) and h.indicator.concept != own.concept]
    return min(fitting, key=lambda h: h.indicator.table != own.table, default=None)


def _same_stretch(one: Hit, other: Hit) -> bool:
    """Whether two values are of one place, one time (months are no year) and one role."""
    left, right = ((i.region, i.year, i.role, _MONTHS.findall(i.nature)) for i in (one.indicator, other.indicator))
    return left == right


def _is_flow(hit: Hit) -> bool:
    return bool(_FLOW.search(f"{hit.indicator.nature}{hit.indicator.name}"))


def _apart(left: Hit, right: Hit) -> bool:
    """Whether two values are a flow and a level, or of units that cannot be converted."""
    try:
        compute.difference(left.indicator, right.indicator)
    except compute.Incomparable:
        return True
    return _is_flow(left) != _is_flow(right)


def _told(hit: Hit) -> Claim:
    """A value: a table's in a line, the text's in its own words under the stretch that it stands under."""
    if hit.indicator.table:
        return Claim(present_figures.cells([hit.indicator], ""), hit.sources)
    stated = hit.sources[1:]
    lead = hit.plan.text[stated[0].span.start : stated[0].span.end] if stated else ""
    if lead and _MONTHS.search(lead):
        return Claim(f"{lead}，{hit.indicator.quote.strip()}", hit.sources)
    return clause(hit)
