"""What a sentence grants for each one of something (200元/亩, 每件1000元, 每满一万人一万元, 融资额的2%), worked out for
a figure, and the ceilings that it sets (最高不超过50万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.compute import Result
from assistant.expressions import plain
from ingest.notation.quantities import quantities
from ingest.notation.ranges import BRACKETS, amount_of, in_people
from ingest.notation.tiers import Tier
from ingest.notation.units import base, dimension
from ingest.plans import Quantity

_EACH = re.compile(r"每(满|增加|新增|超过?)?([^，。；：每]{0,14}?)(?=\d|[一二三四五六七八九十百千万])")
_ONE = re.compile(r"每(?:1|一)?(件|家|间|块|个|亩|人|名|户|台|辆|项|套|吨|座|篇|场|张|条|例)(?!月|季|年)")
_OVER_TIME = re.compile("每[人名家户]?每?[年月日]|/年|/月|·月|/[人名]/")
_SHARE = re.compile(
    r"(?:按照?|给予|奖励|补助)(?P<least>不低于|不少于|不超过)?(?P<whole>[^，,。；]{2,14}?)的(?P<share>\d+(?:\.\d+)?)\s*[%％]"
)
_CEILING = re.compile(r"不超过|不高于|上限|封顶|最高|最多")
_PART_OF_A_WHOLE = re.compile("占|以上|以下|达到?$")
_LEAST = ("不低于", "不少于")
_LARGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Rate:
    """`amount` for every `per` of a unit; in percent of an amount of money (`whole`) where `per` is 100."""

    amount: Decimal
    unit: str
    per: Decimal
    per_unit: str
    whole: str = ""
    least: bool = False
    full: bool = False


def rates(text: str) -> list[Rate]:
    """The rates of one sentence."""
    bare = BRACKETS.sub("", text)
    return [*_by_unit(bare), *_for_each(bare), *_of_a_whole(bare)]


def _by_unit(text: str) -> Iterator[Rate]:
    """200元/亩."""
    for quantity in quantities(text):
        above, slash, below = quantity.unit.partition("/")
        if (
            slash
            and not _OVER_TIME.search(text[quantity.start : quantity.end + 4])
            and dimension(above) == "金额"
            and quantity.high is None
            and "/" not in below
        ):
            factor, unit = base(below)
            yield Rate(quantity.value, above, factor, in_people(unit))


def _for_each(text: str) -> Iterator[Rate]:
    """每件给予资助1000元, 每满一万人奖励一万元, 每增加5000万元增加1名."""
    for found in re.finditer("每", text):
        clause = re.split("[，,；;。]", text[found.start() :])[0]
        if _OVER_TIME.search(clause):
            continue
        told = [q for q in quantities(clause) if q.unit and q.high is None]
        one, several = _ONE.match(clause), _EACH.match(clause)
        if several and several.group(1) and len(told) == 2:
            value, unit = amount_of(told[0])
            before = [amount_of(q) for q in quantities(text[: found.start()])]
            begun = (value, unit) in before and amount_of(told[1]) in before
            if several.group(1) != "满" and not begun:
                continue
            yield Rate(told[1].value, told[1].unit, value, unit, full=True)
        elif one and len(told) == 1 and _grants(told[0]) and not _CEILING.search(clause):
            yield Rate(told[0].value, told[0].unit, Decimal(1), in_people(one.group(1)))


def _grants(quantity: Quantity) -> bool:
    return dimension(quantity.unit) == "金额" and quantity.comparator == "="


def _of_a_whole(text: str) -> Iterator[Rate]:
    """按融资额的2%."""
    for found in _SHARE.finditer(text):
        if not _PART_OF_A_WHOLE.search(found["whole"]) and found["least"] != "不超过":
            least = found["least"] in _LEAST
            yield Rate(Decimal(found["share"]), "%", Decimal(100), "元", whole=found["whole"], least=least)


def of_tier(tier: Tier) -> list[Rate]:
    """The rate that a tier is: a share of the amount that its range is of."""
    told = quantities(tier.amount)
    share = len(told) == 1 and told[0].unit == "%" and tier.range is not None and tier.range.unit == "元"
    return [Rate(told[0].value, "%", Decimal(100), "元", whole=tier.amount)] if share and tier.of_whole else []


def applied(rate: Rate, quantity: Quantity) -> Result | None:
    """What a rate comes to for a figure, in the rate's unit; None where units differ, or a rate for full steps does
    not go into it."""
    value, unit = amount_of(quantity)
    counted = not unit and rate.per_unit == "人"
    if unit != rate.per_unit and not counted:
        return None
    if rate.unit == "%":
        scale, told = (quantity.value * 10_000, "万元") if quantity.unit == "亿元" else (quantity.value, quantity.unit)
        return Result(f"{plain(scale)} × {plain(rate.amount)} ÷ 100", plain(scale * rate.amount / 100), told)
    times = value / rate.per
    result = plain(times * rate.amount)
    if not rate.full:
        return Result(f"{plain(times)} × {plain(rate.amount)}", result, rate.unit)
    if times != times.to_integral_value() or times < 1:
        return None
    scale = Decimal(10_000 if rate.per >= _LARGE else 1)
    steps = f"{plain(value / scale)} ÷ {plain(rate.per / scale)}"
    return Result(steps if rate.amount == 1 else f"{steps} × {plain(rate.amount)}", result, rate.unit)


def ceilings(text: str) -> list[tuple[Decimal, str]]:
    """The ceilings that a text sets, each an amount in a base unit."""
    found = [
        q for q in quantities(text) if q.comparator == "<=" or _CEILING.search(text[max(0, q.start - 8) : q.start])
    ]
    return [amount_of(q) for q in found if q.unit]
