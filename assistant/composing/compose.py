"""Evidence → Draft, by intent, from the plans' own words (engine `grounded`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Intent
from assistant.composing.again import beyond_shown, where_it_stands
from assistant.composing.between import between
from assistant.composing.bounds import bounded
from assistant.composing.change import over_years, set_apart
from assistant.composing.compare import asked_of_several, over_regions
from assistant.composing.conflict import doubted, flow_and_stock, sides
from assistant.composing.contents import only_in_contents
from assistant.composing.counted import counted
from assistant.composing.duties import by_unit, responsible
from assistant.composing.duty_counts import of_all
from assistant.composing.extremes import extremes
from assistant.composing.indicator_sets import only_one_sets
from assistant.composing.items import asked_items
from assistant.composing.lists import enumeration, figures, numbered_parts, table_rows
from assistant.composing.meanings import meant
from assistant.composing.measures import offered, paid
from assistant.composing.moves import moved
from assistant.composing.outline import no_such_part, structure
from assistant.composing.places import by_place, namings
from assistant.composing.plans import facts_of_several, sections_of_several
from assistant.composing.premise import premised
from assistant.composing.regions import side_by_side
from assistant.composing.ruled import ruled
from assistant.composing.sentences import in_sentences, refuse
from assistant.composing.terms import beyond_all, unexplained, unknown
from assistant.composing.timeline import timeline
from assistant.composing.untold import asks_untold, leaves_untold, no_such_unit, only_announces, with_nearest
from assistant.composing.values import value
from assistant.composing.within import within_a_sentence
from assistant.composing.worked import worked
from assistant.composing.yesno import check, stated
from assistant.retrieval.evidence import Evidence
from assistant.words import present


def compose(evidence: Evidence) -> Draft:
    """The shortest grounded answer that the evidence carries, or a refusal that says what is missing and what is
    nearest to it."""
    return with_nearest(_composed(evidence), evidence)


def _composed(evidence: Evidence) -> Draft:
    query = evidence.query
    if query.wants == "sources":
        return where_it_stands(evidence, _composed(replace(evidence, query=replace(query, wants=""))))
    if query.intent in (Intent.UNSAFE, Intent.SMALL_TALK):
        return _in_role(query.intent)
    if asks_untold(evidence):
        return refuse(evidence)
    steps = [*_BEFORE, *_STEPS.get(query.intent, ())]
    if len(query.scopes) + len(query.outside) > 1 and query.intent not in _OWN_WAY:
        steps.insert(2, asked_of_several)
    for step in steps:
        draft = step(evidence)
        if draft and not leaves_untold(draft, evidence):
            return draft
    if len(query.scopes) > 1:
        return side_by_side(evidence, in_sentences) or refuse(evidence)
    if query.intent is Intent.VALUE and beyond_all(evidence):
        return refuse(evidence)
    told = in_sentences(evidence)
    return refuse(evidence) if only_announces(told, evidence) else told


def _in_role(intent: Intent) -> Draft:
    status = AnswerStatus.UNSAFE if intent is Intent.UNSAFE else AnswerStatus.OUT_OF_SCOPE
    return Draft(status, (Claim(present.IN_ROLE[intent], ()),))


_OWN_WAY = (Intent.META, Intent.RESPONSIBLE, Intent.CONFLICT, Intent.LIST)
_BEFORE: Sequence[Callable[[Evidence], Draft | None]] = (
    *(beyond_shown, only_in_contents, no_such_part, no_such_unit, unknown, of_all, by_unit, doubted, flow_and_stock),
    *(by_place, namings, meant, counted, unexplained, only_one_sets, extremes, bounded, within_a_sentence, timeline),
    *(asked_items, ruled, worked, paid, offered),
)
_STEPS: dict[Intent, Sequence[Callable[[Evidence], Draft | None]]] = {
    Intent.META: (numbered_parts, facts_of_several),
    Intent.LIST: (table_rows, sections_of_several, enumeration, figures),
    Intent.TASK: (stated, premised, sections_of_several, enumeration, figures, value),
    Intent.YES_NO: (check, premised),
    Intent.VALUE: (stated, premised, between, set_apart, moved, table_rows, enumeration, figures, over_regions, value),
    Intent.DEFINITION: (sections_of_several, enumeration),
    Intent.CONFLICT: (sides,),
    Intent.RESPONSIBLE: (responsible,),
    Intent.COMPARE: (over_regions, between, over_years, moved, table_rows, enumeration, figures, value),
    Intent.CALCULATE: (over_regions, between, over_years, moved, structure, value),
}
