"""Draft → what may leave: every quote verbatim; every number, unit, year and region traced to the cited sources or to
a stated calculation that comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Computed, Draft
from assistant.ground import (
    NUMBER,
    Ground,
    folded,
    plain,
    regions_of,
    stands_under,
    unit_after,
)
from assistant.grounds import grounds_of
from assistant.scopes import names_of, short
from assistant.verbatim import nearly, verbatim
from ingest.periods import Period, years
from ingest.plans import Plan

PlanOf = Callable[[str], Plan]
_YEARS_APART = re.compile(r"(?:(?<=\)) ÷ |(?<=\))\^\(1/)(\d{1,2})(?:\) − 1)?$")
_TIMES = re.compile(r" × 2$")
_LEADING_ZERO = re.compile(r"0\d")
_TITLES = re.compile("《([^》]*)》")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
_OPENS = re.compile(r"(?<=[:,( ：，（])(?=(?:19|20)\d\d|[^\d\s≥≤<>])")
_STATES = re.compile(r"(?:^|[ (:对高于低共≥≤<>约~-]|预计|目标|位次|增长|下降|上升)$")
_WHOLE = re.compile("[全我本][省市区县]|我们[省市区县]|[省市区县]里")
_SCALES = [Decimal(10) ** power for power in (0, 4, -4, 8, -8)]


def verified(draft: Draft, plan_of: PlanOf) -> tuple[Draft, tuple[Claim, ...]]:
    """The draft without the claims that are not proven, and those claims.

    A claim without a source may only count the claims that follow it. Where nothing proven is left of an answer, it
    becomes a refusal.
    """
    if draft.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY):
        return draft, ()
    kept = [claim for claim in draft.claims if not claim.sources or proven(claim, plan_of)]
    if any(not c.calculation for c in draft.claims) and all(c.calculation for c in kept if c.sources):
        kept = []
    kept = [claim for at, claim in enumerate(kept) if claim.sources or counts(claim, kept[at + 1 :])]
    lost = tuple(claim for claim in draft.claims if claim not in kept)
    if not any(claim.sources for claim in kept):
        return replace(draft, status=AnswerStatus.NOT_IN_PLANS, claims=()), lost
    return replace(draft, claims=tuple(kept), status=AnswerStatus.PARTLY if lost else draft.status), lost


def counts(claim: Claim, following: Sequence[Claim]) -> bool:
    """Whether the numbers of a claim without sources are the number of the claims that follow it."""
    numbers = NUMBER.findall(_QUOTED.sub("", plain(claim.text)))
    return all(int(float(number)) == len([c for c in following if c.sources]) for number in numbers)


def proven(claim: Claim, plan_of: PlanOf) -> bool:
    """Whether a claim's sources stand in their plans and carry all that it says of numbers, years and regions."""
    grounds = grounds_of(claim.sources, plan_of)
    if grounds is None:
        return False
    if claim.calculation:
        operands = grounds_of(claim.calculation.operands, plan_of)
        return operands is not None and _calculated(plain(claim.text), claim.calculation, operands)
    own, quoted = _own_words(claim.text, grounds)
    if not quoted and any(nearly(folded(own), wording) for ground in grounds for wording in ground.wordings):
        return False
    plans = [plan_of(source.plan_id) for source in claim.sources]
    if {*_TITLES.findall(own)} - {plain(plan.title) for plan in plans}:
        return False
    if not _of_regions(own, grounds, plans) or not _worded(own, grounds):
        return False
    own = _without(own, (name for ground in grounds for name in (*ground.titles, *ground.names)))
    lead = [ground for ground in grounds if ground is not quoted] if quoted else grounds
    return _dated(own, lead, context=not quoted) and _figures(own, grounds)


def _own_words(text: str, grounds: Sequence[Ground]) -> tuple[str, Ground | None]:
    """What a claim says besides the longest closing part that stands verbatim in a source, and that source."""
    for start in (0, *(found.start() for found in _OPENS.finditer(text))):
        for ground in grounds:
            if any(verbatim(text[start:], wording) for wording in ground.wordings):
                return plain(text[:start]) + " ", ground
    return plain(text), None


