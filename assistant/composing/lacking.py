"""What sentences that are to answer lack: a figure of the asked kind or another than the question's own, a time, the
indicator that is asked for, the items that they announce."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Draft
from assistant.questions import Intent, Query
from assistant.records.fitting import wanted_concepts
from assistant.records.subjects import subjects_of
from assistant.retrieval.evidence import Evidence
from assistant.understanding.intents import WHETHER
from assistant.understanding.lexicon import expanded
from assistant.understanding.wording import CONFIRM, unit_of
from ingest.library.words import tokens
from ingest.notation.periods import years
from ingest.notation.quantities import agree, quantities
from ingest.notation.units import base, dimension

_ANNOUNCES = re.compile(r"(?:以下|下列|如下)[^。；：:]{0,8}。?$")
_LEFT_OUT = re.compile("未收[入录]|节选|从略|（略）")
_LISTING = (Intent.LIST, Intent.VALUE, Intent.TASK, Intent.META, Intent.DEFINITION)
_OF_NUMBERS = (Intent.VALUE, Intent.CALCULATE, Intent.COMPARE)
_MEASURES = {"面积", "金额", "长度", "重量"}
_MONEY = "金额"
_WHICH_YEAR, _OF_WORDS = re.compile("哪一?年|哪个年份"), (Intent.TASK, Intent.YES_NO, Intent.DEFINITION)
_NAMED = 0.6  # of the pairs of letters of an indicator's name
_TELLING = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY)
_TYPED = (Intent.VALUE, Intent.CALCULATE)
_CLAUSE = re.compile("[，,。？；]")
_SHARE, _PERCENT = "比重", re.compile("百分之(?:几|多少)|几成")


def lacking(draft: Draft, evidence: Evidence) -> bool:
    """Whether sentences that were chosen for an answer lack what the question asks for."""
    query = evidence.query
    if only_announces(draft, evidence) or only_repeats(draft, query) or _lacks_the_unit(draft, query):
        return True
    headings = (source.heading[-1] for claim in draft.claims for source in claim.sources if source.heading)
    told = "".join([*(claim.text for claim in draft.claims), *headings])
    return draft.status in _TELLING and (_lacks_a_year(told, query) or _lacks_the_indicator(told, query))


def only_repeats(draft: Draft, query: Query) -> bool:
    """Whether a value is one that the question gives itself (1000亿的基金最多投多少): another is asked for."""
    asks = query.wants_number and query.intent in _OF_NUMBERS
    if not asks or draft.status not in _TELLING or CONFIRM.search(query.text) or WHETHER.search(query.text):
        return False
    if any(claim.calculation for claim in draft.claims):
        return False
    given = quantities(query.text)
    first = next((claim.text for claim in draft.claims if claim.sources), "")
    told = [q for q in quantities(first) if q.unit]
    return bool(told) and all(any(agree(q, one) for one in given) for q in told)


def _lacks_the_unit(draft: Draft, query: Query) -> bool:
    """Whether sentences shown for a value have no figure of the asked kind: 占比 for 多少亿."""
    if draft.status is not AnswerStatus.ANSWERED:
        return False
    units = {q.unit for claim in draft.claims for q in quantities(claim.text)}
    kinds = {dimension(base(unit)[1]) for unit in units} - {""}
    kind, last = dimension(base(query.unit)[1]), asking(query.text)
    measured = query.intent is Intent.COMPARE and kind in _MEASURES
    if not units and (measured or (query.intent is Intent.CALCULATE and query.wants_number)):
        return True
    if query.asks > 1 or len(query.parts) > 1:
        return False
    if query.dimension == _MONEY and query.intent in _TYPED and units and not kinds & {_MONEY, _SHARE}:
        return True
    if query.dimension:
        asks_a_share = query.intent in _TYPED and query.dimension == _SHARE and _PERCENT.search(last)
        return bool(asks_a_share) and not kinds & {_SHARE, "倍数"}
    # 手里有几个专利 asks for no number: the unit is that of the last clause, and no 个
    if query.intent is not Intent.VALUE or query.unit in ("", "个") or unit_of(last) != query.unit:
        return False
    return kind not in kinds and not any(query.unit in unit for unit in units)


def _lacks_a_year(told: str, query: Query) -> bool:
    """Whether what is shown for when names no time at all."""
    return bool(_WHICH_YEAR.search(query.text)) and query.intent in _OF_WORDS and not years(told)


def _lacks_the_indicator(told: str, query: Query) -> bool:
    """Whether what is shown for a number of a park names nothing of the indicator."""
    if query.intent is not Intent.VALUE or not subjects_of(query):
        return False
    said = set(tokens(told))
    names = [set(tokens(name)) for name in (*wanted_concepts(query), *expanded(query.focus).split())]
    return bool(names) and not any(len(said & name) >= _NAMED * len(name) for name in names)


def only_announces(draft: Draft, evidence: Evidence) -> bool:
    """Whether what should be a list is only announced (有以下几方面), its items being left out of the text."""
    if evidence.query.intent not in _LISTING or not _ANNOUNCES.search(draft.claims[0].text.strip()):
        return False
    first, *rest = [(claim.text, claim.sources[0].heading if claim.sources else ()) for claim in draft.claims]
    return all(_LEFT_OUT.search(text) or heading != first[1] for text, heading in rest)


def asking(text: str) -> str:
    """The last clause of a question."""
    return next((clause for clause in reversed(_CLAUSE.split(text)) if clause), text)
