"""Sentences that say what a term of a plan means: 本办法所称X，是指…, X。…, 〔注〕X，指…, X（指…）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.retrieval.evidence import Evidence
from ingest.plans import Passage
from ingest.structure.split import sentences

_NAME = '[一-鿿A-Za-z0-9“”"+×-]{2,24}?'
_CALLED = (
    r"(?:第[一二三四五六七八九十百\d]+条\s*)?"
    r"(?:本?(?:办法|意见|规定|细则|方案|规划|条例|政策|文)(?:中|里)?所称的?|所称的?)?"
)
_FORMS = (
    re.compile(
        rf"(?:^|[。；，（(〔\]】）)〕：:\s\d.、]){_CALLED}(?P<t>{_NAME})(?:（[^）]*）)?[，,]?(?:主要)?(?:是指|系指|指的是|指(?![导标数挥定南引示出向明]))"
    ),
    re.compile(rf"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?P<t>{_NAME})(?:。|：)(?=[^。]{{6,}}。?\s*$)"),
)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Definition:
    """A sentence that says what a term means, and where it stands in its passage."""

    term: str
    passage: Passage
    start: int
    end: int
    formal: bool


def definitions(evidence: Evidence, ids: Sequence[str], asked: str) -> Iterator[Definition]:
    """The definitions of terms that a text names, of some plans."""
    for passage in evidence.shelf.passages(list(ids)):
        if passage.kind != "paragraph":
            continue
        for start, end in sentences(passage.text):
            yield from _of_a_sentence(passage, start, end, asked)


def read(text: str) -> str:
    """A text with the one character for 入 and 人, which scans mistake for each other."""
    return text.replace("入", "人")


def _of_a_sentence(passage: Passage, start: int, end: int, asked: str) -> Iterator[Definition]:
    text = passage.text[start:end]
    for form in _FORMS:
        for found in form.finditer(text):
            term = re.sub('[“”"]', "", found["t"])
            if len(term) >= _SHORTEST and read(term) in read(asked):
                yield Definition(term, passage, start, end, form is _FORMS[0])
