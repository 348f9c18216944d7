"""What something was before it grew by a rate that the plan states: 456家，同比增长39.02%, so 328家 the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.records.operations import reckoned
from assistant.records.told_figures import between, figures_of
from assistant.records.values import Hit
from assistant.retrieval.evidence import Evidence
from assistant.words import present_figures
from ingest.library.words import tokens
from ingest.notation.quantities import quantities

_ASKS = re.compile(
    "倒推|反推|反算|倒算|逆推|推算|(?:上年|去年|前一年|上一年)(?:同期)?[^，。？]{0,8}(?:多少|几)"
    "|同比[增涨][^。？]{0,14}，那(?:么)?20[0-9]{2}年[^，。？]{0,6}(?:多少|几)"
)
_GREW = re.compile(r"(?:同比|比上年|较上年|比去年)\s?(?:增长|增加|上升|提高|下降|减少)")
_FELL = re.compile("下降|减少")
_LOOKED_AT, _NAMED = 5, 0.5


def before_growth(evidence: Evidence) -> Draft | None:
    """The level and the growth that one sentence tells, and what was there the year before; None where the question
    asks for no such thing or no sentence tells both."""
    query = evidence.query
    if not _ASKS.search(query.text) or len(query.scopes) > 1:
        return None
    told = [pair for c in evidence.candidates[:_LOOKED_AT] for pair in _grown(figures_of(c, evidence))]
    fitting = {pair: fit for pair in told if (fit := _fit(pair, query.text)) > _NAMED}
    if not fitting:
        return None
    level, growth = max(fitting, key=lambda pair: fitting[pair])
    try:
        result = compute.before_growth(level.indicator, growth.indicator)
    except compute.Incomparable:
        return None
    lines = dict.fromkeys(Claim(hit.indicator.on_one_line, hit.sources) for hit in (level, growth))
    before = reckoned(present_figures.year_before(result), result, (level, growth))
    return Draft(AnswerStatus.ANSWERED, (*lines, before), indicators=(level.indicator,))


def _fit(pair: tuple[Hit, Hit], text: str) -> float:
    """How much of a level's name the question says, and how many of the two figures it states itself."""
    stated = {(q.value, q.unit[:1]) for q in quantities(text)}
    own = set(tokens(pair[0].indicator.name))
    named = len(own & set(tokens(text))) / len(own) if own else 0.0
    return named + sum((compute.number(hit.indicator), hit.indicator.unit[:1]) in stated for hit in pair)


def _grown(found: Sequence[Hit]) -> list[tuple[Hit, Hit]]:
    """The levels of a sentence, each with the growth right behind it; one that fell is left out."""
    pairs = []
    for level, growth in pairwise(found):
        said = between(level, growth)
        grew = _GREW.search(said) and not _FELL.search(said)
        if grew and growth.indicator.unit == "%" != level.indicator.unit:
            pairs.append((level, growth))
    return pairs
