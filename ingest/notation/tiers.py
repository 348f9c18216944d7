"""Amounts that a sentence sets side by side ("三星级、四星级，分别给予20万元、50万元"), and the one meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.notation.quantities import quantities
from ingest.notation.ranges import BRACKETS, Range, amount_of, ranges

_PARTS = re.compile("[、和及或与]|以及")
_STOP = re.compile("[，,；;。：:]")
_STEPS = re.compile(r"(\d)\s*[—–~～至-]\s*(\d)([一-鿿]{1,3})")
_WHOLE = re.compile(r"(?:给予|按照?|补助|奖励)?(?:实际)?(?:投资|购置|采购|支付|融资|合同)(?:总?额|金额)的?\s*\d")
_RESPECTIVELY = re.compile("分别(?:按(?:照)?)?")
_DIGITS = "一二三四五六七八九"
_GRADE = re.compile(f"[{_DIGITS}](?=星|[Aa]级|等|档)")
_OF_A_TIER = re.compile("[省市县区]")
_CLOSING = re.compile("的[一-鿿]{0,4}$")
_FEWEST_CHARS = 2


@dataclass(frozen=True, slots=True)
class Tier:
    """One of several amounts: what it is for and how much, both verbatim, and the range that it is for, if any;
    `of_whole`: it is a share of 投资额 and the like."""

    label: str
    amount: str
    range: Range | None = None
    of_whole: bool = False


def tiers(text: str) -> list[Tier]:
    """The amounts that one sentence sets side by side, each with what it is for; none where the two lists differ."""
    bare = BRACKETS.sub(lambda found: " " * len(found.group()), text)
    for found in _RESPECTIVELY.finditer(bare):
        until = _STOP.search(bare, found.end())
        end = until.start() if until else len(bare)
        amounts = _spans(bare, found.end(), end)
        if len(amounts) > 1 and all(_told(bare[a:b]) for a, b in amounts):
            labels = _labels(text, bare, found.start(), len(amounts))
            if labels:
                told = [_amount(text[a:b]) for a, b in amounts]
                whole = bool(_WHOLE.match(BRACKETS.sub("", text[slice(*amounts[0])])))
                pairs = zip(labels, told, strict=True)
                return _ranged([Tier(label, amount, of_whole=whole) for label, amount in pairs])
    return []


def _told(piece: str) -> bool:
    return len(quantities(piece)) == 1


def _amount(piece: str) -> str:
    """An amount verbatim: 实到外资额的8‰ with what it is a share of, 给予20万元 without its verb."""
    quantity = quantities(piece)[0]
    share = re.search(r"[一-鿿]{2,8}的\s*$", piece[: quantity.start]) if quantity.unit in ("%", "‰") else None
    return piece[share.start() if share else quantity.start : quantity.end].strip()


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a piece of text that 、 and 和 set apart."""
    cuts = [start, *(edge for found in _PARTS.finditer(text, start, end) for edge in found.span()), end]
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if text[a:b].strip()]


def _labels(text: str, bare: str, end: int, count: int) -> list[str]:
    """What the amounts are for: the last clause before them with as many parts."""
    ends = [found.start() for found in _STOP.finditer(bare, 0, end)] + [end]
    starts = [0, *(found.end() for found in _STOP.finditer(bare, 0, end))]
    for a, b in zip(starts[::-1], ends[::-1], strict=True):
        parts = _spans(bare, a, b)
        if len(parts) == count:
            return [text[c:d].strip() for c, d in parts]
        steps = _STEPS.search(bare, a, b)
        if steps and int(steps[2]) - int(steps[1]) + 1 == count:
            return [
                f"{_DIGITS[number - 1]}{steps[3].rstrip('的')}" for number in range(int(steps[1]), int(steps[2]) + 1)
            ]
    return []


def _ranged(found: list[Tier]) -> list[Tier]:
    """Tiers with their ranges, where all are figures of one unit; bare figures that rise open one range each."""
    told = [ranges(tier.label) for tier in found]
    if all(len(one) == 1 for one in told) and len({one[0].unit for one in told}) == 1:
        return [replace(tier, range=one[0]) for tier, one in zip(found, told, strict=True)]
    figures = [[amount_of(q) for q in quantities(BRACKETS.sub("", tier.label))] for tier in found]
    if not all(len(one) == 1 for one in figures) or len({one[0][1] for one in figures}) > 1:
        return found
    lows = [one[0][0] for one in figures]
    if lows != sorted(set(lows)) or not figures[0][0][1]:
        return found
    highs = [*lows[1:], None]
    return [
        replace(tier, range=Range(low, high, figures[0][0][1], whole=False))
        for tier, low, high in zip(found, lows, highs, strict=True)
    ]


def asked_tier(found: Sequence[Tier], asked: str) -> Tier | None:
    """The one tier that a question names, or whose range its one figure of that unit lies in, under the words that set
    it apart; None where it is not clear which."""
    if found and all(tier.range for tier in found):
        unit = found[0].range.unit if found[0].range else ""
        values = {value for value, of in map(amount_of, quantities(asked)) if of == unit}
        named = [(tier, _figures_of(tier.label)) for tier in found if tier.range and len(values) == 1]
        fitting = [(tier, core) for tier, core in named if tier.range and tier.range.holds(*values)]
    else:
        named = [(tier, _named([tier.label for tier in found], at, asked)) for at, tier in enumerate(found)]
        fitting = [(tier, core) for tier, core in named if core]
    return replace(fitting[0][0], label=fitting[0][1]) if len(fitting) == 1 else None


def _figures_of(label: str) -> str:
    """The figures of a label: 第一年实到外资200万-500万美元 → 200万-500万美元."""
    told = quantities(label)
    return _CLOSING.sub("", label[told[0].start :])


def _plain(text: str) -> str:
    """A text without spaces and quotation marks, grades in figures: 五星级 → 5星级."""
    graded = _GRADE.sub(lambda found: str(_DIGITS.index(found.group()) + 1), text)
    return re.sub(r"[\s“”\"]", "", graded)


def _named(labels: Sequence[str], at: int, asked: str) -> str:
    """What sets a label apart and stands in the question: of the first its end, of the last its beginning; else ""."""
    label, others = labels[at], [_plain(other) for place, other in enumerate(labels) if place != at]
    if at == 0:
        cores = [label[start:] for start in range(len(label) - _FEWEST_CHARS + 1)]
    elif at == len(labels) - 1:
        least = 1 if _OF_A_TIER.match(label) else _FEWEST_CHARS
        cores = [label[:end] for end in range(len(label), least - 1, -1)]
    else:
        cores = [label, label.removesuffix("级"), label.removesuffix("的")]
    apart = [core for core in cores if core and not any(_plain(core) in other for other in others)]
    return next((core.strip('“”" ') for core in apart if _plain(core) in _plain(asked)), "")
