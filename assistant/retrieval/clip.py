"""Shorten a long sentence to the clauses that answer, verbatim; what is left out is marked."""

from __future__ import annotations

import re

from assistant.retrieval.terms import Terms
from ingest.library.words import tokens

_CLAUSE = re.compile(r"(?:[^，,；;。：:]|(?<=\d)[,，:：](?=\d))*[，,；;。：:]?")
_NUMBER_COMMA = re.compile(r"(?<=\d)[,，](?=\d{3})")
_ITEM = re.compile(r"^\s*(?:\d{1,2}\s?[.．、](?!\d)\s*|[一-鿿]。(?=[一-鿿]))")
ELLIPSIS = "……"
# Among runs that cover as much: each clause with a word of the question counts for a run, each character against it.
_TELLING, _LENGTH = 0.02, 0.0005


def unnumbered(sentence: str) -> str:
    """A sentence without the number of the item that it opens, which beside other figures would be one more, and
    without the last letter of the sentence before that a broken line left to it."""
    return _ITEM.sub("", sentence).strip()


def clip(text: str, looked: Terms, limit: int, *, keep: tuple[int, int] | None = None) -> str:
    """At most about `limit` characters of a sentence: the run of clauses that covers most of the question.

    `keep` is a range (the value asked for) that stays in. The first clause stays where it names the year that the
    others depend on. A sentence within the limit is returned whole.
    """
    if len(text) <= limit:
        return text
    clauses = [m.span() for m in _CLAUSE.finditer(text) if m.end() > m.start()]
    weights = [_weight(text[a:b], looked) for a, b in clauses]
    best, chosen = -1.0, (0, 0)
    for i in range(len(clauses)):
        for j in range(i, len(clauses)):
            if clauses[j][1] - clauses[i][0] > limit and j > i:
                break
            if keep and not (clauses[i][0] <= keep[0] and keep[1] <= clauses[j][1]):
                continue
            covered = looked.covered(set(tokens(text[clauses[i][0] : clauses[j][1]])))
            telling = sum(weight > 0 for weight in weights[i : j + 1])
            value = covered + _TELLING * telling - _LENGTH * (clauses[j][1] - clauses[i][0])
            if value > best:
                best, chosen = value, (i, j)
    last = _past_a_label(text, clauses, chosen, limit)
    start, end = clauses[chosen[0]][0], clauses[last][1]
    lead = _lead(text, clauses, chosen[0])
    clipped = text[start:end].rstrip("，,；;：:")
    return lead + clipped + ("" if clipped.endswith("。") else "" if end >= len(text) else ELLIPSIS)


def _past_a_label(text: str, clauses: list[tuple[int, int]], chosen: tuple[int, int], limit: int) -> int:
    """The last clause to show: where the chosen ones end in a name that the text goes on to explain ("云谷。"), as much
    of the explanation as there is room for."""
    first, last = chosen
    if text[clauses[last][1] - 1] != "。":
        return last
    while last + 1 < len(clauses) and clauses[last + 1][1] - clauses[first][0] <= limit:
        last += 1
    return last


def _lead(text: str, clauses: list[tuple[int, int]], first: int) -> str:
    """The opening "到2025年，" of a sentence whose later clauses are shown, or an ellipsis."""
    if first == 0:
        return ""
    a, b = clauses[0]
    opening = text[a:b]
    if re.search(r"(19|20)\d\d|[“”]?十[一二三四五]五", opening) and len(opening) <= 24:
        return opening + ("" if first == 1 else ELLIPSIS)
    return ELLIPSIS


def _weight(clause: str, looked: Terms) -> float:
    return looked.covered(set(tokens(_NUMBER_COMMA.sub("", clause))))
