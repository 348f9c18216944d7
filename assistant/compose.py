"""Evidence → Draft, by intent, from the plans' own words (engine `grounded`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant import present
from assistant.answers import AnswerStatus, Claim, Draft, Intent
from assistant.clip import clip
from assistant.compose_change import over_years
from assistant.compose_compare import asked_of_several, over_regions
from assistant.compose_conflict import doubted, flow_and_stock, sides
from assistant.compose_contents import only_in_contents
from assistant.compose_duties import by_unit, responsible
from assistant.compose_extremes import extremes
from assistant.compose_lists import enumeration, figures, table_rows
from assistant.compose_meta import about_plans, structure
from assistant.compose_places import by_place, namings
from assistant.compose_regions import side_by_side
from assistant.compose_terms import unexplained, unknown
from assistant.compose_timeline import timeline
from assistant.compose_values import value
from assistant.compose_yesno import check, stated
from assistant.evidence import Evidence
from assistant.fitting import names, subjects_of
from assistant.rank import Candidate
from assistant.rows import row_text
from assistant.wording import ATTRIBUTES
from ingest.library.words import tokens

LONG = 400
SHORT = 130
_CLIPPED, _MOST = 90, 3


def compose(evidence: Evidence) -> Draft:
    """The shortest grounded answer that the evidence carries, or a refusal that says what is missing."""
    query = evidence.query
    if query.intent in (Intent.UNSAFE, Intent.SMALL_TALK):
        return _in_role(query.intent)
    if _asks_untold(evidence):
        return refuse(evidence)
    steps = [*_BEFORE, *_STEPS.get(query.intent, ())]
    if len(query.scopes) + len(query.outside) > 1 and query.intent not in _OWN_WAY:
        steps.insert(1, asked_of_several)
    for step in steps:
        draft = step(evidence)
        if draft:
            return draft
    if len(query.scopes) > 1:
        return side_by_side(evidence, _sentences) or refuse(evidence)
    return _sentences(evidence)


def _asks_untold(evidence: Evidence) -> bool:
    """Whether the question asks for something by name (利率, 电话) that nothing found names."""
    return any(
        asked.search(evidence.query.text) and not any(told.search(c.text) for c in evidence.candidates[:20])
        for asked, told in ATTRIBUTES
    )


def _in_role(intent: Intent) -> Draft:
    status = AnswerStatus.UNSAFE if intent is Intent.UNSAFE else AnswerStatus.OUT_OF_SCOPE
    return Draft(status, (Claim(present.IN_ROLE[intent], ()),))


def refuse(evidence: Evidence, detail: str = "") -> Draft:
    """A typed refusal."""
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(detail or present.NOT_IN_PLANS, ()),))


def _sentences(evidence: Evidence, *, limit: int = 0, label: str = "", first: Candidate | None = None) -> Draft:
    """One to three sentences or rows that cover the question, one of them first."""
    query = evidence.query
    chosen = list(dict.fromkeys((first, *choose(evidence))))[:_MOST] if first else choose(evidence)
    if not chosen and (query.scopes or query.outside) and query.intent is not Intent.META:
        chosen = [c for c in choose(evidence.beyond()) if c.coverage >= evidence.settings.beyond]
    if not chosen:
        return refuse(evidence)
    limit = limit or (SHORT * 2 if query.wants_number else LONG)
    each = max(limit // len(chosen), SHORT if first else _CLIPPED)
    claims = []
    for candidate in chosen:
        text = (
            row_text(candidate.passage, query)
            if candidate.is_row
            else clip(candidate.text.strip(), evidence.looked, each)
        )
        claims.append(Claim(text, (evidence.source(candidate),)))
    if label:
        claims[0] = replace(claims[0], text=f"{label}：{claims[0].text}")
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def choose(evidence: Evidence) -> list[Candidate]:
    """For each part of the question the best candidate; where one part is left, up to two that add to it."""
    settings, looked, query = evidence.settings, evidence.looked, evidence.query
    pool = [c for c in evidence.candidates if not _unfit(c, evidence)]
    for asked, told in ATTRIBUTES:
        if asked.search(query.text):
            pool = [c for c in pool if told.search(c.text)]
    subjects = subjects_of(query)
    if subjects:
        pool = [c for c in pool if all(about(c, subject) for subject in subjects)]
    if query.outside and not query.scopes:
        named = [c for c in pool if any(name in c.text for name in query.outside)]
        pool = [c for c in named if c.coverage >= settings.beyond]
    if not pool or pool[0].coverage + pool[0].context < looked.floor(settings.floor):
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
        adds = gain >= settings.gain and candidate.score >= settings.second * pool[0].score
        if adds and len(chosen) < 3 and candidate not in chosen:
            chosen.append(candidate)
            covered |= own
    return _section_first(chosen, evidence) if query.intent in (Intent.TASK, Intent.LIST) else chosen


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


def about(candidate: Candidate, subject: str) -> bool:
    """Whether a candidate, or the passage and headings it stands in, names a park, firm or town."""
    told = f"{candidate.passage.text}{''.join(candidate.passage.heading)}"
    return names(told, subject)


def _unfit(candidate: Candidate, evidence: Evidence) -> bool:
    """A candidate that cannot answer what is asked: no number where one is asked for, or another year's."""
    query = evidence.query
    if not query.wants_number or query.intent not in (Intent.VALUE,):
        return False
    if not candidate.quantities:
        return not _VAGUE.search(query.text)
    if query.dimension == "金额" and not any("元" in q.unit for q in candidate.quantities):
        return True
    if query.years and candidate.periods and query.intent is Intent.VALUE:
        wanted = {y[-4:] for y in query.years}
        named = {p.year[-4:] for p in candidate.periods}
        return not wanted & named
    return False


_VAGUE = re.compile(r"什么水平|怎样的水平|什么程度")
_OWN_WAY = (Intent.META, Intent.RESPONSIBLE, Intent.CONFLICT, Intent.LIST)
_BEFORE: Sequence[Callable[[Evidence], Draft | None]] = (
    *(only_in_contents, unknown, by_unit, doubted, flow_and_stock, by_place, namings),
    *(unexplained, extremes, timeline),
)
_STEPS: dict[Intent, Sequence[Callable[[Evidence], Draft | None]]] = {
    Intent.META: (about_plans,),
    Intent.LIST: (table_rows, enumeration, figures),
    Intent.TASK: (enumeration, figures, value),
    Intent.YES_NO: (check,),
    Intent.VALUE: (stated, table_rows, enumeration, figures, over_regions, value),
    Intent.DEFINITION: (enumeration,),
    Intent.CONFLICT: (sides,),
    Intent.RESPONSIBLE: (responsible,),
    Intent.COMPARE: (over_regions, over_years, table_rows, enumeration, figures, value),
    Intent.CALCULATE: (over_regions, over_years, structure, value),
}
