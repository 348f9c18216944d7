"""Sources → what they let a claim say; a source that does not exist carries nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.answers import Source
from assistant.checking.ground import Ground, plain, years_of
from assistant.checking.ground_row import of_row
from assistant.checking.ground_text import of_text
from ingest.errors import NoSuchPlan
from ingest.plans import Plan, Row, Table

PlanOf = Callable[[str], Plan]
"""A plan by its id; NoSuchPlan where it is not loaded."""


def grounds_of(sources: Iterable[Source], plan_of: PlanOf) -> list[Ground] | None:
    """What the sources carry; None where one of them does not exist."""
    found = []
    for source in sources:
        try:
            ground = ground_of(source, plan_of(source.plan_id))
        except (NoSuchPlan, KeyError):
            return None
        if ground is None:
            return None
        found.append(ground)
    return found


def ground_of(source: Source, plan: Plan) -> Ground | None:
    """What a source carries; None where its range is no text of its plan, or no row where it says so."""
    span = source.span
    if not 0 <= span.start < span.end <= len(plan.text) or not plan.quote(span).strip():
        return None
    period = plan.facts.period.value if plan.facts.period else ""
    context = years_of(" ".join((plan.title, period, *source.heading)))
    titles = (plain(plan.title), *(plain(name) for name in source.heading))
    if source.kind not in ("row", "cell"):
        return of_text(source, plan, context, titles)
    found = _row_at(plan, source)
    return of_row(*found, plan, context, titles) if found else None


def _row_at(plan: Plan, source: Source) -> tuple[Table, Row] | None:
    start, end = source.span.start, source.span.end
    tables = [block for block in plan.blocks if isinstance(block, Table)]
    return next(((t, r) for t in tables for r in t.rows if r.span.start <= start and end <= r.span.end), None)
