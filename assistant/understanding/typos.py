"""Typos of a question: a character that sounds like the one that the plans write (青山胡科技城, 集成电露)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from assistant.understanding.lexicon import ABBREVIATIONS
from ingest.notation.homophones import homophones
from ingest.notation.regions import regions_in

_RUN = re.compile("[一-鿿]{3,}")
# letters of asking and of everyday speech, which no plan need write beside what is asked about
_SPOKEN = frozenset(
    "的了是和们我你您他她它吗呢吧啊呀哦嘛么这那哪啥咋谁怎几多少想要能会可就都也还又再才只没不很太挺蛮最给帮找拿搞弄做办干说讲问看听"
    "里在有为跟从去得年月日时写住好前后提什第个家管同共既离遍条项位名种次点些把被让叫请及与或对比像用由着过起来上下中边当值接到总各约均仅已曾将须需该其此每某占低高大小快慢差强弱涨跌降超"
)


_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿")  # neither mended nor put in: a number is never guessed
_MISTAKEN = str.maketrans("劵", "券")  # by its shape, not its sound


class Vocabulary(Protocol):
    """What mending needs of a library."""

    def rarity(self, tokens: Sequence[str]) -> dict[str, float]: ...
    def written(self, texts: Sequence[str]) -> set[str]: ...


def mended(text: str, vocabulary: Vocabulary) -> str:
    """A question with the characters of its typos as the plans write them.

    A typo is a character with which no plan writes either of its neighbours, where just one that sounds like it makes
    words that the plans do write. Names of places, and the short names that are known, are left as they are.
    """
    text = text.translate(_MISTAKEN)
    runs = [run.span() for run in _RUN.finditer(text)]
    known = _known((text[at : at + 2] for start, end in runs for at in range(start, end - 1)), vocabulary)
    short = {at for pattern, _ in ABBREVIATIONS for name in pattern.finditer(text) for at in range(*name.span())}
    strange = [(at, run) for run in runs for at in range(*run) if at not in short and _is_strange(text, at, run, known)]
    makes = {
        at: {
            other: list(_made(text[:at] + other + text[at + 1 :], at, run, known))
            for other in homophones(text[at]) - _NUMERALS
        }
        for at, run in strange
    }
    threes = [three for made in makes.values() for several in made.values() for three in several]
    held = _known((pair for three in threes for pair in _pairs(three)), vocabulary) if threes else set()
    written = vocabulary.written([three for three in threes if held.issuperset(_pairs(three))])
    for at, made in makes.items():
        meant = [other for other, several in made.items() if not written.isdisjoint(several)]
        if len(meant) == 1:
            text = text[:at] + meant[0] + text[at + 1 :]
    return text


def _known(pairs: Iterable[str], vocabulary: Vocabulary) -> set[str]:
    return {pair for pair, weight in vocabulary.rarity([*pairs]).items() if weight}


def _is_strange(text: str, at: int, run: tuple[int, int], known: set[str]) -> bool:
    """Whether a character of a run of text is known with neither neighbour, and need be."""
    start, end = run
    if text[at] in _SPOKEN | _NUMERALS or any(text[a : a + 2] in known for a in (at - 1, at) if start <= a < end - 1):
        return False
    return not any(a <= at < b for a, b, _ in regions_in(text))


def _pairs(three: str) -> tuple[str, str]:
    return three[:2], three[1:]


def _made(text: str, at: int, run: tuple[int, int], known: set[str]) -> Iterator[str]:
    """The words of three characters that the character at a place makes: around it, and before it where other words
    begin behind it."""
    start, end = run
    if start < at < end - 1:
        yield text[at - 1 : at + 2]
    if at - 2 >= start and (at + 1 == end or text[at + 1] in _SPOKEN or text[at + 1 : at + 3] in known):
        yield text[at - 2 : at + 1]
