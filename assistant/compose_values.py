"""Values: what an indicator is, in the years and regions asked for, in one line each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant import present_figures
from assistant.answers import AnswerStatus, Claim, Draft, Intent, Query, Scope
from assistant.clip import clip
from assistant.compose_sentences import SENTENCE, better_told, sentence_for
from assistant.disagreements import cautions
from assistant.evidence import Evidence
from assistant.scopes import short
from assistant.values import Hit, fits_year, hits, in_years, of_dimension, together
from assistant.wording import dimension_of, unabbreviated
from ingest.concepts import concepts_in, kin_of
from ingest.library.words import tokens

SURE = 0.85
_CLOSE = 0.2
_NEAR = 0.1
_REGIONS = 4
_LOOK_UP, _WHOLE = 16, 0.55


def value(evidence: Evidence) -> Draft | None:
    """The indicator that the question names: one line for each of its parts; None where no name fits well."""
    query = evidence.query
    if query.intent is Intent.TASK and not _is_short_look_up(evidence):
        return None
    lines: list[Claim] = []
    used: list[Hit] = []
    unmet: Draft | None = None
    for part, found in _asked(evidence):
        kind = dimension_of(part) if part else query.dimension
        found = of_dimension(found, kind if len(found) else "")
        if not found or found[0].score < SURE:
            lines += sentence_for(evidence, part) if part else []
            continue
        fitting = in_years(found, query)
        if not fitting and len(query.scopes) == 1:
            fitting = [h for h in in_years(elsewhere(evidence, query.scopes[0], part), query) if h.score >= SURE]
        if not fitting and found[0].score >= 1:
            unmet = unmet or _other_years(evidence, found)
        for label, group in by_region(by_role(fitting, query), query):
            lines += line(evidence, group, label)
            used += group
    better = better_told(evidence, lines)
    if better and (query.asks < 2 or not used):
        return None
    if not any(claim.sources for claim in lines):
        return unmet
    if better:
        lines.append(Claim(clip(better.text.strip(), evidence.looked, 2 * SENTENCE), (evidence.source(better),)))
    records = tuple(dict.fromkeys(hit.indicator for hit in used))
    return Draft(AnswerStatus.ANSWERED, tuple(dict.fromkeys(lines)), cautions(evidence, used), records)


def _is_short_look_up(evidence: Evidence) -> bool:
    """ "临安 高企 2025": a name and a year, no word of asking and nothing else to ask about."""
    query = evidence.query
    if len(query.focus) > _LOOK_UP or not (concepts_in(query.focus) or concepts_in(query.text)):
        return False
    if not unabbreviated(query.focus):
        return True
    best = hits(evidence)[:1]
    return any(evidence.looked.covered(set(tokens(f"{h.indicator.name}{h.indicator.group}"))) >= _WHOLE for h in best)


def _asked(evidence: Evidence) -> Iterable[tuple[str, list[Hit]]]:
    """The hits for each indicator asked about: one list a part of the question, or a concept that it names."""
    query = evidence.query
    found = hits(evidence)
    groups = [group for concept in concepts_in(query.focus) if (group := _of_concept(found, concept))]
    if len(query.parts) > 1 and (len(groups) < 2 or all(concepts_in(part) for part in query.parts)):
        parts = [(part, hits(evidence, part=part)) for part in query.parts]
        if any(found and found[0].score >= SURE for _, found in parts):
            return parts
    return [("", group) for group in groups] if len(groups) > 1 else [("", found)]


def _of_concept(found: Sequence[Hit], concept: str) -> list[Hit]:
    """The hits of a concept; where there are none, sure ones of its next of kin: 省科技型中小企业."""
    own = [h for h in found if h.indicator.concept == concept]
    kin = set(kin_of(concept))
    return own or [replace(h, score=max(h.score, SURE)) for h in found if h.indicator.concept in kin]


def by_region(found: Sequence[Hit], query: Query) -> list[tuple[str, list[Hit]]]:
    """The indicator that fits best; where no region is named and several have it, one group a region, with its name."""
    top = same_name(found)
    if query.scopes or query.outside or not found:
        return [("", top)]
    rivals = [
        h for h in found if h.score >= found[0].score - _NEAR and h.indicator.concept == found[0].indicator.concept
    ]
    regions = list(dict.fromkeys(h.indicator.region for h in rivals))
    if len(regions) < 2 or len(regions) > _REGIONS:
        return [("", top)]
    return [(region, same_name([h for h in rivals if h.indicator.region == region])) for region in regions]


def same_name(found: Sequence[Hit]) -> list[Hit]:
    """The hits of the best-fitting indicator: its concept, in its region."""
    if not found:
        return []
    top = found[0].indicator
    return [
        h
        for h in found
        if h.indicator.concept == top.concept
        and h.indicator.region == top.region
        and h.score >= found[0].score - _CLOSE
    ]


def line(evidence: Evidence, found: Sequence[Hit], label: str = "") -> list[Claim]:
    """The values of one indicator: from the table in one line, then what the text says besides."""
    query = evidence.query
    cells = [h for h in found if h.indicator.table]
    said = [h for h in found if not h.indicator.table]
    cells = by_role(cells, query)
    said = by_role(said, query)
    claims = []
    if cells:
        table = cells[0].indicator.table
        same = [h for h in cells if h.indicator.table == table and h.indicator.name == cells[0].indicator.name]
        same = sorted({(h.indicator.year, h.indicator.role): h for h in same}.values(), key=lambda h: h.indicator.year)
        text = present_figures.cells([h.indicator for h in same], label)
        claims.append(Claim(text, together(same)))
    shown = {(h.indicator.year[-4:], h.indicator.value) for h in cells}
    for hit in said[:2]:
        agrees = (hit.indicator.year[-4:], hit.indicator.value) in shown
        if not cells or agrees or fits_any(hit.indicator.year, [c.indicator.year for c in cells]):
            claims.append(clause(hit, label if not claims else ""))
            break
    return claims


def clause(hit: Hit, label: str = "") -> Claim:
    """What the text says, verbatim, under the year that it stands under."""
    known = len(hit.sources) > 1 or hit.indicator.year[-4:] in hit.indicator.quote
    return Claim(present_figures.clause(hit.indicator, label, dated=known), hit.sources)


def fits_any(year: str, others: Sequence[str]) -> bool:
    """Whether a year is one of others."""
    return any(fits_year(year, other) for other in others)


def by_role(found: Sequence[Hit], query: Query) -> list[Hit]:
    """Targets where a target is asked, figures reached where those are; the best name first."""
    if not found:
        return []
    if query.role == "target" and not query.years:
        kept = [h for h in found if h.indicator.role == "target"]
    elif query.role == "actual":
        kept = [h for h in found if h.indicator.role in ("actual", "rank", "growth")]
    else:
        kept = [h for h in found if h.indicator.role != "growth" or re.search("增长|增速|增幅|提高", query.text)]
    if not re.search(r"计划|规划目标|原定|预定", query.text):
        kept = [h for h in kept if h.indicator.role != "planned"] or kept
    return kept or list(found)


def _other_years(evidence: Evidence, found: Sequence[Hit]) -> Draft | None:
    """The indicator is there, but not for the asked year: said so, with the year there is."""
    best = found[0]
    named = [h for h in found if h.indicator.name == best.indicator.name]
    given = ([h for h in named if h.indicator.role != "planned"] or named)[:2]
    title = evidence.plan_of(best.indicator.plan_id).title
    text = present_figures.other_year(title, [h.indicator for h in given], evidence.query.years)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(text, together(given)),))


def elsewhere(evidence: Evidence, scope: Scope, part: str = "") -> list[Hit]:
    """What any loaded plan says of a scope's region: a table of a neighbour may hold a row of it."""
    name = region_of(evidence, scope)
    return [h for h in hits(evidence.anywhere(), Scope("", ()), part) if short(h.indicator.region) == name]


def region_of(evidence: Evidence, scope: Scope) -> str:
    """The short name of the region that a scope stands for: 全市 → 杭州."""
    region = evidence.plan_of(scope.plan_ids[0]).facts.region if scope.plan_ids else None
    return short(region.value) if region else short(scope.name)


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
