"""What a question narrows by a field or a ranking: 数字经济领域的领军人才 is not any, 杭州各区县 are no province."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.facts.concepts import base_of, plain, vocabulary
from ingest.plans import Indicator

_AMONG = re.compile(r"在([一-鿿]{2}?)市?的?(?:全部|各个?|\d+个?|十[一二三四五]个?)(?:[区县]|县市)")
_FIELD, _HEAD, _OF_A_FIELD = 3, 4, re.compile("领域|方向|产业")


def narrower(found: Sequence[Indicator], asked: str) -> list[Indicator]:
    """Indicators without those of a wider name, and of other fields, where the question says what narrows it: of
    领军人才 only the 数字经济领军人才, where both are asked for apart (数字经济领域要培育多少领军人才)."""
    among = _AMONG.search(asked)
    found = [i for i in found if not among or i.role != "rank" or _is_among(i, among[1])]
    names = {i.concept: _called(base_of(i.concept)) for i in found}
    narrowed = [
        (concept, wide, name)
        for concept in names
        for wide, called in names.items()
        for name in called
        if concept != wide and concept.endswith(name)
    ]
    said = {one for one in narrowed if _says(asked, one[0].removesuffix(one[2]), one[2])}
    wider = {wide for _, wide, _ in said}
    others = {concept for concept, wide, name in narrowed if wide in wider and concept.removesuffix(name) not in asked}
    return [i for i in found if i.concept not in wider | others]


def of_the_place(found: Sequence[Indicator], places: Sequence[str]) -> list[Indicator]:
    """Indicators without a whole region's, where a place in it that the question names has the same of its own."""
    own = {i.concept for i in found if any(place in i.region for place in places)}
    return [i for i in found if i.concept not in own or any(place in i.region for place in places)]


def said_apart(name: str, asked: str, text: str) -> bool:
    """Whether a question says a name in two, its field first: 生命健康这块，…多少领军人才. `asked` is the part of the
    text that asks for it."""
    cuts = range(_FIELD, len(name) - _HEAD + 1)
    return name not in asked and any(name[at:] in asked and _says(text, name[:at], name[at:]) for at in cuts)


def _is_among(rank: Indicator, region: str) -> bool:
    """Whether a place in a ranking is one among a region's own (在杭州各区县里排第几)."""
    return region in f"{rank.nature}{rank.quote}{rank.table}"


def _called(concept: str) -> tuple[str, ...]:
    own = vocabulary().get(concept)
    return tuple(plain(name) for name in (concept, *(own.names if own else ())))


def _says(asked: str, narrowing: str, name: str) -> bool:
    """Whether a question says what narrows a name before the name, as a field (数字经济领域)."""
    at = asked.find(narrowing) if len(narrowing) >= _FIELD else -1
    told = len(narrowing) > _FIELD or bool(_OF_A_FIELD.match(asked, at + len(narrowing)))
    return at >= 0 and told and name in asked[at + len(narrowing) :]
