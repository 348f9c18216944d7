"""Every place or indicator beyond a figure: 超过3%的区, 排名前30的, 下降了的, 要翻番的, 没有完成的."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.extremes import first_places
from assistant.composing.sentences import refuse
from assistant.records.columns_of_places import asks_places, of_places, whole_of
from assistant.records.disagreements import cautions
from assistant.records.lineups import Line, number
from assistant.records.operations import IN_ALL
from assistant.records.orders import MOST, Bound, bound_of
from assistant.records.rows_of_table import asks_indicators, completion_rates, of_indicators
from assistant.records.values import together
from assistant.retrieval.evidence import Evidence
from assistant.words import present, present_figures, present_orders

_UNMET = re.compile(r"(?:没有?|未)(?:能|有)?(?:完成|达到|达标|实现)|完不成|没达标|未达标")

# what the whole has, of which the rows are parts: 高于全市的区县, 比全省低的
_THAN_THE_WHOLE = re.compile(
    "(?:(?P<over>高于|超过|超出|大于|多于)|(?P<under>低于|不及|小于|少于)|比)(?:[一-鿿]{2,3})?全[国省市区县]的?(?:平均|整体|总体)?(?:水平|数|值)?"
    "(?:还?要?(?:(?P<more>高|多|大)|(?P<less>低|少|小)))?的?(?=[哪有都是]|地区|区|县|市|名单)"
)
_HOW_MUCH = re.compile("(?:分别|各)(?:自|是|有|为)*多少|多少(?![个家项名位])")
_LISTED = re.compile("哪些|哪几|哪[一二两三四五六七八九十]项|有没有")


def beyond_a_figure(evidence: Evidence) -> Draft | None:
    """The rows that keep the bound which the question sets, the first in its order first."""
    query = evidence.query
    if asks_indicators(query) and _UNMET.search(query.text) and _LISTED.search(query.text):
        return _unmet(evidence)
    bound = bound_of(query)
    if bound is None:
        return _beyond_the_whole(evidence)
    if asks_indicators(query):
        return _indicators(evidence, bound)
    if not asks_places(query) and bound.unit != "位":
        return None
    lines = of_places(evidence, by_change=bound.of == "change", bound=bound)
    summing = bool(IN_ALL.search(query.text))
    levels = not lines or summing or _HOW_MUCH.search(query.text)
    placed = bound.unit == "位" and (summing or asks_places(query))
    if levels and placed and (first := first_places(evidence)):
        return first
    return _listed(lines, bound, evidence)


def _beyond_the_whole(evidence: Evidence) -> Draft | None:
    """The places above or below the total that their table gives for all of them."""
    found = _THAN_THE_WHOLE.search(evidence.query.text)
    if not found or not any(found.groupdict().values()) or MOST.search(evidence.query.text):
        return None
    lines = of_places(evidence, by_change=False)
    whole = whole_of(lines[0], evidence) if lines else None
    figure = number(whole) if whole else None
    if whole is None or figure is None:
        return None
    sign = ">" if found["over"] or found["more"] else "<"
    told = _listed(lines, Bound(sign, figure, whole.indicator.unit), evidence)
    said = Claim(present_figures.cells([whole.indicator], whole.indicator.region), whole.sources)
    return replace(told, claims=(said, *told.claims)) if told else None


def _unmet(evidence: Evidence) -> Draft | None:
    """The indicators whose outcome stays below what was planned; said so where no plan is set against the outcome."""
    lines = completion_rates(evidence)
    if not lines:
        return refuse(evidence, present_orders.NO_GOALS)
    below = [line for line in lines if line.value < 1]
    if not below:
        told = Claim(present_orders.ALL_MET, together(hit for line in lines for hit in line.hits))
        return Draft(AnswerStatus.ANSWERED, (told,), indicators=tuple(line.indicator for line in lines))
    return _rows(below, evidence)


def _indicators(evidence: Evidence, bound: Bound) -> Draft | None:
    if bound.of == "level":
        return None
    return _listed(of_indicators(evidence, by_change=True), bound, evidence)


def _holds(bound: Bound, line: Line) -> bool:
    """Whether a row keeps a bound: by its figure, its rank, its change, or how many times the earlier it is."""
    if bound.of == "change":
        return bound.holds(line.value, "")
    if bound.of == "multiple":
        return len(line.hits) > 1 and bound.holds(line.value + 1, bound.unit)
    value = abs(line.value) if line.indicator.role == "rank" else line.value
    return bound.holds(value, line.indicator.unit)


def _listed(lines: Sequence[Line], bound: Bound, evidence: Evidence) -> Draft | None:
    """The rows that keep the bound, those furthest beyond it first; said so where none does."""
    kept = sorted((line for line in lines if _holds(bound, line)), key=lambda line: -line.value)
    if lines and not kept:
        none = Claim(present_orders.NONE, together(hit for line in lines for hit in line.hits))
        return Draft(AnswerStatus.ANSWERED, (none,), indicators=tuple(line.indicator for line in lines))
    return _rows(kept[::-1] if bound.sign in ("<", "<=") and bound.unit != "位" else kept, evidence) if kept else None


def _rows(lines: Sequence[Line], evidence: Evidence) -> Draft:
    """The rows, counted."""
    claims = [Claim(present.count(len(lines)), ())]
    for line in lines:
        cells = [hit.indicator for hit in line.hits]
        claims.append(Claim(present_orders.row(line.label, cells), together(line.hits)))
    used = [hit for line in lines for hit in line.hits]
    records = tuple(dict.fromkeys(hit.indicator for hit in used))
    return Draft(AnswerStatus.ANSWERED, tuple(claims), cautions(evidence, used), records)
