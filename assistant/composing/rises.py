"""What a change between two years comes to: how much a year, and which way it went."""

from __future__ import annotations

import re

from assistant import compute
from assistant.answers import Claim
from assistant.records.operations import reckoned
from assistant.records.values import Hit, together
from assistant.words import present_figures


def a_year(pair: tuple[Hit, Hit], text: str) -> list[Claim]:
    """The difference shared out over the years between, where an average is asked for."""
    earlier, later = pair
    span = int(later.indicator.year[-4:] or 0) - int(earlier.indicator.year[-4:] or 0)
    if not re.search(r"平均每年|年均|每年平均|一年平均|平均一年|摊到每年|平均下来", text) or span < 2:
        return []
    try:
        result = compute.average(later.indicator, earlier.indicator, span)
    except compute.Incomparable:
        return []
    return [reckoned(present_figures.calculation("average", result), result, pair)]


def direction(pair: tuple[Hit, Hit], *, counted: bool) -> list[Claim]:
    """Whether a value rose or fell between two years; `counted`: which year has more."""
    earlier, later = pair
    try:
        before, after = compute.number(earlier.indicator), compute.number(later.indicator)
    except compute.Incomparable:
        return []
    if before == after:
        return [Claim(present_figures.EQUAL, together(pair))]
    above = after < before if later.indicator.role == "rank" else after > before
    said = present_figures.direction(later.indicator, earlier.indicator, above=above, counted=counted)
    return [Claim(said, (*later.sources, *earlier.sources))]
