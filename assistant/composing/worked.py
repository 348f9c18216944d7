"""What a plan's rates and tiers come to for what the question names: 600亩 at 200元/亩, 四星级 of 三星级、四星级."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answers import AnswerStatus, Claim, Computed, Draft
from assistant.compute import Result
from assistant.questions import Intent
from assistant.records.provisions import Provision, leaves_out, provisions, provisions_in_range
from assistant.records.rates import applied, ceilings, of_tier, rates
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.words import present_grants
from ingest.library.words import tokens
from ingest.notation.quantities import quantities
from ingest.notation.ranges import amount_of, in_people, ranges
from ingest.notation.tiers import Tier, asked_tier, tiers
from ingest.notation.units import SCALES, base, dimension
from ingest.plans import Quantity

_ASKS = re.compile("奖|补|资助|扶持|津贴|预付|返还|[给拿领得](?:到|多少|几)|多少钱|比例|标准|上限|指标")
_NOT_ASKED = (Intent.META, Intent.RESPONSIBLE, Intent.CONFLICT, Intent.COMPARE, Intent.DEFINITION, Intent.UNSAFE)
_TIMES = ("时长", "年龄", "比重", "百分点", "位次")
_CEILING = re.compile("最[多高]|上限|封顶|至多|不超过多少")
_ROOM, _MOST = 220, 3


def worked(evidence: Evidence) -> Draft | None:
    """The amount for the tier that the question names, and what a rate comes to for its figure, with the sentences that
    set them; None where it names none or nothing is worked out."""
    query = evidence.query
    if len(query.scopes) > 1 or query.intent in _NOT_ASKED or not _ASKS.search(query.text):
        return None
    figures = [q for q in quantities(query.text) if q.unit and not q.year and dimension(q.unit) not in _TIMES]
    bounded = bool(_CEILING.search(query.text))
    if in_range := provisions_in_range(evidence, figures):
        money = [replace(f, unit=f"{f.unit}元") if f.unit in SCALES else f for f in figures]
        made = [c for p in in_range for c in (_said(p, evidence), *_calculated(p, None, money, p.text))]
        return Draft(AnswerStatus.ANSWERED, tuple(made))
    found = provisions(evidence, figures, ceilings_too=bounded)
    fitting = [p for p in found if _fits(p, figures) and not leaves_out(p, evidence)]
    for provision in fitting:
        claims = _claims(provision, query.text, figures, evidence)
        if claims:
            return Draft(AnswerStatus.ANSWERED, tuple(claims))
    if (
        found
        and not any(_fits(p, figures) for p in found)
        and not any(amount_of(figure)[1] == "元" for figure in figures)
    ):
        shown = [_said(p, evidence) for p in found[:_MOST]]
        first = replace(shown[0], text=f"{present_grants.BEYOND}{shown[0].text}")
        return Draft(AnswerStatus.ANSWERED, (first, *shown[1:]))
    return _bounds(fitting, evidence) if bounded else None


def _bounds(found: Sequence[Provision], evidence: Evidence) -> Draft | None:
    """The provision with the ceiling that is asked for."""
    for provision in found:
        if ceilings(provision.text) or ceilings(provision.tail):
            tail = [Claim(provision.tail, (provision.tail_source,))] if provision.tail_source else []
            return Draft(AnswerStatus.ANSWERED, (_said(provision, evidence), *tail))
    return None


def _fits(provision: Provision, figures: Sequence[Quantity]) -> bool:
    """Whether the figures of the question lie in the ranges that a provision is for, as far as it sets any for them."""
    if tiers(provision.text):
        return True
    set_apart = re.split("分别|奖励|给予|补助|按", provision.text)[0]
    told = ranges(set_apart)
    for value, unit in map(amount_of, figures):
        own = [one for one in told if one.unit == unit]
        if own and not any(one.holds(value) for one in own):
            return False
    return True


def _claims(provision: Provision, asked: str, figures: Sequence[Quantity], evidence: Evidence) -> list[Claim]:
    tier = asked_tier(tiers(provision.text), asked)
    if tiers(provision.text) and not tier:
        return []
    claims = [Claim(present_grants.tier(tier.label, tier.amount), (provision.source,))] if tier else []
    made = _calculated(provision, tier, figures, asked)
    if not claims and not made:
        return []
    claims.append(_said(provision, evidence))
    if provision.tail_source:
        claims.append(Claim(provision.tail, (provision.tail_source,)))
    return [*claims, *made]


def _said(provision: Provision, evidence: Evidence) -> Claim:
    return Claim(clip(provision.text, evidence.looked, _ROOM), (provision.source,))


def _calculated(provision: Provision, tier: Tier | None, figures: Sequence[Quantity], asked: str) -> list[Claim]:
    """What the one rate of a provision, or of its tier, comes to for the one figure that it is for."""
    told = of_tier(tier) if tier else [*rates(provision.text), *rates(provision.tail)]
    told = [rate for rate in told if tier or not rate.whole or _speaks_of(rate.whole, asked)]
    made = [(rate, figure, result) for rate in told for figure in figures if (result := applied(rate, figure))]
    if len(made) != 1:
        return []
    rate, figure, result = made[0]
    computed = Computed(result.expression, result.value, result.unit, provision.sources, (str(figure.value),))
    claims = [Claim(present_grants.worked(result, least=rate.least), provision.sources, computed)]
    return [*claims, *_over(provision, result)]


def _speaks_of(whole: str, asked: str) -> bool:
    """Whether a question names what a share is taken of: 采购金额."""
    return bool(set(tokens(whole)) & set(tokens(asked)))


def _over(provision: Provision, result: Result) -> list[Claim]:
    """The ceiling that a sum exceeds, in the plan's words."""
    factor, unit = base(result.unit)[0], in_people(result.unit)
    for text, source in ((provision.text, provision.source), (provision.tail, provision.tail_source)):
        for clause in re.split("[，,；;。]", text) if source else ():
            if any(of == unit and Decimal(result.value) * factor > most for most, of in ceilings(clause)):
                return [Claim(present_grants.over(clause.strip()), (source,))]
    return []
