"""Evidence → Draft, by intent, from the plans' own words (engine `grounded`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant import present
from assistant.answers import AnswerStatus, Claim, Draft, Intent
from assistant.compose_change import over_years
from assistant.compose_compare import asked_of_several, over_regions
from assistant.compose_conflict import doubted, flow_and_stock, sides
from assistant.compose_contents import only_in_contents
from assistant.compose_duties import by_unit, responsible
from assistant.compose_duty_counts import of_all
from assistant.compose_extremes import extremes
from assistant.compose_lists import enumeration, figures, numbered_parts, table_rows
from assistant.compose_measures import offered, paid
from assistant.compose_meta import about_plans, structure
from assistant.compose_places import by_place, namings
from assistant.compose_regions import side_by_side
from assistant.compose_sentences import in_sentences, refuse
from assistant.compose_terms import unexplained, unknown
from assistant.compose_timeline import timeline
from assistant.compose_values import value
from assistant.compose_yesno import check, stated
from assistant.evidence import Evidence
from assistant.wording import ATTRIBUTES


def compose(evidence: Evidence) -> Draft:
    """The shortest grounded answer that the evidence carries, or a refusal that says what is missing."""
    query = evidence.query
    if query.intent in (Intent.UNSAFE, Intent.SMALL_TALK):
        return _in_role(query.intent)
    if _asks_untold(evidence):
        return refuse(evidence)
    steps = [*_BEFORE, *_STEPS.get(query.intent, ())]
    if len(query.scopes) + len(query.outside) > 1 and query.intent not in _OWN_WAY:
        steps.insert(1, asked_of_several)
    for step in steps:
        draft = step(evidence)
        if draft:
            return draft
    if len(query.scopes) > 1:
        return side_by_side(evidence, in_sentences) or refuse(evidence)
    return in_sentences(evidence)


def _asks_untold(evidence: Evidence) -> bool:
    """Whether the question asks for something by name (利率, 电话) that nothing found names."""
    return any(
        asked.search(evidence.query.text) and not any(told.search(c.text) for c in evidence.candidates[:20])
        for asked, told in ATTRIBUTES
    )


def _in_role(intent: Intent) -> Draft:
    status = AnswerStatus.UNSAFE if intent is Intent.UNSAFE else AnswerStatus.OUT_OF_SCOPE
    return Draft(status, (Claim(present.IN_ROLE[intent], ()),))


_OWN_WAY = (Intent.META, Intent.RESPONSIBLE, Intent.CONFLICT, Intent.LIST)
_BEFORE: Sequence[Callable[[Evidence], Draft | None]] = (
    *(only_in_contents, unknown, of_all, by_unit, doubted, flow_and_stock, by_place, namings),
    *(unexplained, extremes, timeline, paid, offered),
)
_STEPS: dict[Intent, Sequence[Callable[[Evidence], Draft | None]]] = {
    Intent.META: (numbered_parts, about_plans),
    Intent.LIST: (table_rows, enumeration, figures),
    Intent.TASK: (enumeration, figures, value),
    Intent.YES_NO: (check,),
    Intent.VALUE: (stated, table_rows, enumeration, figures, over_regions, value),
    Intent.DEFINITION: (enumeration,),
    Intent.CONFLICT: (sides,),
    Intent.RESPONSIBLE: (responsible,),
    Intent.COMPARE: (over_regions, over_years, table_rows, enumeration, figures, value),
    Intent.CALCULATE: (over_regions, over_years, structure, value),
}
