"""The candidates that name what a question asks for by name: a rate, whoever is in charge, the park it speaks of."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.questions import Intent, Query
from assistant.records.other_places import elsewhere, says_more, tells_goals_only
from assistant.records.predicates import with_predicate
from assistant.records.provisions import trigger
from assistant.records.subjects import names, subjects_of
from assistant.records.unfit import unfit
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.understanding.wording import QUOTED, asked_for
from ingest.library.words import tokens
from ingest.plans import Quantity

_TERM, _SUBJECT_CHARS = 4, 600
# who does it: an office, or whoever is said to be in charge
IN_CHARGE = re.compile(
    r"负责|牵头|主管|[主承合兴开举]办|设立|承担|会同|责任单位|责任部门|由[^，。；]{2,24}(?:组织|实施|审|批|制定|办理|编制|开展|提供|验收|管理|落实)"
    r"|[一-鿿](?:局|委员会|办公室|厅|部门|政府|管委会|领导小组|研究[院所]|协会|集团|[一-鿿]{2}委(?![托派任员会书办]))(?![一-鿿]?长)"
)
_MONEY, _PAYS, _PAID_FOR = "金额", re.compile("[补奖]|资助|扶持|津贴"), 0.4
_AID = re.compile("奖补|奖励|补助|补贴|资助|扶持|专项资金")  # every plan of aid is called so
# things of a kind that one letter names: 几个“池”, 哪些镇
ONE_KIND = re.compile('(?:什么|哪些|哪几个|几个)[“"]?([池园镇港城院库链廊带谷湾岛馆站])子?[”"]?(?:[，。？]|$)')
_CLAUSE = re.compile("[；;。]")


def fitting(evidence: Evidence) -> list[Candidate]:
    """The candidates that name what the question asks for by name, and whoever is in charge where that is asked."""
    query = evidence.query
    pool = [c for c in evidence.candidates if not unfit(c, evidence) and not elsewhere(c, evidence)]
    if query.intent is Intent.VALUE:
        pool = [c for c in pool if not tells_goals_only(c, evidence)] or pool
    for told in asked_for(query.text):
        pool = [c for c in pool if told.search(said := whole(c, evidence)) and _of_topic(said, told, evidence)]
    if query.intent is Intent.RESPONSIBLE:
        pool = [c for c in pool if IN_CHARGE.search(c.text)]
    pool = with_predicate(pool, evidence)
    quoted = [term for term in QUOTED.findall(query.text) if len(term) <= _TERM] if len(query.scopes) > 1 else []
    pool = [c for c in pool if any(term in c.text for term in quoted)] or pool
    if kind := ONE_KIND.search(query.text):
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


def whole(candidate: Candidate, evidence: Evidence) -> str:
    """A candidate with its heading and the title of its plan: what it need not say again."""
    passage = candidate.passage
    title = _AID.sub("", evidence.plan_of(passage.plan_id).title)
    return f"{candidate.text}{''.join(passage.heading[-1:])}{title}"


def about(candidate: Candidate, subject: str, evidence: Evidence) -> bool:
    """Whether a candidate, what stands right before it in its section, or a heading names a park, firm or town."""
    passage = candidate.passage
    plan = evidence.plan_of(passage.plan_id)
    start = max(passage.span.start - _SUBJECT_CHARS, plan.sections[passage.section].body.start)
    before = plan.text[start : passage.span.start]
    return names(f"{before}{passage.text}{''.join(passage.heading)}", subject)
