"""Page numbers that stick to the text of a page: what is left of a PDF whose pages were strung together.

A page's number then stands alone on a line, or directly before the first words of the next page ("12 术语" is page 1
and "2 术语"). What gives it away is the run: 1, 2, 3 … through the whole text, a page apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from statistics import median

from ingest.plans import RawLine, Span

_DIGITS = re.compile(r"\d{1,5}")
_ALONE = re.compile(r"\d(?: ?\d){0,2}$")
_LEADER = re.compile(r"[.…·．]{4,}")
_NO_PAGE = re.compile(r"[—–-]|\s*[.．、，,)）%％‰/：:～~年月日\t]")
_HEADING = re.compile(r"\d{1,2}(?:\.\d+)*\s*[一-鿿]")
_ROMAN = re.compile(r"(?:I{1,3}|IV|VI{0,3})(?=\d|[A-Z]\.\d|\s+[一-鿿])")
_ENDED = tuple("。！？：；”）》")
_PAGE_CHARS = range(15, 4000)
_USUAL_CHARS = 600
_LEAST_USUAL_CHARS = 200
_RUN = 5
_CUT_SHARE = 0.2
_SHAPE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class _Number:
    """`apart` is the white space between the number and the words that follow, a line end for a line of its own."""

    line: int
    value: int
    span: Span
    apart: str


def page_numbers(source: str, lines: Sequence[RawLine]) -> tuple[Span, ...]:
    """The spans of the page numbers that run through the text, none where there is no such run.

    A run has at least five numbers, each one more than the last and a page further on; and at least one in five
    interrupts a sentence, which the numbers of chapters do not.
    """
    candidates = _candidates(source, lines)
    run = _longest(candidates, _USUAL_CHARS)
    if len(run) < _RUN or (usual := _page_chars(run)) < _LEAST_USUAL_CHARS:
        return ()
    shapes = Counter(number.apart for number in run)
    candidates = [n for n in candidates if shapes[n.apart] >= _SHAPE_SHARE * len(run)]
    run = _longest(candidates, usual)
    cutting = [n for n in run if n.line and not _text(source, lines[n.line - 1]).endswith(_ENDED)]
    if len(cutting) < _CUT_SHARE * len(run):
        return ()
    romans = (_ROMAN.match(source, line.span.start, line.span.end) for line in lines[: run[0].line + 1])
    return (*(Span(*found.span()) for found in romans if found), *(number.span for number in run))


def _page_chars(run: Sequence[_Number]) -> float:
    return median(b.span.start - a.span.start for a, b in pairwise(run))


def _text(source: str, line: RawLine) -> str:
    return source[line.span.start : line.span.end]


def _candidates(source: str, lines: Sequence[RawLine]) -> list[_Number]:
    """Every reading of the digits that a line begins with: "115 体检" is page 1, 11 or 115."""
    numbers = []
    for i, line in enumerate(lines):
        text, start = _text(source, line), line.span.start
        if _ALONE.match(text):
            numbers.append(_Number(i, int(text.replace(" ", "")), line.span, "\n"))
        elif (found := _DIGITS.match(text)) and not text.startswith("0") and not _LEADER.search(text):
            for length in range(1, min(len(found[0]), 3) + 1):
                rest = text[length:]
                if not _NO_PAGE.match(rest) and (not rest[0].isdigit() or _HEADING.match(rest)):
                    apart = rest[: len(rest) - len(rest.lstrip())]
                    numbers.append(_Number(i, int(text[:length]), Span(start, start + length, line.span.page), apart))
    return numbers


def _longest(numbers: Sequence[_Number], usual: float) -> list[_Number]:
    """The longest run of numbers that count up by one, a page apart; of two the one with pages of `usual` length."""
    ends: dict[int, list[int]] = {}
    score: list[float] = []
    before: list[int | None] = []
    for i, number in enumerate(numbers):
        best, previous = 0.0, None
        for j in ends.get(number.value - 1, ()):
            apart = number.span.start - numbers[j].span.start
            if apart in _PAGE_CHARS:
                oddness = min(abs(log2(apart / usual)) / 4, 0.9)
                if score[j] + 1 - oddness > best:
                    best, previous = score[j] + 1 - oddness, j
        score.append(best)
        before.append(previous)
        ends.setdefault(number.value, []).append(i)
    at = max(range(len(numbers)), key=score.__getitem__, default=None)
    run = []
    while at is not None:
        run.append(numbers[at])
        at = before[at]
    return run[::-1]
