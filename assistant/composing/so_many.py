"""What plans call by a number of its parts (五大行动方案, 七大行动方案), where two of them give different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.words import present_figures, present_reasons
from ingest.plans import Passage
from ingest.structure.split import sentences

_ASKED = re.compile(r"(?:几|多少)个?大([一-鿿]{2,6}?)(?=[，。；？]|[是有吗呢的]|和|$)")
_NUMERAL = "[二三四五六七八九十]{1,2}"
_ROOM = 110

Said = tuple[str, Passage, int, int, tuple[int, int]]
"""A number, the passage and range of the sentence that gives it, and where it stands in that sentence."""


def so_many(evidence: Evidence) -> Draft | None:
    """The numbers that several documents in scope give for what the question counts, each in its sentence; None where
    they do not differ."""
    asked = _ASKED.search(evidence.query.text)
    ids = evidence.query.plan_ids or ()
    if not asked or len(ids) < 2:
        return None
    told = {id: said for id in ids if (said := next(_told(evidence, id, asked[1]), None))}
    if len({number for number, *_ in told.values()}) < 2:
        return None
    claims = [_side(evidence, said) for said in told.values()]
    sources = tuple(source for claim in claims for source in claim.sources)
    return Draft(AnswerStatus.ANSWERED, (*claims, Claim(present_reasons.UNEXPLAINED, sources)))


def _told(evidence: Evidence, plan_id: str, noun: str) -> Iterator[Said]:
    """The sentences of a plan that say how many there are."""
    number = re.compile(rf"({_NUMERAL})大{re.escape(noun)}")
    for passage in evidence.shelf.passages([plan_id]):
        for start, end in sentences(passage.text) if passage.kind == "paragraph" else ():
            if found := number.search(passage.text, start, end):
                yield found[1], passage, start, end, (found.start() - start, found.end() - start)


def _side(evidence: Evidence, said: Said) -> Claim:
    _, passage, start, end, keep = said
    plan = evidence.plan_of(passage.plan_id)
    where = passage.heading[-1] if passage.heading else ""
    text = clip(passage.text[start:end].strip(), evidence.looked, _ROOM, keep=keep)
    source = Source(plan.id, locate(plan, passage, start, end), passage.heading)
    return Claim(present_figures.side(plan.title, where, "", text), (source,))
