"""Libraries as answering sees them: what is asked for again and again kept at hand, or without their records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.retrieval.evidence import Shelf
from ingest.plans import Conflict, Indicator, Measure, Passage

_PLANS_KEPT = 32


class Kept:
    """A library whose plans are not read anew for every question: while it is open, what it holds stays as it is.

    `plan`, `passages` of given plans and `regions` are kept, for the plans asked for last.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.plan = lru_cache(_PLANS_KEPT)(shelf.plan)
        self._passages_of = lru_cache(_PLANS_KEPT)(lambda plan_id: tuple(shelf.passages([plan_id])))
        self._regions_of = lru_cache(1)(lambda plans: shelf.regions())

    def __getattr__(self, name: str) -> object:
        return getattr(self._shelf, name)

    def passages(self, plan_ids: Sequence[str]) -> tuple[Passage, ...]:
        """The passages of some plans, plan by plan in reading order."""
        return tuple(passage for plan_id in plan_ids for passage in self._passages_of(plan_id))

    def regions(self) -> frozenset[str]:
        """The regions and areas that the indicators of all plans speak of."""
        return self._regions_of(tuple(self._shelf.plans()))


class Untyped:
    """A library as if no records had been read from its plans: what measures the worth of the records."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getattr__(self, name: str) -> object:
        return getattr(self._shelf, name)

    def indicators(self, *_: object, **__: object) -> tuple[Indicator, ...]:
        """None."""
        return ()

    def measures(self, *_: object, **__: object) -> tuple[Measure, ...]:
        """None."""
        return ()

    def conflicts(self, *_: object, **__: object) -> tuple[Conflict, ...]:
        """None."""
        return ()
