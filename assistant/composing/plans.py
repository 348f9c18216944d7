"""A question that names no plan and that several answer: a line for each, or asked back which one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.lists import PARTS
from assistant.composing.meta import about_plans
from assistant.composing.outline import plan_structure
from assistant.questions import Scope
from assistant.records.sections import named_sections
from assistant.retrieval.evidence import Evidence
from assistant.words import present

_EACH, _LINES, _NAMED = 4, 6, 6
_ALL = re.compile(
    r"哪[些几]?[个份部]?(?:规划|文件|意见|办法|方案|材料)|各(?:个|份)?(?:规划|文件|地|区|市)|所有|分别|先后|都"
)

Choice = tuple[str, tuple[Source, ...]]


def too_many(evidence: Evidence, places: Sequence[object]) -> bool:
    """Whether so many plans answer that asking back is shorter than a line for each."""
    return len(places) > _EACH and evidence.query.wants != "every" and not _ALL.search(evidence.query.text)


def ask_back(choices: Sequence[Choice]) -> Draft:
    """Which of several plans is meant: the first of them by name, each with where it says what is asked."""
    claims = [Claim(present.ask_which(len(choices), min(len(choices), _NAMED)), ())]
    claims += [Claim(name, sources[:1]) for name, sources in choices[:_NAMED]]
    return Draft(AnswerStatus.CLARIFICATION, tuple(claims))


def sections_of_several(evidence: Evidence) -> Draft | None:
    """The parts of the section that the question names, of every plan that has one so named."""
    query = evidence.query
    if query.scopes or query.outside or not PARTS.search(query.text):
        return None
    found = named_sections(evidence, with_children=True)
    if len(found) < 2:
        return None
    parts = [[s for s in plan.sections if s.parent == section.index] for plan, section in found]
    if sum(map(len, parts)) > _LINES and query.wants != "every" and not _ALL.search(query.text):
        headings = [(Source(plan.id, section.span, section.path, "heading"),) for plan, section in found]
        return ask_back(
            [(present.titled(plan.title), source) for (plan, _), source in zip(found, headings, strict=True)]
        )
    claims = [Claim(present.count(sum(map(len, parts))), ())]
    for (plan, _), below in zip(found, parts, strict=True):
        claims += [
            Claim(f"{present.titled(plan.title)}：{s.number}{s.name}", (Source(plan.id, s.span, s.path, "heading"),))
            for s in below
        ]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def facts_of_several(evidence: Evidence) -> Draft | None:
    """What is asked about a plan itself; asked back where no plan is named and more than a few state it."""
    query = evidence.query
    draft = _counted(evidence) or about_plans(evidence)
    if draft is None or draft.status is not AnswerStatus.ANSWERED or query.scopes or query.wants == "every":
        return draft
    stated = {source.plan_id: claim.sources for claim in draft.claims for source in claim.sources}
    if len(stated) <= _LINES or _ALL.search(query.text):
        return draft
    return ask_back([(present.titled(evidence.plan_of(id).title), sources) for id, sources in stated.items()])


def _counted(evidence: Evidence) -> Draft | None:
    """How many parts each loaded plan has, where no plan is named."""
    if evidence.query.scopes or evidence.query.outside:
        return None
    scopes = [Scope("", (record.id,)) for record in evidence.shelf.plans()]
    each = [plan_structure(replace(evidence, query=replace(evidence.query, scopes=(scope,)))) for scope in scopes]
    claims = tuple(claim for draft in each if draft for claim in draft.claims)
    return Draft(AnswerStatus.ANSWERED, claims) if claims else None
