"""Draft → what may leave: every quote verbatim; every number, unit, year and region traced to the cited sources or to
a stated calculation that comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from assistant.answers import AnswerStatus, Claim, Computed, Draft, Source
from assistant.checking.ground import NUMBER, Ground, folded, plain
from assistant.checking.grounds import PlanOf, grounds_of
from assistant.checking.reworded import worded
from assistant.checking.traced import WHOLE, figures_fit, regions_fit, spelled_out, without, words_fit, years_fit
from assistant.checking.verbatim import nearly, verbatim
from assistant.expressions import about_percent, about_whole, holds, in_ten_thousands
from ingest.notation.quantities import quantities
from ingest.notation.tiers import tiers
from ingest.plans import Plan

# In an expression, what no source need give: the years that a change is spread over, the factor of a doubling, the
# whole that grew by a rate.
_YEARS_APART = re.compile(r"(?:(?<=\)) ÷ |(?<=\))\^\(1/)(\d{1,2})(?:\) − 1)?$")
_TIMES = re.compile(r" × 2$")
_ONE_AND = re.compile(r"(?<=÷ \()1 \+ ")
_HUNDREDTH = re.compile(r" ÷ 100$")
_TITLES = re.compile("《([^》]*)》")
_COUNTS = re.compile(r"共\d+(?:条|项|个|章|份)")
_LIKE = 0.6
_RUN = re.compile("[一-鿿]{6,}")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
_YEARS = re.compile(r"(?<=\d{4})年?[一—–~～至到-]+(?=\d{4})")
# Where the part of a claim that is quoted may begin: behind a colon, comma or bracket, at a year, a number or a word;
# at a figure only where a whole phrase follows it.
_OPENS = re.compile(r"(?<=[:,( ：，（])(?=(?:19|20)\d\d|\d{1,2}[.、．]\D|\d[\d.]*[一-鿿]{8}|[^\d\s≥≤<>])")
# Between a value as a source writes it and as an expression does: 万 and 亿 up or down.
_SCALES = [Decimal(10) ** power for power in (0, 4, -4, 8, -8)]


def verified(draft: Draft, plan_of: PlanOf, asked: str = "") -> tuple[Draft, tuple[Claim, ...]]:
    """The draft without the claims that are not proven, and those claims. A calculation may use figures of what is
    `asked` that it names as given.

    A claim without a source may only count the claims that follow it. Where nothing proven is left of an answer, it
    becomes a refusal.
    """
    if draft.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY):
        return draft, ()
    kept = [claim for claim in draft.claims if not claim.sources or proven(claim, plan_of, asked)]
    if any(not c.calculation for c in draft.claims) and all(c.calculation for c in kept if c.sources):
        kept = []
    kept = [claim for at, claim in enumerate(kept) if claim.sources or counts(claim, kept[at + 1 :])]
    lost = tuple(claim for claim in draft.claims if claim not in kept)
    if not any(claim.sources for claim in kept):
        return replace(draft, status=AnswerStatus.NOT_IN_PLANS, claims=()), lost
    return replace(draft, claims=tuple(kept), status=AnswerStatus.PARTLY if lost else draft.status), lost


def counts(claim: Claim, following: Sequence[Claim]) -> bool:
    """Whether the numbers of a claim without sources are the number of the claims that follow it: of all, or of those
    up to the next that counts."""
    numbers = {int(float(number)) for number in NUMBER.findall(_QUOTED.sub("", plain(claim.text)))}
    of_all, of_next = len([c for c in following if c.sources]), len([*takewhile(lambda c: c.sources, following)])
    return numbers <= {of_all} or numbers <= {of_next}


def proven(claim: Claim, plan_of: PlanOf, asked: str = "") -> bool:
    """Whether a claim's sources stand in their plans and carry all that it says of numbers, years and regions."""
    grounds = grounds_of(claim.sources, plan_of)
    if grounds is None:
        return False
    if claim.calculation:
        operands = grounds_of(claim.calculation.operands, plan_of)
        return operands is not None and _calculated(plain(claim.text), claim.calculation, operands, asked)
    plans = [plan_of(source.plan_id) for source in claim.sources]
    if claim.worded:
        return _reworded(claim, grounds, plans)
    beside = [_of_a_tier(claim.text, plan.quote(one.span)) for plan, one in zip(plans, claim.sources, strict=True)]
    if any(told is not None for told in beside):
        return True in beside
    own, quoted = _own_words(claim.text, grounds)
    if _TITLES.search(without(own, [f"《{plain(plan.title)}》" for plan in plans])):
        return False
    bare = without(own, (title for ground in grounds for title in ground.titles))
    if _altered(bare, [quoted] if quoted else grounds) or not _said(own, claim.sources, grounds, quoted):
        return False
    bare = without(own, (name for ground in grounds for name in (*ground.titles, *ground.names)))
    if not regions_fit(bare, grounds, plans, quoted) or not words_fit(own, grounds):
        return False
    lead = [ground for ground in grounds if ground is not quoted] if quoted else grounds
    return years_fit(bare, lead, context=not quoted) and figures_fit(spelled_out(bare, plans), grounds)


