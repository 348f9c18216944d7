"""Whether a figure that a question states is the plan's: its value, its year, a sum or a yearly figure."""

from __future__ import annotations

import operator
import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent, Query
from assistant.records.claimed import GROWTH, LEEWAY, RANK, claims_more, figure_of, of_subject, ranks_said
from assistant.records.disagreements import known, sides_of
from assistant.records.values import SURE, Hit, fits_year, hits, in_years
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import ASKS, CONFIRM
from assistant.words import present_claims, present_figures
from ingest.notation.quantities import agree, quantities
from ingest.notation.units import SCALES, base
from ingest.plans import Quantity

_ADDED = re.compile(r"(?:新增加?|净增|再增加?|新增长)[^，。；？\d]{0,8}$")
_ADDED_TOO = re.compile("增|新[引认培建设评]|引进|每年")
_IN_ALL, _OFTEN = re.compile("一共|总共|累计|合计|总计|整个"), re.compile("每年|年均")
_BOUNDS = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}
_WHETHER = re.compile(r"有没有|是否|真的|[吗吧][？?]?$")
_GRANTED = re.compile(r"为什么|为啥|为何|凭什么|怎么会|既然")
_SUPPOSED = re.compile("如果|假如|要是|假设|够不够|够到|够得着|就?够[^，。]{0,12}吗")
_OF_A_THING = re.compile(
    "的(?!意思|目标|水平|规模|数|标准|比[例重]|[？?，。吧吗]|是|对)[一-鿿]{2}"
)  # 那个1000亿的创新基金
_MOVED_BY = re.compile("[升降掉退跌涨]了?(?:整整|足足|近|约|大约)?$|下降了?$|上升了?$|[增减]加?了$")
_ACTS = re.compile("申报|公示|推荐|征集")
_AROUND = 36


def stated(evidence: Evidence) -> Draft | None:
    """Whether the figure that the question states is the plan's; None where it states none or asks for more."""
    query = evidence.query
    last = figure_of(query)
    granted = bool(_GRANTED.search(query.text))
    asked = CONFIRM.search(query.text) or (query.intent is Intent.YES_NO and _WHETHER.search(query.text))
    if last is None or ASKS.search(query.text) or _SUPPOSED.search(query.text) or not (asked or granted):
        return None
    if _OF_A_THING.match(query.text, last.end) or claims_more(query, query.text[last.end :]):
        return None
    asked_of = hits(evidence)
    if last.unit == RANK:
        asked_of = ranks_said(asked_of, query.text)
    elif last.unit in SCALES and any(h.indicator.unit.endswith("元") for h in asked_of):
        last = replace(last, unit=f"{last.unit}元")
    if _MOVED_BY.search(query.text[: last.start]):
        return _moved_by(evidence, last)
    found = of_subject(asked_of, query, last)
    pool = in_years(found, query) if last.comparator in _BOUNDS else found
    if _OFTEN.search(query.text):
        pool = [h for h in pool if _OFTEN.search(_told(h))]
    same = [h for h in pool if _same(h, last)]
    if granted and (same or not found or found[0].score < SURE):
        return None
    return _confirmed(evidence, last, same, asked_of) if same else _denied(evidence, last, found, asked_of)


def _confirmed(evidence: Evidence, last: Quantity, same: list[Hit], asked_of: list[Hit]) -> Draft:
    """That a figure is the plan's; not where it is a total, a yearly figure, another year's or in another context."""
    query = evidence.query
    if _ADDED.search(query.text[: last.start]) and not _ADDED_TOO.search(_told(same[0])):
        return _verdict(evidence, same[0], right=False, told=present_claims.no_addition(same[0].indicator))
    if _IN_ALL.search(query.text) and _OFTEN.search(_told(same[0])):
        return _verdict(evidence, same[0], right=False, told=present_claims.not_in_all(same[0].indicator))
    if meant := _placed_as_asked(query, same[0], asked_of):
        return _verdict(evidence, meant, right=False)
    right = not query.years or any(fits_year(h.indicator.year, y) for h in same for y in query.years)
    concept = same[0].indicator.concept
    in_its_place = [] if right else [h for h in in_years(asked_of, query) if h.indicator.concept == concept]
    return _verdict(evidence, (_reached_first(in_its_place, query) or same)[0], right=right)


