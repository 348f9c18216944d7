"""Comparisons and calculations: operands cited, the expression stated, and said so where scopes do not match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import compute, present, present_figures
from assistant.answers import AnswerStatus, Claim, Computed, Draft, Query, Scope
from assistant.compose_values import SURE, best_for, by_role, clause, elsewhere, region_of
from assistant.evidence import Evidence
from assistant.operations import HIGHER, calculated, operands_dimension, operations_of, subject_of
from assistant.scopes import short
from assistant.values import Hit, hits, in_years, of_dimension, together
from assistant.wording import dimension_of
from ingest.concepts import concepts_in

_NAMED = 1.0
_LEEWAY = 0.2
_FLOW = re.compile(r"每年|新增|引进|新认定|新培育")
_SUM = re.compile(r"加起来|合计|总共|一共|之和|相加")


def over_regions(evidence: Evidence) -> Draft | None:
    """The same indicator of several regions side by side, each from its own plan or from a table that holds them."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) < 2:
        return None
    evidence = replace(evidence, query=replace(query, dimension=operands_dimension(query)))
    claims: list[Claim] = []
    partly = False
    for part in _named_parts(query):
        found = _in_one_table(evidence, part) or _of_scopes(evidence, part)
        given = {name: hit for name, hit in found.items() if hit}
        if not given or (len(given) == 1 and next(iter(given.values())).score < _NAMED):
            continue
        partly = partly or len(given) < len(found)
        claims += [_of_region(evidence, name, hit) for name, hit in given.items()]
        claims += [Claim(present.nothing_about(name), ()) for name, hit in found.items() if hit is None]
        claims += _conclusion(list(given.items()), query) if len(given) > 1 else []
    if not claims:
        return None
    return Draft(AnswerStatus.PARTLY if partly else AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims)))


def _of_scopes(evidence: Evidence, part: str) -> dict[str, Hit | None]:
    """The value of each region; where none is found, by the name alone, without the words of comparing."""
    scopes = evidence.query.scopes
    found = {scope.name: _of_scope(evidence, scope, part) for scope in scopes}
    name = "" if part or any(found.values()) else subject_of(evidence.query).split(" ")[0]
    return {scope.name: _of_scope(evidence, scope, name) for scope in scopes} if name else found


def _of_scope(evidence: Evidence, scope: Scope, part: str) -> Hit | None:
    """The value of a region: one that is said to be its own, a total before a yearly or an added one."""
    place = region_of(evidence, scope)
    best = best_for(evidence, scope, part)
    if best and _of_place(best, place) and (not _is_flow(best) or _FLOW.search(evidence.query.text)):
        return best
    query = evidence.query
    kind = dimension_of(part) or query.dimension
    found = [*hits(evidence.within(scope), part=part), *elsewhere(evidence, scope, part)]
    own = [h for h in found if _of_place(h, place) and h.score >= SURE - _LEEWAY]
    fitting = by_role(in_years(of_dimension(own, kind), query), query)
    totals = [h for h in fitting if not _is_flow(h)]
    return next(iter(totals), None) or next(iter(fitting), None)


def _of_place(hit: Hit, place: str) -> bool:
    return not hit.indicator.region or short(hit.indicator.region) == place


def _is_flow(hit: Hit) -> bool:
    return bool(_FLOW.search(f"{hit.indicator.nature}{hit.indicator.concept}"))


def _named_parts(query: Query) -> tuple[str, ...]:
    """The parts of a question that name different indicators; else the question as one."""
    named = [part for part in query.parts if concepts_in(part)]
    return tuple(named) if len({concepts_in(part) for part in named}) > 1 else ("",)


def _of_region(evidence: Evidence, name: str, hit: Hit) -> Claim:
    """One region's value: a table's in our words, the text's in its own."""
    if not hit.indicator.table:
        return clause(hit, name)
    return Claim(f"{name}：{present_figures.said(hit.indicator)}", hit.sources)


def asked_of_several(evidence: Evidence) -> Draft | None:
    """A comparison whatever the words, where the question names several regions and an indicator."""
    named = len(evidence.query.scopes) + len(evidence.query.outside)
    return over_regions(evidence) if named > 1 else None


