"""What a term means: the sentence of the plan that defines the very term which is asked about."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.questions import Intent
from assistant.records.definitions import Definition, definitions, read
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate

_BEHIND = re.compile(
    r"^(?:[”\"」]?(?:这个词|这个概念|一词|这个说法)?(?:具体|主要|到底|都|又|究竟)?(?:是|指|包括|包含|算|怎么|如何|的?定义|的?含义|的?意思|啥|什么|有哪|是不是指)"
    r"|[”\"」]?在[^，。？]{1,16}(?:是|指|怎么|什么)"
    r"|(?:[两三四五六]个字|这个(?:词|说法|概念|提法))?[，。][^，。？]{0,12}(?:怎么|如何|咋)(?:解释|定义|界定|理解))"
)
_BEFORE = re.compile(
    '(?:什么是|什么叫|啥是|啥叫|何谓|何为|什么算|(?:怎么|如何|咋)(?:定义|界定|理解|解释)|解释一下)[“"]?$'
)
_ASKS = re.compile("什么|啥|哪些|哪几?|定义|界定|含义|意思|何谓|何为|(?:怎么|如何|咋)(?:算|理解|解释)|解释一下")
_INTENTS = (Intent.DEFINITION, Intent.LIST, Intent.TASK)
_ROOM = 260


def meant(evidence: Evidence) -> Draft | None:
    """The definition of the term that the question asks about; None where no plan in scope defines it."""
    query = evidence.query
    if query.intent not in _INTENTS or len(query.scopes) > 1 or not _ASKS.search(query.text):
        return None
    ids = query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    text = query.text.replace(" ", "")
    found = [one for one in definitions(evidence, ids, text) if _asked(text, one.term)]
    if not found:
        return None
    best = max(found, key=lambda one: (len(one.term), one.formal, -one.passage.order))
    same = [one for one in found if one.term == best.term and one.formal == best.formal]
    if len({one.passage.plan_id for one in same}) > 1 or (len(same) > 1 and not best.formal):
        return None  # the term of several plans, or a label that opens several paragraphs of one
    return Draft(AnswerStatus.ANSWERED, (_claim(evidence, best),))


def _asked(text: str, term: str) -> bool:
    """Whether a question asks what a term means, not something of it."""
    bare = read(text.replace("“", "").replace("”", "").replace('"', ""))
    at = bare.rfind(read(term))
    behind, before = bare[at + len(term) :], bare[:at]
    return bool(_BEHIND.match(behind) or (_BEFORE.search(before) and re.match("[？?，（(。]|$", behind)))


def _claim(evidence: Evidence, one: Definition) -> Claim:
    plan = evidence.plan_of(one.passage.plan_id)
    source = Source(plan.id, locate(plan, one.passage, one.start, one.end), one.passage.heading)
    return Claim(clip(unnumbered(one.passage.text[one.start : one.end]).strip(), evidence.looked, _ROOM), (source,))
