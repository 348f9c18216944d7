"""Yes or no: a stated figure checked against the plan; whether something is given, or a multiple is reached."""

from __future__ import annotations

import operator
import re
from dataclasses import replace
from os.path import commonprefix

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Computed, Draft
from assistant.questions import Intent, Query
from assistant.records.disagreements import known, sides_of
from assistant.records.fitting import by_its_value
from assistant.records.values import SURE, Hit, fits_year, hits, in_years
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence, gather
from assistant.understanding.wording import ASKS, CONFIRM, EVERY, bared
from assistant.words import present_figures
from ingest.facts.concepts import plain
from ingest.library.words import tokens
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
_COPULA = re.compile(r"(?:就是|应该|是不是|是|为|达到?|只?有|要|到|等于|约|目标|定|[排居列]|全[国省市区县])+$")
_OF_A_THING = re.compile(
    "的(?!意思|目标|水平|规模|数|标准|比[例重]|[？?，。吧吗]|是|对)[一-鿿]{2}"
)  # 那个1000亿的创新基金
_FIGURES = re.compile(r"(?:数字|量化|定量|具体)的?(?:数字|量化)?(?:指标|目标)(?:了?[吗没]|没有|[?？]|$)")
_TITLES = re.compile("《[^》]*》")
_REGIONS = ("省", "市", "县", "区", "镇", "级")  # 七县: no figure of the claim
_RANK, _RANKED = "位", re.compile("(?:排名|位次|名次)$")
_WHOSE = re.compile(r"(?:19|20)\d\d年[底末]?|目标|数[据值]?|水平|规模|意思|的")
_REST, _MOSTLY = 5, 0.6
_TELLING, _LEEWAY, _RIVAL, _SHORTEST = 4, 0.15, 0.25, 12
_GIVEN = re.compile(
    r"(具体)?(数值|百分比|数字|指标值|金额|人数|量化|数)(目标|指标|要求)?(吗|没有|没|了吗|[?？])|定了具体|有没有(?:具体|量化)的?(?:数|指标|目标|要求)"
)
_DATED = re.compile(r"[^，]*20\d\d[^，]*，")
_ABOUT = 40  # characters of the sentence that tells it in words


def check(evidence: Evidence) -> Draft | None:
    """Whether what the question states is what the plan says."""
    return stated(evidence) or _figures_given(evidence) or _number_given(evidence)


def stated(evidence: Evidence) -> Draft | None:
    """Whether the figure that the question states is the plan's; None where it states none or asks for more."""
    query = evidence.query
    every = EVERY.search(query.text)
    figures = [q for q in quantities(query.text) if q.unit and q.unit not in _REGIONS]
    said = [q for q in figures if not (every and q.end <= every.start())]
    granted = bool(_GRANTED.search(query.text))
    asked = CONFIRM.search(query.text) or (query.intent is Intent.YES_NO and _WHETHER.search(query.text))
    if not said or ASKS.search(query.text) or _SUPPOSED.search(query.text) or not (asked or granted):
        return None
    last, asked_of = said[-1], hits(evidence)
    if _OF_A_THING.match(query.text, last.end) or _claims_more(query, query.text[last.end :]):
        return None
    if last.unit == _RANK:
        asked_of = _ranks(asked_of, query.text)
    elif last.unit in SCALES and any(h.indicator.unit.endswith("元") for h in asked_of):
        last = replace(last, unit=f"{last.unit}元")
    found = _of_subject(asked_of, query, last)
    pool = in_years(found, query) if last.comparator in _BOUNDS else found
    same = [h for h in pool if _same(h, last)]
    if granted and (same or not found or found[0].score < SURE):
        return None
    if same and _ADDED.search(query.text[: last.start]) and not _ADDED_TOO.search(_told(same[0])):
        return _verdict(evidence, same[0], right=False, told=present_figures.no_addition(same[0].indicator))
    if same and _IN_ALL.search(query.text) and _OFTEN.search(_told(same[0])):
        return _verdict(evidence, same[0], right=False, told=present_figures.not_in_all(same[0].indicator))
    if same:
        right = not query.years or any(fits_year(h.indicator.year, y) for h in same for y in query.years)
        concept = same[0].indicator.concept
        in_its_place = [] if right else [h for h in in_years(found, query) if h.indicator.concept == concept]
        return _verdict(evidence, (in_its_place or same)[0], right=right)
    concepts = {h.indicator.concept for h in found[:1] or asked_of[:1]}
    alike = [h for h in asked_of if h.score >= SURE - _LEEWAY and h.indicator.concept in concepts]
    dated = [
        h for h in in_years(found, query) or in_years(alike, query) if base(h.indicator.unit)[1] == base(last.unit)[1]
    ]
    return _verdict(evidence, dated[0], right=False) if dated else None


