"""What a sentence leads in: the items after "应当遵循以下原则：", the parts of a section that says how many it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Claim, Source
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from ingest.plans import Passage, Plan
from ingest.structure.headings import STYLES, numbered, ordinal
from ingest.structure.split import sentences

_LEADS_IN = re.compile(r"[：:]$|(?:如下|以下|下列)[^，。；]{0,12}[。：:]?$")
_BEGINS = re.compile(r"[：:]\s*[（(]?[一1][）)、.．](?!\d)")
_PART_OF = re.compile("[：:][^：:。]{8,}[；;]$")
_SAYS_HOW_MANY = re.compile(r"([二两三四五六七八九十]{1,2}|\d{1,2})(?:大|个|项|类|条|方面|种)")
_ASKS_WHICH = re.compile(r"哪|列|分别|包括|包含|有什么|几[个项类条种大]|都有")
_RANKS = {style: rank for style, rank, _ in STYLES}
_MOST, _FAR, _NEAR, _SHORTEST, _ROOM = 15, 60, 3, 36, 420

Piece = tuple[Passage, int, int]


def items_led_in(evidence: Evidence, candidate: Candidate) -> list[Claim]:
    """The items that a sentence leads in, verbatim, each with its place; none where it leads nothing in."""
    plan = evidence.plan_of(candidate.passage.plan_id)
    if _ASKS_WHICH.search(evidence.query.text) and (parts := _parts(plan, candidate)):
        return parts
    text = candidate.text.strip()
    begun = _BEGINS.search(text)
    one_of_several = _PART_OF.search(text) and _ASKS_WHICH.search(evidence.query.text)
    if begun or one_of_several or _LEADS_IN.search(text):
        items = _items(list(_after(evidence, candidate)), 2 if begun else 1)
        room = max(_SHORTEST, _ROOM // max(len(items), 1))
        return [_claim(evidence, plan, item, room) for item in items]
    return []


def _parts(plan: Plan, candidate: Candidate) -> list[Claim]:
    """The headings right below the section of a sentence, where it says that there are as many."""
    section = candidate.passage.section
    below = [s for s in plan.sections[1:] if s.parent == section and s.name]
    stated = {ordinal(number.replace("两", "二")) for number in _SAYS_HOW_MANY.findall(candidate.text)}
    if len(below) not in stated:
        return []
    return [Claim(f"{s.number}{s.name}", (Source(plan.id, s.span, s.path, "heading"),)) for s in below]


def _after(evidence: Evidence, candidate: Candidate) -> Iterator[Piece]:
    """The sentences behind a candidate, in the order of the plan."""
    own = candidate.passage
    following = [p for p in evidence.shelf.passages([own.plan_id]) if p.order >= own.order and p.kind != "table"]
    count = 0
    for passage in sorted(following, key=lambda p: p.order):
        for start, end in sentences(passage.text):
            if passage.order > own.order or start >= candidate.end:
                yield passage, start, end
                count += 1
        if count > _FAR or passage.kind == "row":
            return


def _items(pieces: list[Piece], start: int) -> list[Piece]:
    """The run of items at the start of what follows: numbered one by one from `start`, or parted by semicolons."""
    first = next((h for piece in pieces[:_NEAR] if (h := numbered(_text(piece)))), None) if pieces else None
    if first is None or first.ordinal != start:
        ends = next((at for at, piece in enumerate(pieces) if not _text(piece).endswith(("；", ";"))), -1)
        return pieces[: min(ends + 1, _MOST)]
    items: list[Piece] = []
    for piece in pieces:
        heading = numbered(_text(piece))
        if heading is None:
            continue
        if heading.style == first.style and heading.ordinal == len(items) + start:
            items.append(piece)
        elif _RANKS[heading.style] <= _RANKS[first.style]:
            break
    return items[:_MOST]


def _text(piece: Piece) -> str:
    passage, start, end = piece
    return passage.text[start:end].strip()


def _claim(evidence: Evidence, plan: Plan, piece: Piece, room: int) -> Claim:
    passage, start, end = piece
    source = Source(plan.id, locate(plan, passage, start, end), passage.heading)
    return Claim(clip(_text(piece), evidence.looked, room), (source,))
