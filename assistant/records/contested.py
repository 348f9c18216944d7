"""The values that a question sets against each other: of one thing, of one value two years, of two numbers one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from assistant.records.asked_values import hits_by_part
from assistant.records.values import SURE, Hit, hits, in_years
from assistant.retrieval.evidence import Evidence
from ingest.facts.concepts import base_of, plain
from ingest.notation.quantities import agree, quantities
from ingest.plans import Indicator, Quantity

_FLOW = re.compile(r"每年|新增|新引进|新认定|新培育|净增")
_NUMBERS = re.compile(
    r"(?<![\d.])(\d[\d.]*)(?!\d|年|[.．]\d)[^，。；？\d]{0,6}还是[^，。；？\d]{0,6}?(\d[\d.]*)(?!\d|年|[.．]\d)"
)
_NAMED_TOO = 0.7  # of an indicator with a word more or less in its name
_MOST = 4


def contested(evidence: Evidence) -> list[list[Hit]]:
    """For each thing that the question names, one hit for each distinct value of it."""
    return [_distinct(evidence, found) for _, found in hits_by_part(evidence)]


def set_under_years(evidence: Evidence) -> list[Hit]:
    """The hits of the one value that the question states, where plans set it under different years: one for each."""
    sure = [h for h in hits(evidence) if h.score >= SURE]
    said = [q for q in quantities(evidence.query.text) if q.unit and any(_is(h, q) for h in sure)]
    sure.sort(key=lambda h: (bool(h.indicator.table), h.score))  # a table tells its year
    by_year = {h.indicator.year: h for h in sure if len(said) == 1 and _is(h, said[0])}
    return list(by_year.values()) if len(by_year) > 1 else []


def of_two_numbers(evidence: Evidence) -> list[Hit]:
    """The two values that the question asks to choose from (813还是815), where plans give both."""
    named = _NUMBERS.search(evidence.query.text)
    if not named:
        return []
    sure = [h for h in hits(evidence) if h.score >= SURE]
    by_value = {h.indicator.value: h for h in reversed(sure)}
    pair = [by_value[number] for number in dict.fromkeys(named.groups()) if number in by_value]
    return pair if len(pair) > 1 else []


def _is(hit: Hit, stated: Quantity) -> bool:
    told = quantities(f"{hit.indicator.value}{hit.indicator.unit}")
    return bool(told) and agree(told[0], stated)


def _distinct(evidence: Evidence, found: Sequence[Hit]) -> list[Hit]:
    """One hit for each distinct value of the indicator that fits best, in all its scopes, in the asked year; where it
    has one value a year, with that of the same year which a like name has."""
    if not found or found[0].score < SURE:
        return []
    query = evidence.query
    base = base_of(found[0].indicator.concept)
    levels = [h for h in found if h.indicator.role not in ("growth", "planned")]
    same = [h for h in levels if base_of(h.indicator.concept) == base]
    year = in_years(same, query) if query.years else same
    stated = [h for h in year if h.indicator.value in re.findall(r"\d+(?:\.\d+)?", query.text)]
    if stated and "还是" in query.text:
        return list({h.indicator.year: h for h in stated}.values())[:_MOST]
    if not query.years and (pair := _of_one_year(same, levels)):
        return pair
    totals = [h for h in year if not _FLOW.search(f"{h.indicator.nature}{h.indicator.concept}")]
    asked = _FLOW.search(query.text) or any(h not in totals for h in stated)
    several = len({h.indicator.value for h in totals}) > 1 and not asked
    by_value: dict[str, Hit] = {}
    for hit in totals if several else year:
        by_value.setdefault(hit.indicator.value, hit)
    return list(by_value.values())[:_MOST]


def _of_one_year(same: Sequence[Hit], levels: Sequence[Hit]) -> list[Hit]:
    """Two values of one year under names alike (科技型中小企业 813, 省科技型中小企业 815), where each name has one."""
    if len({(h.indicator.year, h.indicator.value) for h in same}) > len({h.indicator.year for h in same}):
        return []
    others = [h for h in levels if h.score >= _NAMED_TOO and not _FLOW.search(h.indicator.nature)]
    pairs = ([one, other] for one, other in product(same, others) if _are_alike(one.indicator, other.indicator))
    return next(pairs, [])


def _are_alike(one: Indicator, other: Indicator) -> bool:
    """Whether two outcomes of one year differ in their value and in what stands before their name."""
    names = plain(one.name), plain(other.name)
    named = one.concept != other.concept and (names[1].endswith(names[0]) or names[0].endswith(names[1]))
    at_once = (one.year, one.role, one.unit) == (other.year, other.role, other.unit) and one.role == "actual"
    return named and at_once and one.value != other.value
