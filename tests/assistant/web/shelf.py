"""Invented plans on a shelf of their own. They go through the real readers and outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import NoSuchPlan
from ingest.plans import Indicator, Measure, Plan, PlanFacts, Span, Table
from ingest.readers import read
from ingest.settings import IngestSettings
from ingest.structure.outline import outline

PLANS = Path(__file__).parent / "plans"
YUNXI, SHIQIAO = "yunxi", "shiqiao"


def plan(plan_id: str, file: str) -> Plan:
    return outline(read(PLANS / file, IngestSettings()), plan_id=plan_id, file=file, digest="0" * 64)


@dataclass(frozen=True)
class Listed:
    """A plan as the list of plans shows it."""

    id: str
    title: str
    file: str
    facts: PlanFacts
    pages: int | None
    characters: int
    indicators: int
    measures: int


@dataclass(frozen=True)
class FewPlans:
    """A shelf that holds what it is given."""

    held: tuple[Plan, ...] = ()

    def plans(self) -> Sequence[Listed]:
        return [
            Listed(
                *(plan.id, plan.title, plan.file, plan.facts, plan.pages, len(plan.text)),
                indicators=sum(indicator.plan_id == plan.id for indicator in self.indicators()),
                measures=sum(measure.plan_id == plan.id for measure in self.measures()),
            )
            for plan in self.held
        ]

    def plan(self, plan_id: str) -> Plan:
        found = next((plan for plan in self.held if plan.id == plan_id), None)
        if found is None:
            raise NoSuchPlan("知识库里没有这份规划。")
        return found

    def indicators(self) -> Sequence[Indicator]:
        return [indicator for plan in self.held for indicator in _indicators(plan)]

    def measures(self) -> Sequence[Measure]:
        return [_measure(plan) for plan in self.held if plan.id == YUNXI]


def both() -> FewPlans:
    return FewPlans((plan(YUNXI, "云溪.md"), plan(SHIQIAO, "石桥.md")))


def _indicators(plan: Plan) -> Iterator[Indicator]:
    for table in (block for block in plan.blocks if isinstance(block, Table)):
        for line in table.rows:
            group, name, unit, _, value = (cell.text for cell in line.cells)
            yield Indicator(
                *(plan.id, name, name, "云溪区", "2025", "target", "=", value, unit, ""),
                *(table.caption, group, plan.sections[table.section].path, line.span, plan.quote(line.span)),
            )


def _measure(plan: Plan) -> Measure:
    section = next(section for section in plan.sections if section.name == "壮大企业主体")
    span = Span(section.body.start, section.body.end)
    return Measure(
        plan.id, section.number, section.name, section.path, span, plan.quote(span), "区科技局", ("区财政局",)
    )
