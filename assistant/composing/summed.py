"""What rows come to together, and their share in the whole: 前三名加起来多少、占全市多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from os.path import commonprefix

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.sentences import SENTENCE
from assistant.records.columns_of_places import whole_of
from assistant.records.lineups import Line
from assistant.records.operations import ADDED_UP, IN_ALL, reckoned
from assistant.records.told_figures import figures_of
from assistant.records.values import Hit
from assistant.retrieval.clip import clip, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import CONFIRM
from assistant.words import present_figures

_TOGETHER = re.compile(f"两个?(?:领域|方面|产业|类)|{ADDED_UP.pattern}")
_WHOLE = re.compile("合计|总[额数量]|累计|共")
_LOOKED_AT, _TELLING = 3, 3
_SHARE = re.compile("占|比[重例]|份额")


def summed(rows: Sequence[Line], evidence: Evidence) -> list[Claim]:
    """The sum of rows and, where the question asks for it, its share in the total of their column."""
    text, parts = evidence.query.text, [line.hits[-1] for line in rows]
    if len(parts) < 2 or not IN_ALL.search(text):
        return []
    whole = whole_of(rows[0], evidence) if _SHARE.search(text) else None
    try:
        total = compute.total([hit.indicator for hit in parts])
        share = compute.share_of_total([hit.indicator for hit in parts], whole.indicator) if whole else None
    except compute.Incomparable:
        return []
    claims = [reckoned(present_figures.calculation("total", total), total, parts)]
    if whole and share:
        told = Claim(present_figures.cells([whole.indicator], whole.indicator.region), whole.sources)
        claims += [told, reckoned(present_figures.calculation("share", share), share, [*parts, whole])]
    return claims


def sums_by_noun(evidence: Evidence) -> Draft | None:
    """The sums of what one sentence tells several times over: 领军人才 of two fields; none where one is a total."""
    query = evidence.query
    if not _TOGETHER.search(query.text) or CONFIRM.search(query.text) or len(query.scopes) > 1:
        return None
    for candidate in evidence.candidates[:_LOOKED_AT]:
        found = figures_of(candidate, evidence)
        groups = {noun: of_it for noun in _nouns(found, query.text) if len(of_it := _of_noun(found, noun)) > 1}
        if groups and candidate.coverage >= evidence.settings.sentence:
            said = Claim(clip(unnumbered(candidate.text), evidence.looked, SENTENCE), (evidence.source(candidate),))
            return Draft(AnswerStatus.ANSWERED, (said, *(_total_of(noun, of_it) for noun, of_it in groups.items())))
    return None


def _total_of(noun: str, parts: Sequence[Hit]) -> Claim:
    result = compute.total([hit.indicator for hit in parts])
    return reckoned(present_figures.total_of(noun, result), result, parts)


def _nouns(found: Sequence[Hit], text: str) -> list[str]:
    """What several figures of one unit are both of, by the end of their names, where the question says it."""
    shared = [
        commonprefix([one.indicator.name[::-1], other.indicator.name[::-1]])[::-1]
        for one, other in combinations(found, 2)
        if one.indicator.unit == other.indicator.unit not in ("%", "位", "")
    ]
    return list(dict.fromkeys(noun for noun in shared if len(noun) >= _TELLING and noun in text))


def _of_noun(found: Sequence[Hit], noun: str) -> list[Hit]:
    """The figures of a thing, all of one unit; none where one of them is a total."""
    of_it = [hit for hit in found if hit.indicator.name.endswith(noun)]
    one_kind = len({hit.indicator.unit for hit in of_it}) == 1
    return of_it if one_kind and not any(_WHOLE.search(h.indicator.on_one_line) for h in of_it) else []