def _conclusion(given: Sequence[tuple[str, Hit]], query: Query) -> list[Claim]:
    """What the side-by-side values come to: the asked calculation (of like with like only), who is higher, and where
    scopes or years differ."""
    first, second = given[0][1], given[1][1]
    claims: list[Claim] = []
    concepts = {h.indicator.concept for _, h in given}
    years = {h.indicator.year[-4:] for _, h in given}
    operations = operations_of(query.text)
    if len(given) == 2 and "占" in query.text and len(concepts) == 1 and first.indicator.unit != "%":
        operations = [compute.share]
    alike = len(concepts) == 1 and (len(years) == 1 or years <= {year[-4:] for year in query.years})
    if _SUM.search(query.text) and alike:
        claims += _total([h for _, h in given])
    elif operations and len(given) == 2 and alike:
        for operation in operations:
            in_order = operation in (compute.share, compute.multiple) or _larger(first, second)
            claims += calculated(operation, *((first, second) if in_order else (second, first)))
        claims += [] if compute.share in operations else _ahead(given)
    elif HIGHER.search(query.text) or operations:
        claims += _highest(given)
    sources = together(h for _, h in given)
    if len(concepts) > 1:
        claims.append(Claim(present_figures.other_scopes([(n, h.indicator.name) for n, h in given]), sources))
    if len(years) > 1:
        claims.append(Claim(present_figures.OTHER_YEARS, sources))
    return claims


def _ahead(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    """Which of two values is the larger one, in words."""
    try:
        (low_name, low), (high_name, high) = sorted(given, key=lambda pair: compute.number(pair[1].indicator))
    except compute.Incomparable:
        return []
    if compute.number(low.indicator) == compute.number(high.indicator) or low.indicator.role == "rank":
        return []
    return [
        Claim(present_figures.ahead(low_name, low.indicator, high_name, high.indicator), (*low.sources, *high.sources))
    ]


def _larger(left: Hit, right: Hit) -> bool:
    try:
        return compute.number(left.indicator) >= compute.number(right.indicator)
    except compute.Incomparable:
        return True


def _highest(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    try:
        ranked = sorted(given, key=lambda pair: -compute.number(pair[1].indicator))
        compute.difference(ranked[0][1].indicator, ranked[1][1].indicator)
    except compute.Incomparable:
        return []
    if len({compute.number(hit.indicator) for _, hit in given}) == 1:
        return [Claim(present_figures.EQUAL, together(hit for _, hit in given))]
    if ranked[0][1].indicator.role == "rank":
        ranked.reverse()
    if len(ranked) == 2:
        (high_name, high), (low_name, low) = ranked
        told = present_figures.higher(high_name, high.indicator, low_name, low.indicator)
        return [Claim(told, together([high, low]))]
    return [Claim(present_figures.highest(ranked[0][0], ranked[0][1].indicator), ranked[0][1].sources)]


def _total(found: Sequence[Hit]) -> list[Claim]:
    try:
        result = compute.total([h.indicator for h in found])
    except compute.Incomparable:
        return []
    sources = together(found)
    return [
        Claim(
            present_figures.calculation("total", result),
            sources,
            Computed(result.expression, result.value, result.unit, sources),
        )
    ]


def _in_one_table(evidence: Evidence, part: str) -> dict[str, Hit | None]:
    """Several places that are rows of one table: the column that the question names, for each of them."""
    query = evidence.query
    names = {s.name: region_of(evidence, s) for s in query.scopes} | {name: name for name in query.outside}
    if not query.outside:
        return {}
    wide = evidence.anywhere()
    asked = part or re.sub("|".join(map(re.escape, names)), "", query.focus)
    found = [h for h in in_years(hits(wide, Scope("", ()), asked), query) if h.indicator.table]
    for hit in found:
        column = (hit.indicator.table, hit.indicator.name, hit.indicator.year)
        rows = {
            short(h.indicator.region): h
            for h in found
            if (h.indicator.table, h.indicator.name, h.indicator.year) == column
        }
        given = {name: rows.get(place) for name, place in names.items()}
        if sum(1 for h in given.values() if h) >= 2:
            return given
    return {}