def _claims_more(query: Query, rest: str) -> bool:
    """Whether what follows the figure says more of it than whose and when it is: it is not all to be confirmed."""
    for scope in query.scopes:
        rest = rest.replace(scope.name, " ")
    return len(bared(_WHOSE.sub(" ", CONFIRM.sub(" ", rest))).replace(" ", "")) > _REST


def _ranks(found: list[Hit], text: str) -> list[Hit]:
    """The ranks whose names the question says for the most part."""
    asked, ranks = set(tokens(text)), [h for h in found if h.indicator.role == "rank"]
    named = [(h, set(tokens(_RANKED.sub("", h.indicator.name)))) for h in ranks]
    return [h for h, own in named if len(own & asked) >= _MOSTLY * len(own)]


def _of_subject(found: list[Hit], query: Query, said: Quantity) -> list[Hit]:
    """The hits whose name the question writes right before the figure that it states; else those that fit well, and
    none that only the figure brings near the best."""
    subject = _COPULA.sub("", re.split(r"[，。；、？]", query.text[: said.start])[-1])
    shared = {id(h): len(commonprefix([subject[::-1], plain(h.indicator.name)[::-1]])) for h in found}
    longest = max(shared.values(), default=0)
    if longest >= _TELLING or 1 < longest == len(subject):
        return [h for h in found if shared[id(h)] == longest]
    named = {id(h): h.score - by_its_value(h.indicator, query) for h in found}
    best = max(named.values(), default=0.0)
    return [h for h in found if h.score >= SURE - _LEEWAY and named[id(h)] >= best - _RIVAL]


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
    text = told or (present_figures.confirmed(hit.indicator) if right else present_figures.corrected(hit.indicator))
    claims = [Claim(text, hit.sources)]
    if not hit.indicator.table:
        claims.append(Claim(" ".join(hit.indicator.quote.split()), hit.sources))
    if right:
        claims += sides_of(evidence, [record for record in known(evidence, [hit]) if record.reason != "推算不符"])
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(hit.indicator,))


def _number_given(evidence: Evidence) -> Draft | None:
    """ "Is there a figure for it?" where the sentence about it has words only."""
    if not _GIVEN.search(evidence.query.text) or not evidence.candidates:
        return None
    best = evidence.candidates[0]
    near, alone = (clip(best.text.strip(), evidence.looked, limit) for limit in (_ABOUT, 1))
    said = next((words for words in (near, alone) if not quantities(_DATED.sub("", words))), "")
    if best.coverage < evidence.settings.part or not said:
        return None
    source = evidence.source(best)
    return Draft(AnswerStatus.ANSWERED, (Claim(present_figures.words_only(said.strip("…")), (source,)),))


def _figures_given(evidence: Evidence) -> Draft | None:
    """That a plan sets no figure at all for a year, with what it says of that year in words."""
    query = evidence.query
    if not _FIGURES.search(query.text) or len(query.scopes) != 1 or len(query.years) != 1:
        return None
    year = query.years[0][-4:]
    plan_ids = query.scopes[0].plan_ids
    if evidence.shelf.indicators(plan_ids, years=[year]):
        return None
    about = gather(replace(query, focus=f"到{year}年目标"), evidence.shelf, evidence.settings, evidence.plan_of)
    dated = [c for c in about.candidates if any(p.year[-4:] == year for p in c.periods) and not c.is_row]
    told = [c for c in dated if not c.quantities and year in _TITLES.sub("", c.text) and len(c.text) > _SHORTEST][:2]
    if not told:
        return None
    claims = [Claim(c.text.strip(), (about.source(c),)) for c in told]
    first = present_figures.words_only(claims[0].text.rstrip("。；"))
    return Draft(AnswerStatus.ANSWERED, (replace(claims[0], text=first), *claims[1:]))


def doubled(pair: tuple[Hit, Hit], text: str) -> list[Claim]:
    """Whether the later value is twice the earlier one, where the question asks for 翻一番 or 倍增."""
    earlier, later = pair
    if not re.search(r"翻.{0,2}[番倍]|倍增", text) or later.indicator.unit != earlier.indicator.unit:
        return []
    try:
        twice = compute.number(earlier.indicator) * 2
        reached = compute.number(later.indicator) >= twice
    except compute.Incomparable:
        return []
    expression = f"{earlier.indicator.value} × 2"
    computed = Computed(expression, compute.plain(twice), earlier.indicator.unit, (*earlier.sources, *later.sources))
    words = present_figures.doubled(reached=reached, twice=compute.plain(twice), unit=earlier.indicator.unit)
    return [Claim(words, (*earlier.sources, *later.sources), computed)]
