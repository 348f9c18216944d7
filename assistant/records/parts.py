"""Things that one sentence lists in a certain number: 政治关、法律关、保密关 for 三关, 创客企业—雏鹰企业—… for 六级."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLAUSE = re.compile(r"[^，,；;。：:（）()“”\"「」]+")
_JOINED = re.compile(r"(?<=[一-鿿])(?:以及|[和与及])(?=[一-鿿])")
_DASHED = re.compile(r"[—－–-]+")
_TOLD = r"[”\"]?[^，。；：:—（(、]{{0,8}}(?:[：:—（(“\"]+|，?(?:即|指|是指|是|包括|分别(?:是|为)?|也就是)[：:“\"]?)"
_COUNTED = '[”"]?(?:发展|等|的|这|）)*{number}(?:个|大|类|种|项|级|方面|条|位一体)'
_NAME = re.compile('[“"]([^”"]{2,24})[”"]')
_QUOTED = re.compile(rf"(?:{_NAME.pattern}(?:、|以及|[和与及])?){{3,}}")
_NUMERALS = "一二三四五六七八九十"
_NEAR, _LONGEST = 12, 24


@dataclass(frozen=True, slots=True)
class Parts:
    """Where a run of things stands in a text, and how it names them."""

    start: int
    end: int
    names: tuple[str, ...]


def runs(text: str) -> Iterator[Parts]:
    """The runs of things in a text, set apart by 、 with 和 before the last, by dashes, or each in quotation marks."""
    for clause in _CLAUSE.finditer(text):
        said = clause.group()
        names = said.split("、")
        last = _JOINED.split(names[-1])
        for found in {(*names[:-1], *last), tuple(names)} if len(last) > 1 else [tuple(names)]:
            if len(found) > 1 and all(0 < len(name.strip()) <= _LONGEST for name in found):
                yield Parts(clause.start(), clause.end(), tuple(name.strip() for name in found))
        dashed = tuple(name.strip() for name in _DASHED.split(said) if name.strip())
        if len(dashed) > 2 and "、" not in said:
            yield Parts(clause.start(), clause.end(), dashed)
    for quoted in _QUOTED.finditer(text):
        yield Parts(*quoted.span(), tuple(_NAME.findall(quoted.group())))


def counted(text: str, number: int, noun: str) -> Parts | None:
    """The run of so many things that a text gives for 五关 or 三类: behind these words or before them, or with the noun
    in each name."""
    for run in runs(text):
        if len(run.names) == number and (_beside(text, run, number, noun) or _of_the_noun(run, noun)):
            return run
    return None


def _beside(text: str, run: Parts, number: int, noun: str) -> bool:
    numeral = f"[{_NUMERALS[number - 1]}{'两' if number == 2 else ''}{number}]"
    term = f"{numeral}(?:个|大|级|类|条|项)?{re.escape(noun)}" if noun else f"{numeral}[个大类种项级]"
    before, after = text[max(0, run.start - _NEAR * 2) : run.start], text[run.end - 1 : run.end + _NEAR]
    closes = rf"(?:{_COUNTED.format(number=numeral)}|[”\"“]*(?:的|等)?[”\"“]*{term})"
    inside = re.search(rf"(?:{numeral}(?:个|大|类|种|项|级|方面))", run.names[-1])
    told = not noun or noun in text
    return bool(
        re.search(rf"{term}{_TOLD.format()}$", before)
        or (told and re.match(rf".?[”\"）]?{closes}", after))
        or (told and inside and inside.start())
        or (len(noun) > 1 and re.match(rf".?”[^，。；]{{0,8}}{re.escape(noun)}", after))
    )


def _of_the_noun(run: Parts, noun: str) -> bool:
    """Whether each name says the one character that is counted (定规模、定总额 for 五定), or ends with the word."""
    return bool(noun) and all(name.endswith(noun) or (len(noun) == 1 and noun in name) for name in run.names)
