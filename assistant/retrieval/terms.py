"""What to look for: the words of a question, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from assistant.questions import Query
from assistant.understanding.lexicon import FAINT, expanded, unabbreviated
from ingest.library.words import tokens

_FUNCTION = re.compile(r"[的了是和们我你您吗呢这那得着过也都还就没很太把被说看问啥么咋哪怎]")
# words of plans that hold one of these letters
_CONTENT = re.compile(
    "就业|首都|都[市圈]|成都|问题|顾问|和谐|共和|太[阳湖]|着力|过[程渡]|[得积]分|所得|看护|说明|[偿返]还|还款"
)
# letters that carry nothing where they stand alone (到2025年 → 到)
_ALONE = frozenset(
    "里在中用比到由管要第以对为从向与跟及等各又于被让给并而但或若因之其此每某再更最很才只便即则至有能会好去来做干上下"
)
# verbs and prepositions with a letter of the word beside them, but for the words of plans
_BESIDE = re.compile(
    "要(?![求素点件害道务领])|(?<![重主纲必需摘概提简首])要$|[在把被让从](?![线建校册职孵岗地外途])"
    "|(?<![存潜所现正内外])在$"
)
_FAINT = 0.15
_ADDED = 1.5  # what a follow-up says itself, beside what it carries over
_USUAL_TERMS, _WORD = 14, 2


class Rarity(Protocol):
    """How rare a token is in the library (inverse document frequency, 0 for a token that it does not hold)."""

    def rarity(self, tokens: Sequence[str]) -> dict[str, float]: ...


@dataclass(frozen=True)
class Terms:
    """What to look for, weighted by rarity: `own` from the question, `other` from synonyms; `total` weighs `own`."""

    own: dict[str, float]
    other: dict[str, float]
    unknown: tuple[str, ...]
    parts: tuple[Terms, ...] = ()

    def floor(self, share: float) -> float:
        """The coverage below which nothing was found: lower for a long question, whose story no plan repeats."""
        return share * min(1.0, (_USUAL_TERMS / max(len(self.own), 1)) ** 0.8)

    @cached_property
    def total(self) -> float:
        return sum(self.own.values()) or 1.0

    @cached_property
    def _spare(self) -> dict[str, float]:
        return {t: w for t, w in self.other.items() if t not in self.own}

    @cached_property
    def _possible(self) -> float:
        return sum(self._spare.values())

    def covered(self, found: Set[str]) -> float:
        """The share of the question's weight that a set of tokens covers; synonyms stand in for what is missing."""
        own = sum([w for t, w in self.own.items() if t in found])
        if not self._possible:
            return own / self.total
        other = sum([w for t, w in self._spare.items() if t in found])
        missing = self.total - own
        return (own + 0.6 * min(missing, missing * other / self._possible)) / self.total


def terms(query: Query, library: Rarity) -> Terms:
    """The weighted terms of a question."""
    own = list(dict.fromkeys(tokens(query.focus)))
    other = [t for t in dict.fromkeys(tokens(f"{expanded(query.text)} {query.background}")) if t not in own]
    pieces = [list(dict.fromkeys(tokens(part))) for part in query.parts]
    rarity = library.rarity([*own, *other, *(t for piece in pieces for t in piece)])
    weights = {t: w * (_FAINT if _is_faint(t) else 1.0) for t, w in rarity.items()}
    if query.carried:
        added = set(tokens(query.text.split("：")[-1]))
        weights = {t: w * (_ADDED if t in added else 1.0) for t, w in weights.items()}
    known = {t: weights[t] for t in own if weights.get(t)}
    meant = {t: weights[t] for t in other if weights.get(t)}
    rest = tokens(unabbreviated(query.focus))
    if known and meant and all(len(t) < _WORD or _is_faint(t) for t in rest):
        known, meant = meant, known  # a short name and words of asking: what it stands for is what is asked about
    unknown = tuple(t for t in own if not weights.get(t))
    parts = [[t for t in piece if weights.get(t)] for piece in pieces]
    return Terms(
        known,
        meant,
        unknown,
        tuple(Terms({t: weights[t] for t in part}, {}, ()) for part in parts if part),
    )


def _is_faint(token: str) -> bool:
    """Whether a token is of the words that join and ask, not of what is asked about."""
    joins = _FUNCTION.search(token) and not _CONTENT.search(token)
    return token in _ALONE or token in FAINT or bool(joins)
