"""How a question orders or bounds rows: which end, how many, beyond which figure, by level or by change."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.questions import Query
from ingest.notation.quantities import quantities
from ingest.notation.units import base
from ingest.structure.headings import ordinal

# Words of rising and falling, and of most (上升最快, 降幅最大); words for the two ends of an order of levels.
_UP = r"(?:上升|提高|提升|进步|进位|前进|增长|增加(?!值)|上涨|涨|升)"
_DOWN = r"(?:下降|降(?=得)|下滑|退步|后退|往下掉|减少|降低|回落|下跌|掉|跌)"
_BY = r"(?:得|幅度?)?最(?:多|快|大|明显|厉害|猛)"
_AHEAD = r"(?:最(?:大|高|快)|(?:排名?|居|列|位列)?在?前[一二两三四五六七八九十\d]{1,3}位?)"
_SPAN_UP, _SPAN_DOWN = rf"(?:增幅|涨幅|升幅|增速){_AHEAD}", rf"(?:降幅|跌幅){_AHEAD}"
_GOOD, _BAD = "高|多|大|好|靠前|快|强|优|领先", "低|少|小|差|弱|靠后|慢|落后"
LEAST_RISE = re.compile(rf"{_UP}[^。？]{{0,12}}最(?:少|小|慢)")
_LAST = "垫底|倒数第一|末位"
MOST = re.compile(rf"最(?:{_GOOD}|{_BAD})|{_LAST}|{_UP}{_BY}|{_DOWN}{_BY}|{_SPAN_UP}|{_SPAN_DOWN}")
_RISE, _FALL = re.compile(rf"{_UP}{_BY}|{_SPAN_UP}"), re.compile(rf"{_DOWN}{_BY}|{_SPAN_DOWN}")
_HIGH, _LOW = re.compile(rf"最(?:{_GOOD})|领头|拔尖"), re.compile(rf"最(?:{_BAD})|{_LAST}")
_MOVED = re.compile(rf"{_UP}|{_DOWN}|变动|变化|增幅|涨幅|降幅|升幅|增速")
_MANY = r"([一二两三四五六七八九十]{1,2}|\d{1,3})"
# How many rows of an end: 最多的三个, 前十, 哪两个.
_NUMBER = re.compile(
    rf"最(?:{_GOOD}|{_BAD}|大)的?(?:是)?前?{_MANY}[个名位家座项]|前{_MANY}(?=[个名位家座项的强？?，。]|$|[区县市])"
    rf"|哪{_MANY}[个家座项]?"
)
FIRST = re.compile(rf"前{_MANY}(?=[个名位家座项的强？?，。有区县市]|$)")
# What asks for a list of rows, so that a figure in the question is a bound.
LISTING = re.compile(
    r"哪些|哪几|哪一?个[省市区县]|哪[一二两三四五六七八九十]+[个家项]|有谁|都?有几[个家项]|多少[个家项]|列[出一]|名单|(?:前)"
)
_DOUBLES = re.compile(r"翻一?[番倍]|(?<![一二三四五六七八九十“])倍增|翻两番")  # “六倍增” is a name
_FELL = re.compile(rf"{_DOWN}(?:了(?!多少|几)|的(?!是(?!哪|谁)))|有所{_DOWN}|不[增升]反降|负增长|倒退")
_ROSE = re.compile(rf"{_UP}(?:了(?!多少|几)|的(?!是(?!哪|谁)))|有所{_UP}")
_SHORT_OF = re.compile("都?(?:不到|没到|达不到|不足)")  # 连1%都不到
_HOLDS = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}


@dataclass(frozen=True, slots=True)
class Bound:
    """What rows are held against: a figure in a unit ("" for a rank), of the level or of the change."""

    sign: str
    figure: Decimal
    unit: str
    of: str = "level"

    def holds(self, value: Decimal, unit: str) -> bool:
        """Whether a value keeps the bound, its unit brought to the bound's."""
        own, other = base(unit)[0], base(self.unit)[0]
        return _HOLDS[self.sign](value * own, self.figure * other)

    def speaks_of(self, unit: str) -> bool:
        """Whether values in a unit can be held against the bound."""
        return self.of != "level" or base(unit)[1] == base(self.unit)[1] or unit == self.unit


def by_change(text: str) -> bool:
    """Whether rows are to be ordered by how much they moved."""
    return bool(_MOVED.search(text))


def asked_ends(text: str) -> tuple[bool, bool]:
    """Whether the upper and the lower end are asked for."""
    rise, fall = bool(_RISE.search(text)), bool(_FALL.search(text))
    level = _FALL.sub("", _RISE.sub("", text))
    return rise or bool(_HIGH.search(level) or FIRST.search(level)), fall or bool(_LOW.search(level))


def asked_count(text: str) -> int:
    """How many rows of an end are asked for: 最多的三个区, 前十."""
    found = _NUMBER.search(text)
    given = next((group for group in found.groups() if group), "") if found else ""
    return ordinal(given.replace("两", "二")) if given else 1


def bound_of(query: Query) -> Bound | None:
    """The figure that the listed rows are to be beyond; None where no list is asked for, or no figure is named."""
    text = query.text
    if not LISTING.search(text) or MOST.search(text):
        return None
    first = FIRST.search(text)
    if first:
        return Bound("<=", Decimal(ordinal(first.group(1).replace("两", "二"))), "位")
    if _DOUBLES.search(text):
        return Bound(">=", Decimal(4 if "两番" in text else 2), "倍", "multiple")
    figures = (replace(q, comparator="<") if _SHORT_OF.match(text, q.end) else q for q in quantities(text))
    told = [q for q in figures if q.comparator in _HOLDS and q.unit]
    if told:
        unit = "亿元" if told[0].unit == "亿" else "万元" if told[0].unit == "万" else told[0].unit
        return Bound(told[0].comparator, told[0].value, unit)
    if _FELL.search(text):
        return Bound("<", Decimal(0), "", "change")
    return Bound(">", Decimal(0), "", "change") if _ROSE.search(text) else None
