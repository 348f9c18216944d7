"""Values: what an indicator is, in the years and regions asked for, in one line each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.bases import without_its_base
from assistant.composing.clause import clause
from assistant.composing.plans import ask_back, too_many
from assistant.composing.sentences import SENTENCE, SEVERAL, better_told, sentence_for, values_in
from assistant.composing.terms import beyond_all
from assistant.composing.value_lines import line, of_plan
from assistant.questions import Intent, Query, Scope
from assistant.records.asked_values import hits_by_part, is_short_look_up, of_kind
from assistant.records.choose import names_no_more
from assistant.records.disagreements import cautions
from assistant.records.neighbours import elsewhere, named_elsewhere
from assistant.records.ranks import moved_beside, rank_beside
from assistant.records.roles import by_role, same_name
from assistant.records.several import asked_years, by_place, of_other_plans, told_with
from assistant.records.values import SURE, Hit, fits_year, hits, in_years, of_dimension, together
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.understanding.scopes import short
from assistant.understanding.wording import dimension_of
from assistant.words import present, present_figures

_LOOKED_AT = 3
_YEAR = re.compile(r"20\d\d")


def value(evidence: Evidence) -> Draft | None:
    """The indicator that the question names: one line for each of its parts; None where no name fits well."""
    query = evidence.query
    if query.intent is Intent.TASK and not is_short_look_up(evidence):
        return None
    lines: list[Claim] = []
    used: list[Hit] = []
    unmet: Draft | None = None
    several = False
    for part, found in (each := hits_by_part(evidence)):
        found = of_kind(evidence, part, found, alone=len(each) == 1)
        if found is None:
            return None
        if not found or found[0].score < SURE:
            lines += sentence_for(evidence, part) if part else []
            continue
        fitting = asked_years(found, query)
        if fitting and fitting[0].score < SURE:
            fitting = []  # another indicator, in the asked year
        if not fitting and len(query.scopes) == 1:
            fitting = [h for h in in_years(elsewhere(evidence, query.scopes[0], part), query) if h.score >= SURE]
        if not fitting and found[0].score >= 1:
            unmet = unmet or _other_years(evidence, found)
        places = by_place(by_role(told_with(used, fitting) or fitting, query), query, SURE)
        if too_many(evidence, places):
            return ask_back([(place, group[0].sources) for place, group in places.items()])
        for label, group in places.items():
            lines += _at_place(evidence, same_name(group), label, alone=len(places) == 1)
            used += same_name(group)
        several = several or len(places) > 1
    better = None if several or _are_all(query, used) else better_told(evidence, lines)
    if better and (query.asks < 2 or not used):
        return None
    if not any(claim.sources for claim in lines):
        return unmet or _of_neighbours(evidence)
    if better := better or _fuller(evidence, lines, used):
        lines.append(Claim(clip(unnumbered(better.text), evidence.looked, 2 * SENTENCE), (evidence.source(better),)))
    records = tuple(dict.fromkeys(hit.indicator for hit in used))
    told = Draft(AnswerStatus.ANSWERED, tuple(dict.fromkeys(lines)), cautions(evidence, used), records)
    return without_its_base(evidence, used) or told


def _are_all(query: Query, used: Sequence[Hit]) -> bool:
    """Whether values are all that is asked for: of every year, or of a name and nothing more."""
    every_year = len(query.years) > 1 and all(any(fits_year(h.indicator.year, y) for h in used) for y in query.years)
    return every_year or bool(used and names_no_more(query))


def _fuller(evidence: Evidence, lines: Sequence[Claim], used: Sequence[Hit]) -> Candidate | None:
    """The sentence that all values told stand in, where it has more of the numbers that are asked for than they are."""
    asks = max(evidence.query.asks, 2 * bool(SEVERAL.search(evidence.query.text)))
    if not used or len(values_in(lines)) >= asks:
        return None
    for candidate in evidence.candidates[:_LOOKED_AT]:
        own = evidence.source(candidate)
        holds = all(h.plan.id == own.plan_id and own.span.start <= h.indicator.span.start < own.span.end for h in used)
        if holds and not candidate.is_row and len(candidate.quantities) >= asks:
            return candidate
    return None


def _of_neighbours(evidence: Evidence) -> Draft | None:
    """What only other plans say of the one region asked about, by the very name that the question says."""
    query = evidence.query
    if len(query.scopes) != 1 or query.parts:
        return None
    (scope,) = query.scopes
    if not named_elsewhere(evidence, scope):
        return None
    others = [h for h in elsewhere(evidence, scope) if h.plan.id not in scope.plan_ids and h.score >= 1]
    found = in_years(of_dimension(others, query.dimension), query)
    lines = line(evidence, same_name(by_role(found, query)), scope.name) if found else []
    return Draft(AnswerStatus.ANSWERED, tuple(lines), indicators=(found[0].indicator,)) if lines else None


def _at_place(evidence: Evidence, named: list[Hit], label: str, *, alone: bool) -> list[Claim]:
    """What one place's plan says, in one line where it is not alone, its rank where that is asked for too, and what its
    other plans say besides."""
    query = evidence.query
    label = label or (short(named[0].indicator.region) if query.outside and not query.scopes and named else "")
    told = line(evidence, named, label)[: None if alone else 1]
    others = of_other_plans(named, "".join(claim.text for claim in told), evidence.query)
    ranks = [rank for hit in named if (rank := rank_beside(evidence, hit))]
    moves = [move] if (move := moved_beside(evidence, named)) else []
    beside = [Claim(present_figures.cells([hit.indicator], label), hit.sources) for hit in (*ranks, *moves)]
    return [*told, *beside, *(of_plan(hit) for hit in others)]


def _other_years(evidence: Evidence, found: Sequence[Hit]) -> Draft | None:
    """The indicator is there, but not for the asked year: said so, with the year there is."""
    best = found[0]
    named = [h for h in found if h.indicator.name == best.indicator.name]
    given = ([h for h in named if h.indicator.role != "planned"] or named)[:2]
    query, records = evidence.query, tuple(h.indicator for h in given)
    if not any(h.indicator.year for h in named) and not beyond_all(evidence):
        claims = tuple(dict.fromkeys(of_plan(h) if h.indicator.table else clause(h) for h in given))
        return Draft(
            AnswerStatus.ANSWERED, claims, (("undated", present.undated(query.years), together(given)),), records
        )
    title = evidence.plan_of(best.indicator.plan_id).title
    told = (Claim(present_figures.other_year(title, records, query.years), together(given)),)
    if query.carried and not set(query.years) & set(_YEAR.findall(query.text)):
        return Draft(AnswerStatus.ANSWERED, told, indicators=records)  # 那乙区呢: the year was another's
    return Draft(AnswerStatus.NOT_IN_PLANS, told)


def best_for(evidence: Evidence, scope: Scope, part: str = "") -> Hit | None:
    """The one value of a scope for a comparison: of the asked year, else the target, else the latest."""
    query = evidence.query
    kind = dimension_of(part) or query.dimension
    own = hits(evidence.within(scope), part=part)
    found = same_name(by_role(in_years(of_dimension(own, kind), query), query))
    if not found or found[0].score < SURE - 0.2:
        found = same_name(by_role(in_years(of_dimension(elsewhere(evidence, scope, part), kind), query), query))
    if not found or found[0].score < SURE - 0.2:
        return None
    return max(found, key=lambda h: (h.score >= found[0].score - 0.1, bool(h.indicator.table), h.indicator.year))
