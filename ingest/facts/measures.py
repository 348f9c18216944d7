"""A plan's measures: tasks, articles and box items as cards, with who leads, whom they help and with what.

Rules over the outline only: a section that does not look back, set goals or lay down principles, and that has text of
its own, is a card; an article is one card with its items. Every field that is filled carries its span; what the text
does not say stays empty.
"""

from __future__ import annotations

import re

from ingest.facts.duties import Duty, duty, first_leads, together
from ingest.facts.horizon import horizon, looks_back
from ingest.facts.provisions import Provisions
from ingest.facts.validity import stated
from ingest.plans import Located, Measure, Paragraph, Plan, Section, Span

_NO_TASKS = re.compile(
    r"(?:总体(?:要求|思路|定位)|指导思想|基本原则|工作原则|前\s?言|(?:规划|发展|编制)?背景|总\s?则|附\s?则|目\s?录|术语|范围|适用范围|编制依据"
    r"|重要意义|重大意义)(?:[和与及、](?:基本原则|总体要求|指导思想|定义))?"
)
_NUMBERED = re.compile(r"^(?:[（(]|\d|第.{1,5}条|[一二三四五六七八九十]+、|——|专栏|附)")
_ARTICLE = re.compile(r"^第.{1,7}条$")
_TASK_NAME = re.compile(r"^[一二三四五六七八九十]是")


def measures(plan: Plan) -> tuple[Measure, ...]:
    """One card a task, article or box item, in the order of the text; cost linear in the text."""
    holders = [_holder(plan, section) for section in plan.sections]
    own: dict[int, list[Paragraph]] = {}
    for block in plan.blocks:
        if isinstance(block, Paragraph):
            own.setdefault(holders[block.section], []).append(block)
    over = {section.parent for section in plan.sections if section.number and holders[section.index] == section.index}
    cards = _Cards(plan)
    return tuple(
        cards.card(section, own[section.index])
        for section in plan.sections
        if section.index in own and section.index not in over and _is_task(plan, section)
    )


def _holder(plan: Plan, section: Section) -> int:
    """The article that a section is an item of, else the section itself."""
    return next((at for at in _chain(plan, section) if _ARTICLE.match(plan.sections[at].number)), section.index)


def _is_task(plan: Plan, section: Section) -> bool:
    """Whether a section tells what is to be done: a numbered item or box item."""
    chain = _chain(plan, section)
    if section.index == 0 or any(_NO_TASKS.fullmatch(plan.sections[at].name.strip()) for at in chain):
        return False
    if plan.facts.kind == "报道" or looks_back(section.path) is not None:
        return False
    in_box = any(plan.sections[at].is_box for at in chain)
    return bool(in_box or _NUMBERED.match(section.number) or _TASK_NAME.match(section.name))


def _chain(plan: Plan, section: Section) -> list[int]:
    chain = [section.index]
    while (parent := plan.sections[chain[-1]].parent) is not None:
        chain.append(parent)
    return chain


class _Cards:
    """What holds for every card of a plan: whether the first unit leads, what is past, how long the plan holds."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.leads = first_leads(plan.text)
        self.base = horizon(plan).base
        self.whole: Located | None = stated(plan)

    def card(self, section: Section, paragraphs: list[Paragraph]) -> Measure:
        """The card of one section."""
        start = min(section.span.start, paragraphs[0].span.start)
        end = max(piece.end for paragraph in paragraphs for piece in paragraph.pieces)
        span = Span(start, end, section.span.page or paragraphs[0].pieces[0].page)
        told = [found for paragraph in paragraphs if (found := duty(paragraph))]
        found = (together(told) if _ARTICLE.match(section.number) else told[-1]) if told else Duty()
        lead = found.lead or (found.units[0] if self.leads and found.units else "")
        spans = list(found.spans)
        if lead and not found.lead:
            spans.append(("lead_unit", dict(found.spans)["units"]))
        provisions = Provisions(paragraphs, self.base, self.whole)
        return Measure(
            plan_id=self.plan.id,
            number=section.number,
            title=section.name,
            section=section.path,
            span=span,
            quote=self.plan.quote(span),
            lead_unit=lead,
            units=found.units,
            deadline=provisions.deadline(),
            validity=provisions.validity(),
            beneficiaries=provisions.beneficiaries(),
            instruments=provisions.instruments(),
            amounts=provisions.amounts(),
            fields=(*spans, *provisions.spans),
        )
