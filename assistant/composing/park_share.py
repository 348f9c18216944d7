"""What share of a region's figure is a park's: 全区的国高企里，青山湖科技城占百分之几."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.clause import clause
from assistant.records.operations import calculated
from assistant.records.subjects import subjects_of
from assistant.records.values import SURE, Hit, hits, in_years
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import PARK
from assistant.words import present_figures

_SHARE = re.compile("(?:占|相当于)[了到]?[^，。？]{0,12}(?:百分之几|百分之多少|几成|多少|多大|比[重例])|占比")
_LEVELS, _ALL = ("actual", "target"), 100


def share_of_a_park(evidence: Evidence) -> Draft | None:
    """The park's figure, the region's of the same year, and the one as a share of the other; None where the plan does
    not give both."""
    query = evidence.query
    parks = subjects_of(query) or tuple(dict.fromkeys(PARK.findall(query.text)))
    if len(parks) != 1 or len(query.scopes) != 1 or not _SHARE.search(query.text):
        return None
    asked = replace(query, text=_SHARE.sub(" ", query.text), unit="", dimension="")  # 几成 is of the share alone
    name = _SHARE.sub(" ", query.focus).replace(parks[0], " ")
    evidence = replace(evidence, query=asked)
    whole = replace(evidence, query=replace(asked, text=asked.text.replace(parks[0], ""), focus=name))
    of_region = [h for h in in_years(hits(whole, part=name), query) if h.score >= SURE]
    for part in in_years(hits(evidence, part=name), query):
        region = next((h for h in of_region if _is_whole(h, part)), None)
        if part.score >= SURE and region:
            claims = [clause(part, parks[0]), _told(region), *calculated(compute.share, part, region)]
            return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(part.indicator, region.indicator))
    return None


def _is_whole(region: Hit, part: Hit) -> bool:
    """Whether a figure may be the whole that another is part of: of the same thing, time and role, and larger."""
    one, other = region.indicator, part.indicator
    same = (one.year, one.role, region.plan.id) == (other.year, other.role, part.plan.id)
    try:
        return same and one.role in _LEVELS and float(compute.share(other, one).value) < _ALL
    except compute.Incomparable:
        return False


def _told(hit: Hit) -> Claim:
    return Claim(present_figures.cells([hit.indicator], ""), hit.sources) if hit.indicator.table else clause(hit)
