"""Evidence → Draft, by intent, from the plans' own words (engine `grounded`)."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.again import told_again, where_it_stands
from assistant.composing.compare import asked_of_several
from assistant.composing.further import with_further
from assistant.composing.lacking import lacking, only_repeats
from assistant.composing.outline import no_such_part
from assistant.composing.regions import side_by_side
from assistant.composing.sentences import in_sentences, refuse
from assistant.composing.steps import BEFORE, BY_INTENT, OWN_WAY
from assistant.composing.terms import beyond_all
from assistant.composing.untold import asks_untold, leaves_untold, with_nearest, with_places
from assistant.questions import Intent
from assistant.retrieval.evidence import Evidence
from assistant.words import present


def compose(evidence: Evidence) -> Draft:
    """The shortest grounded answer that the evidence carries, or a refusal that says what is missing and what is
    nearest to it."""
    draft = with_nearest(_composed(evidence), evidence)
    return refuse(evidence, present.NOTHING_MORE) if told_again(draft, evidence) else draft


def _composed(evidence: Evidence) -> Draft:
    query = evidence.query
    if query.wants == "sources":
        return where_it_stands(evidence, _composed(replace(evidence, query=replace(query, wants=""))))
    if query.intent in (Intent.UNSAFE, Intent.SMALL_TALK):
        return _in_role(query.intent)
    if asks_untold(evidence):
        return refuse(evidence)
    steps = [*BEFORE, *BY_INTENT.get(query.intent, ())]
    if len(query.scopes) + len(query.outside) > 1 and query.intent not in OWN_WAY:
        steps.insert(steps.index(no_such_part), asked_of_several)
    given_back = False
    for step in steps:
        draft = step(evidence)
        if draft and not leaves_untold(draft, evidence):
            return draft
        given_back = given_back or bool(draft and only_repeats(draft, query))
    if given_back:
        return refuse(evidence)
    if len(query.scopes) > 1:
        return side_by_side(evidence, in_sentences) or refuse(evidence)
    if query.intent is Intent.VALUE and beyond_all(evidence):
        return refuse(evidence)
    told = in_sentences(evidence)
    told = None if lacking(told, evidence) else with_places(told, evidence)
    return with_further(told, evidence) if told else refuse(evidence)


def _in_role(intent: Intent) -> Draft:
    status = AnswerStatus.UNSAFE if intent is Intent.UNSAFE else AnswerStatus.OUT_OF_SCOPE
    return Draft(status, (Claim(present.IN_ROLE[intent], ()),))
