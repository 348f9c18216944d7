"""Which of several neighbouring clauses is for the figure of a question: 50万元以上、200万元以下的，按2%奖励."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import Terms
from ingest.library.words import tokens
from ingest.notation.ranges import Range, amount_of, ranges
from ingest.notation.units import SCALES
from ingest.plans import Passage, Quantity
from ingest.structure.split import sentences

_CONSEQUENCE = re.compile("给予|奖励|补助|补贴|资助|奖补|按照?|予以|享受|不超过|最高|扣|得|收取|支付|为")
_ITEM = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]?")
_COVERS, _FEWEST = 0.4, 2

_Group = tuple[str, ...]


def bracketed(evidence: Evidence, looked: Terms, figures: Sequence[Quantity]) -> list[Candidate]:
    """The clauses whose range holds a figure of the question, where clauses beside them have ranges of the same unit;
    those of the section that says most of the question. `looked` are the words for what the question is about."""
    best: tuple[float, list[Candidate]] = (0.0, [])
    for place, known in _ranged(evidence, figures).items():
        group = _clauses(evidence, place, known)
        said = "".join(f"{c.text}{''.join(c.passage.heading)}{c.passage.context}" for c in group)
        cover = looked.covered(set(tokens(said)))
        for figure in figures:
            told = [(c, r, value) for c in group if (r := condition(c.text)) and (value := in_unit(figure, r.unit))]
            held = [c for c, r, value in told if r.holds(value)]
            if len(told) >= _FEWEST and held and cover > best[0]:
                best = (cover, held)
    return best[1] if best[0] >= looked.floor(_COVERS) else []


def condition(text: str) -> Range | None:
    """The range that a clause sets before it says what follows from it; None where it sets none or several."""
    found = ranges(_CONSEQUENCE.split(text, maxsplit=1)[0]) if _CONSEQUENCE.search(text) else []
    return found[0] if len(found) == 1 else None


def in_unit(figure: Quantity, unit: str) -> Decimal | None:
    """A figure in the unit of a range; one that was said without its unit (罚了100万) is money where the range is."""
    if figure.unit in SCALES and unit == "元":
        return figure.value * SCALES[figure.unit]
    value, own = amount_of(figure)
    return value if own == unit else None


def _ranged(evidence: Evidence, figures: Sequence[Quantity]) -> dict[_Group, Candidate]:
    """The places where a candidate has a range in the unit of a figure, each with that candidate."""
    found: dict[_Group, Candidate] = {}
    for candidate in evidence.candidates:
        told = None if candidate.is_row or not candidate.quantities else condition(candidate.text)
        if told and any(in_unit(figure, told.unit) is not None for figure in figures):
            found.setdefault(_place(candidate.passage), candidate)
    return found


def _place(passage: Passage) -> _Group:
    """The section that a passage stands in; items that are sections of their own stand under the heading above them."""
    path = passage.heading
    is_item = bool(path) and bool(_ITEM.fullmatch(path[-1]) or condition(path[-1]))
    return (passage.plan_id, *(path[:-1] if is_item else path))


def _clauses(evidence: Evidence, place: _Group, known: Candidate) -> list[Candidate]:
    """Every sentence that stands in a place, in reading order."""
    inside = [p for p in evidence.shelf.passages([place[0]]) if p.kind == known.passage.kind and _place(p) == place]
    return [
        replace(known, passage=passage, start=start, end=end, text=passage.text[start:end])
        for passage in inside
        for start, end in sentences(passage.text)
    ]
