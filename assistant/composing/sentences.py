"""Answers in the plan's own sentences: where no typed value fits, and where a sentence says more than one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.questions import Intent
from assistant.records.choose import LONG, choose
from assistant.records.lead_ins import items_led_in
from assistant.records.other_places import of_another_place, tells_goals_only
from assistant.records.rows import leaves_blank, row_text
from assistant.records.unfit import unfit
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import terms
from assistant.words import present
from ingest.library.words import tokens
from ingest.notation.quantities import quantities
from ingest.structure.split import sentences

_LABEL = re.compile(r"(?:\d{1,2}\s?[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)])[^，；：]+。?$")
SEVERAL = re.compile(
    "分别|各(?:是|要|有|为|达|几|多少|自|准备|打算|计划)|[一-鿿](?:及|以及)[一-鿿]|[率额量数值]和[一-鿿]{2,10}[率额量数值]"
)
_SHORT = 130
SENTENCE = 110
_CLIPPED, _NAMES_ONLY, _MOST = 90, 30, 3
_TELLING = 180  # of the sentence that says most of what is asked


def refuse(evidence: Evidence, detail: str = "") -> Draft:
    """A typed refusal: no such plan where a place is asked about that none is loaded for, else not in the plans."""
    query = evidence.query
    if query.outside and not query.scopes and not detail:
        said = present.no_such_plan(query.outside)
        return Draft(AnswerStatus.NO_SUCH_PLAN, (Claim(said, ()),))
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(detail or present.NOT_IN_PLANS, ()),))


def in_sentences(evidence: Evidence, *, limit: int = 0, label: str = "", first: Candidate | None = None) -> Draft:
    """One to three sentences or rows that cover the question, one of them first."""
    query = evidence.query
    chosen = list(dict.fromkeys((first, *choose(evidence))))[:_MOST] if first else choose(evidence)
    if not chosen and (query.scopes or query.outside) and query.intent is not Intent.META and not query.shown:
        chosen = [c for c in choose(evidence.beyond()) if c.coverage >= evidence.settings.beyond]
    if not chosen:
        return refuse(evidence)
    if chosen[0].is_row and leaves_blank(chosen[0].passage, query):
        return _blank(evidence, chosen[0])
    limit = limit or (_SHORT * 2 if query.wants_number else LONG)
    each = max(limit // len(chosen), _SHORT if first else _CLIPPED)
    most = max(chosen, key=lambda c: c.coverage)
    claims = []
    for candidate in chosen:
        text = (
            row_text(candidate.passage, query)
            if candidate.is_row
            else clip(unnumbered(candidate.text), evidence.looked, max(each, _TELLING) if candidate is most else each)
        )
        claims.append(Claim(_of_region(evidence, chosen, candidate, text), (evidence.source(candidate),)))
    items = [] if label else items_led_in(evidence, chosen[0]) or _explained(evidence, chosen[0])
    if items:
        claims = [claims[0], *items, *(claims[1:] if len(query.parts) > 1 or query.asks > 1 else ())]
    if label:
        claims[0] = replace(claims[0], text=f"{label}：{claims[0].text}")
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def _blank(evidence: Evidence, row: Candidate) -> Draft:
    """A refusal that shows the row whose cell is empty."""
    said = present.blank(row_text(row.passage, evidence.query))
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(said, (evidence.source(row),)),))


def _of_region(evidence: Evidence, chosen: Sequence[Candidate], candidate: Candidate, text: str) -> str:
    """What one region's plan says, under the region's name where none is named and others are quoted beside it."""
    query = evidence.query
    regions = [evidence.plan_of(c.passage.plan_id).facts.region for c in chosen]
    names = {region.value if region else "" for region in regions}
    if query.scopes or query.outside or candidate.is_row or len(names) < 2 or "" in names:
        return text
    return f"{regions[chosen.index(candidate)].value}：{text}"


def _explained(evidence: Evidence, candidate: Candidate) -> list[Claim]:
    """What follows a sentence that only names what is to be explained, in its passage."""
    text = candidate.text.strip()
    label = _LABEL.match(text) and evidence.query.intent in (Intent.TASK, Intent.YES_NO)
    if not (evidence.query.intent is Intent.DEFINITION or label) or len(text) > _NAMES_ONLY:
        return []
    passage, plan = candidate.passage, evidence.plan_of(candidate.passage.plan_id)
    following = [(a, b) for a, b in sentences(passage.text) if a >= candidate.end][:2]
    return [
        Claim(
            clip(passage.text[a:b].strip(), evidence.looked, SENTENCE),
            (Source(plan.id, locate(plan, passage, a, b), passage.heading),),
        )
        for a, b in following
    ]


def values_in(lines: Iterable[Claim]) -> set[tuple[Decimal, str]]:
    """The values that some lines tell, each with its unit."""
    return {(q.value, q.unit) for line in lines for q in quantities(line.text)}


def better_told(evidence: Evidence, lines: Sequence[Claim]) -> Candidate | None:
    """A sentence with a fitting number that covers clearly more of the question than typed values do, with the
    headings and tables that they stand in."""
    query, settings = evidence.query, evidence.settings
    if query.intent is Intent.TASK:
        return None
    told = "".join(f"{line.text}{''.join(h for source in line.sources for h in source.heading)}" for line in lines)
    several = query.asks > 1 or SEVERAL.search(query.text)
    margin = settings.outdone / (2 if several else 1)
    least = max(settings.sentence, evidence.looked.covered(set(tokens(told))) + margin)
    asked = {year[-4:] for year in query.years}
    for c in evidence.candidates[:3]:
        if of_another_place(c, evidence) or tells_goals_only(c, evidence):
            continue
        dated = lines or not asked or asked & {p.year[-4:] for p in c.periods}
        if not c.is_row and c.quantities and dated and not unfit(c, evidence) and c.coverage + c.context >= least:
            return c
    return None


def sentence_for(evidence: Evidence, part: str) -> list[Claim]:
    """The sentence that best answers one part of a question, where a typed value does not."""
    looked = terms(replace(evidence.query, focus=part), evidence.shelf)
    pool = [c for c in evidence.candidates[:25] if c.quantities and not c.is_row]
    best = max(pool, key=lambda c: looked.covered(set(tokens(c.text))), default=None)
    if best is None or looked.covered(set(tokens(best.text))) < evidence.settings.part:
        return []
    return [Claim(clip(unnumbered(best.text), looked, SENTENCE), (evidence.source(best),))]
