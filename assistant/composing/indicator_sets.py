"""Which indicators only one of two plans sets a goal for."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Scope
from assistant.records.values import source
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from assistant.words import present_orders
from ingest.facts.concepts import base_of, kin_of
from ingest.plans import Indicator

_DIFFERENT = re.compile(
    r"指标[^，。]{0,12}(?:不同|不一样|区别|差异|差别)|(?:不同|独有|特有)的?[^，。]{0,4}指标|指标[^，。]{0,6}(?:只有|只在|独有|特有)"
)
_ONLY = re.compile(r"只[有在]|独有|特有")


def only_one_sets(evidence: Evidence) -> Draft | None:
    """The goals in the tables of one plan for which the other names no indicator, each plan's under its own head."""
    query = evidence.query
    if len(query.scopes) != 2 or not _DIFFERENT.search(query.text):
        return None
    claims: list[Claim] = []
    told: list[Indicator] = []
    for scope, other in (query.scopes, query.scopes[::-1]):
        goals = _goals(evidence, scope)
        if not goals:
            return None
        if _is_asked(query.text, scope, other):
            known = _known(evidence, other)
            own = [i for i in goals if not {base_of(kin) for kin in kin_of(i.concept)} & known]
            claims += [Claim(present_orders.only_in(scope.name), ())] if own else []
            claims += [Claim(present_orders.row(i.name, [i]), (source(i),)) for i in own]
            told += own
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=tuple(told)) if told else None


def _is_asked(text: str, scope: Scope, other: Scope) -> bool:
    """Whether a plan is the one whose own indicators are asked for: both, unless one is named after 只有."""
    only = _ONLY.search(text)
    after = {s.name: text.find(s.name, only.end() if only else 0) for s in (scope, other)}
    if not only or (after[scope.name] < 0 and after[other.name] < 0):
        return True
    return after[scope.name] >= 0 and (after[other.name] < 0 or after[scope.name] < after[other.name])


def _goals(evidence: Evidence, scope: Scope) -> list[Indicator]:
    """The goals that the tables of a region's plan set for the region itself, one a name."""
    found = [i for i in evidence.indicators(scope.plan_ids) if i.table and i.role == "target"]
    home = evidence.plan_of(scope.plan_ids[0]).facts.region
    own = [i for i in found if home is None or short(i.region) == short(home.value)]
    return list({i.name: i for i in own}.values())


def _known(evidence: Evidence, scope: Scope) -> set[str]:
    """Every indicator that a plan names anywhere, without its flow."""
    return {base_of(kin) for i in evidence.indicators(scope.plan_ids) for kin in kin_of(i.concept)}
