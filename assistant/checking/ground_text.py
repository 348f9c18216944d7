"""What a stretch of text lets a claim say."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers import Source
from assistant.checking.ground import (
    NUMBER,
    Figure,
    Ground,
    compares,
    folded,
    names_of,
    plain,
    region_of,
    regions_of,
    stands_under,
    unit_after,
)
from ingest.facts.scenes import introduced
from ingest.notation.periods import Period, years
from ingest.notation.quantities import quantities
from ingest.plans import Paragraph, Plan
from ingest.structure.headings import ordinal

_ORDINAL = re.compile(r"(?:专栏|附?表)?\s*[(第]?([一二三四五六七八九十]+|\d+)")
_BROKEN = re.compile("(?<=[一-鿿]) (?=[一-鿿])")
_SUBJECT = "(?:^|[,。;、和与及])[^,。;]{0,2}"


def of_text(source: Source, plan: Plan, context: frozenset[str], titles: tuple[str, ...]) -> Ground:
    """A text's wording and numbers; of a plan's stated period only the first counts, the rest is an outlook."""
    quote = plan.quote(source.span)
    text = _BROKEN.sub("", plain(quote))
    periods = years(text)
    named = periods[:1] if source.kind == "metadata" else periods
    figures = [
        Figure(Decimal(found.group()), frozenset((unit_after(text, found.end()),)), _bound(periods, found.start()))
        for found in NUMBER.finditer(text)
    ]
    numbered = _ORDINAL.match(text) if source.kind == "heading" else None
    regions, own = regions_of(text, [plan]), _own_region(source, plan)
    for quantity in quantities(text):
        values = [value for value in (quantity.value, quantity.high) if value is not None]
        figures += [Figure(v, frozenset((quantity.unit,)), _bound(periods, quantity.start)) for v in values]
    return Ground(
        wordings=(folded(quote), folded(_without_noise(source, plan))),
        figures=tuple(figures),
        years=frozenset(name for period in named if not compares(period) for name in names_of(period)),
        context=context,
        regions=own | regions,
        subjects=own | frozenset(r for r in regions if re.search(_SUBJECT + re.escape(r), text)),
        titles=titles,
        ordinal=ordinal(numbered.group(1)) if numbered else 0,
    )


def _own_region(source: Source, plan: Plan) -> frozenset[str]:
    """Whose a text is: that of the division that a heading above it introduces, else the plan's."""
    home = plan.facts.region.value if plan.facts.region else ""
    named = (introduced(heading, home) for heading in reversed(source.heading))
    found = next((region for region in named if region), None)
    return frozenset([found.short]) if found else region_of(plan)


def _bound(periods: tuple[Period, ...], at: int) -> frozenset[str]:
    """The year that a number stands under, and those that it is compared with."""
    period = stands_under(periods, at)
    compared = frozenset(p.year for p in periods if p.end <= at and compares(p))
    return names_of(period) | compared if period else frozenset()


def _without_noise(source: Source, plan: Plan) -> str:
    """The source's paragraphs without what the outline took out of them."""
    start, end = source.span.start, source.span.end
    pieces = [
        (max(piece.start, start), min(piece.end, end))
        for block in plan.blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
        if piece.start < end and start < piece.end
    ]
    return "".join(plan.text[a:b] for a, b in pieces)
