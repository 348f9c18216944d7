"""The words for one's own region in a question (全市, 我们区, 省里), and the plans of that level."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from ingest.plans import PlanFacts

_OWN = {
    "县区": ("我们区", "我区", "全区", "区里", "本区", "我们县", "全县"),
    "市": ("全市", "我市", "市里", "我们市", "本市", "市本级", "市级层面"),
    "省": ("全省", "我省", "省里"),
}
_CITY_PLAN = re.compile("(?:(?<![一-鿿])|(?<=[和与跟及按在]))市(?:科技)?规划")
_SPEAKERS = re.compile("我|本|区里|市里|省里")
_ANOTHER_WORD = re.compile("市(?:场|值)|区(?:域|块|间)|县域")  # 资本市场 names no 本市
_LEFT_OUT = re.compile(r"(别给|别跟我说|不要|不是|别拿|别说|除了|非)(我)?$")
_INSTITUTION = re.compile("(?![有哪的几和要各属])[一-鿿]{0,4}?(?:大学|学院|银行)")  # 杭州医学院
_NAMED_AFTER = re.compile('[“"][^”"]{2,12}[”"](?:企业|项目|人才|平台|工程|基地|称号|奖)')
_GIVEN_BY = re.compile("(?:拿到|拿|获得?|享受|入选|列入|争取到?|评为|认定为)了?$")
_RANKED_TOO = re.compile("各自?(?:排|是|居|第|位)")  # 德清和临安各排第几
_RANKS = re.compile("[排居列]$")
_RANKED_IN = re.compile(r"全?[市省国区].{0,6}(排|第[几一二三四五六七八九十\d]|位次|名次|居)")


class Loaded(Protocol):
    """What is known of a loaded plan."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def facts(self) -> PlanFacts: ...


def own_words(text: str) -> list[tuple[str, str, int]]:
    """The words for one's own region in a text, with their level and place; not those to rank in or to leave out."""
    words = [(level, word, text.find(word)) for level, words in _OWN.items() for word in words]
    words += [("市", found[0], found.start()) for found in _CITY_PLAN.finditer(text)]
    return [
        (level, word, at)
        for level, word, at in words
        if at >= 0
        and not _ANOTHER_WORD.match(text, at + len(word) - 1)
        and not _RANKED_IN.search(text, at, at + 14)
        and not _RANKS.search(text[:at])
        and not left_out(text[:at])
    ]


def speaks_of_own(word: str) -> bool:
    """Whether a word is said by one who belongs to the region."""
    return bool(_SPEAKERS.match(word))


def is_scope(text: str, match: re.Match[str]) -> bool:
    """Whether a named region is what is asked about: not one to rank in ("杭州第几") and not one to leave out."""
    after = text[match.end() : match.end() + 16]
    if _RANKED_TOO.match(after):
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    ranked = re.match(
        r"(市|区|全市)?(?:[各所]有?|的)?(\d*个?[区县市（）()、]{1,8}[里中内]?的?)?(第几|排第|排名|排多少|位次|名次)",
        after,
    )
    return not ranked and not _INSTITUTION.match(after) and not left_out(before)


def of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a region that is named is part of another name: 杭州市“雏鹰计划”企业, 拿到杭州市…补助."""
    return bool(_NAMED_AFTER.match(text, end) or _GIVEN_BY.search(text[:start]))


def left_out(before: str) -> bool:
    """Whether what stands before a region says that it is not meant."""
    return bool(_LEFT_OUT.search(before))


def of_level(plans: Iterable[Loaded], level: str) -> tuple[str, ...]:
    """The plans of the regions that people call so: a municipality is a city to those who live there, no province; an
    autonomous prefecture is no city."""
    return tuple(plan.id for plan in plans if _called(plan.facts) == level)


def _called(facts: PlanFacts) -> str | None:
    region = facts.region.value if facts.region else ""
    if facts.level == "省" and region.endswith("市"):
        return "市"
    return None if facts.level == "市" and region.endswith(("州", "盟", "地区")) else facts.level
