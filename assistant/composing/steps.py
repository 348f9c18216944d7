"""The order in which the ways to answer are tried: those before all others, then those of the intent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answers import Draft
from assistant.composing.again import beyond_shown
from assistant.composing.bases import lacks_a_value
from assistant.composing.before_growth import before_growth
from assistant.composing.between import between
from assistant.composing.bounds import beyond_a_figure
from assistant.composing.change import over_years, set_apart
from assistant.composing.claims import claim_checked, of_another_year
from assistant.composing.compare import over_regions
from assistant.composing.conflict import doubted, flow_and_stock, sides
from assistant.composing.contents import only_in_contents
from assistant.composing.counted import counted
from assistant.composing.duties import responsible
from assistant.composing.duty_counts import duties_counted
from assistant.composing.extremes import extremes
from assistant.composing.graded import grade_checked
from assistant.composing.indicator_sets import only_one_sets
from assistant.composing.items import asked_items
from assistant.composing.lists import enumeration, numbered_parts, section_figures
from assistant.composing.meanings import meant
from assistant.composing.measures import help_offered, payments
from assistant.composing.moves import change_told
from assistant.composing.only_planned import only_planned
from assistant.composing.outline import no_such_part, plan_structure
from assistant.composing.park_share import share_of_a_park
from assistant.composing.places import by_place, differing_names
from assistant.composing.plans import facts_of_several, sections_of_several
from assistant.composing.premise import premise_checked
from assistant.composing.row_by_row import row_by_row
from assistant.composing.ruled import ruled
from assistant.composing.so_many import so_many
from assistant.composing.stages import stage_goals
from assistant.composing.stated_figures import stated
from assistant.composing.stated_growth import stated_growth, stated_rise
from assistant.composing.summed import sums_by_noun
from assistant.composing.table_counts import rows_counted
from assistant.composing.table_rows import table_rows
from assistant.composing.terms import unexplained, unknown
from assistant.composing.timeline import timeline
from assistant.composing.unit_articles import by_unit
from assistant.composing.untold import no_such_figure, no_such_unit
from assistant.composing.values import value
from assistant.composing.within import within_a_sentence
from assistant.composing.worked import worked
from assistant.composing.yesno import check
from assistant.questions import Intent
from assistant.retrieval.evidence import Evidence

OWN_WAY = (Intent.META, Intent.RESPONSIBLE, Intent.CONFLICT, Intent.LIST)
Step = Callable[[Evidence], Draft | None]
# What is tried before the steps of the intent, in this order: the first draft that leaves nothing untold is the answer.
BEFORE: Sequence[Step] = (
    beyond_shown,
    row_by_row,
    rows_counted,
    only_in_contents,
    no_such_part,
    no_such_unit,
    unknown,
    duties_counted,
    by_unit,
    grade_checked,
    doubted,
    flow_and_stock,
    by_place,
    differing_names,
    so_many,
    meant,
    counted,
    unexplained,
    only_one_sets,
    extremes,
    beyond_a_figure,
    before_growth,
    sums_by_noun,
    within_a_sentence,
    timeline,
    stage_goals,
    asked_items,
    ruled,
    worked,
    payments,
    help_offered,
)
BY_INTENT: dict[Intent, Sequence[Step]] = {
    Intent.META: (numbered_parts, facts_of_several),
    Intent.LIST: (table_rows, sections_of_several, enumeration, section_figures),
    Intent.TASK: (
        stated,
        premise_checked,
        set_apart,
        share_of_a_park,
        table_rows,
        sections_of_several,
        enumeration,
        section_figures,
        value,
    ),
    Intent.YES_NO: (check, premise_checked, claim_checked, of_another_year, stated_rise, over_years, no_such_figure),
    Intent.VALUE: (
        only_planned,
        share_of_a_park,
        stated,
        premise_checked,
        stated_growth,
        between,
        set_apart,
        change_told,
        table_rows,
        enumeration,
        section_figures,
        over_regions,
        value,
    ),
    Intent.DEFINITION: (sections_of_several, enumeration),
    Intent.CONFLICT: (sides,),
    Intent.RESPONSIBLE: (responsible,),
    Intent.COMPARE: (
        over_regions,
        between,
        over_years,
        change_told,
        lacks_a_value,
        table_rows,
        enumeration,
        section_figures,
        value,
    ),
    Intent.CALCULATE: (
        only_planned,
        stated,
        over_regions,
        share_of_a_park,
        between,
        stated_growth,
        over_years,
        change_told,
        lacks_a_value,
        plan_structure,
        value,
    ),
}
