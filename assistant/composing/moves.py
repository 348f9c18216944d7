"""A change that one sentence tells (由12万吨/天提高至24万吨/天): its two values, and what is asked of them."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Query
from assistant.records.operations import APART, calculated, operations_of, shortened, subject_of
from assistant.records.values import Hit
from assistant.retrieval.clip import ELLIPSIS
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from ingest.library.words import tokens
from ingest.notation.periods import years
from ingest.notation.units import base, dimension
from ingest.plans import Indicator, Quantity

# Verbs of change; what stands before the first value (由, 从2020年的), and between it and the second (提高到).
_VERB = "(?:提[高升]|增[加长至]?|上升|扩[大容]|下?降低?|减少?|缩[小减短]|压[减缩]|发展|变化?|调整|上?涨|跃升|攀升|回落)"
_FROM = re.compile(r"(?:由|从)(?:[^，,。；;、由从]{0,10}年)?(?:[末初底])?(?:的|现状的?|目前的?|现有的?)?\s*(?:约|近)?$")
_TO = re.compile(
    rf"(?:左右|以上)?[，,]?\s*(?:[^，,。；;、]{{0,8}}年[底末]?)?{_VERB}?(?:到|至|为)了?[^，,。；;、\d]{{0,6}}$"
)
_TORN = re.compile(r"\s*[·•.．,，]\s*\d")
_BEFORE = re.compile(r"[，,。；;：:、）)]")
_NAMED, _LOOKED, _LONG = 0.5, 0.6, 120


def change_told(evidence: Evidence) -> Draft | None:
    """The asked change where a sentence tells both its ends, with the sentence; None where it is of something else or
    of another time."""
    query = evidence.query
    asked = [o for o in operations_of(query.text) if o not in (compute.share, compute.annual_growth)]
    if not (asked or APART.search(query.text)) or len(query.scopes) > 1:
        return None
    for candidate in evidence.candidates[:5]:
        for earlier, later, start, end in () if candidate.is_row else _told(candidate, evidence):
            name = earlier.indicator.name
            if _is_named(name, query) and _is_of_the_time(candidate, end, evidence):
                said = Claim(_words(candidate.text, start, end), (evidence.source(candidate),))
                results = [calculated(o, later, earlier) for o in dict.fromkeys([*asked, compute.difference])]
                claims = [claim for found in results for claim in found]
                return Draft(AnswerStatus.ANSWERED, (said, *claims)) if claims else None
    return None


def _told(candidate: Candidate, evidence: Evidence) -> list[tuple[Hit, Hit, int, int]]:
    """Every change of a sentence: its two values, and where its name begins and its second value ends."""
    text, found = candidate.text, []
    for first, second in pairwise(candidate.quantities):
        cause = _FROM.search(text[: first.start])
        if not cause or not _TO.fullmatch(text[first.end : second.start]) or not _alike(first, second, text):
            continue
        before = text[: cause.start()].rstrip("，, ")
        start = max((m.end() for m in _BEFORE.finditer(before)), default=0)
        name = before[start:]
        if name and "分别" not in name:
            made = [_hit(q, first.unit or second.unit, name, candidate, evidence) for q in (first, second)]
            found.append((made[0], made[1], start, second.end))
    return found


def _alike(first: Quantity, second: Quantity, text: str) -> bool:
    """Whether two values are plain ones of one kind, and the second is no number that a scan has torn (27 · 4％)."""
    if not second.unit and _TORN.match(text, second.end):
        return False
    kinds = {dimension(base(q.unit)[1]) or q.unit for q in (first, second) if q.unit}
    return len(kinds) < 2 and first.high is None is second.high


def _hit(quantity: Quantity, unit: str, name: str, candidate: Candidate, evidence: Evidence) -> Hit:
    """A value of the sentence as a record, so that it is calculated with like any other."""
    passage, source = candidate.passage, evidence.source(candidate)
    role = "rank" if quantity.nature == "排名" else "actual"
    value = compute.plain(quantity.value)
    indicator = Indicator(
        plan_id=passage.plan_id,
        name=name,
        concept=name,
        region="",
        year="",
        role=role,
        comparator=quantity.comparator,
        value=value,
        unit=quantity.unit or unit,
        nature="",
        table="",
        group="",
        heading=passage.heading,
        span=source.span,
        quote=candidate.text,
    )
    return Hit(indicator, 1.0, evidence.plan_of(passage.plan_id))


def _is_named(name: str, query: Query) -> bool:
    """Whether a change is of what is asked: the question says most of its name, and its name most of that."""
    subject = subject_of(query)
    said = re.sub(r"[比较]$", "", subject.split()[0]) if subject else ""
    if shortened(said, name):
        return True
    own, wanted = set(tokens(name)), set(tokens(subject))
    shared = len(own & set(tokens(query.text)))
    return bool(wanted) and shared > _NAMED * len(own) and len(own & wanted) >= _LOOKED * len(wanted)


def _is_of_the_time(candidate: Candidate, end: int, evidence: Evidence) -> bool:
    """Whether a change is of the asked years: those that it names, else the years of its plan."""
    asked = evidence.query.years
    named = {year for p in candidate.periods if p.start < end for year in (p.year[:4], p.year[-4:])}
    if not asked:
        return True
    if named:
        wanted = {year for one in asked for year in (one[:4], one[-4:])}
        return bool(named & wanted) if any("-" in one for one in asked) else wanted <= named
    period = evidence.plan_of(candidate.passage.plan_id).facts.period
    planned = {year for p in years(period.value) for year in (p.year, p.year[-4:])} if period else set()
    return planned >= set(asked)


def _words(text: str, start: int, end: int) -> str:
    """The sentence; of a long one what tells the change."""
    if len(text.strip()) <= _LONG:
        return text.strip()
    after = re.search("[，,。；;]", text[end:])
    stop = end + after.start() if after else len(text)
    return f"{ELLIPSIS if start else ''}{text[start:stop].strip()}{ELLIPSIS if after else ''}"
