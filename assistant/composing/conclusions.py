"""What side-by-side values come to: the asked calculation of like with like, who is ahead, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import compute
from assistant.answers import Claim
from assistant.questions import Intent, Query
from assistant.records.operations import HIGHER, IN_ALL, Operation, calculated, operations_of, reckoned
from assistant.records.values import Hit, together
from assistant.understanding.wording import CONFIRM
from assistant.words import present_figures, present_premise

_MONTHS = re.compile(r"[\d-]+(?=月)")
_OF_GOALS = (compute.multiple, compute.difference)  # reckoned though the goals are of different years, which is said
_CLAIMED = re.compile(
    "[比较](?P<than>[^，。；？]{2,14}?)(?:还|要|更|都)*(?P<how>高|多|大|强|靠前|领先|快|低|少|小|弱|靠后|落后|慢)(?!少)"
)
_UPWARD, _WHETHER = re.compile("高|多|大|强|靠前|领先|快"), re.compile("[吗吧没][？。]?$")
_SHARE_OF = re.compile("占了?(?:到|据)?([^，。？]{2,})")
_WHOLE = re.compile("全[国省市区县]|[我本][省市区县]")


def conclusion(given: Sequence[tuple[str, Hit]], query: Query) -> list[Claim]:
    """What the side-by-side values come to: the asked calculation (of like with like only), who is higher, and where
    scopes or years differ."""
    first, second = given[0][1], given[1][1]
    concepts = {h.indicator.concept for _, h in given}
    if len(concepts) > 1:
        return _other_years(given)
    if len({tuple(_MONTHS.findall(h.indicator.nature)) for _, h in given}) > 1:
        return [Claim(present_figures.OTHER_MONTHS, together(h for _, h in given))]
    years = {h.indicator.year[-4:] for _, h in given}
    operations = operations_of(query.text)
    if len(given) == 2 and "占" in query.text and first.indicator.unit != "%":
        operations = [compute.share]
    alike = len(years) == 1 or years <= {year[-4:] for year in query.years}
    claims: list[Claim] = []
    if IN_ALL.search(query.text) and alike:
        claims += _share_of_whole(given, query.text) or _total([h for _, h in given])
    elif operations and len(given) == 2 and alike:
        for operation in operations:
            claims += calculated(operation, *_in_order(operation, first, second))
        claims += [] if compute.share in operations else _as_claimed(given, _ahead(given), query.text)
    elif compute.difference in operations and len(given) > 2 and alike:
        claims += [c for _, other in given[1:] for c in calculated(compute.difference, *larger_first(first, other))]
    elif set(operations) & set(_OF_GOALS) and len(given) == 2 and all(h.indicator.role == "target" for _, h in given):
        for operation in (o for o in _OF_GOALS if o in operations):
            claims += calculated(operation, *_in_order(operation, first, second))
        claims += _highest(given) if compute.difference in operations else []
    elif HIGHER.search(query.text) or operations:
        ahead = _ahead(given) if query.intent is Intent.YES_NO and len(given) == 2 else _highest(given)
        claims += _as_claimed(given, ahead, query.text) if len(given) == 2 else ahead
    return claims + _other_years(given)


def _share_of_whole(given: Sequence[tuple[str, Hit]], text: str) -> list[Claim]:
    """What all but the whole come to, and their share in it, where the question asks for that: 加起来占全市多少."""
    of = _SHARE_OF.search(text)
    wholes = [hit for name, hit in given if _WHOLE.fullmatch(name) or (of and of[1].startswith(name))]
    parts = [hit for _, hit in given if hit not in wholes]
    if len(wholes) != 1 or not parts or "占" not in text:
        return []
    try:
        share = compute.share_of_total([h.indicator for h in parts], wholes[0].indicator)
    except compute.Incomparable:
        return []
    return [*_total(parts), reckoned(present_figures.calculation("share", share), share, [*parts, *wholes])]


def _in_order(operation: Operation, first: Hit, second: Hit) -> tuple[Hit, Hit]:
    """The operands in their order: a share is of the larger one, a multiple of the one named second."""
    if operation is compute.multiple or (operation is compute.share) != _is_larger(first, second):
        return first, second
    return second, first


def larger_first(one: Hit, other: Hit) -> tuple[Hit, Hit]:
    """Two values, the larger one first."""
    return (one, other) if _is_larger(one, other) else (other, one)


def scopes_apart(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    """That the values are of different things, which is said before any of them."""
    if len({h.indicator.concept for _, h in given}) < 2:
        return []
    names = [(name, present_figures.full_name(h.indicator)) for name, h in given]
    return [Claim(present_figures.other_scopes(names), together(h for _, h in given))]


def _other_years(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    if len({h.indicator.year[-4:] for _, h in given}) < 2:
        return []
    return [Claim(present_figures.OTHER_YEARS, together(h for _, h in given))]


def _ahead(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    """Which of two values is the larger one, in words: the place that is named first before the other."""
    (name, one), (other_name, other) = given
    sources = (*one.sources, *other.sources)
    try:
        lead = _lead(one, other)
    except compute.Incomparable:
        return []
    if not lead:
        return [Claim(present_figures.EQUAL, sources)]
    tell = present_figures.higher if lead > 0 else present_figures.lower
    return [Claim(tell(name, one.indicator, other_name, other.indicator), sources)]


def _lead(one: Hit, other: Hit) -> Decimal:
    """By how much one of two values is the better one, below zero where it is the worse: of ranks the smaller is."""
    ahead = compute.number(one.indicator) - compute.number(other.indicator)
    return -ahead if one.indicator.role == "rank" else ahead


def _as_claimed(given: Sequence[tuple[str, Hit]], claims: list[Claim], text: str) -> list[Claim]:
    """Who is ahead, with whether it is the one that the question says it is: 富阳比临安靠前，对不."""
    said = _CLAIMED.search(text)
    if not said or not claims or not (CONFIRM.search(text) or _WHETHER.search(text)):
        return claims
    one, other = (hit for _, hit in sorted(given, key=lambda pair: pair[0] in said["than"]))
    lead = _lead(one, other)
    right = lead > 0 if _UPWARD.search(said["how"]) else lead < 0
    verdict = present_premise.RIGHT if right else present_premise.WRONG
    return [replace(claims[0], text=f"{verdict}{claims[0].text}"), *claims[1:]]


def _is_larger(left: Hit, right: Hit) -> bool:
    """Whether the first of two values is not the smaller one."""
    try:
        return compute.number(left.indicator) >= compute.number(right.indicator)
    except compute.Incomparable:
        return True


def _highest(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    try:
        ranked = sorted(given, key=lambda pair: -compute.number(pair[1].indicator))
        compute.difference(ranked[0][1].indicator, ranked[1][1].indicator)
    except compute.Incomparable:
        return []
    if len({compute.number(hit.indicator) for _, hit in given}) == 1:
        return [Claim(present_figures.EQUAL, together(hit for _, hit in given))]
    if ranked[0][1].indicator.role == "rank":
        ranked.reverse()
    if len(ranked) == 2:
        (high_name, high), (low_name, low) = ranked
        told = present_figures.higher(high_name, high.indicator, low_name, low.indicator)
        return [Claim(told, together([high, low]))]
    return [Claim(present_figures.highest(ranked[0][0], ranked[0][1].indicator), ranked[0][1].sources)]


def _total(found: Sequence[Hit]) -> list[Claim]:
    try:
        result = compute.total([h.indicator for h in found])
    except compute.Incomparable:
        return []
    return [reckoned(present_figures.calculation("total", result), result, found)]
