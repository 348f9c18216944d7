"""Draft → numbered citations: each distinct source once, in the order in which the answer leans on it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answers import Calculation, Citation, Claim, Computed, Source
from assistant.checking.grounds import PlanOf


class Citations:
    """Gives sources their numbers."""

    def __init__(self, plan_of: PlanOf) -> None:
        self._plan_of = plan_of
        self._numbers: dict[Source, int] = {}

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The citation numbers of some sources, new ones counted on."""
        return tuple(self._numbers.setdefault(source, len(self._numbers) + 1) for source in sources)

    def marked(self, claim: Claim) -> str:
        """The claim's sentence with its markers before the closing stop: "…600家[1]。"."""
        marks = "".join(f"[{n}]" for n in dict.fromkeys(self.numbers(claim.sources)))
        text = claim.text.rstrip()
        stop = text[-1:] if text[-1:] in "。；" and marks else ""
        return f"{text.removesuffix(stop) if stop else text}{marks}{stop}"

    def calculation(self, computed: Computed) -> Calculation:
        """A calculation with its operands as citation numbers."""
        return Calculation(computed.expression, computed.result, computed.unit, self.numbers(computed.operands))

    def all(self) -> tuple[Citation, ...]:
        """The citations so far, by number."""
        return tuple(self._citation(n, source) for source, n in self._numbers.items())

    def _citation(self, n: int, source: Source) -> Citation:
        plan = self._plan_of(source.plan_id)
        return Citation(
            n=n,
            plan=plan.title,
            plan_id=plan.id,
            file=plan.file,
            heading=source.heading,
            page=source.span.page,
            quote=plan.quote(source.span),
            start=source.span.start,
            end=source.span.end,
            kind=source.kind,
        )
