"""What a unit is responsible for: the articles that name it, leading or supporting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.duties import known_duties
from assistant.records.duties import Duty, units_named
from assistant.retrieval.evidence import Evidence
from assistant.words import present
from ingest.plans import Plan

_WHICH = re.compile(
    r"(牵头|负责|参与|承担|作为|要干|管|担|配合)的?.{0,10}(哪|什么|啥|几[条项件个]|条款|列)"
    r"|(哪|几)(些|几|[一两三四五六七八九十])?(条|项|件|个)(任务|工作|条款|举措|事)?|职责|分管"
)
_SUPPORTS, _LEADS = re.compile("配合|协办|协同|协助"), re.compile("牵头|主办|主责")
_EITHER = re.compile("出现|涉及|参与|[中里]有|列入")
_BUT = re.compile(r"除(?:了|去)?([^，。]{2,16}?)(?:那[一]?条|这[一]?条|以外|之外|外|条)?[，,]")
_OTHERS = re.compile("(?:除了|除|不算)[^，。？]{2,14}[，,]?(?:还|另外)?[^，。？]{0,4}(?:哪[些几个]|什么)(?:单位|部门)")
_NOT_IN = re.compile(r"(?:没有?|未)(?:被)?(?:列入|列进|列为|参与|涉及)|不(?:包括|涉及|参与)")


def by_unit(evidence: Evidence) -> Draft | None:
    """The articles of a unit, where the question names one and asks what it does."""
    text = evidence.query.text
    asks = _WHICH.search(text) and not _OTHERS.search(text)
    return _of_unit(text, known_duties(evidence)) if asks else None


def _of_unit(text: str, known: list[tuple[Plan, list[Duty]]]) -> Draft | None:
    leading, supporting = bool(_LEADS.search(text)), bool(_SUPPORTS.search(text))
    either = leading and bool(_EITHER.search(text))
    but = _BUT.search(text)
    for plan, every in known:
        found = [d for d in every if d.noted or d.is_row]
        units = units_named(text, found)
        if not units:
            continue
        if _NOT_IN.search(text):
            hits = [d for d in found if d.noted and not units & set(d.units)]
            head = present.articles_without("、".join(sorted(units)), len(hits))
            return articles(plan, hits, head) if hits else None
        hits = [
            d
            for d in found
            if _has(d, units, leading and not either, supporting) and not (but and but.group(1) in d.section.name)
        ]
        if but and len(hits) == len(found):
            return None
        if hits:
            role = "" if either else "牵头" if leading else "配合" if supporting else ""
            led = [d for d in hits if d.units[0] in units] if either else []
            return articles(plan, hits, present.articles_of("、".join(sorted(units)), len(hits), role), led)
    return None


def _has(duty: Duty, units: set[str], leading: bool, supporting: bool) -> bool:
    """Whether one of the units has the role in an article: leads it, supports it, or either."""
    if leading and not supporting:
        return duty.units[0] in units
    return bool(units & set(duty.units[1:] if supporting and not leading and duty.leads else duty.units))


def articles(plan: Plan, hits: Sequence[Duty], head: str, led: Sequence[Duty] = ()) -> Draft:
    """A list of articles under its head; those among them that are `led` are said to be."""
    claims = [Claim(head, ())]
    claims += [
        Claim(
            f"{d.section.number}{d.section.name}{present.LED if d in led else ''}",
            (Source(plan.id, d.section.span, d.section.path, "heading"), Source(plan.id, d.span, d.section.path)),
        )
        for d in hits
    ]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))
