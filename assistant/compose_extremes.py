"""Which row, or which year, of a table is highest, lowest, or moved most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import compute, present_figures
from assistant.answers import AnswerStatus, Claim, Draft, Query, Scope
from assistant.compose_values import elsewhere
from assistant.evidence import Evidence
from assistant.scopes import short
from assistant.values import Hit, hits, in_years, together
from ingest.plans import Indicator

_MOST = re.compile(
    r"最(高|多|大|好|靠前|快|强|低|少|小|差|靠后|慢)|(上升|提高|进步|增长|增加)最(多|快|大)|(下降|下滑|退步|减少)最(多|快|大)"
)
_LOW = re.compile(r"最(低|少|小|差|靠后|慢)|(下降|下滑|退步|减少)最")
_HIGH = re.compile(r"最(高|多|大|好|靠前|快|强)")
_YEAR = re.compile(r"哪一?年|哪年")
_FALL = re.compile(r"(下降|下滑|退步|减少)最")
_ASKING = re.compile(r"(?:19|20)\d\d年?|[哪各]一?[个些家座]?(?:地区|地方|区县|县市|[省市区县])?|" + _MOST.pattern)
_FEWEST = 3


def extremes(evidence: Evidence) -> Draft | None:
    """The highest or lowest of a row over its years, or of a column over its rows."""
    query = evidence.query
    if not _MOST.search(query.text):
        return None
    if _YEAR.search(query.text):
        return _over_years(evidence)
    return _over_rows(evidence)


def _over_years(evidence: Evidence) -> Draft | None:
    query = evidence.query
    named = _named(query)
    row = _best_row(in_years(hits(evidence, part=named), query))
    if len(row) < 2 and len(query.scopes) == 1:
        row = _best_row(in_years(elsewhere(evidence, query.scopes[0], named), query))
    return _best(row, evidence, lambda i: f"{i.year}年") if len(row) >= 2 else None


def _best_row(found: Sequence[Hit]) -> list[Hit]:
    """The cells of the row that fits best."""
    levels = [h.indicator for h in found if h.indicator.table and h.indicator.role != "growth"]
    if not levels:
        return []
    return [h for h in found if h.indicator in levels and _row(h.indicator) == _row(levels[0])]


def _row(indicator: Indicator) -> tuple[str, str, str]:
    return indicator.table, indicator.name, indicator.region


def _over_rows(evidence: Evidence) -> Draft | None:
    moved = bool(re.search(r"(上升|下降|提高|下滑|进步|退步|增加|减少|变动|变化)", evidence.query.text))
    wide = evidence.anywhere()
    everywhere = hits(wide, Scope("", ()), _named(evidence.query))
    found = [h for h in everywhere if h.indicator.table and (h.indicator.role == "growth") == moved]
    for hit in in_years(found, evidence.query) or found:
        column = _column(hit)
        rows = {h.indicator.region: h for h in found if _column(h) == column}
        if len(rows) >= _FEWEST:
            return _best(list(rows.values()), evidence, lambda i: short(i.region))
    return None


def _named(query: Query) -> str:
    """What is to be highest or lowest: the question without places, years and the words of asking."""
    places = "|".join(re.escape(name) for name in (*query.outside, *(scope.name for scope in query.scopes)))
    return _ASKING.sub("", re.sub(places, "", query.text) if places else query.text)


def _column(hit: Hit) -> tuple[str, str, str]:
    return hit.indicator.table, hit.indicator.name, hit.indicator.year


def _best(found: Sequence[Hit], evidence: Evidence, name) -> Draft | None:  # type: ignore[no-untyped-def]
    """The ends of the asked order; a rank is better the smaller it is."""
    text = evidence.query.text
    try:
        ordered = sorted(found, key=lambda h: compute.number(h.indicator))
    except compute.Incomparable:
        return None
    if ordered[0].indicator.role == "rank":
        ordered.reverse()
    wanted: list[tuple[str, Hit]] = []
    if _HIGH.search(_LOW.sub("", text)) or re.search(r"(上升|提高|进步|增长|增加)最", text):
        wanted.append((present_figures.HIGHEST, ordered[-1]))
    if _LOW.search(text) or _FALL.search(text):
        wanted.append((present_figures.LOWEST, ordered[0]))
    if not wanted or compute.number(wanted[0][1].indicator) == Decimal("NaN"):
        return None
    claims = [Claim(present_figures.extreme(word, name(h.indicator), h.indicator), h.sources) for word, h in wanted]
    others = [h for h in ordered if all(h is not w for _, w in wanted)]
    if len(others) <= _FEWEST:
        rest = "，".join(f"{name(h.indicator)} {present_figures.amount(h.indicator)}" for h in others)
        claims += [Claim(rest, together(others))] if others else []
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=tuple(h.indicator for _, h in wanted))
