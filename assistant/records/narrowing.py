"""Names that a question narrows by a field: 数字经济领域的领军人才 is not any 领军人才."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.facts.concepts import base_of, plain, vocabulary
from ingest.plans import Indicator

_FIELD, _OF_A_FIELD = 3, re.compile("领域|方向|产业")


def narrower(found: Sequence[Indicator], asked: str) -> list[Indicator]:
    """Indicators without those of a wider name where the question says what narrows it: of 领军人才 only the
    数字经济领军人才, where both are asked for apart (数字经济领域要培育多少领军人才)."""
    names = {i.concept: _called(base_of(i.concept)) for i in found}
    wider = {
        wide
        for concept in names
        for wide, called in names.items()
        for name in called
        if concept != wide and concept.endswith(name) and _says(asked, concept.removesuffix(name), name)
    }
    return [i for i in found if i.concept not in wider]


def _called(concept: str) -> tuple[str, ...]:
    own = vocabulary().get(concept)
    return tuple(plain(name) for name in (concept, *(own.names if own else ())))


def _says(asked: str, narrowing: str, name: str) -> bool:
    """Whether a question says what narrows a name before the name, as a field (数字经济领域)."""
    at = asked.find(narrowing) if len(narrowing) >= _FIELD else -1
    told = len(narrowing) > _FIELD or bool(_OF_A_FIELD.match(asked, at + len(narrowing)))
    return at >= 0 and told and name in asked[at + len(narrowing) :]
