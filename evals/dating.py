"""Which year each figure of an answer speaks of, as far as its words tell."""

from __future__ import annotations

import re
from functools import cached_property

from evals.wording import MARKER
from ingest.notation.periods import Period, years
from ingest.notation.quantities import quantities
from ingest.plans import Quantity

_MARKER = re.compile(MARKER)
_NAME = re.compile(r"《[^《》\n]{1,80}》")
_STOP = re.compile(r"[。！？；\n]")
_BREAK = re.compile(r"[，。；、！？\n]")
_GROUP = re.compile(r"\s*[、和与及]\s*")
# Cues of years that a figure is compared with or counted from (比2020年增加3家): it is of another year.
_NOT_OF_IT = ("自", "从", "比", "较", "与", "以")
_SINCE = re.compile(r"起|以来|的?基础")


class Dated:
    """The figures and the years of an answer, markers and titles blanked out."""

    def __init__(self, answer: str) -> None:
        self.text = _NAME.sub(_blank, _MARKER.sub(_blank, answer))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return quantities(self.text)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        return years(self.text)

    def before(self, quantity: Quantity) -> str:
        """What stands before a figure in its clause: there a table's unit may be given (单位：家｜2025年：600)."""
        return _BREAK.split(self.text[: quantity.start])[-1]

    def years_of(self, quantity: Quantity) -> tuple[str, ...]:
        """The years that a figure may speak of; none where the answer does not say."""
        start, end = self._sentence(quantity.start)
        inside = [period for period in self.periods if start <= period.start < end]
        if "分别" in self.text[start:end]:
            return tuple(period.year for period in inside)
        own = self._attached(quantity)
        if own:
            return tuple(period.year for period in own)
        behind = [p for p in inside if quantity.end <= p.start and not self._parted(quantity.end, p.start)]
        before = [period for period in inside if period.start < quantity.start]
        said = self._free([*behind[:1], *before])
        return said or self._free([period for period in self.periods if period.start < start])

    def _free(self, periods: list[Period]) -> tuple[str, ...]:
        """The years of those periods that neither belong to another figure nor are what is compared with."""
        return tuple(p.year for p in periods if p.cue not in _NOT_OF_IT and not self._taken(p))

    def _parted(self, start: int, end: int) -> bool:
        """Whether a clause ends, or another figure stands, between two places."""
        if _BREAK.search(self.text, start, end):
            return True
        return any(start <= one.start and one.end <= end for one in self.quantities)

    def _sentence(self, place: int) -> tuple[int, int]:
        start = max((match.end() for match in _STOP.finditer(self.text, 0, place)), default=0)
        stop = _STOP.search(self.text, place)
        return start, stop.start() if stop else len(self.text)

    def _attached(self, quantity: Quantity) -> list[Period]:
        """The period right before a figure, with those that are listed together with it."""
        before = [period for period in self.periods if period.end <= quantity.start]
        if not before or not self._reaches(before[-1], quantity):
            return []
        group = [before.pop()]
        while before and _GROUP.fullmatch(self.text, before[-1].end, group[-1].start):
            group.append(before.pop())
        return group

    def _reaches(self, period: Period, quantity: Quantity) -> bool:
        if period.cue in _NOT_OF_IT or _SINCE.match(self.text, period.end):
            return False
        return not self._parted(period.end, quantity.start)

    def _taken(self, period: Period) -> bool:
        return any(period in self._attached(one) for one in self.quantities)


def fits(wanted: str, said: tuple[str, ...]) -> bool:
    """Whether any of the years said is the one wanted; nothing said, or nothing wanted, fits."""
    return not wanted or not said or any(_same(wanted, year) for year in said)


def _same(wanted: str, said: str) -> bool:
    if len(wanted) == len(said) == 4:
        return wanted == said
    if len(wanted) == 4:
        return said[:4] <= wanted <= said[-4:]
    if len(said) == 4:
        return said in (wanted[:4], wanted[-4:])
    return wanted[:4] == said[:4] or wanted[-4:] == said[-4:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
