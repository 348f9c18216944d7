"""What there is now, where the plans only tell what there is to be: 眼下有多少名技术经纪人."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.records.neighbours import elsewhere
from assistant.records.values import SURE, hits
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import ASKS, TARGET
from assistant.words import present_figures
from ingest.notation.periods import years

_NOW = re.compile("眼下|现在|目前|当前|如今|现有|已有|手[里上头]+有")
_CLAUSE = re.compile("[，。；？]")


def only_planned(evidence: Evidence) -> Draft | None:
    """A refusal that shows the goal, where one clause asks for a present number and every value of it is a goal."""
    query = evidence.query
    asked = next((one for one in _CLAUSE.split(query.text) if _NOW.search(one) and ASKS.search(one)), "")
    if not asked or TARGET.search(asked) or years(asked) or len(query.scopes) != 1:
        return None
    found = hits(evidence)
    if not found or found[0].score < SURE:
        return None
    top = found[0].indicator
    same = [h for h in (*found, *elsewhere(evidence, query.scopes[0])) if h.indicator.concept == top.concept]
    if any(hit.indicator.role != "target" for hit in same):
        return None
    said = present_figures.other_year(found[0].plan.title, (top,), (present_figures.NOW,))
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(said, found[0].sources),), indicators=(top,))
