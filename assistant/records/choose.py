"""Which sentences and rows answer a question: the best for each part, and what adds to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Intent, Query
from assistant.records.eligible import ONE_KIND, about, fitting
from assistant.records.subjects import subjects_of
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.understanding.lexicon import unabbreviated
from assistant.understanding.wording import QUOTED
from ingest.library.words import tokens

LONG = 400
_AS_WELL, _ALL_SAID = 0.9, 0.9
_GOAL = re.compile(r"\s*(?:的?(?:目标|数值|情况|水平|数|值)|\s)+$")
_BARE = re.compile(rf"{_GOAL.pattern}|[家个项件名位支\s]")


def choose(evidence: Evidence) -> list[Candidate]:
    """For each part of the question the best candidate; where one part is left, up to two that add to it."""
    settings, looked = evidence.settings, evidence.looked
    pool = fitting(evidence)
    if not pool or not _reaches(pool[0], evidence) or _of_other_years(pool[0], evidence):
        return []
    chosen = [pool[0]]
    if evidence.query.intent is Intent.COMPARE:
        each = (next((c for c in pool if about(c, subject, evidence)), None) for subject in subjects_of(evidence.query))
        chosen = list(dict.fromkeys([c for c in each if c])) or chosen
    for part in looked.parts:
        best = max(pool[:20], key=lambda c: part.covered(set(tokens(c.text))) + 0.5 * c.score)
        if best not in chosen and part.covered(set(tokens(best.text))) >= settings.part:
            chosen.append(best)
    covered = {t for c in chosen for t in tokens(c.text)}
    for candidate in pool[1:12]:
        own = set(tokens(candidate.text))
        gain = looked.covered(covered | own) - looked.covered(covered)
        near = candidate.score >= settings.near * pool[0].score and _beside(candidate, pool[0])
        near = near and not (evidence.query.intent is Intent.VALUE and looked.covered(covered) >= _ALL_SAID)
        near = near or _as_well(candidate, chosen, evidence)
        adds = near or (gain >= settings.gain and candidate.score >= settings.second * pool[0].score)
        if adds and len(chosen) < 3 and candidate not in chosen:
            chosen.append(candidate)
            covered |= own
    return _section_first(chosen, evidence) if evidence.query.intent in (Intent.TASK, Intent.LIST) else chosen


def _of_other_years(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a number without a year is told where better ones are of other years than the one asked for."""
    query = evidence.query
    if (
        not (any(map(str.isdigit, query.years)) and query.wants_number and query.intent is Intent.VALUE)
        or candidate.dated
    ):
        return False
    before = evidence.candidates[: evidence.candidates.index(candidate)]
    return any(c.dated < 0 and c.quantities and c.coverage >= candidate.coverage for c in before)


def _reaches(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a candidate covers enough of the question, or holds the very words that it sets in quotation marks."""
    settings = evidence.settings
    text, kind = evidence.query.text, ONE_KIND.search(evidence.query.text)
    if any(term in candidate.text for term in QUOTED.findall(text)):
        return True
    if kind and sum(term.endswith(kind[1]) for term in QUOTED.findall(candidate.text)) > 1:
        return True
    if _says_too_little(candidate, evidence):
        return False
    least = evidence.looked.floor(settings.floor if evidence.query.wants_number else settings.told)
    return candidate.coverage + candidate.context >= least - settings.dated * candidate.dated


def _says_too_little(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a sentence without a year has only the one word of a question for a year's value: any other has it too;
    but for a plan of that year alone."""
    query = evidence.query
    if len(evidence.looked.own) > 1 or query.intent is not Intent.VALUE or not query.years or candidate.dated > 0:
        return False
    title = evidence.plan_of(candidate.passage.plan_id).title
    return not any(year in title for year in query.years)


def _beside(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences stand in the same section."""
    places = [(c.passage.plan_id, c.passage.section) for c in (one, other)]
    return places[0] == places[1] and not one.is_row


def _as_well(candidate: Candidate, chosen: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether a sentence of a further region answers as well as the best one, where no place is named."""
    best = chosen[0]
    if evidence.query.scopes or evidence.query.outside or candidate.is_row or candidate.coverage < best.coverage:
        return False
    regions = [evidence.plan_of(c.passage.plan_id).facts.region for c in (candidate, *chosen)]
    values = [region.value if region else "" for region in regions]
    return candidate.score >= _AS_WELL * best.score and "" not in values and values[0] not in values[1:]


def _section_first(chosen: list[Candidate], evidence: Evidence) -> list[Candidate]:
    """Where the question names a section, more of that section, in its order, up to the length of an answer."""
    top = chosen[0]
    if evidence.query.wants_number or top.named < evidence.settings.section:
        return chosen
    section = (top.passage.plan_id, top.passage.section)
    same = [c for c in evidence.candidates if (c.passage.plan_id, c.passage.section) == section and not c.is_row]
    room = LONG - sum(len(c.text) for c in chosen)
    for candidate in same:
        if candidate not in chosen and len(candidate.text) <= room and len(chosen) < 4:
            chosen.append(candidate)
            room -= len(candidate.text)
    inside = sorted((c for c in chosen if c in same), key=lambda c: (c.passage.order, c.start))
    return [*inside, *(c for c in chosen if c not in same)]


def names_no_more(query: Query) -> bool:
    """Whether the question names an indicator in short (高企) and nothing besides."""
    return (
        query.asks < 2 and unabbreviated(query.focus) != query.focus and not _BARE.sub("", unabbreviated(query.focus))
    )
