"""A figure parted among places: 达标率分别为：东岛42%、西岛80%; 公园9个（新城5个、其他区域4个)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.clauses import name_before
from ingest.facts.sentences import Sentence
from ingest.notation.regions import region_named
from ingest.notation.units import dimension, split_scale
from ingest.plans import Quantity

_WITHIN = re.compile(r"\s*(?:以上)?\s*(?:[（(]\s*(?:其中)?|[，,；;]\s*其中)[，,：:]?\s*")
_HEAD = re.compile(r"[\s、，,；;]*(?:其中[，,：:]?)?\s*")
_GOES_ON = re.compile(r"\s*[、，,；;]\s*")
_PLACE = re.compile(
    r"(?!国家级|[省市区县]级|各|特色|新|创|建|培|认|获|打|拥|现|共|含|另)[一-鿿]{1,7}?"
    r"(?:岛|新城|城区|科技城|开发区|高新区|管理区|园区|片区|(?<![小城乡重])镇|街道|办事处)"
)
_OTHERS = re.compile(r"(?:其他|其余)(?:区域|地区|地方|片区|乡镇|街道|各?[区县市镇])")
_AFTER_PLACE = re.compile(r"\s*(?:各|为|约|共|达到?|有)?\s*$")


@dataclass(frozen=True, slots=True)
class Part:
    """What is parted ("" where the text does not name it) and the place that has this share; "" for the others."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Whole:
    """The figure before: its name, its unit, where it ends, and whether it was a part already."""

    name: str = ""
    unit: str = ""
    end: int = 0
    parted: bool = False


def part(sentence: Sentence, quantity: Quantity, start: int, whole: Whole, home: str) -> Part | None:
    """The part that a figure is whose words before begin at `start`; None where it is no share of a place."""
    lead = sentence.body[start : quantity.start]
    head = _HEAD.match(lead).end()  # type: ignore[union-attr]  # it matches ""
    place = _place(lead[head:], home)
    if place is None:
        return None
    if whole.parted and _GOES_ON.fullmatch(sentence.body, whole.end, start + head):
        return Part(whole.name, place)
    if whole.end and _WITHIN.fullmatch(sentence.body, whole.end, start + head):
        alike = _dimension(whole.unit) == _dimension(quantity.unit)
        return Part(whole.name, place) if alike else None
    if sentence.body[start - 1 : start] in ("：", ":") and start > 1:
        return Part(_announced(sentence, start - 1), place)
    return None


def _place(lead: str, home: str) -> str | None:
    """The place that the words before a figure are, "" for the other ones; None where they are something else."""
    found = _PLACE.match(lead) or _OTHERS.match(lead)
    if found and _AFTER_PLACE.fullmatch(lead, found.end()):
        return "" if _OTHERS.match(lead) else found.group()
    region = region_named(_AFTER_PLACE.sub("", lead), home)
    return region.name if region and region.name != home else None


def _announced(sentence: Sentence, colon: int) -> str:
    """What the words before a colon announce: …标准的海塘达标率分别为 → 海塘达标率."""
    start = sentence.clause_before(colon - 1)
    cut = name_before(sentence.body, start, colon)
    if cut is None:
        at = sentence.body.rfind("的", start, colon - 3)
        cut = name_before(sentence.body, at + 1, colon) if at >= 0 else None
    return cut.name if cut else ""


def _dimension(unit: str) -> str:
    return dimension(split_scale(unit)[1])
