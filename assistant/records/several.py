"""Where several places or plans have the indicator that is asked for: the hits of each, and those told together."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.questions import Query
from assistant.records.roles import BOTH
from assistant.records.subjects import subjects_of
from assistant.records.values import SURE, Hit, in_years

_MOST, _BESIDE, _BEHIND = 2, 80, 40


def by_place(found: Sequence[Hit], query: Query, sure: float) -> dict[str, list[Hit]]:
    """The hits as they are, without a label; where no region or park is named and several have the indicator that fits
    best, those of each region, or of each plan without a region, by its name."""
    if query.scopes or query.outside or not found or subjects_of(query):
        return {"": list(found)}
    top = found[0].indicator.concept
    places: dict[str, list[Hit]] = {}
    for hit in found:
        if hit.score >= sure and hit.indicator.concept == top:
            places.setdefault(hit.indicator.region or f"《{hit.plan.title}》", []).append(hit)
    return places if len(places) > 1 else {"": list(found)}


def of_other_plans(found: Sequence[Hit], told: str, query: Query) -> list[Hit]:
    """Where no year is asked: one hit of each further plan of the place, for a year that is not told yet."""
    if query.years or not found:
        return []
    others: dict[str, Hit] = {}
    for hit in sorted(found, key=lambda h: (not h.indicator.table, -int(h.indicator.year[-4:] or 0))):
        if hit.plan.id != found[0].plan.id and hit.indicator.year and hit.indicator.year[-4:] not in told:
            others.setdefault(hit.plan.id, hit)
    return list(others.values())[:_MOST]


def told_with(used: Sequence[Hit], found: Sequence[Hit]) -> list[Hit]:
    """The values that stand right beside one that answers another part of the question: they are of the same thing."""
    starts = [h.indicator.span.start for h in used if not h.indicator.table]
    own = [h for h in found if used and h.plan.id == used[0].plan.id]
    near = [h for h in own if any(abs(h.indicator.span.start - start) <= _BESIDE for start in starts)]
    behind = [h for h in near if any(0 < h.indicator.span.start - start <= _BEHIND for start in starts)]
    sure = [h for h in near if h.score >= SURE]
    return sure or [h for h in behind if h.indicator.unit == found[0].indicator.unit][:1]


def asked_years(found: Sequence[Hit], query: Query) -> list[Hit]:
    """The hits of the asked years, with the goals where those are asked for beside a base (目标和2020年基数)."""
    fitting = in_years(found, query)
    goals = [h for h in found if h.indicator.role == "target"] if BOTH.search(query.text) else []
    return [*fitting, *(h for h in goals if h not in fitting)]
