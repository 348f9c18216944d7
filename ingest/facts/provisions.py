"""What a measure provides: by when, how long, for whom, by what means and with how much, each with its span.

Every value is in the words of the text, but for instruments, which are named by their kind (measures.toml).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from ingest.facts.validity import validity_in
from ingest.notation.periods import years
from ingest.notation.quantities import quantities
from ingest.notation.units import dimension
from ingest.plans import Located, Paragraph, Span

_GRANTS = re.compile(r"给予|补助|补贴|奖励|奖补|资助|贴息|支持|不超过|最高|每家|安排|兑现|减免|投入|设立")
_LIMITS = re.compile(r"最多|最高|上限|不超过|不得超过|封顶|每增加|不重复")
_BEFORE = re.compile(r"\s?前(?![期瞻沿列提景述端置移后往来])")
_RECURRING = re.compile(
    r"(?:每年|当年|今年|明年|次年)\s?(?:\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|年)?[底末]?前(?![期瞻沿列])"
)
_BY_THEN = re.compile(r"\s?(?:建成|完成|实现|达到|形成|基本|全面|力争)")
_ITEM = re.compile(r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))")
_SENTENCE_ENDS = "。；;！？"
_CLAUSE_ENDS = "，,。；;"
_AMOUNT_CHARS = 240


class Provisions:
    """The paragraphs of a measure while its fields are read; `spans` collects where each value stands."""

    def __init__(self, paragraphs: list[Paragraph], base: int | None, whole: Located | None) -> None:
        """`base` is the last year that the plan looks back on, `whole` the validity that it states for itself."""
        self.paragraphs, self.base, self.whole = paragraphs, base, whole
        self.spans: list[tuple[str, Span]] = []

    def deadline(self) -> str:
        """The first time by which something is to be done: 到2027年, 2025年底前; a year looked back on is none."""
        for paragraph in self.paragraphs:
            text = paragraph.text
            times = sorted([*self._times(text), *(found.span() for found in _RECURRING.finditer(text))])
            if times:
                self._note("deadline", paragraph, *times[0])
                return text[slice(*times[0])]
        return ""

    def validity(self) -> str:
        """From when and until when the measure holds: its own words, else what the plan states for all of it."""
        for paragraph in self.paragraphs:
            if found := validity_in(paragraph.text):
                self._note("validity", paragraph, *found)
                return paragraph.text[slice(*found)]
        if self.whole is None:
            return ""
        self.spans.append(("validity", self.whole.span))
        return self.whole.value

    def beneficiaries(self) -> tuple[str, ...]:
        """Whom the measure names, in the order of the text."""
        return self._found("beneficiaries", _beneficiaries())

    def instruments(self) -> tuple[str, ...]:
        """By what means it works, in the order of the text."""
        return self._found("instruments", _instruments())

    def amounts(self) -> tuple[str, ...]:
        """What is granted with threshold, condition and ceiling: one part of a sentence each, as it stands there."""
        told: dict[str, None] = {}
        for paragraph in self.paragraphs:
            text = paragraph.text
            ends: dict[int, int] = {}
            for quantity in quantities(text):
                if dimension(quantity.unit).partition("/")[0] != "金额":
                    continue
                start = max(text.rfind(mark, 0, quantity.start) for mark in _SENTENCE_ENDS) + 1
                end = _next(text, _CLAUSE_ENDS, quantity.end)
                if _GRANTS.search(text, start, end):
                    ends[start] = end
            for start, end in ends.items():
                start, end = _grant(text, start, end)
                if text[start:end] not in told:
                    told[text[start:end]] = None
                    self._note("amounts", paragraph, start, end)
        return tuple(told)

    def _times(self, text: str) -> Iterator[tuple[int, int]]:
        for period in years(text):
            if self.base is not None and period.last <= self.base:
                continue
            if before := _BEFORE.match(text, period.end):
                yield period.start, before.end()
            elif period.cue in ("到", "至"):
                yield period.start - len(period.cue) - _gap(text, period.start), period.end
            elif period.text[-1] in "底末" and not period.cue and _BY_THEN.match(text, period.end):
                yield period.start, period.end

    def _found(self, field: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        told: dict[str, None] = {}
        for paragraph in self.paragraphs:
            for found in pattern.finditer(paragraph.text):
                label = _labels()[int(found.lastgroup[1:])] if found.lastgroup else found.group()
                if label not in told:
                    told[label] = None
                    self._note(field, paragraph, found.start(), found.end())
        return tuple(told)

    def _note(self, field: str, paragraph: Paragraph, start: int, end: int) -> None:
        self.spans.append((field, paragraph.source_span(start, end)))


def beneficiaries_in(text: str) -> tuple[str, ...]:
    """Whom a text names, in its order, each once."""
    return tuple(dict.fromkeys(found.group() for found in _beneficiaries().finditer(text)))


def among(beneficiary: str) -> tuple[str, ...]:
    """Who else belongs to those: a measure for 顶尖人才 is one for 高层次人才."""
    return tuple(_words()["among"].get(beneficiary, ()))


def _grant(text: str, start: int, end: int) -> tuple[int, int]:
    """The extent of a grant: ceilings that follow belong to it, and a long sentence is cut at the start of a clause."""
    while end < len(text) and text[end] in "，,":
        close = _next(text, _CLAUSE_ENDS, end + 1)
        if not _LIMITS.search(text, end, close):
            break
        end = close
    while end - start > _AMOUNT_CHARS and (at := _next(text, "，,", start)) < end:
        start = at + 1
    if item := _ITEM.match(text, start, end):
        start = item.end()
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _next(text: str, marks: str, start: int) -> int:
    """Where the next of the marks stands, the end of the text where there is none."""
    return min((at for mark in marks if (at := text.find(mark, start)) >= 0), default=len(text))


def _gap(text: str, start: int) -> int:
    """How many marks stand between a word that places a time and the time itself: 到“十四五”末."""
    return 1 if text[start - 1 : start] in '“"「 ' and start else 0


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("ingest.facts").joinpath("measures.toml").read_text("utf-8"))


@cache
def _beneficiaries() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_words()["beneficiaries"], key=len, reverse=True))))


@cache
def _labels() -> tuple[str, ...]:
    return tuple(_words()["instruments"])


@cache
def _instruments() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<i{at}>{_words()['instruments'][label]})" for at, label in enumerate(_labels())))