def _denied(evidence: Evidence, last: Quantity, found: list[Hit], asked_of: list[Hit]) -> Draft | None:
    """The plan's figure in the place of the stated one, of the same thing in the same unit."""
    query = evidence.query
    concepts = {h.indicator.concept for h in found[:1] or asked_of[:1]}
    alike = [h for h in asked_of if h.score >= SURE - LEEWAY and h.indicator.concept in concepts]
    dated = in_years(found, query) or in_years(alike, query)
    if query.years and not dated and found and found[0].score >= SURE and found[0].indicator.year[:4] not in query.text:
        return _of_other_years(found, query)
    told = [h for h in _reached_first(dated, query) if base(h.indicator.unit)[1] == base(last.unit)[1]]
    told = [h for h in told if h.indicator.role != "growth" or GROWTH.search(query.text)]
    acts = _ACTS.findall(query.text)
    if not told or any(act not in _told(told[0]) for act in acts):
        return None
    return _verdict(evidence, told[0], right=False)


def _reached_first(found: list[Hit], query: Query) -> list[Hit]:
    """What was reached before what was planned, unless the question speaks of a goal."""
    return sorted(found, key=lambda h: h.indicator.role == "planned" and "目标" not in query.text)


def _of_other_years(found: list[Hit], query: Query) -> Draft:
    """A refusal that shows the value of another year."""
    said = present_figures.other_year(found[0].plan.title, (found[0].indicator,), query.years)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(said, found[0].sources),))


def _placed_as_asked(query: Query, same: Hit, asked_of: list[Hit]) -> Hit | None:
    """Of one thing the figure that stands with the words or the other figure of the question (累计, 50家), where the
    stated one does not: 5218万元 is of 20家."""
    words = {*_IN_ALL.findall(query.text), *(f"{q.value}{q.unit}" for q in quantities(query.text))}
    words.discard(f"{same.indicator.value}{same.indicator.unit}")
    own = _words_around(same, words)
    others = [h for h in asked_of if h.indicator.concept == same.indicator.concept and h is not same]
    best = max(others, key=lambda h: len(_words_around(h, words)), default=None)
    return best if best and len(_words_around(best, words)) > len(own) else None


def _words_around(hit: Hit, words: set[str]) -> set[str]:
    span = hit.indicator.span
    around = "".join(hit.plan.text[max(span.start - _AROUND, 0) : span.end].split())
    return {word for word in words if word in around}


def _moved_by(evidence: Evidence, last: Quantity) -> Draft | None:
    """That something moved by as much as is stated, where the plan states that change itself."""
    years = evidence.query.years
    moved = [h for h in hits(evidence) if h.indicator.role == "growth"]
    dated = [h for h in moved if not years or any(fits_year(h.indicator.year, year) for year in years)]
    told = (h for h in dated if h.indicator.value.lstrip("-") == f"{last.value}" and h.indicator.unit == last.unit)
    same = next(told, None)
    return _verdict(evidence, same, right=True) if same else None


def _same(hit: Hit, stated: Quantity) -> bool:
    told = quantities(f"{hit.indicator.value}{hit.indicator.unit}")
    return bool(told) and (agree(told[0], stated) or _within(told[0], stated))


def _within(told: Quantity, stated: Quantity) -> bool:
    """Whether a value keeps the bound that a question states: 15000家 is 超过1万家."""
    (factor, unit), (other, bound) = base(told.unit), base(stated.unit)
    holds = _BOUNDS.get(stated.comparator)
    return bool(holds) and unit == bound and holds(told.value * factor, stated.value * other)


def _told(hit: Hit) -> str:
    """All that a record says of what it counts."""
    return f"{hit.indicator.nature}{hit.indicator.name}{hit.indicator.quote}"


def _verdict(evidence: Evidence, hit: Hit, *, right: bool, told: str = "") -> Draft:
    """What the plan gives, and what else it or another plan gives for the same thing."""
    text = told or (present_claims.confirmed(hit.indicator) if right else present_claims.corrected(hit.indicator))
    claims = [Claim(text, hit.sources)]
    if not hit.indicator.table:
        claims.append(Claim(hit.indicator.on_one_line, hit.sources))
    if right:
        claims += sides_of(evidence, [record for record in known(evidence, [hit]) if record.reason != "推算不符"])
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(hit.indicator,))
