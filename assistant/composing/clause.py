"""A figure as the text says it: its clause, verbatim, and the growth that follows it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim
from assistant.records.values import Hit
from assistant.words import present_figures
from ingest.plans import Span

_GROWTH = re.compile(
    r"[，,]\s?(?:同比|比上年|较上年|比去年|可比|按可比价格?(?:计算)?[，,]?)?(?:增长|下降|提高|增加)\s?[\d.]+\s?(?:%|％|个百分点)"
)
_LONGEST = 16


def clause(hit: Hit, label: str = "") -> Claim:
    """What the text says, under the year that it stands under; of a row that a text has run together, the one cell."""
    indicator = hit.indicator
    if re.search(rf"(?:\d[\d.]*{re.escape(indicator.unit)}){{2,}}$", indicator.quote) and indicator.unit:
        return Claim(f"{label}{'：' if label else ''}{present_figures.series([indicator])}", hit.sources)
    known = len(hit.sources) > 1 or indicator.year[-4:] in indicator.quote
    when = _part_of_year(hit)
    grown = _GROWTH.match(hit.plan.text, indicator.span.end) if indicator.role == "actual" else None
    if not grown:
        return Claim(present_figures.clause(indicator, label, dated=known, when=when), hit.sources)
    span = Span(indicator.span.start, grown.end(), indicator.span.page)
    whole = replace(indicator, quote=hit.plan.quote(span), span=span)
    first, *rest = hit.sources
    return Claim(present_figures.clause(whole, label, dated=known, when=when), (replace(first, span=span), *rest))


def _part_of_year(hit: Hit) -> str:
    """The words for the part of a year that a figure is of (2023年上半年), where they stand before its clause."""
    indicator = hit.indicator
    if "月" not in indicator.nature or len(hit.sources) < 2:
        return ""
    stated = hit.sources[1].span
    words = hit.plan.text[stated.start : stated.end]
    told = words[max(words.find(indicator.year[-4:]), 0) :].strip()
    return told if len(told) <= _LONGEST else ""
