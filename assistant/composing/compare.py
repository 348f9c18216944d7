"""Comparisons and calculations: operands cited, the expression stated, and said so where scopes do not match."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.clause import clause
from assistant.composing.conclusions import conclusion, scopes_apart
from assistant.composing.sentences import SENTENCE
from assistant.composing.values import best_for
from assistant.questions import Intent, Query, Scope
from assistant.records.choose import choose
from assistant.records.fitting import spoken
from assistant.records.neighbours import elsewhere, region_of
from assistant.records.one_table import in_one_table
from assistant.records.operations import HIGHER, calculated, operands_dimension, operations_of, subject_of
from assistant.records.ranks import rank_beside
from assistant.records.roles import by_role
from assistant.records.values import SURE, Hit, hits, in_years, of_dimension, together
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.understanding.lexicon import expanded
from assistant.understanding.scopes import short
from assistant.understanding.wording import dimension_of
from assistant.words import present, present_claims, present_figures
from ingest.facts.concepts import concepts_in
from ingest.plans import Indicator

_NAMED, _LEEWAY = 1.0, 0.2
_JOINED = re.compile("[和与及、 ]")
_COMPARED = re.compile("比一?比|对比|比较|相比")
_AS_WELL = re.compile(r"也[^，。？]{0,6}\d|(?:一样|相同|同样)的?[^，。？]{0,4}(?:吗|吧)")
_FLOW = re.compile(r"每年|新增|引进|新认定|新培育")


def over_regions(evidence: Evidence) -> Draft | None:
    """The same indicator of several regions side by side, each from its own plan or from a table that holds them."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) < 2:
        return None
    evidence = replace(evidence, query=replace(query, dimension=operands_dimension(query)))
    claims: list[Claim] = []
    partly = untold = False
    for part in _named_parts(query) or _joined_parts(evidence) or ("",):
        found = in_one_table(evidence, part) or _of_scopes(evidence, part)
        given = {name: hit for name, hit in found.items() if hit}
        if not given or (len(given) == 1 and next(iter(given.values())).score < _NAMED):
            continue
        partly = partly or len(given) < len(found)
        told = (
            _over_time(evidence, given)
            or _year_by_year(evidence, part)
            or [_of_region(evidence, name, hit) for name, hit in given.items()]
        )
        claims += [*_as_claimed(query, list(given.values())), *scopes_apart(list(given.items())), *told]
        others = [_in_words(evidence, name) for name, hit in found.items() if hit is None]
        untold = untold or any(not claim.sources for claim in others)
        claims += others
        claims += conclusion(list(given.items()), query) if len(given) > 1 and len(told) == len(given) else []
        ranks = {name: rank for name, hit in given.items() if (rank := rank_beside(evidence, hit))}
        claims += [_of_region(evidence, name, rank) for name, rank in ranks.items()]
    if not claims:
        return None
    if untold and _sets_apart(query):
        one_sided = Claim(present_figures.ONE_SIDED, ())
        return Draft(AnswerStatus.NOT_IN_PLANS, (one_sided, *dict.fromkeys(claims)))
    return Draft(AnswerStatus.PARTLY if partly else AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims)))


def _as_claimed(query: Query, given: Sequence[Hit]) -> list[Claim]:
    """The verdict on a claim that a value is that of other places too: 杭州全市的目标也是10%吗."""
    if query.intent is not Intent.YES_NO or len(given) < 2 or not _AS_WELL.search(query.text):
        return []
    values = {present_figures.amount(hit.indicator) for hit in given}
    return [Claim(present_claims.same(equal=len(values) == 1), together(given))]


def _sets_apart(query: Query) -> bool:
    """Whether one value is asked about as it stands to the other, not each by itself."""
    return bool(HIGHER.search(query.text) or _COMPARED.search(query.text) or operations_of(query.text))


def _in_words(evidence: Evidence, name: str) -> Claim:
    """What a region's plan says in a sentence with a number where no value of it was read, or that it says nothing."""
    scope = next((s for s in evidence.query.scopes if s.name == name and s.plan_ids), None)
    own = evidence.within(scope) if scope else None
    best = next(iter(choose(own)), None) if own else None
    if (
        own is None
        or best is None
        or best.is_row
        or (own.query.wants_number and not best.quantities)
        or best.coverage < own.settings.part
        or best.dated < 0
    ):
        return Claim(present.nothing_about(name), ())
    return Claim(f"{name}：{clip(unnumbered(best.text), own.looked, SENTENCE)}", (own.source(best),))


