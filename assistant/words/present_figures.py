"""Every word that a user can read of a figure: values, series, comparisons, calculations, disagreements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compute import Result
from assistant.expressions import about_percent, about_whole
from ingest.plans import UNCAPTIONED, Conflict, Indicator

_ROLES = {"target": "目标", "planned": "规划目标", "growth": "增长", "rank": "位次", "actual": ""}
NOW = "目前"
_COMPARATORS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "约"}


def amount(indicator: Indicator) -> str:
    """A value with its comparator and unit: "≥100个", "预计3.5%", "第22位"."""
    unit = indicator.unit if indicator.value[:1].isdigit() or indicator.value[:1] == "-" else ""
    expected = "预计" if "预计" in indicator.nature else ""
    if (indicator.role, indicator.comparator, unit) == ("rank", "=", "位"):
        return f"{expected}第{indicator.value}位"
    return f"{expected}{_COMPARATORS[indicator.comparator]}{indicator.value}{unit}"


def _in_year(indicator: Indicator) -> str:
    """ "2025年 600家"."""
    return f"{indicator.year}年 {amount(indicator)}" if indicator.year else amount(indicator)


def dated(indicator: Indicator) -> str:
    """ "2025年目标 600家"; of what fell, "2018-2019年下降 30位", of a place that rose "上升"."""
    year, told = f"{indicator.year}年" if indicator.year else "", amount(indicator)
    if indicator.role == "growth" and told.startswith("-"):
        return f"{year}下降 {told[1:]}"
    said = "上升" if (indicator.role, indicator.unit) == ("growth", "位") else _ROLES[indicator.role]
    return f"{year}{said} {told}".strip()


def cells(found: Sequence[Indicator], label: str) -> str:
    """The values of one table row: "国家高新技术企业：2025年目标 600家（表6 …）"."""
    first = found[0]
    name = f"{label}{'：' if label else ''}{full_name(first)}"
    caption = "" if first.table == UNCAPTIONED else f"（{first.table}）"
    return f"{name}：{'，'.join(dated(i) for i in found)}{caption}"


def _flow(indicator: Indicator) -> str:
    """The flow that a name leaves unsaid: 新增, 累计."""
    told = indicator.nature in ("新增", "新引进", "累计") and indicator.nature not in indicator.name
    return indicator.nature if told else ""


def clause(indicator: Indicator, label: str, *, dated: bool = True, when: str = "") -> str:
    """What the text says, verbatim, under the year (or `when`) where the clause does not name it."""
    said = indicator.on_one_line.rstrip("，,；;。")
    year = indicator.year[-4:]
    named = not dated or not year or year in said
    lead = f"{when}，" if when else "" if named else f"{'到' if indicator.role == 'target' else ''}{year}年，"
    end = "。" if said[-1:].isdigit() else ""  # a bare number does not run into the next line
    return f"{label}{'：' if label else ''}{lead}{said}{end}"


def said(indicator: Indicator) -> str:
    """One value of a comparison: "2025年目标 4.0%（全社会研发投入占地区生产总值比重）"."""
    return f"{dated(indicator)}（{full_name(indicator)}）"


def full_name(indicator: Indicator) -> str:
    """A name with the flow that it leaves unsaid: 新增高新技术企业."""
    return f"{_flow(indicator)}{_RANKED_IN.sub('', indicator.name)}"


_RANKED_IN = re.compile(r"^全[省市国](?:位次|排名)(?=.)")


def series(found: Sequence[Indicator]) -> str:
    """The values of one indicator over years."""
    return f"{found[0].name}：{'，'.join(dated(i) for i in found)}"


_CALCULATIONS = {
    "difference": "相差",
    "growth": "增长",
    "annual_growth": "年均增长",
    "multiple": "约为",
    "times_more": "增长约",
    "share": "占比",
    "completion": "完成率",
    "ratio": "两年之比",
    "total": "合计",
    "average": "平均每年",
}


def calculation(kind: str, result: Result) -> str:
    """A result with its expression: "相差 208.08亿元（550.08 − 342）", "增长约52.9%（(107 − 70) ÷ 70 = 52.86%）"."""
    value = result.value.lstrip("-") if kind == "difference" else result.value
    if result.unit == "%" and (short := about_percent(result.expression)) != value:
        return f"{_CALCULATIONS[kind]}约{short}%（{result.expression} = {value}%）"
    if kind == "average" and (whole := about_whole(value, result.unit)):
        return f"{_CALCULATIONS[kind]}约{whole}{result.unit}（{result.expression} = {value}{result.unit}）"
    return f"{_CALCULATIONS[kind]} {value}{result.unit}（{result.expression}）"


def moved(result: Result, later: Indicator) -> str:
    """A difference between two years as what it is: "下降 1.27个百分点（9.76 − 11.03）", "上升 56位"."""
    fell = result.value.startswith("-") != (later.role == "rank")
    of_level = later.role == "rank" or later.unit == "%"
    word = ("下降" if fell else "上升") if of_level else ("减少" if fell else "增加")
    least = "至少" if later.comparator in (">=", ">") and not fell else ""
    return f"{least}{word} {result.value.lstrip('-')}{result.unit}（{result.expression}）"


def year_before(result: Result) -> str:
    """What something was a year before: "上年约328家（456 ÷ (1 + 39.02%) = 327.99家）"."""
    if whole := about_whole(result.value, result.unit):
        return f"上年约{whole}{result.unit}（{result.expression} = {result.value}{result.unit}）"
    return f"上年约为 {result.value}{result.unit}（{result.expression}）"


def total_of(noun: str, result: Result) -> str:
    """What several figures of one thing come to: "领军人才合计 600名（400 + 200）"."""
    return f"{noun}合计 {result.value}{result.unit}（{result.expression}）"


def per_one(result: Result, counted: Indicator) -> str:
    """What falls to each one counted: "平均每家 277.58万元（13879 ÷ 50）"."""
    return f"平均每{counted.unit} {result.value}{result.unit}（{result.expression}）"


def direction(later: Indicator, earlier: Indicator, *, above: bool, counted: bool = False) -> str:
    """Which of two years is ahead, by its value or by its rank; `counted`: which has more."""
    before, after = (f"{one.year}年（{amount(one)}）" for one in (earlier, later))
    if later.role == "rank":
        return f"位次{'上升' if above else '下降'}：{before}→{after}"
    moved = "" if counted or later.year == earlier.year else "上升：" if above else "下降："
    return f"{moved}{after}{'高低多少'[2 * counted + (not above)]}于{before}"


def lower(low_name: str, low: Indicator, high_name: str, high: Indicator) -> str:
    """Which of two values is the smaller one, or the rank behind the other."""
    word = "位次低于" if low.role == "rank" else "低于"
    return f"{low_name}（{_in_year(low)}）{word}{high_name}（{_in_year(high)}）"


OTHER_YEARS = "注意：各值的年份不同"
OTHER_MONTHS = "时点不同：各值所含的月份不同，不能直接比较高低"


def other_scopes(names: Sequence[tuple[str, str]]) -> str:
    """That the compared indicators are not the same."""
    return "口径不一致，不能直接比较高低：" + "；".join(f"{region}为“{name}”" for region, name in names)


def other_kinds(kinds: Sequence[tuple[str, str, bool]]) -> str:
    """That two values are not of one kind (name, unit, whether it counts what is added)."""
    return "口径不一致，不能直接计算：" + "；".join(f"“{n}”为{'新增量' if f else '总量'}、单位{u}" for n, u, f in kinds)


EQUAL = "数值相同"
ONE_SIDED = "无法比较：已加载的文本没有给出其中一方的数值。"


def highest(name: str, indicator: Indicator) -> str:
    """Which of the compared values is ahead of all."""
    return f"{name}{'位次最靠前' if indicator.role == 'rank' else '最高'}（{_in_year(indicator)}）"


def higher(high_name: str, high: Indicator, low_name: str, low: Indicator) -> str:
    """Which of two values is ahead: "海宁（2020年 75.3）高于桐乡（2020年 72.9）"."""
    word = "位次高于" if high.role == "rank" else "高于"
    return f"{high_name}（{_in_year(high)}）{word}{low_name}（{_in_year(low)}）"


def side(title: str, where: str, name: str, said: str) -> str:
    """One side of a disagreement: which plan, where in it, what it says."""
    place = f"《{title}》{f'（{where}）' if where else ''}"
    named = name.replace(" ", "") in said.replace(" ", "")
    return f"{place}：{f'{name} ' if name and not named else ''}{said}"


def at_odds(record: Conflict) -> str:
    """Why two records differ, as the library found."""
    if record.reason == "推算不符":
        return "推算不符：文中所说的变化，与表中数值推算的结果对不上"
    return f"{record.reason}：{record.note}" if record.note else record.reason


def also_given(title: str, other: Indicator, reason: str) -> str:
    """That another value stands elsewhere."""
    where = other.table or (other.heading[-1] if other.heading else "正文")
    return f"另一处写法：《{title}》{where}为 {dated(other)}（{reason}）"


def other_year(title: str, found: Sequence[Indicator], years: Sequence[str]) -> str:
    """The indicator is given for other years only than those asked for, or than now."""
    asked = "、".join(y if y == NOW else f"{y}年" for y in years)
    there = "；".join(dated(i) for i in found)
    return f"《{title}》没有给出{asked}的“{found[0].name}”；文本只给出：{there}"
