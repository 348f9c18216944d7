"""Whether a number of the gold follows from others by one plain step: worked out, or counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import permutations

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNT = re.compile(r"(\d+|[一二两三四五六七八九十])[条项家个名处类种份张部]")
_NUMERALS = "零一二三四五六七八九十"
_YEARS = range(2, 11)  # over which a change may be spread
_BRACKETED = re.compile(r"^.*[：:]|[（(]?责任单位|[（）()。；，\s]")


def derived(form: str, given: Iterable[Decimal]) -> bool:
    """Whether the numbers of a form are results over the given ones, rounded (or cut) to the form's own decimals."""
    numbers = [Decimal(found) for found in _NUMBER.findall(form)]
    results = list(_results(set(given)))
    return bool(numbers) and all(any(_rounds(result, number) for result in results) for number in numbers)


def counted(form: str, quotes: Iterable[str], others: int) -> bool:
    """Whether a form counts what the quotes list (甲、乙、丙 → 3家), or the `others`, the facts beside it."""
    found = _COUNT.search(form)
    if found is None:
        return False
    number = int(found[1]) if found[1].isdigit() else _NUMERALS.index(found[1].replace("两", "二"))
    listed = {_BRACKETED.sub("", item) for quote in quotes if "、" in quote for item in quote.split("、")}
    return number in (others, len(listed - {""}))


def _results(given: set[Decimal]) -> Iterator[Decimal]:
    for a, b in permutations(given, 2):
        yield from (a + b, a - b)
        yield from ((a - b) / years for years in _YEARS)
        if b:
            yield from (a / b, a / b * 100, (a - b) / b, (a - b) / b * 100)
        if a > 0 and b > 0:
            yield from (((a / b) ** (1 / Decimal(years)) - 1) * 100 for years in _YEARS)


def _rounds(result: Decimal, number: Decimal) -> bool:
    step = Decimal(1).scaleb(number.as_tuple().exponent)
    return number in (abs(result).quantize(step, ROUND_HALF_UP), abs(result).quantize(step, ROUND_DOWN))