def _over_time(evidence: Evidence, given: Mapping[str, Hit]) -> list[Claim]:
    """Each region's row in the years that the question names, where it names several, and how far they are apart."""
    claims: list[Claim] = []
    for name, hit in given.items():
        row = [i for i in evidence.indicators((hit.plan.id,)) if _same_row(i, hit.indicator)]
        cells = [Hit(i, hit.score, hit.plan) for i in row if i.year in evidence.query.years]
        if len({h.indicator.year for h in cells}) < 2 or not hit.indicator.table:
            return []
        cells.sort(key=lambda h: h.indicator.year)
        text = "，".join(present_figures.dated(h.indicator) for h in cells)
        claims.append(Claim(f"{name}：{text}（{hit.indicator.name}）", together(cells)))
        claims += calculated(compute.difference, cells[-1], cells[0])
    return claims


def _year_by_year(evidence: Evidence, part: str) -> list[Claim]:
    """The regions' values in each of the years that the question names for all of them, and what they come to."""
    query = evidence.query
    if len(query.years) < 2 or any(scope.years for scope in query.scopes):
        return []
    claims: list[Claim] = []
    for year in query.years:
        own = replace(evidence, query=replace(query, years=(year,), role=""))
        given = {name: hit for name, hit in _of_scopes(own, part).items() if hit and hit.indicator.year == year}
        if len(given) < len(query.scopes) + len(query.outside):
            return []
        claims += [_of_region(own, name, hit) for name, hit in given.items()]
        claims += conclusion(list(given.items()), own.query)
    return claims


def _same_row(one: Indicator, other: Indicator) -> bool:
    return (one.table, one.name, one.region, one.role) == (other.table, other.name, other.region, other.role)


def _of_scopes(evidence: Evidence, part: str) -> dict[str, Hit | None]:
    """The value of each region; where none is found, by the name alone, without the words of comparing."""
    scopes = (*evidence.query.scopes, *(Scope(name, ()) for name in evidence.query.outside))
    found = {scope.name: _of_scope(evidence, scope, part) for scope in scopes}
    name = "" if part or any(found.values()) else subject_of(evidence.query).split(" ")[0]
    return {scope.name: _of_scope(evidence, scope, name) for scope in scopes} if name else found


def _of_scope(evidence: Evidence, scope: Scope, part: str) -> Hit | None:
    """The value of a region: one that is said to be its own, a total before a yearly or an added one."""
    if scope.years:
        evidence = replace(evidence, query=replace(evidence.query, years=scope.years, role=""))
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
    """The parts of a question that name different indicators; none where it names one."""
    named = [part for part in query.parts if concepts_in(part)]
    return tuple(named) if len({concepts_in(part) for part in named}) > 1 else ()


def _joined_parts(evidence: Evidence) -> tuple[str, ...]:
    """The indicators that a question joins (研发经费和投入强度各多少), where every region has a value of each."""
    pieces = [piece for piece in _JOINED.split(evidence.query.focus) if spoken(piece) or concepts_in(expanded(piece))]
    found = [in_one_table(evidence, piece) or _of_scopes(evidence, piece) for piece in pieces]
    names = {hit.indicator.name for given in found for hit in given.values() if hit}
    whole = all(given and all(given.values()) for given in found)
    return tuple(pieces) if whole and len(names) == len(pieces) > 1 else ()


def _of_region(evidence: Evidence, name: str, hit: Hit) -> Claim:
    """One region's value: a table's in our words, the text's in its own."""
    if not hit.indicator.table:
        return clause(hit, name)
    return Claim(f"{name}：{present_figures.said(hit.indicator)}", hit.sources)


def asked_of_several(evidence: Evidence) -> Draft | None:
    """A comparison whatever the words, where the question names several regions and an indicator."""
    named = len(evidence.query.scopes) + len(evidence.query.outside)
    return over_regions(evidence) if named > 1 else None
