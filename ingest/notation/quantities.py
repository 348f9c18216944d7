"""Numbers with their meaning: "达到15000家以上" → 15000, 家, >=. The one place that reads them.

A text is read in three passes, each linear: numbers that are no values are blanked out (`nonvalues`), then years and
periods, and what is left is scanned for ranks and values. Offsets always refer to the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from ingest.notation import patterns
from ingest.notation.nonvalues import blank_names, blank_ordinals, blank_spans
from ingest.notation.numerals import arabic, chinese, half_width
from ingest.notation.periods import Period, years
from ingest.notation.units import base, dimension
from ingest.plans import Comparator, Quantity

# a thousand as scans misread it: 一干九百五十八万
_MISREAD = re.compile(r"(?<=[一二三四五六七八九])干(?=[零一二三四五六七八九]+[百十万亿])")
_SPOKEN_SCALES = ("万亿", "亿", "万")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every value of a text, in order: numbers with unit, comparator, range and nature; ranks come with unit 位.

    Years, document, telephone and list numbers, ordinals and numbers inside names are no values. `value` keeps the
    scale in the unit as written: 17.3万人 → 17.3, 万人. Linear in the length of the text.
    """
    blanked = blank_names(_MISREAD.sub("千", half_width(text)))
    periods = years(blanked)
    blanked = blank_spans(blanked, [(period.start, period.end) for period in periods])
    ranks = [_rank(match, text) for match in patterns.RANK.finditer(blanked)]
    blanked = blank_ordinals(blank_spans(blanked, [(rank.start, rank.end) for rank in ranks]))
    scan = _Scan(text, blanked, periods)
    values = [quantity for match in patterns.VALUE.finditer(blanked) for quantity in scan.read(match)]
    return tuple(sorted([*ranks, *values], key=lambda quantity: quantity.start))


