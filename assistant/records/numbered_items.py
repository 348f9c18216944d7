"""Lists that a section holds: its parts numbered one by one, each run with the line or the heading that opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers import Claim, Source
from assistant.retrieval.clip import clip
from assistant.retrieval.terms import Terms
from ingest.plans import Plan, Section, Span
from ingest.structure.headings import ordinal

_ORDINAL = re.compile(r"[一二三四五六七八九十百]+|\d+")
_STOP = re.compile("[。；;]")
_OPENS = re.compile(r"[：:]$|(?:如下|以下|下列)[^，。；]{0,12}[。：:]?$")
_FEWEST, _MOST, _LINE, _ROOM, _SHORTEST = 2, 20, 120, 480, 36


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list, and where the line that opens it stands, None where the heading of its section does."""

    plan: Plan
    section: Section
    items: tuple[Section, ...]
    opening: Span | None

    @property
    def title(self) -> str:
        """What opens the list, as it stands."""
        return self.plan.quote(self.opening) if self.opening else self.section.name

    @property
    def told(self) -> str:
        """All that is said of what the list is of."""
        return f"{self.plan.title}{''.join(self.section.path)}{self.title}"


def listings(plan: Plan) -> Iterator[Listing]:
    """The lists of a plan, in its order."""
    below: dict[int, list[Section]] = {}
    for section in plan.sections[1:]:
        below.setdefault(section.parent or 0, []).append(section)
    for index, parts in below.items():
        runs = [run for run in _runs(parts) if _FEWEST <= len(run) <= _MOST]
        for run in runs:
            opening = _line_before(plan, plan.sections[index], run[0])
            if opening or (len(runs) == 1 and len(run) == len(parts)):
                yield Listing(plan, plan.sections[index], tuple(run), opening)


def claims(listing: Listing, looked: Terms) -> list[Claim]:
    """The items, verbatim, each with its place."""
    plan = listing.plan
    room = max(_SHORTEST, _ROOM // len(listing.items))
    return [_claim(plan, _told_by(plan, item, room), item.path[:-1], looked, room) for item in listing.items]


def _runs(parts: list[Section]) -> list[list[Section]]:
    """Parts that are numbered one by one from the first."""
    runs: list[list[Section]] = []
    for part in parts:
        number = _ordinal(part)
        if number == 1:
            runs.append([part])
        elif runs and number == len(runs[-1]) + 1:
            runs[-1].append(part)
        else:
            runs.append([])
    return runs


def _ordinal(section: Section) -> int:
    found = _ORDINAL.search(section.number)
    return ordinal(found.group(0)) if found and not section.is_box else 0


def _line_before(plan: Plan, holder: Section, first: Section) -> Span | None:
    """The line that opens a list, right before its first item and inside its section."""
    before = plan.text[holder.span.end : first.span.start].rstrip() if holder.index else ""
    start = max(before.rfind(stop) for stop in "。；\n") + 1
    line = before[start:]
    begin = holder.span.end + start + len(line) - len(line.lstrip())
    short = len(line.strip()) <= _LINE and _OPENS.search(line.strip())
    return Span(begin, holder.span.end + len(before), first.span.page) if short else None


def _told_by(plan: Plan, item: Section, room: int) -> Span:
    """An item: with its own parts or as a paragraph where there is room, else its heading; without one its first
    sentence."""
    whole = plan.text[item.span.start : item.body.end].rstrip()
    if not any(section.parent == item.index for section in plan.sections[1:]):
        whole = next(iter(whole.splitlines()), "")
    if item.name and len("".join(whole.split())) > room:
        return item.span
    stop = None if item.name else _STOP.search(whole)
    text = (whole[: stop.start()] if stop else whole).rstrip()
    return Span(item.span.start, item.span.start + len(text), item.span.page)


def _claim(plan: Plan, span: Span, heading: tuple[str, ...], looked: Terms, room: int) -> Claim:
    text = " ".join("".join(line.split()) for line in plan.quote(span).splitlines() if line.strip())
    return Claim(clip(text, looked, room), (Source(plan.id, span, heading),))


def opened(listing: Listing, looked: Terms) -> list[Claim]:
    """The line that opens a list, without its colon; none where a heading does."""
    if listing.opening is None:
        return []
    claim = _claim(listing.plan, listing.opening, listing.section.path, looked, _LINE)
    return [Claim(claim.text.rstrip("：:"), claim.sources)]