def _of_a_tier(text: str, quote: str) -> bool | None:
    """Whether a claim sets an amount beside what a source sets it for; None where it is of no such form, or the source
    sets none side by side for what it names."""
    label, _, amount = folded(text).partition(":")
    told = [folded(tier.amount) for tier in tiers(folded(quote)) if label and label in folded(tier.label)]
    return None if not told or "," in amount else told == [amount]


def _reworded(claim: Claim, grounds: Sequence[Ground], plans: Sequence[Plan]) -> bool:
    """Whether a model's sentence is composed of what its sources say, with their years, regions and numbers."""
    own = f"{plain(claim.text)} "
    quoted = {title for made in claim.worded for title in _TITLES.findall(plain(made))}
    if {*_TITLES.findall(own)} - {plain(plan.title) for plan in plans} - quoted:
        return False
    shared = [word for word in WHOLE.findall(own) if any(word in made for made in claim.worded)]
    bare = without(own, [*shared, *(title for ground in grounds for title in ground.titles)])
    return (
        worded(claim.text, claim.worded, grounds, plans)
        and regions_fit(bare, grounds, plans, None)
        and years_fit(bare, grounds, context=True)
        and figures_fit(spelled_out(bare, plans), grounds, anywhere=True)
    )


def _altered(own: str, grounds: Sequence[Ground]) -> bool:
    """Whether a claim's own words are a source's wording, or a name in its row, but for a few characters."""
    wordings = [wording for ground in grounds for wording in ground.wordings]
    names = [folded(name) for ground in grounds for name in ground.names]
    rest = without(own, (name for ground in grounds for name in ground.names))
    return any(nearly(folded(own), wording) for wording in wordings) or any(
        nearly(run, name, _LIKE)
        for run in _RUN.findall(rest)
        if not any(run in wording for wording in wordings)
        for name in names
        if len(name) > len(run) - 3
    )


def _said(own: str, sources: Sequence[Source], grounds: Sequence[Ground], quoted: Ground | None) -> bool:
    """Whether own words may stand for these sources: headings are repeated or counted, facts of a plan repeated."""
    if all(source.kind == "heading" for source in sources):
        return not _TITLES.sub("", own).strip(" :：") if quoted else bool(_COUNTS.search(own))
    if all(source.kind == "metadata" for source in sources):
        return bool(quoted) or all(_dashed(ground.wordings[0]) in _dashed(folded(own)) for ground in grounds)
    return True


def _dashed(text: str) -> str:
    """A text with one sign for the dash between two years, which may be printed as 一."""
    return _YEARS.sub("-", text)


def _own_words(text: str, grounds: Sequence[Ground]) -> tuple[str, Ground | None]:
    """What a claim says besides the longest closing part that stands verbatim in a source, and that source."""
    for start in (0, *(found.start() for found in _OPENS.finditer(text))):
        for ground in grounds:
            if any(verbatim(text[start:], wording) for wording in ground.wordings):
                return plain(text[:start]) + " ", ground
    return plain(text), None


def _calculated(text: str, computed: Computed, operands: Sequence[Ground], asked: str) -> bool:
    """Whether a calculation comes out, over numbers of its operands and of the question, and the text states just that
    (a percentage also to one decimal, a sum also in 万元)."""
    if not holds(computed.expression, computed.result, computed.unit):
        return False
    figures = [figure for ground in operands for figure in ground.figures]
    told = [*(figure.value for figure in figures), *_given(computed, asked)]
    values = {value * scale for value in told for scale in _SCALES}
    expression = _ONE_AND.sub("", _TIMES.sub("", computed.expression))
    if any("%" in figure.units for figure in figures):
        expression = _HUNDREDTH.sub("", expression)
    apart = _YEARS_APART.search(expression)
    if apart and Decimal(apart.group(1)) not in values:
        told_years = {int(year[-4:]) for figure in figures for year in figure.years}
        if not any(later - earlier == int(apart.group(1)) for later in told_years for earlier in told_years):
            return False
        expression = expression[: apart.start()]
    if not all(Decimal(number) in values for number in NUMBER.findall(expression)):
        return False
    stated = f"{computed.result.lstrip('-')}{plain(computed.unit)}"
    rest = text.replace(plain(computed.expression), "").replace(stated, "", 1)
    if computed.unit == "%" and "÷" in computed.expression:
        rest = rest.replace(f"约{about_percent(computed.expression)}%", "", 1)
    elif "÷" in computed.expression and (whole := about_whole(computed.result, computed.unit)):
        rest = rest.replace(f"约{whole}{plain(computed.unit)}", "", 1)
    elif computed.given:
        rest = rest.replace(in_ten_thousands(computed.result, computed.unit) or stated, "", 1)
    return stated in text and not NUMBER.search(rest)


def _given(computed: Computed, asked: str) -> list[Decimal]:
    """The figures that a calculation takes from the question and that stand there."""
    stated = {quantity.value for quantity in quantities(asked)}
    return [value for value in map(Decimal, computed.given) if value in stated]
