"""Whether the years, regions and numbers of a claim's own words are those of the sources that it leans on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from assistant.checking.ground import (
    NUMBER,
    Figure,
    Ground,
    folded,
    homes,
    plain,
    regions_of,
    stands_under,
    unit_after,
    whole_of,
)
from assistant.understanding.scopes import names_of, short
from ingest.notation.periods import Period, years
from ingest.plans import Plan

_STATES = re.compile(r"(?:^|[ (:对共≥≤<>约~-]|预计|目标|位次|增长|下降|上升)$")
WHOLE = re.compile("全[市省]|[我本]市|我省|市里|省里")
_DASH = re.compile("[—–~～至]+")
_MONTHS = re.compile(r"\d{1,2}(?:[-—–~至]\d{1,2})?月")
_LEADING_ZERO = re.compile(r"0\d")


def without(text: str, names: Iterable[str]) -> str:
    """A text without what is only repeated, the longest names first."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def regions_fit(own: str, grounds: Sequence[Ground], plans: Sequence[Plan], quoted: Ground | None) -> bool:
    """Whether the regions named are those of the sources (of the subject of what is quoted), and where sources are of
    several regions, all of them are named."""
    own = spelled_out(own, plans)
    named: set[str] = set()
    for plan in plans:
        for name in sorted(map(plain, names_of(plan)), key=len, reverse=True):
            if name in own and plan.facts.region:
                own = own.replace(name, " ")
                named.add(short(plan.facts.region.value))
    known = frozenset().union(*(ground.subjects if quoted else ground.regions for ground in grounds))
    named |= regions_of(own, plans) | {region for region in known if region in own}
    if not named <= known:
        return False
    several = len({ground.regions for ground in grounds}) > 1
    return not (named and several) or all(named & ground.regions for ground in grounds if ground.regions)


def spelled_out(own: str, plans: Sequence[Plan]) -> str:
    """A text with the region's name for 全市 and the like, as these plans would say it."""

    def name(found: re.Match[str]) -> str:
        word = f"全{found.group().strip('全我本里')}"
        return next((region for home in homes(plans) if (region := whole_of(word, home))), found.group())

    return WHOLE.sub(name, own)


def years_fit(own: str, grounds: Sequence[Ground], *, context: bool) -> bool:
    """Whether the years named are years of the sources, dates in full."""
    known = {year for ground in grounds for year in (ground.years | ground.context if context else ground.years)}
    wordings = [_DASH.sub("-", wording) for ground in grounds for wording in ground.wordings]
    return all(
        any(_DASH.sub("-", folded(period.text)) in wording for wording in wordings)
        if period.months
        else _known(period.year, known)
        for period in years(own)
    )


def _known(year: str, known: Collection[str]) -> bool:
    ends = year.split("-")
    return year in known or (len({*ends}) == len(ends) and all(end in known for end in ends))


def figures_fit(own: str, grounds: Sequence[Ground], *, anywhere: bool = False) -> bool:
    """Whether each number is one of the sources', of the region, column and year that the claim sets it under; but
    for a wording that is free (`anywhere`), also whether it stands where the composer puts one."""
    wordings = [_DASH.sub("-", wording) for ground in grounds for wording in ground.wordings]
    months = [found for found in _MONTHS.finditer(own) if any(_DASH.sub("-", found.group()) in w for w in wordings)]
    periods = years(own)
    dates = [(period.start, period.end) for period in periods] + [found.span() for found in months]
    return all(
        (anywhere or bool(_STATES.search(_before(own, found)))) and _stated(own, found, periods, grounds)
        for found in NUMBER.finditer(own)
        if not any(start <= found.start() < end for start, end in dates)
    )


def _before(own: str, found: re.Match[str]) -> str:
    """What stands before a number: of a place in a ranking (第22位) what stands before the place."""
    return own[: found.start()].removesuffix("第")


def _stated(own: str, found: re.Match[str], periods: tuple[Period, ...], grounds: Sequence[Ground]) -> bool:
    if own[: found.start()].endswith("共"):
        return int(float(found.group())) == max(ground.ordinal for ground in grounds)
    if _LEADING_ZERO.match(found.group()):
        return False
    unit, period = unit_after(own, found.end()), stands_under(periods, found.start())
    texts = frozenset().union(*(ground.years for ground in grounds if ground.wordings))
    for ground in _of_the_region(own[: found.start()], grounds):
        unbound = texts if ground.wordings and texts else ground.years | ground.context
        for figure in _of_the_column(own, found, ground):
            dated = period is None or _known(period.year, figure.years or unbound)
            fits = not unit or unit in figure.units or any(own.startswith(u, found.end()) for u in figure.units if u)
            if figure.value == Decimal(found.group()) and fits and dated:
                return True
    return False


def _of_the_region(before: str, grounds: Sequence[Ground]) -> list[Ground]:
    """The sources about the region that is named last before a number; all of them where none is."""
    places = {region: before.rfind(region) for ground in grounds for region in ground.regions}
    last = max(places, key=lambda region: places[region], default="")
    if not last or places[last] < 0:
        return list(grounds)
    return [ground for ground in grounds if last in ground.regions or not ground.regions]


def _of_the_column(own: str, found: re.Match[str], ground: Ground) -> Iterable[Figure]:
    """The figures of the column whose label stands right before a number, or behind it in brackets."""
    before, after = folded(_before(own, found)), folded(own[found.end() :])
    labels = {label for figure in ground.figures for label in figure.labels}
    named = [
        label for label in labels if before.endswith(label) or re.match(rf"[^,(]{{0,6}}\({re.escape(label)}\)", after)
    ]
    if not named:
        return ground.figures
    label = max(named, key=len)
    return [figure for figure in ground.figures if label in figure.labels]


def words_fit(own: str, grounds: Sequence[Ground]) -> bool:
    """Whether a row's values in words stand under their years, where a claim repeats them."""
    periods = years(own)
    for words, told in (pair for ground in grounds for pair in ground.words):
        for found in re.finditer(rf"(?<= ){re.escape(words)}(?=[,;。(]|$)", own.rstrip()):
            period = stands_under(periods, found.start())
            if period and told and not _known(period.year, told):
                return False
    return True