def in_base_unit(quantity: Quantity) -> tuple[Decimal, str]:
    """The value in the base unit of its dimension, and that unit: 1.8万名 → (18000, 名), 3‰ → (0.3, %)."""
    factor, unit = base(quantity.unit)
    return quantity.value * factor, unit


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities state the same amount. Counting words may differ (100个, 100支); a missing unit fits."""
    (left_value, left_unit), (right_value, right_unit) = in_base_unit(left), in_base_unit(right)
    if left_value != right_value:
        return False
    counted = dimension(left_unit) == dimension(right_unit) == "计数"
    return counted or left_unit == right_unit or not left_unit or not right_unit


def number(numeral: str) -> Decimal:
    """A bare numeral, Arabic or Chinese: "1,234.5" → 1234.5, "三百五十" → 350."""
    return arabic(numeral) if numeral[0].isdigit() else chinese(numeral)


def _rank(match: re.Match[str], text: str) -> Quantity:
    ceiling = match["f"] or match["g"]
    value = number(match["n"] or match["m"] or ceiling)
    comparator: Comparator = "<=" if ceiling else "="
    return Quantity(
        text[match.start() : match.end()], value, "位", comparator, match.start(), match.end(), nature="排名"
    )


class _Scan:
    """One text while its values are read, from left to right."""

    def __init__(self, text: str, blanked: str, periods: tuple[Period, ...]) -> None:
        self.text = text
        self.blanked = blanked
        self.periods = periods
        self.period_ends = [period.end for period in periods]
        self.clause_ends = [match.end() for match in patterns.CLAUSE_END.finditer(blanked)]
        self.last = 0

    def read(self, match: re.Match[str]) -> list[Quantity]:
        """The quantity of a match of VALUE; the two ends of a change, or of a range with two units, are two."""
        lead = self._lead(match.start())
        self.last = match.end()
        if match["n2"]:
            unit = _exact(match["u2"])
            first_unit = _exact(match["u1"] or unit)
            low = number(match["n1"]) * (-1 if match["s1"] else 1)
            if patterns.CHANGE.search(lead) or first_unit != unit:
                first_end = match.end("u1") if match["u1"] else match.end("n1")
                first = self._quantity(match, low, first_unit, lead, end=first_end)
                first = replace(first, comparator=patterns.COMPARATORS.get(match["before"] or "", "="))
                second = self._quantity(match, number(match["n2"]), unit, lead, start=match.start("n2"))
                return [first, second]
            return [self._quantity(match, low, unit, lead, high=number(match["n2"]))]
        high = None
        value, unit = _single(match)
        if match["c0"]:
            value, high = _spoken_low(match["c0"], match["c"]), value
        return [self._quantity(match, value, unit, lead, high=high)]

    def _lead(self, start: int) -> str:
        """What stands before a value in its clause, after the value before it."""
        place = bisect_left(self.clause_ends, start + 1)
        clause = self.clause_ends[place - 1] if place else 0
        return self.blanked[max(clause, self.last) : start]

    def _quantity(
        self,
        match: re.Match[str],
        value: Decimal,
        unit: str,
        lead: str,
        *,
        high: Decimal | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Quantity:
        start = match.start() if start is None else start
        end = match.end() if end is None else end
        return Quantity(
            text=self.text[start:end],
            value=value,
            unit=unit,
            comparator=_comparator(match, unit, lead),
            start=start,
            end=end,
            high=high,
            nature=_nature(match, unit, lead),
            year=self._year(match.start()),
        )

    def _year(self, start: int) -> str:
        place = bisect_left(self.period_ends, start + 1)
        if not place or not patterns.YEAR_LINK.fullmatch(self.blanked, self.period_ends[place - 1], start):
            return ""
        return self.periods[place - 1].year


def _exact(unit: str) -> str:
    """A unit without the word between number and unit that only says "and more": 万余家 → 万家."""
    return unit.replace("余", "").replace("多", "")


def _points(unit: str) -> str:
    """Percentage points by one name: 个百分点 → 百分点; other units as they are."""
    return unit.removeprefix("个") if "百分点" in unit else unit


def _single(match: re.Match[str]) -> tuple[Decimal, str]:
    """The value and the unit of a match that is no range of figures (of a spoken range, its high end)."""
    if match["n"]:
        return number(match["n"]) * (-1 if match["s"] else 1), _points(_exact(match["u"] or ""))
    if match["kn"]:
        return number(match["kn"]), "%" if match["k"] == "百" else "‰"
    if match["c"]:
        return _spoken(match["c"], match["cu"])
    if match["part"]:
        return (number(match["of"]) / number(match["part"])).quantize(Decimal("0.0001")), ""
    return Decimal(2) ** int(number(match["fan"] or "一") if match["fan"] is not None else 1), "倍"


def _spoken(numeral: str, unit: str) -> tuple[Decimal, str]:
    """四亿六千五百万 + 吨 → 46500, 万吨: the closing scale goes to the unit, as one would write it in figures."""
    value = number(numeral)
    scale = next((scale for scale in _SPOKEN_SCALES if numeral.endswith(scale)), "")
    return (value / base(scale)[0] if scale else value), scale + _points(unit)


def _spoken_low(low: str, high: str) -> Decimal:
    """The low end of a spoken range in the scale of its high end: 二千五百～三千五百万 → 2500, 四亿～五亿 → 4."""
    scale = next((base(scale)[0] for scale in _SPOKEN_SCALES if high.endswith(scale)), Decimal(1))
    return number(low) / scale if low[-1] in "万亿" else number(low)


def _comparator(match: re.Match[str], unit: str, lead: str) -> Comparator:
    if match["after"] and (closer := patterns.CLOSERS[match["after"]]) != "~":
        return closer
    before = match["before"]
    if (
        before
        and not (before == "突破" and unit in patterns.NAMED_BREAKTHROUGH)
        and not (before == "控制在" and match["after"])
    ):
        return patterns.COMPARATORS[before]
    if match["after"] or match["more"] or match["cmore"] or "余" in (match["u"] or ""):
        return "~"
    return "<=" if patterns.CEILING.search(lead) else "="


def _nature(match: re.Match[str], unit: str, lead: str) -> str:
    words = list(dict.fromkeys(found.group() for found in patterns.NATURE.finditer(lead)))
    if match["fan"] is not None or match["double"]:
        words.append("倍增" if match["double"] else "翻番")
    elif unit == "位" and not words and re.search(r"位次|排名|排位", lead):
        words.append("排名")
    return "、".join(words)
