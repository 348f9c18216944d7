"""What cannot answer a question for a number: another year's, another indicator's, or no number at all."""

from __future__ import annotations

import re

from assistant.questions import Intent, Query
from assistant.records.fitting import spoken
from assistant.records.subjects import named_industries
from assistant.records.values import COUNTED
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate, told_years
from assistant.understanding.wording import OF_SHARES
from ingest.facts.concepts import base_of, plain
from ingest.library.words import tokens
from ingest.notation.units import CHINESE_UNIT, dimension
from ingest.plans import Quantity, Span

_ALIKE, _SAME, _NAME = 0.4, 0.8, 3
_FEW, _SURE = 10, 0.6
_COUNTS = ("", "计数", "金额", "位次", "得分")  # what may be told where a count is asked for
_SPELLED = re.compile(f"([一二两三四五六七八九十])({CHINESE_UNIT})")
_PART_OF, _PART = re.compile("([一-鿿]{5,}?)占"), 0.5
_GOAL = re.compile(r"\s*(?:有|的?(?:目标|数值|情况|水平|数|值)|\s)+$")
_GRANTED = re.compile(r"给予|补助|补贴|奖励|资助|返还|贴息|奖补")
_HELD, _ADDED = re.compile("[已现]有[^，。？]{0,12}(?:多少|几)|存量"), re.compile("新增|新引进|新培育|净增")
_SIDES = (("收入", "支出"), ("进口", "出口"), ("城镇居民", "农村居民"), ("城镇", "农村"))
_VAGUE = re.compile(r"什么水平|怎样的水平|什么程度")


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
    if (of := _PART_OF.match(query.focus)) and (named := set(tokens(of[1]))):
        return len(named & whole) < _PART * len(named)
    part, of, _ = candidate.text.partition("占")
    share = not of or OF_SHARES.search(query.text)
    return candidate.is_row and not share and not set(tokens(subject)) & set(tokens(part))


def _of_the_other_side(candidate: Candidate, query: Query) -> bool:
    """Whether a candidate speaks of the spending where the income is asked for, and the like, and not of that too."""
    text = f"{candidate.text}{candidate.passage.record}".replace("收人", "收入")  # as scans read it
    pairs = (pair for sides in _SIDES for pair in (sides, sides[::-1]))
    return any(
        asked in query.text and other not in query.text and other in text and asked not in text
        for asked, other in pairs
    )


def _of_another_industry(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a candidate speaks of none of the industries that the question names and its plan has a heading for."""
    passage = candidate.passage
    named = named_industries(evidence, passage.plan_id)
    return bool(named) and not any(name in f"{passage.text}{''.join(passage.heading)}" for name in named)


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
    if any(len(name) > _NAME and name in plain(evidence.query.focus) for name in map(_inner, held)):
        return False
    if any(len(name) > len(min(wanted, key=len)) and _asked(name, evidence.query.text) for name in held):
        return False
    text = set(tokens(passage.record or candidate.text))
    shares = [len(text & asked) / len(asked) for asked in (set(tokens(concept)) for concept in wanted) if asked]
    return all(_ALIKE <= share < _SAME for share in shares)


def _asked(name: str, text: str) -> bool:
    """Whether a question says a name with other words in it: 生命健康方向的领军人才, for 生命健康领军人才."""
    own = set(tokens(name))
    return len(own & set(tokens(text))) >= _SAME * len(own)


def _inner(concept: str) -> str:
    """A concept as a list of parts tells it (含国家级孵化器): the thing itself."""
    return plain(concept).removeprefix("含").removeprefix("其中")


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _measures(unit: str) -> bool:
    """Whether a unit measures something (天, 亩, 吨) rather than counting or weighing money, which have ways of their
    own to be said."""
    return dimension(unit) not in ("", "计数", "金额", "比重", "百分点", "倍数", "位次", "得分")


def _is_grant(quantity: Quantity, candidate: Candidate) -> bool:
    """Whether a share is a sum of money that is granted (给予50%的资金支持), in a sentence that says all asked."""
    return quantity.unit == "%" and candidate.coverage >= _SURE and bool(_GRANTED.search(candidate.text))


def _counts(number: str, unit: str, query: Query) -> bool:
    """Whether a spelled number may be the count asked for: 一套 and 两次 are none of things counted in 个."""
    return unit == query.unit or (query.unit in ("", "个") and number != "一" and unit != "次")


def _may_count(quantity: Quantity, query: Query) -> bool:
    """Whether a number may be the count asked for: no length of time, and 次 only where those are counted."""
    if dimension(quantity.unit) not in _COUNTS or (quantity.unit == "次" and query.unit != "次"):
        return False
    own, asked = (next((kind for kind in COUNTED if unit in kind), ()) for unit in (quantity.unit, query.unit))
    return not (own and asked) or own == asked


def _only_adds(candidate: Candidate) -> bool:
    """Whether all numbers of a sentence are of what is to be added (新增上市企业5家): none tells what there is."""
    own = [q for q in candidate.quantities if q.unit]
    return bool(own) and all(_ADDED.search(q.nature) for q in own)


def unfit(candidate: Candidate, evidence: Evidence) -> bool:
    """A candidate that cannot answer what is asked: no number where one is asked for, or another year's."""
    query = evidence.query
    if not query.wants_number or query.intent is not Intent.VALUE:
        return False
    if (
        _of_the_other_side(candidate, query)
        or _lacks_the_subject(candidate, evidence)
        or _of_another(candidate, evidence)
        or _of_another_industry(candidate, evidence)
    ):
        return True
    counted = dimension(query.unit) == "计数" or not (query.unit or query.dimension)
    spelled = counted and any(_counts(number, unit, query) for number, unit in _SPELLED.findall(candidate.text))
    if not candidate.quantities and not spelled:
        return not _VAGUE.search(query.text)
    if counted and query.unit and not spelled and not any(_may_count(q, query) for q in candidate.quantities):
        return True
    if _measures(query.unit) and not any(dimension(q.unit) == dimension(query.unit) for q in candidate.quantities):
        return True
    if counted and _HELD.search(query.text) and _only_adds(candidate):
        return True
    if query.dimension == "金额" and not any("元" in q.unit or _is_grant(q, candidate) for q in candidate.quantities):
        return True
    if query.years and candidate.periods:
        wanted = {y[-4:] for y in query.years}
        named = {year[-4:] for year in told_years(candidate.passage.record or candidate.text, candidate.periods)}
        return not wanted & named
    return False
