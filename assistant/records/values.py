"""Which indicators a question asks for: by concept, by name, by region, by year and role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.answers import Source
from assistant.questions import Query, Scope
from assistant.records.fitting import of_the_numerator, rate, spoken, wanted_concepts
from assistant.records.narrowing import narrower, of_the_place
from assistant.records.subjects import named_industries, names, subjects_of
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.terms import terms
from assistant.understanding.lexicon import expanded
from assistant.understanding.scopes import short
from assistant.understanding.wording import dimension_of, unit_of
from ingest.facts.concepts import concepts_in, kin_of, plain
from ingest.notation.regions import region_named
from ingest.notation.units import base, dimension
from ingest.plans import Indicator, Plan, Span

SURE = 0.85
COUNTED = (("人", "名", "位", "人次"), ("支",), ("家", "户"), ("项", "件", "条", "种", "款"))
_FLOOR, _FEW, _SUBJECT_CHARS, _NEAR_CHARS = 0.5, 3, 160, 4000
_ALL_YEARS = re.compile(r"哪一?年|历年|各年|逐年|头尾|首尾|变化|怎么变|走势|每年|从.{0,14}到")


@dataclass(frozen=True, slots=True)
class Hit:
    """An indicator with how well its name is what the question asks for (0 to about 1.8), and its plan."""

    indicator: Indicator
    score: float
    plan: Plan

    @property
    def source(self) -> Source:
        """Where the value stands."""
        return source(self.indicator)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the value stands and, for a clause that does not name its year, where the year does."""
        stated = year_source(self.indicator, self.plan) if not self.indicator.table else None
        return (self.source, stated) if stated else (self.source,)


def together(found: Iterable[Hit]) -> tuple[Source, ...]:
    """The sources of several hits."""
    return tuple(source for hit in found for source in hit.sources)


def source(indicator: Indicator) -> Source:
    """The place in the plan that an indicator was read from."""
    kind = "row" if indicator.table else "text"
    return Source(indicator.plan_id, indicator.span, indicator.heading, kind)


def year_source(indicator: Indicator, plan: Plan) -> Source | None:
    """Where the text sets the year that a clause stands under ("到2027年，…"), None where the clause names it itself.

    The nearest mention before the clause, else the plan's stated period.
    """
    year = indicator.year[-4:]
    if not year or year in indicator.quote:
        return None
    mentions = list(re.finditer(rf"[^，,。；;\n]*{year}\s*年?[^，,。；;\n]*", plan.text[: indicator.span.start]))
    found = mentions[-1] if mentions else None
    if found and indicator.span.start - found.start() < _NEAR_CHARS:
        start = found.start() + len(found.group(0)) - len(found.group(0).lstrip())
        return Source(plan.id, Span(start, found.end()), indicator.heading[:-1])
    period = plan.facts.period
    return Source(plan.id, period.span, (), "metadata") if period and year in period.value else None


def hits(evidence: Evidence, scope: Scope | None = None, part: str = "") -> list[Hit]:
    """The indicators that fit what is asked, best first: for one scope or all, for one part of the question or all."""
    query = evidence.query
    wanted, looked = wanted_concepts(query), evidence.looked
    if part:
        own = terms(replace(query, focus=part), evidence.shelf)
        if spoken(part) or len(own.own) > _FEW:
            wanted, looked = spoken(part) or concepts_in(expanded(part)), own
    plan_ids = (scope.plan_ids or None) if scope else query.plan_ids
    found = dict.fromkeys([*_by_concept(evidence, wanted, plan_ids), *_by_place(evidence, plan_ids)])
    subjects = subjects_of(query)
    unit = unit_of(part) if part else query.unit
    fitting = [
        i
        for i in found
        if of_region(i, query, scope, evidence) and _of_subject(i, subjects, evidence) and _is_meant(i, query, unit)
    ]
    asked = plain(part or query.text)
    meant = narrower(of_the_place(fitting, subjects), plain(query.text))
    scored = [
        Hit(i, rate(i, query, wanted, looked, asked), plan) for i in meant if (plan := evidence.plan_of(i.plan_id))
    ]
    return sorted((h for h in scored if h.score >= _FLOOR), key=lambda h: (-h.score, not h.indicator.table))


def of_dimension(found: Sequence[Hit], dimension_: str) -> list[Hit]:
    """The hits whose values are of the asked kind: money, a share, a rank."""
    return [h for h in found if not dimension_ or _dimension(h.indicator) == dimension_]


