"""The library's contents as plain records, for JSON lines and tables; the names of the fields are a contract."""

from __future__ import annotations

from typing import Any

from ingest.library import PlanRecord
from ingest.plans import Conflict, Indicator, Located, Measure, Passage

Record = dict[str, Any]


def of_plan(plan: PlanRecord) -> Record:
    """A loaded plan: what its text says of it, and what was made of it. What the text does not say is null."""
    facts = plan.facts
    return {
        "id": plan.id,
        "title": plan.title,
        "region": _value(facts.region),
        "level": facts.level,
        "issuer": _value(facts.issuer),
        "number": _value(facts.number),
        "date": _value(facts.date),
        "period": _value(facts.period),
        "kind": facts.kind,
        "status": _value(facts.status),
        "file": plan.file,
        "path": plan.path,
        "format": plan.format,
        "pages": plan.pages,
        "characters": plan.characters,
        "passages": plan.passages,
        "indicators": plan.indicators,
        "measures": plan.measures,
        "added_at": plan.added_at,
        "digest": plan.digest,
    }


def of_passage(passage: Passage, plan: PlanRecord) -> Record:
    """A passage with its place; `start` and `end` count characters of the plan's text."""
    return {
        "id": passage.id,
        "plan_id": passage.plan_id,
        "plan": plan.title,
        "kind": passage.kind,
        "heading": list(passage.heading),
        "text": passage.text,
        "record": passage.record,
        "page": passage.span.page,
        "start": passage.span.start,
        "end": passage.span.end,
    }


def of_indicator(indicator: Indicator, plan: PlanRecord) -> Record:
    """An indicator: one typed value with the words that it stands on."""
    return {
        "plan_id": indicator.plan_id,
        "plan": plan.title,
        "file": plan.file,
        "table": indicator.table,
        "group": indicator.group,
        "name": indicator.name,
        "concept": indicator.concept,
        "region": indicator.region,
        "year": indicator.year,
        "role": indicator.role,
        "comparator": indicator.comparator,
        "value": indicator.value,
        "unit": indicator.unit,
        "nature": indicator.nature,
        "heading": list(indicator.heading),
        "quote": indicator.quote,
    }


def of_measure(measure: Measure, plan: PlanRecord) -> Record:
    """A measure: a task, an article or a box item, with who does it, when, for whom and by what means.

    `fields` says where each value stands: characters of the plan's text, as with passages.
    """
    return {
        "plan_id": measure.plan_id,
        "plan": plan.title,
        "number": measure.number,
        "title": measure.title,
        "section": list(measure.section),
        "lead_unit": measure.lead_unit,
        "units": list(measure.units),
        "deadline": measure.deadline,
        "validity": measure.validity,
        "beneficiaries": list(measure.beneficiaries),
        "instruments": list(measure.instruments),
        "amounts": list(measure.amounts),
        "quote": measure.quote,
        "fields": [{"field": name, "start": span.start, "end": span.end} for name, span in measure.fields],
    }


def of_conflict(conflict: Conflict, plans: dict[str, PlanRecord]) -> Record:
    """A conflict: how far the two sides are at odds, and both of them in full."""
    return {
        "reason": conflict.reason,
        "note": conflict.note,
        "left": of_indicator(conflict.left, plans[conflict.left.plan_id]),
        "right": of_indicator(conflict.right, plans[conflict.right.plan_id]),
    }


def _value(located: Located | None) -> str | None:
    return located.value if located else None
