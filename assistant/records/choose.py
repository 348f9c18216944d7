"""Which sentences and rows answer a question: the best for each part, and what adds to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.questions import Intent, Query
from assistant.records.other_places import elsewhere, says_more
from assistant.records.predicates import with_predicate
from assistant.records.provisions import trigger
from assistant.records.subjects import names, subjects_of
from assistant.records.unfit import unfit
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.understanding.lexicon import unabbreviated
from assistant.understanding.wording import QUOTED, asked_for
from ingest.library.words import tokens
from ingest.plans import Quantity

LONG, _TERM = 400, 4
_SUBJECT_CHARS, _AS_WELL, _ALL_SAID = 600, 0.9, 0.9
# who does it: an office, or whoever is said to be in charge
IN_CHARGE = re.compile(
    r"负责|牵头|主管|[主承合兴开举]办|设立|承担|会同|责任单位|责任部门|由[^，。；]{2,24}(?:组织|实施|审|批|制定|办理|编制|开展|提供|验收|管理|落实)"
    r"|[一-鿿](?:局|委员会|办公室|厅|部门|政府|管委会|领导小组|研究[院所]|协会|集团|[一-鿿]{2}委(?![托派任员会书办]))(?![一-鿿]?长)"
)
_MONEY, _PAYS, _PAID_FOR = "金额", re.compile("[补奖]|资助|扶持|津贴"), 0.4
_AID = re.compile("奖补|奖励|补助|补贴|资助|扶持|专项资金")  # every plan of aid is called so
_GOAL = re.compile(r"\s*(?:的?(?:目标|数值|情况|水平|数|值)|\s)+$")
# things of a kind that one letter names: 几个“池”, 哪些镇
_ONE_KIND = re.compile('(?:什么|哪些|哪几个|几个)[“"]?([池园镇港城院库链廊带谷湾岛馆站])子?[”"]?(?:[，。？]|$)')
_CLAUSE = re.compile("[；;。]")
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


def fitting(evidence: Evidence) -> list[Candidate]:
    """The candidates that name what the question asks for by name, and whoever is in charge where that is asked."""
    query = evidence.query
    pool = [c for c in evidence.candidates if not unfit(c, evidence) and not elsewhere(c, evidence)]
    for told in asked_for(query.text):
        pool = [c for c in pool if told.search(said := whole(c, evidence)) and _of_topic(said, told, evidence)]
    if query.intent is Intent.RESPONSIBLE:
        pool = [c for c in pool if IN_CHARGE.search(c.text)]
    pool = with_predicate(pool, evidence)
    quoted = [term for term in QUOTED.findall(query.text) if len(term) <= _TERM] if len(query.scopes) > 1 else []
    pool = [c for c in pool if any(term in c.text for term in quoted)] or pool
    if kind := _ONE_KIND.search(query.text):
        pool = [c for c in pool if kind[1] in c.text] or pool
    subjects = subjects_of(query)
    if subjects:
        every = any if query.intent is Intent.COMPARE else all
        pool = [c for c in pool if every(about(c, subject, evidence) for subject in subjects)]
    if query.outside and not query.scopes:
        named = [c for c in pool if any(name in c.text for name in query.outside)]
        pool = [c for c in named if c.coverage >= evidence.settings.beyond and says_more(c, evidence)]
        if query.wants_number and query.intent is Intent.VALUE:
            pool = [c for c in pool if any(q.unit.endswith(query.unit) for q in _beside_a_place(c, query))]
    if query.dimension == _MONEY and _PAYS.search(query.text):
        looked = trigger(evidence, ())
        pool = [c for c in pool if not looked.own or looked.covered(_all_words(c)) >= looked.floor(_PAID_FOR)]
    return pool


def _beside_a_place(candidate: Candidate, query: Query) -> list[Quantity]:
    """The quantities of the clauses of a sentence, or of the row, that name a place which no plan is loaded for."""
    ends = [0, *(m.end() for m in _CLAUSE.finditer(candidate.text)), len(candidate.text)]
    named = [(a, b) for a, b in pairwise(ends) if any(name in candidate.text[a:b] for name in query.outside)]
    return [q for q in candidate.quantities if candidate.is_row or any(a <= q.start < b for a, b in named)]


def _all_words(candidate: Candidate) -> set[str]:
    """The words of a sentence, of what stands beside it and of its headings."""
    return set(tokens(f"{candidate.passage.text} {' '.join(candidate.passage.heading)}"))


def _of_topic(said: str, told: re.Pattern[str], evidence: Evidence) -> bool:
    """Whether more than what is asked for by name is shared with a question that carries its topic over: of 条件 of
    the thing spoken of, not of any."""
    query = evidence.query
    kept = query.carried or query.intent is Intent.RESPONSIBLE
    topic = {t for t in evidence.looked.own if not told.search(t)} if kept else set()
    return not topic or bool(topic & set(tokens(said)))


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


def whole(candidate: Candidate, evidence: Evidence) -> str:
    """A candidate with its heading and the title of its plan: what it need not say again."""
    passage = candidate.passage
    title = _AID.sub("", evidence.plan_of(passage.plan_id).title)
    return f"{candidate.text}{''.join(passage.heading[-1:])}{title}"


def _reaches(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a candidate covers enough of the question, or holds the very words that it sets in quotation marks."""
    settings = evidence.settings
    text, kind = evidence.query.text, _ONE_KIND.search(evidence.query.text)
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


def about(candidate: Candidate, subject: str, evidence: Evidence) -> bool:
    """Whether a candidate, what stands right before it in its section, or a heading names a park, firm or town."""
    passage = candidate.passage
    plan = evidence.plan_of(passage.plan_id)
    start = max(passage.span.start - _SUBJECT_CHARS, plan.sections[passage.section].body.start)
    before = plan.text[start : passage.span.start]
    return names(f"{before}{passage.text}{''.join(passage.heading)}", subject)


def names_no_more(query: Query) -> bool:
    """Whether the question names an indicator in short (高企) and nothing besides."""
    return (
        query.asks < 2 and unabbreviated(query.focus) != query.focus and not _BARE.sub("", unabbreviated(query.focus))
    )
