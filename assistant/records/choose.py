"""Which sentences and rows answer a question: the best for each part, and what adds to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Intent, Query
from assistant.records.fitting import names, spoken, subjects_of
from assistant.records.other_places import elsewhere, says_more
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate, told_years
from assistant.understanding.wording import OF_SHARES, QUOTED, asked_for, unabbreviated
from ingest.facts.concepts import base_of
from ingest.library.words import tokens
from ingest.notation.units import CHINESE_UNIT, dimension
from ingest.plans import Quantity, Span

LONG = 400
_ALIKE, _SAME = 0.4, 0.8
_SUBJECT_CHARS, _FEW, _SURE, _AS_WELL = 250, 10, 0.9, 0.9
_SPELLED = re.compile(f"[一二两三四五六七八九十]{CHINESE_UNIT}")
_GOAL = re.compile(r"\s*(?:的?(?:目标|数值|情况|水平|数|值)|\s)+$")
_BARE = re.compile(rf"{_GOAL.pattern}|[家个项件名位支\s]")
_GRANTED = re.compile(r"给予|补助|补贴|奖励|资助|返还|贴息")
_VAGUE = re.compile(r"什么水平|怎样的水平|什么程度")


def choose(evidence: Evidence) -> list[Candidate]:
    """For each part of the question the best candidate; where one part is left, up to two that add to it."""
    settings, looked, query = evidence.settings, evidence.looked, evidence.query
    pool = [c for c in evidence.candidates if not unfit(c, evidence) and not elsewhere(c, evidence)]
    for told in asked_for(query.text):
        pool = [c for c in pool if told.search(c.text)]
    subjects = subjects_of(query)
    if subjects:
        pool = [c for c in pool if all(about(c, subject, evidence) for subject in subjects)]
    if query.outside and not query.scopes:
        named = [c for c in pool if any(name in c.text for name in query.outside)]
        pool = [c for c in named if c.coverage >= settings.beyond and says_more(c, evidence)]
    if not pool or not _reaches(pool[0], evidence):
        return []
    chosen = [pool[0]]
    for part in looked.parts:
        best = max(pool[:20], key=lambda c: part.covered(set(tokens(c.text))) + 0.5 * c.score)
        if best not in chosen and part.covered(set(tokens(best.text))) >= settings.part:
            chosen.append(best)
    covered = {t for c in chosen for t in tokens(c.text)}
    for candidate in pool[1:12]:
        own = set(tokens(candidate.text))
        gain = looked.covered(covered | own) - looked.covered(covered)
        near = candidate.score >= settings.near * pool[0].score and _beside(candidate, pool[0])
        near = near or _as_well(candidate, chosen, evidence)
        adds = near or (gain >= settings.gain and candidate.score >= settings.second * pool[0].score)
        if adds and len(chosen) < 3 and candidate not in chosen:
            chosen.append(candidate)
            covered |= own
    return _section_first(chosen, evidence) if query.intent in (Intent.TASK, Intent.LIST) else chosen


def _reaches(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a candidate covers enough of the question, or holds the very words that it sets in quotation marks."""
    settings = evidence.settings
    if any(term in candidate.text for term in QUOTED.findall(evidence.query.text)):
        return True
    floor = evidence.looked.floor(settings.floor) - settings.dated * candidate.dated
    return candidate.coverage + candidate.context >= floor


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


def about(candidate: Candidate, subject: str, evidence: Evidence) -> bool:
    """Whether a candidate, what stands right before it in its section, or a heading names a park, firm or town."""
    passage = candidate.passage
    plan = evidence.plan_of(passage.plan_id)
    start = max(passage.span.start - _SUBJECT_CHARS, plan.sections[passage.section].body.start)
    before = plan.text[start : passage.span.start]
    return names(f"{before}{passage.text}{''.join(passage.heading)}", subject)


def _lacks_the_subject(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a candidate names other things of the question, but not what it asks the number of: of 集成电路产值 the
    产值, of 管网漏损率 the 漏损率, of GDP more than a share in it."""
    query = evidence.query
    subject = _GOAL.sub("", query.focus)
    last = tokens(subject)[-1:]
    if len(subject) <= _FEW and last and last[0] in evidence.looked.own and last[0] not in tokens(candidate.text):
        return candidate.coverage + candidate.context < evidence.settings.sentence
    rates = {t for t in tokens(query.focus) if t.endswith("率") and t in evidence.looked.own}
    whole = set(tokens(f"{candidate.text}{candidate.passage.record}{''.join(candidate.passage.heading)}"))
    if rates and not rates & whole and not set(evidence.looked.other) & whole:
        return True
    part, of, _ = candidate.text.partition("占")
    share = not of or OF_SHARES.search(query.text)
    return candidate.is_row and not share and not set(tokens(subject)) & set(tokens(part))


def _of_another(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a row or sentence gives other indicators than the one that the question names: 发明专利 for
    高价值发明专利."""
    wanted = spoken(evidence.query.focus)
    if not wanted or not candidate.quantities:
        return False
    passage = candidate.passage
    held = {
        i.concept
        for i in evidence.indicators((passage.plan_id,))
        if _inside(i.span, passage.span) and (candidate.is_row or i.quote in candidate.text)
    }
    meant = {kin for concept in wanted for kin in (concept, base_of(concept))}
    if not held or any(kin in concept for kin in meant for concept in held):
        return False
    text = set(tokens(passage.record or candidate.text))
    shares = [len(text & asked) / len(asked) for asked in (set(tokens(concept)) for concept in wanted) if asked]
    return all(_ALIKE <= share < _SAME for share in shares)


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _measures(unit: str) -> bool:
    """Whether a unit measures something (天, 亩, 吨) rather than counting or weighing money, which have ways of their
    own to be said."""
    return dimension(unit) not in ("", "计数", "金额", "比重", "百分点", "倍数", "位次", "得分")


def _is_grant(quantity: Quantity, candidate: Candidate) -> bool:
    """Whether a share is a sum of money that is granted (给予50%的资金支持), in a sentence that says all asked."""
    return quantity.unit == "%" and candidate.coverage >= _SURE and bool(_GRANTED.search(candidate.text))


def unfit(candidate: Candidate, evidence: Evidence) -> bool:
    """A candidate that cannot answer what is asked: no number where one is asked for, or another year's."""
    query = evidence.query
    if not query.wants_number or query.intent is not Intent.VALUE:
        return False
    if _lacks_the_subject(candidate, evidence) or _of_another(candidate, evidence):
        return True
    counted = dimension(query.unit) == "计数" or not (query.unit or query.dimension)
    spelled = counted and _SPELLED.search(candidate.text)
    if not candidate.quantities and not spelled:
        return not _VAGUE.search(query.text)
    if _measures(query.unit) and not any(dimension(q.unit) == dimension(query.unit) for q in candidate.quantities):
        return True
    if query.dimension == "金额" and not any("元" in q.unit or _is_grant(q, candidate) for q in candidate.quantities):
        return True
    if query.years and candidate.periods:
        wanted = {y[-4:] for y in query.years}
        named = {year[-4:] for year in told_years(candidate.passage.record or candidate.text, candidate.periods)}
        return not wanted & named
    return False


def names_no_more(query: Query) -> bool:
    """Whether the question names an indicator in short (高企) and nothing besides."""
    return (
        query.asks < 2 and unabbreviated(query.focus) != query.focus and not _BARE.sub("", unabbreviated(query.focus))
    )
