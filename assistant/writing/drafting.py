"""A chat model's text → its sentences with the numbers of the exhibits that each leans on.

The form is one sentence a line, its numbers in square brackets at the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

_TOKENS = re.compile(r"[\[【]\s*(\d{1,3}(?:\s*[,，、;；和]\s*\d{1,3})*)\s*[\]】]")
_SENTENCE = re.compile(r"[^。！？]*[。！？]?(?:\s*[\[【][\d\s,，、;；和]+[\]】])*[。！？]?")
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.、．)）](?!\d))\s*")
_STRONG = re.compile(r"\*{1,3}|_{2,3}|`+")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a model said, without its marks; `numbers` in their order, `whole` whether all of them are known, `ended`
    whether it closed with a stop of its own (what is cut off has none)."""

    text: str
    numbers: tuple[int, ...]
    whole: bool
    ended: bool


def sentences(pieces: Iterable[str], known: Collection[int]) -> Iterator[Sentence]:
    """The sentences of a text that arrives in pieces, each as soon as its line is complete."""
    rest = ""
    for piece in pieces:
        *lines, rest = f"{rest}{piece}".split("\n")
        for line in lines:
            yield from _in_line(line, known)
    yield from _in_line(rest, known)


def _in_line(line: str, known: Collection[int]) -> Iterator[Sentence]:
    bare = _STRONG.sub("", _BULLET.sub("", _visible(line))).strip()
    for found in _SENTENCE.findall(bare):
        numbers = [int(n) for marks in _TOKENS.findall(found) for n in re.findall(r"\d+", marks)]
        text = _TOKENS.sub("", found).strip()
        if text.strip("。！？ "):
            own = tuple(dict.fromkeys(numbers))
            known_all = bool(own) and set(own) <= set(known) and len(text) <= _LONGEST
            yield Sentence(_closed(text), own, known_all, text[-1] in "。！？")


def _visible(line: str) -> str:
    """A line without control and formatting characters (which could hide or turn text)."""
    return "".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs"))


def _closed(text: str) -> str:
    """A sentence with one closing stop: "…600家" and "…600家 。" become "…600家。"."""
    return text if text[-1] in "！？" else f"{text.rstrip('。 ')}。"
