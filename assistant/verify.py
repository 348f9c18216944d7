"""Draft → what may leave: every quote verbatim, every number and year traced to a cited span or a calculation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from ingest.plans import Plan, Table

PlanOf = Callable[[str], Plan]
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_CONSTANT = re.compile(r"× (?:100|2)\b|(?<=\)) ÷ \d{1,2}$")
_GAP = re.compile(r"\s+")
_OWN_COUNT = re.compile(r"共\d+(?:项|条|个|章|处)(?=$|：|部分|专栏|表)|(?:条款)?共\d+条")
_UNIT_AFTER = re.compile(
    r"\s*(%|‰|个百分点|百分点|[万亿]?(?:元|家|个|项|件|名|人年|人次|人|支|平方米|亩|倍|位|年|月|日|分)|[万亿])"
)


def verified(draft: Draft, plan_of: PlanOf) -> tuple[Draft, tuple[Claim, ...]]:
    """The draft without the claims that are not proven, and those claims.

    A claim is proven when each of its sources is a range of its plan, and each number with its unit stands in the
    text it leans on or is the stated result of a calculation over such numbers. Where nothing proven is left of an
    answer, it becomes a refusal.
    """
    if draft.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY):
        return draft, ()
    kept = tuple(claim for claim in draft.claims if proven(claim, plan_of))
    if any(not c.calculation for c in draft.claims) and all(c.calculation for c in kept if c.sources):
        kept = ()
    lost = tuple(claim for claim in draft.claims if claim not in kept)
    if not any(claim.sources for claim in kept):
        return replace(draft, status=AnswerStatus.NOT_IN_PLANS, claims=()), lost
    return replace(draft, claims=kept, status=AnswerStatus.PARTLY if lost else draft.status), lost


def proven(claim: Claim, plan_of: PlanOf) -> bool:
    """Whether a claim's sources are verbatim and carry its numbers."""
    if not all(_verbatim(source, plan_of) for source in claim.sources):
        return False
    ground = "｜".join(leaned_on(source, plan_of(source.plan_id)) for source in claim.sources)
    if claim.calculation:
        operands = "｜".join(leaned_on(s, plan_of(s.plan_id)) for s in claim.calculation.operands)
        if untraced(_CONSTANT.sub("", claim.calculation.expression), operands):
            return False
        ground += f"｜{operands}｜{claim.calculation.expression}｜{claim.calculation.result}{claim.calculation.unit}"
    text = _OWN_COUNT.sub("", claim.text)
    return untraced(text, ground) == ()


def untraced(text: str, ground: str) -> tuple[str, ...]:
    """The numbers of a text, with their units, that do not stand in the ground."""
    ground = folded(ground)
    numbers = set(_NUMBER.findall(ground))
    missing = []
    for found in _NUMBER.finditer(folded(text)):
        unit = _UNIT_AFTER.match(folded(text), found.end())
        if found.group(0) not in numbers:
            missing.append(found.group(0))
        elif unit and unit.group(1) not in ground:
            missing.append(found.group(0) + unit.group(1))
    return tuple(missing)


def folded(text: str) -> str:
    """Width folded, thousands commas and white space dropped."""
    return re.sub(r"\s+", "", _THOUSANDS.sub("", unicodedata.normalize("NFKC", text)))


def leaned_on(source: Source, plan: Plan) -> str:
    """What a citation lets a claim say: its quote, heading path and plan title; for a row its caption and header."""
    quote = plan.quote(source.span)
    parts = [quote, *source.heading, plan.title]
    if source.kind in ("row", "cell"):
        parts[0] = _GAP.sub("｜", quote)
        table = next((b for b in plan.blocks if isinstance(b, Table) and _covers(b, source)), None)
        if table:
            row = next(r for r in table.rows if r.span.start <= source.span.start <= r.span.end)
            parts += [table.caption, table.unit, *table.header, row.group]
    return "｜".join(parts)


def _covers(table: Table, source: Source) -> bool:
    return any(row.span.start <= source.span.start < row.span.end for row in table.rows)


def _verbatim(source: Source, plan_of: PlanOf) -> bool:
    span = source.span
    return 0 <= span.start < span.end <= len(plan_of(source.plan_id).text)