def _of_regions(own: str, grounds: Sequence[Ground], plans: Sequence[Plan]) -> bool:
    """Whether the regions named are those of the sources, and where sources are of several, all of them are named."""
    own = _without(own, (title for ground in grounds for title in ground.titles))
    named: set[str] = set()
    for plan in plans:
        for name in sorted(map(plain, names_of(plan)), key=len, reverse=True):
            if name in own and plan.facts.region:
                own = own.replace(name, " ")
                named.add(short(plan.facts.region.value))
    known = frozenset().union(*(ground.regions for ground in grounds))
    named |= regions_of(own, plans) | {region for region in known if region in own}
    if not named <= known:
        return False
    several = len({ground.regions for ground in grounds}) > 1
    return (
        not (named and several)
        or bool(_WHOLE.search(own))
        or all(named & ground.regions for ground in grounds if ground.regions)
    )


def _dated(own: str, grounds: Sequence[Ground], *, context: bool) -> bool:
    """Whether the years of a claim's own words are years of its sources."""
    known = {year for ground in grounds for year in (ground.years | ground.context if context else ground.years)}
    wordings = [wording for ground in grounds for wording in ground.wordings]
    return all(
        any(folded(period.text) in wording for wording in wordings) if period.months else _known(period.year, known)
        for period in years(own)
    )


def _known(year: str, known: Collection[str]) -> bool:
    ends = year.split("-")
    return year in known or (len({*ends}) == len(ends) and all(end in known for end in ends))


def _figures(own: str, grounds: Sequence[Ground]) -> bool:
    """Whether each number of a claim's own words is one of its sources', in its unit, under its year."""
    periods = years(own)
    dates = [(period.start, period.end) for period in periods]
    for found in NUMBER.finditer(own):
        if any(start <= found.start() < end for start, end in dates):
            continue
        if not _STATES.search(own[: found.start()]) or not any(_states(own, found, periods, g) for g in grounds):
            return False
    return True


def _states(own: str, found: re.Match[str], periods: tuple[Period, ...], ground: Ground) -> bool:
    unit, period = unit_after(own, found.end()), stands_under(periods, found.start())
    return not _LEADING_ZERO.match(found.group()) and any(
        figure.value == Decimal(found.group())
        and (not unit or unit in figure.units)
        and (period is None or not figure.years or _known(period.year, figure.years))
        for figure in ground.figures
    )


def _worded(own: str, grounds: Sequence[Ground]) -> bool:
    """Whether a row's values in words stand under their years, where a claim repeats them."""
    periods = years(own)
    for words, told in (pair for ground in grounds for pair in ground.words):
        for found in re.finditer(rf"(?<= ){re.escape(words)}(?=[,;。(]|$)", own.rstrip()):
            period = stands_under(periods, found.start())
            if period and told and not _known(period.year, told):
                return False
    return True


def _without(text: str, names: Iterable[str]) -> str:
    """A text without what is only repeated, the longest names first."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def _calculated(text: str, computed: Computed, operands: Sequence[Ground]) -> bool:
    """Whether a calculation comes out, over numbers of its operands, and the text states just that."""
    if not compute.holds(computed.expression, computed.result, computed.unit):
        return False
    figures = [figure for ground in operands for figure in ground.figures]
    values = {figure.value * scale for figure in figures for scale in _SCALES}
    expression = _TIMES.sub("", computed.expression)
    apart = _YEARS_APART.search(expression)
    if apart and Decimal(apart.group(1)) not in values:
        told = {int(year[-4:]) for figure in figures for year in figure.years}
        if not any(later - earlier == int(apart.group(1)) for later in told for earlier in told):
            return False
        expression = expression[: apart.start()]
    if not all(Decimal(number) in values for number in NUMBER.findall(expression)):
        return False
    stated = f"{computed.result.lstrip('-')}{computed.unit}"
    return stated in text and not NUMBER.search(text.replace(plain(computed.expression), "").replace(stated, "", 1))
