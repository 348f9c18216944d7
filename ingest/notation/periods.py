"""Years and periods: which stretch of time a phrase names, told apart from values that look like years.

A five-year plan is known by its number: the sixth ran 1981-1985, the fourteenth 2021-2025, so that the n-th begins in
1981 + 5 (n - 6).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.notation.numerals import chinese, half_width
from ingest.notation.units import SCALE, UNIT


@dataclass(frozen=True, slots=True)
class Period:
    """A named time: `year` is "2025", or "2021-2025" for a stretch; `text` stands at `start`..`end` of what was read.

    `cue` is the word that places it (到, 截至, 较, 自 …), "" where there is none; `months` the months within the year
    ("1-11", "11"), "" for the whole year.
    """

    text: str
    start: int
    end: int
    year: str
    cue: str = ""
    months: str = ""

    @property
    def first(self) -> int:
        return int(self.year[:4])

    @property
    def last(self) -> int:
        return int(self.year[-4:])


# The parts of the patterns: a year in figures or numerals (二〇二五), a dash between two years or months, the name of a
# five-year plan, its quotation marks, its end, a stretch told from now (未来五年).
_YEAR = r"(?:(?:19|20)\d{2}|(?<![百千万亿])[一二][〇○零九][〇○零一二三四五六七八九]{2})"
_DASH = r"\s?(?:-|——?|–|~|～|至|到|一(?=(?:19|20)\d\d))\s?"
_PLAN = r"(?:十[一二三四五六]|十|[六七八九])五"
_QUOTE = r"[“”\"「」‘’]?"
_END = r"(?:末期?|期末|收官|结束|终期)"
_RELATIVE = r"(?:未来|今后|近|过去|这|前|后)?\s?(?:五|5)\s?年(?:来|间|内|以来|期间)"

# Every way of naming a time, the longer ones first; the name of the outer group picks the reader in _READ.
_PATTERN = re.compile(
    # 2021-2025年
    rf"(?P<range>(?P<r1>{_YEAR})\s?年?{_DASH}(?P<r2>{_YEAR})\s?年?)"
    # 2021年7月, 2020年1-11月, 2021年7月12日
    rf"|(?P<date>(?P<dy>{_YEAR})\s?年\s?(?P<m1>\d{{1,2}})\s?(?:月份?)?(?:{_DASH}(?P<m2>\d{{1,2}}))?\s?月(?:份|底|末|\s?\d{{1,2}}\s?日)?)"
    # 2025年, 2025年底, 2025年前三季度
    rf"|(?P<year>(?P<y>{_YEAR})\s?年(?!代)(?:底|末|初|度|(?P<part>上半年|第?一季度|前[三3]个?季度|前(?P<k>[二三四五六七八九十\d]{{1,2}})个月))?)"
    # 第十四个五年规划
    rf"|(?P<nth>第(?P<n>[一二三四五六七八九十]+)个五年(?:规划|计划)?)"
    # “十四五”时期, 十四五末, 九五计划
    rf"|(?P<plan>[“\"「‘](?P<p>{_PLAN})[”\"」’](?P<ps>时期|期间|规划|计划)?(?P<pe>{_END})?"
    rf"|(?P<q>十[一二三四五六]五)(?:时期|期间|规划|计划)?{_QUOTE}(?P<qe>{_END})?|(?P<o>(?:[六七八九]|十)五)(?:时期|期间|计划)(?P<oe>{_END})?)"
    # 未来五年, 五年来
    rf"|(?P<relative>{_RELATIVE})"
    # 1-11月, of a year that stands before
    rf"|(?P<months>(?<![\d.年])(?P<k1>\d{{1,2}})\s?(?:月份?)?{_DASH}(?P<k2>\d{{1,2}})\s?月(?:份|底|末)?)"
    # 2025 by itself, not in a longer number and not before a unit
    rf"|(?P<bare>(?<![\d.A-Za-z第/-])(?P<b>(?:19|20)\d{{2}})(?![\d.A-Za-z%‰]|\s?[万亿]|\s?(?:余|多|{SCALE})?(?:{UNIT})|,\d{{3}}(?!\d)))"
)
_LOOKS_BACK = re.compile(r"(?<!未)来|近|过去|前|这")
_CUE = re.compile(r"(到|至|截至|截止到?|自|从|由|较|比|与|以|展望至?)\s?[“\"「]?$")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PLAN_NUMBERS = {"六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def years(text: str, era: str = "", year: str = "", ahead: str = "") -> tuple[Period, ...]:
    """Every year and period that a text names, in order.

    Months without a year ("1~11月") take the nearest year before them in the text, else `year`. `era` ("2016-2020")
    resolves 五年间 and 5年来; `ahead` ("2021-2025"), where given, 五年内 and whatever else does not look back. Where
    there is neither, such phrases are left out. Document numbers are not told apart here: `quantities` masks them
    first.
    """
    folded = half_width(text)
    found: list[Period] = []
    for match in _PATTERN.finditer(folded):
        named, months = _READ[match.lastgroup](match, found, era)
        if match.lastgroup == "relative" and ahead and not _LOOKS_BACK.search(match.group()):
            named = ahead
        named = named or (year if months else "")
        if not named:
            continue
        cue = _CUE.search(folded, max(0, match.start() - 6), match.start())
        found.append(
            Period(
                text=text[match.start() : match.end()],
                start=match.start(),
                end=match.end(),
                year=named,
                cue=cue.group(1) if cue else "",
                months=months,
            )
        )
    return tuple(found)


def plan_period(number: int) -> str:
    """The years of the n-th five-year plan: 14 → "2021-2025"."""
    first = 1981 + 5 * (number - 6)
    return f"{first}-{first + 4}"


def _stretch(period: str, ends: bool) -> str:
    """A plan's years, or of its end (十四五末) the last of them."""
    return period[-4:] if ends else period


def _plan(match: re.Match[str], found: list[Period], era: str) -> tuple[str, str]:
    name = (match["p"] or match["q"] or match["o"]).removesuffix("五")
    number = _PLAN_NUMBERS.get(name) or int(chinese(name))
    return _stretch(plan_period(number), bool(match["pe"] or match["qe"] or match["oe"])), ""


def _date(match: re.Match[str], found: list[Period], era: str) -> tuple[str, str]:
    return match["dy"].translate(_DIGITS), f"{match['m1']}-{match['m2']}" if match["m2"] else match["m1"]


def _months(match: re.Match[str], found: list[Period], era: str) -> tuple[str, str]:
    return (str(found[-1].last) if found else ""), f"{match['k1']}-{match['k2']}"


def _first_months(match: re.Match[str]) -> str:
    """上半年 → 1-6, 前三季度 → 1-9, 前八个月 → 1-8."""
    if not match["part"]:
        return ""
    if match["k"]:
        return f"1-{match['k'] if match['k'].isdigit() else chinese(match['k'])}"
    return {"上": "1-6", "前": "1-9"}.get(match["part"][0], "1-3")


# The group of _PATTERN that matched → (year or stretch, months), "" for what is not named.
_READ: dict[str | None, Callable[[re.Match[str], list[Period], str], tuple[str, str]]] = {
    "range": lambda match, found, era: (f"{match['r1'].translate(_DIGITS)}-{match['r2'].translate(_DIGITS)}", ""),
    "date": _date,
    "year": lambda match, found, era: (match["y"].translate(_DIGITS), _first_months(match)),
    "nth": lambda match, found, era: (plan_period(int(chinese(match["n"]))), ""),
    "plan": _plan,
    "relative": lambda match, found, era: (era, ""),
    "months": _months,
    "bare": lambda match, found, era: (match["b"], ""),
}