def _dimension(indicator: Indicator) -> str:
    return "位次" if indicator.role == "rank" else dimension(base(indicator.unit)[1]) or dimension(indicator.unit)


def _of_subject(indicator: Indicator, subjects: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether a figure is about the park or firm that the question names (a region's own figures are not)."""
    industries = named_industries(evidence, indicator.plan_id)
    own = f"{indicator.quote}{indicator.name}{''.join(indicator.heading)}{indicator.table}"
    if industries and not any(name in own for name in industries):
        return False
    if not subjects:
        return True
    before = ""
    if not indicator.table:
        text = evidence.plan_of(indicator.plan_id).text
        before = text[max(indicator.span.start - _SUBJECT_CHARS, 0) : indicator.span.start]
    return all(names(f"{before}{own}", subject) for subject in subjects)


def _is_meant(indicator: Indicator, query: Query, unit: str) -> bool:
    """Whether an indicator is counted in the asked unit (支 are no 家, 名 no 项) and not what the question excludes."""
    if not of_the_numerator(indicator, query):
        return False
    if any(word in indicator.name or dimension_of(word) == _dimension(indicator) for word in query.excluded):
        return False
    if indicator.role == "rank":
        return unit != "分"
    if unit in ("", "位", "个"):
        return True
    asked, own = dimension(unit), dimension(indicator.unit)
    if "计数" not in (asked, own) or not (asked and own):
        return True
    kinds = [next((kind for kind in COUNTED if one in kind), ()) for one in (unit, indicator.unit)]
    return asked == own and (not all(kinds) or kinds[0] == kinds[1])


def _by_concept(evidence: Evidence, wanted: Sequence[str], plan_ids: tuple[str, ...] | None) -> Iterable[Indicator]:
    names = {kin for concept in wanted for kin in kin_of(concept)} | set(wanted)
    names |= {f"{concept}位次" for concept in wanted} if evidence.query.dimension == "位次" else set()
    return evidence.shelf.indicators(plan_ids, concepts=sorted(names)) if names else ()


def _by_place(evidence: Evidence, plan_ids: tuple[str, ...] | None) -> Iterable[Indicator]:
    """The indicators that stand in the passages that were found."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for scored in evidence.passages[:20]:
        passage = scored.passage
        if passage.kind != "heading" and (plan_ids is None or passage.plan_id in plan_ids):
            spans.setdefault(passage.plan_id, []).append((passage.span.start, passage.span.end))
    reach = {plan_id: [*accumulate((b for _, b in sorted(found)), max)] for plan_id, found in spans.items()}
    starts = {plan_id: sorted(a for a, _ in found) for plan_id, found in spans.items()}
    for indicator in evidence.indicators(tuple(spans)) if spans else ():
        at = bisect_right(starts[indicator.plan_id], indicator.span.start)
        if at and indicator.span.start < reach[indicator.plan_id][at - 1]:
            yield indicator


def of_region(indicator: Indicator, query: Query, scope: Scope | None, evidence: Evidence) -> bool:
    """Whether the indicator speaks of the region asked about (a row of another district does not)."""
    if scope and not scope.plan_ids:
        return True
    if scope is None and query.outside and not query.scopes:
        return short(indicator.region) in query.outside
    plan = evidence.plan_of(indicator.plan_id)
    if plan.facts.region is None or not indicator.region:
        return True
    if any(short(indicator.region) == short(s.name) for s in query.scopes):
        return True
    if short(indicator.region) == short(plan.facts.region.value):
        return True
    return indicator.region[-3:] in query.text and not region_named(indicator.region)


def in_years(found: Sequence[Hit], query: Query) -> list[Hit]:
    """The hits of the asked years; all of them where no year is asked."""
    if not query.years:
        return list(found)
    if _ALL_YEARS.search(query.text) and any("-" in asked for asked in query.years):
        first = min(int(asked[:4]) for asked in query.years) - bool(re.search("头尾|首尾|从.{0,14}到", query.text))
        last = max(int(asked[-4:]) for asked in query.years)
        return [h for h in found if h.indicator.year.isdigit() and first <= int(h.indicator.year) <= last]
    return [h for h in found if any(fits_year(h.indicator.year, asked) for asked in query.years)]


def fits_year(year: str, asked: str) -> bool:
    """Whether a record's year is the asked one: 2025 for 2021-2025 (the plan's end), a stretch for a stretch."""
    if year == asked:
        return True
    if "-" in asked:
        return year == asked[-4:] or (("-" in year) and year[-4:] == asked[-4:])
    return "-" in year and year[-4:] == asked
