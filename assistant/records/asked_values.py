"""Which indicators a question asks the values of: by its parts, or by the concepts that it names side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from os.path import commonprefix

from assistant.records.neighbours import elsewhere
from assistant.records.values import SURE, Hit, hits, of_dimension
from assistant.retrieval.evidence import Evidence
from assistant.understanding.lexicon import expanded, unabbreviated
from assistant.understanding.wording import WHY, dimension_of
from ingest.facts.concepts import concepts_in, kin_of
from ingest.library.words import tokens

_MONEY, _PAID = "金额", re.compile("(?:[奖补]|资助|配套)[^，。；]{0,8}(?:钱|经费|资金)$")
_LOOK_UP, _WHOLE = 16, 0.55
_RANK = "位次"
_EACH = re.compile("[各都]是?[多有几]|各(?:自|排|怎)|各[一-鿿]{1,3}(?:多少|几)|分别")
_TELLING = 3  # letters of a noun that things share
_JOINED = re.compile("[和与及跟、]")


def is_short_look_up(evidence: Evidence) -> bool:
    """ "临安 高企 2025": a name and a year, no word of asking and nothing else to ask about."""
    query = evidence.query
    if WHY.search(query.text) or len(query.focus) > _LOOK_UP:
        return False
    if not (concepts_in(query.focus) or concepts_in(query.text)):
        return False
    if not unabbreviated(query.focus):
        return True
    best = hits(evidence)[:1]
    return any(evidence.looked.covered(set(tokens(f"{h.indicator.name}{h.indicator.group}"))) >= _WHOLE for h in best)


def hits_by_part(evidence: Evidence) -> Sequence[tuple[str, list[Hit]]]:
    """The hits for each indicator asked about: one list a part of the question, or a concept that it names."""
    query = evidence.query
    found = hits(evidence)
    spoken = expanded(query.focus) if _EACH.search(query.text) else ""
    concepts = dict.fromkeys((*concepts_in(query.focus), *concepts_in(spoken)))
    each = [group for concept in concepts if (group := _of_concept(found, concept))]
    groups = list({group[0].indicator.concept: group for group in reversed(each)}.values())[::-1]
    if len(query.parts) > 1 and (len(groups) < 2 or all(concepts_in(part) for part in query.parts)):
        parts = [(part, hits(evidence, part=part)) for part in query.parts]
        if any(found and found[0].score >= SURE for _, found in parts):
            return parts
    apart = _EACH.search(query.text) and len(groups) < 2
    if apart and (joined := _joined(evidence) or _of_one_noun(found, query.text)):
        return joined
    if len(concepts) == 1 and not any(h.indicator.concept in concepts for h in found):
        found = _of_concept(found, next(iter(concepts))) or found
    return [("", group) for group in groups] if len(groups) > 1 else [("", found)]


def _joined(evidence: Evidence) -> list[tuple[str, list[Hit]]]:
    """The hits for each name that a question joins (技术创新指数和科技投入指数各排第几); none where one is not sure."""
    pieces = [piece for piece in _JOINED.split(evidence.query.focus) if len(piece.strip()) > 1]
    each = [(piece, hits(evidence, part=piece)) for piece in pieces]
    if len(each) < 2 or not all(found and found[0].score >= SURE for _, found in each):
        return []
    return each if len({found[0].indicator.name for _, found in each}) == len(each) else []


def _of_one_noun(found: Sequence[Hit], text: str) -> list[tuple[str, list[Hit]]]:
    """The hits of things that end alike and that a question tells apart (领军人才 of 数字经济 and 生命健康); none where
    there are not two."""
    names = list(dict.fromkeys(hit.indicator.name for hit in found))
    ends = (commonprefix([one[::-1], other[::-1]])[::-1] for one, other in combinations(names, 2))
    for noun in (end for end in ends if len(end) >= _TELLING and end in text):
        told = [name for name in names if name.endswith(noun) and name != noun and name.removesuffix(noun) in text]
        if len(told) > 1:
            return [("", [hit for hit in found if hit.indicator.name == name]) for name in told]
    return []


def of_kind(evidence: Evidence, part: str, found: Sequence[Hit], *, alone: bool) -> list[Hit] | None:
    """The hits of the kind of value that a part asks for, of another plan where its own has none; None where only a
    rank is typed and that is asked for beside it."""
    query = evidence.query
    kind = (dimension_of(part) or _MONEY * bool(_PAID.search(part))) if part else query.dimension if alone else ""
    if part and not kind and _RANK in map(dimension_of, query.parts):
        levels = [h for h in found if h.indicator.role != "rank"]
        return levels or None
    own = of_dimension(found, kind)
    if kind and not own and len(query.scopes) == 1:
        return of_dimension(elsewhere(evidence, query.scopes[0], part), kind)
    return own


def _of_concept(found: Sequence[Hit], concept: str) -> list[Hit]:
    """The hits of a concept; where there are none, sure ones of its next of kin: 省科技型中小企业."""
    own = [h for h in found if h.indicator.concept == concept]
    kin = set(kin_of(concept))
    return own or [replace(h, score=max(h.score, SURE)) for h in found if h.indicator.concept in kin]
