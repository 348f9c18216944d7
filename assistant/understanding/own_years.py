"""Which year a question names for which of its regions: "2020年临平多少，2025年临安目标多少"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.questions import Scope
from assistant.understanding.scopes import short
from assistant.understanding.wording import ASKING
from ingest.notation.periods import Period

_PIECE = re.compile("[^、，。；？！]+[、，。；？！]?")


def with_own_years(scopes: tuple[Scope, ...], periods: Sequence[Period], text: str) -> tuple[Scope, ...]:
    """The regions, each with the one year that the question names for it, where these are not all the same; as they
    were where a year stands by no region, or a region is asked about in two years.

    What is told and not asked (杭州2020年31.5件，那杭州2025年多少) gives way to what is asked.
    """
    if len(scopes) < 2 or len({period.year for period in periods}) < 2:
        return scopes
    if beside := _beside(scopes, periods, text):
        return tuple(replace(scope, years=(beside[scope.name],)) for scope in scopes)
    own: dict[str, str] = {}
    asked: set[str] = set()
    year, waiting = "", set[str]()
    for piece in _PIECE.finditer(text):
        years = {p.year for p in periods if piece.start() <= p.start < piece.end()}
        waiting |= {scope.name for scope in scopes if short(scope.name) in piece.group()}
        year = next(iter(years), year)
        if len(years) > 1 or (years and not waiting) or any(own[name] != year for name in waiting & asked):
            return scopes
        if year:
            own |= dict.fromkeys(waiting, year)
            asked |= waiting if ASKING.search(piece.group()) else set()
            waiting = set()
        if not piece.group().endswith("、"):
            year = ""
    if len(own) < len(scopes) or len(set(own.values())) < 2:
        return scopes
    return tuple(replace(scope, years=(own[scope.name],)) for scope in scopes)


def _beside(scopes: Sequence[Scope], periods: Sequence[Period], text: str) -> dict[str, str]:
    """The year right behind each region or plan (甲区的2020年和乙区的2025年), where all have one of their own and no
    other year is named."""
    found = {
        scope.name: period.year
        for scope in scopes
        for period in periods
        if text[: period.start].rstrip('“" ').removesuffix("的").endswith((scope.name, short(scope.name)))
    }
    return found if len(set(found.values())) == len(found) == len(scopes) == len(periods) else {}
