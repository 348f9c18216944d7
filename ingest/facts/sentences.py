"""A sentence made ready for reading its figures: times blanked out, clauses marked, periods told by what they do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.notation.nonvalues import blank_names, blank_spans
from ingest.notation.numerals import half_width
from ingest.notation.periods import Period, years
from ingest.notation.regions import region_named
from ingest.plans import Quantity

SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?\n]?")
COMPARING = ("较", "比", "与")
_CLAUSE_END = re.compile(r"[，。；！？：;!?:\n]|,(?!\d{3}(?!\d))|——")
_NUMBER_FOLLOWS = re.compile(r"\s?(?:的|达到?|为|约|仅)*\s?\d")
_BEFORE_TIME = re.compile(
    r"^(?:[\s、，“”(（]|其中|到|至|在|自|从|截[止至]|预计|力争|计划|规划|我区|全区|我市|全市|今后|展望)*$"
)


@dataclass
class Sentence:
    """`text` as it stands, `offset` in its paragraph. `told` is the year told before, `past` and `ahead` the stretches
    that 五年来 and 五年内 stand for.

    `places` are the regions that may stand before a time ("临安区2019年…").
    """

    text: str
    offset: int
    told: str = ""
    past: str = ""
    places: tuple[str, ...] = ()
    ahead: str = ""

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The years and periods named outside of titles and document numbers."""
        return years(blank_names(half_width(self.text)), self.past, self.told, self.ahead)

    @cached_property
    def body(self) -> str:
        """The text with times as blanks, so that no name begins or ends with a year; offsets as in `text`.

        A period inside a name (申报2021年度省重点研发项目) stays.
        """
        setting = set(self.setting)
        spans = [
            (period.start, period.end)
            for period in self.periods
            if period.cue or period in setting or _NUMBER_FOLLOWS.match(self.text, period.end)
        ]
        return blank_spans(self.text, spans).replace("\0", " ")

    @cached_property
    def ends(self) -> list[int]:
        """Where clauses begin: 0 and the place after every clause mark."""
        return [0, *(match.end() for match in _CLAUSE_END.finditer(self.text))]

    @cached_property
    def setting(self) -> list[Period]:
        """The periods that say when (到2025年，…), not which (2021年度省重点研发项目) or than when (比2015年)."""
        return [period for period in self.periods if period.cue not in COMPARING and self._sets_time(period)]

    def writes(self, year: str, at: int) -> bool:
        """Whether a period that begins in a year is named before a place."""
        return self._first_ends.get(year, at + 1) <= at

    @cached_property
    def _first_ends(self) -> dict[str, int]:
        return {period.year[:4]: period.end for period in reversed(self.periods)}

    @cached_property
    def _period_ends(self) -> list[int]:
        return [period.end for period in self.periods]

    @cached_property
    def _setting_ends(self) -> list[int]:
        return [period.end for period in self.setting]

    @cached_property
    def _compared(self) -> list[Period]:
        return [period for period in self.periods if period.cue in COMPARING]

    @cached_property
    def _compared_ends(self) -> list[int]:
        return [period.end for period in self._compared]

    def lead_start(self, end: int, after: int) -> int:
        """Where the words before a number begin: at its clause, not before `after`, inside its brackets."""
        start = max(after, self.clause_before(end))
        depth = 0
        for at in range(end - 1, start - 1, -1):
            depth += {"）": 1, ")": 1, "（": -1, "(": -1}.get(self.body[at], 0)
            if depth < 0:
                return at + 1
        return start

    def clause_end(self, end: int) -> int:
        """The end of the clause that holds `end`, without its mark."""
        place = bisect_right(self.ends, end)
        return max(end, (self.ends[place] if place < len(self.ends) else len(self.text) + 1) - 1)

    def clause_before(self, at: int) -> int:
        """Where the clause that holds `at` begins."""
        return self.ends[bisect_right(self.ends, at) - 1]

    def told_before(self, at: int) -> Period | None:
        """The last period named before a place."""
        return _last_before(self.periods, self._period_ends, at)

    def set_before(self, at: int) -> Period | None:
        """The last period before a place that says when."""
        return _last_before(self.setting, self._setting_ends, at)

    def compared_before(self, at: int) -> Period | None:
        """The last period before a place that something is compared with (较2015年)."""
        return _last_before(self._compared, self._compared_ends, at)

    def clause_start(self, at: int) -> int:
        """The beginning of the clause that holds `at`, with the time before it where that is a clause of its own."""
        place = bisect_right(self.ends, at) - 1
        start = self.ends[place]
        if place and not self.body[self.ends[place - 1] : start].strip(" ，,"):
            start = self.ends[place - 1]
        words = self.text[start:at]
        return start + len(words) - len(words.lstrip(" 、，,"))

    def _sets_time(self, period: Period) -> bool:
        if period.months and "年" not in period.text:
            return True
        start = self.clause_before(period.start)
        before = self.text[start : period.start].strip()
        if _BEFORE_TIME.match(before) or self.text[period.end : period.end + 1] in ("，", ","):
            return True
        place = before.strip(" ，其中在到")
        return bool(place) and (place in self.places or region_named(place) is not None)


def apart(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The values but those that stand in one row with no sign between them: 14%12%10%."""
    joined = {
        value
        for one, next_ in pairwise(found)
        if one.unit == next_.unit and one.end == next_.start
        for value in (one, next_)
    }
    return tuple(quantity for quantity in found if quantity not in joined)


def _last_before(periods: Sequence[Period], ends: list[int], at: int) -> Period | None:
    place = bisect_right(ends, at)
    return periods[place - 1] if place else None
