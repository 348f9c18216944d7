"""A plan's indicators: every value of its tables and every figure that its sentences name."""

from __future__ import annotations

from ingest.facts.horizon import horizon
from ingest.facts.indicators_table import from_tables
from ingest.facts.indicators_text import from_sentences
from ingest.facts.run_together import from_runs
from ingest.plans import Indicator, Plan


def indicators(plan: Plan) -> tuple[Indicator, ...]:
    """The records in the order of the text. The same figure told twice is two records, each with its own source."""
    outlook = horizon(plan)
    found = [*from_tables(plan, outlook), *from_runs(plan, outlook), *from_sentences(plan, outlook)]
    return tuple(sorted(found, key=lambda indicator: indicator.span.start))
