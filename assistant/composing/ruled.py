"""Whether something is counted in, allowed or granted: the verdict first, with the sentence that decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.questions import Intent
from assistant.records.rulings import Ruling, ruling
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.terms import terms
from assistant.understanding.lexicon import expanded
from assistant.understanding.wording import ASKS
from assistant.words import present_premise
from ingest.library.words import tokens
from ingest.notation.quantities import quantities
from ingest.notation.ranges import amount_of, ranges
from ingest.plans import Passage
from ingest.structure.split import sentences

_WHETHER = re.compile(
    r"吗|么[?？]?$|是不是|是否|能不能|可不可以|给不给|算不算|行不行|让不让|有没有|[能可]以?[^，。？]{1,16}[?？]?$"
)
_ASKED = re.compile("能|可以|允许|享受|适用|给|算|包括|包含|含|要不要|奖励|补助|补贴|收费|行不行")
_TURNED = re.compile(
    "(?:不能|不给|不算|不可以|不用|不允许|没有|不得|不含|不包括|不适用|不享受)[^？]{0,10}(?:吗|吧)|是不是不|是否不"
)
_INTENTS = (Intent.YES_NO, Intent.TASK, Intent.LIST, Intent.VALUE)
_LEAST, _FAINT, _CLEARLY, _APART, _ROOM, _AROUND = 0.4, 0.3, 0.15, 0.08, 160, 0.8


def ruled(evidence: Evidence) -> Draft | None:
    """The verdict on a question whether, where a sentence leaves out, counts in or denies just what it names."""
    query = evidence.query
    text = query.text
    asks = _WHETHER.search(text) and _ASKED.search(text) and not _TURNED.search(text)
    if query.intent not in _INTENTS or not asks or len(query.scopes) > 1 or ASKS.search(text):
        return None
    found = sorted(_decisions(evidence), key=lambda one: -one[0])
    if not found:
        return None
    best, second = found[0], next((one[0] for one in found[1:]), 0.0)
    clearly = query.scopes and best[0] >= _FAINT and best[0] - second >= _CLEARLY
    if best[0] < evidence.looked.floor(_LEAST) and not clearly:
        return None
    if any(one[1] is not best[1] and one[0] >= best[0] - _APART for one in found):
        return None
    _, verdict, passage, start, end = best
    plan = evidence.plan_of(passage.plan_id)
    said = clip(unnumbered(passage.text[start:end]), evidence.looked, _ROOM)
    source = Source(plan.id, locate(plan, passage, start, end), passage.heading)
    return Draft(AnswerStatus.ANSWERED, (Claim(f"{present_premise.RULED[verdict]}{said}", (source,)),))


def _decisions(evidence: Evidence) -> Iterator[tuple[float, Ruling, Passage, int, int]]:
    """The sentences of the plans in scope that decide, with how much of the question they and their headings say."""
    query = evidence.query
    looked, asked = terms(query, evidence.shelf), f"{query.text} {expanded(query.text)}"
    figures = [amount_of(q) for q in quantities(query.text) if q.unit]
    ids = query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:4]))
    for passage in evidence.shelf.passages(list(ids)):
        if passage.kind != "paragraph" or not ("不" in passage.text or "含" in passage.text or "除外" in passage.text):
            continue
        for start, end in sentences(passage.text):
            text = passage.text[start:end]
            verdict = ruling(text, asked)
            if verdict is None or not _fits(text, figures):
                continue
            own = set(tokens(text))
            headed = looked.covered(own | set(tokens("".join(passage.heading))))
            yield looked.covered(own) + _AROUND * (headed - looked.covered(own)), verdict, passage, start, end


def _fits(text: str, figures: list[tuple[Decimal, str]]) -> bool:
    """Whether the figures of the question lie in the ranges that a sentence sets for them."""
    told = ranges(text)
    for value, unit in figures:
        own = [one for one in told if one.unit == unit]
        if own and not any(one.holds(value) for one in own):
            return False
    return True
