"""Whether a text stands in a source as it is, or only nearly so."""

from __future__ import annotations

import re

from assistant.checking.ground import folded
from assistant.retrieval.clip import ELLIPSIS, unnumbered

_EDGE = "，,；;。：: "
_NEARLY = 0.8


def verbatim(text: str, wording: str) -> bool:
    """Whether a text, with parts left out where it is marked, stands in a wording in its order; the number of an item
    that opens it may be left out unmarked."""
    opens = wording.find(unnumbered(wording))
    pieces = [folded(piece).strip(_EDGE) for piece in text.split(ELLIPSIS)]
    at = 0
    for n, piece in enumerate(pieces):
        found = wording.find(piece, at)
        while found >= 0 and _cuts_a_number(wording, found, found + len(piece)):
            found = wording.find(piece, found + 1)
        if found < 0 or (n == 0 and found > opens and len(pieces) > 1 and piece):
            return False
        at = found + len(piece)
    return bool(any(pieces))


def nearly(text: str, wording: str, share: float = _NEARLY) -> bool:
    """Whether a text is a source's but for a few characters: then it should have been the source's.

    `share` is the least share of its pairs of characters that stand in the source.
    """
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return bool(pairs) and sum(pair in wording for pair in pairs) >= share * len(pairs)


def _cuts_a_number(text: str, start: int, end: int) -> bool:
    return any(re.match(r"\d[\d.]|\.\d", text[max(at - 1, 0) : at + 1]) for at in (start, end) if 0 < at < len(text))
