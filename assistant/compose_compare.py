"""Comparisons and calculations: operands cited, the expression stated, and said so where scopes do not match."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant import compute, present
from assistant.answers import AnswerStatus, Claim, Computed, Draft, Query, Scope
from assistant.compose_values import SURE, best_for, clause, elsewhere, region_of, same_name
from assistant.compose_yesno import doubled
from assistant.evidence import Evidence
from assistant.scopes import short
from assistant.values import Hit, hits, in_years, of_dimension, together
from assistant.wording import SHARE
from ingest.concepts import concepts_in, kin_of
from ingest.plans import Indicator

Operation = Callable[[Indicator, Indicator], compute.Result]

_OPERATIONS: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (SHARE, compute.share),
    (re.compile(r"几[倍陪]|多少倍|翻.{0,3}[番倍]|倍增|完成率"), compute.multiple),
    (re.compile(r"年均(增速|增长率|复合)|年均.{0,3}增长(百分之|多少%|率)|年均得?增长百分"), compute.annual_growth),
    (re.compile(r"百分之|增幅|涨幅|增长率|(增长|提高|增加|涨|下降)了?多少%"), compute.growth),
    (
        re.compile(
            r"多多少|少多少|多几|少几|差|超出|超过.{0,6}多少|多出|多了|还要|要?再?增|增加|减少|提高|下降|上升|净增|高多少|高出|低多少"
            r"|几个百分点|比.{2,20}(多|少|高|低)"
        ),
        compute.difference,
    ),
)
_SUM = re.compile(r"加起来|合计|总共|一共|之和|相加")
_HIGHER = re.compile(
    r"(谁|哪个|哪边|哪家|哪里|哪座|哪一个).{0,5}(高|多|大|强|领先)|最(高|多|大|强|靠前)|高了还是低了|还是(低|高)"
)


def over_regions(evidence: Evidence) -> Draft | None:
    """The same indicator of several regions side by side, each from its own plan or from a table that holds them."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) < 2:
        return None
    claims: list[Claim] = []
    partly = False
    for part in _named_parts(query):
        found = _in_one_table(evidence, part) or {s.name: best_for(evidence, s, part) for s in query.scopes}
        given = {name: hit for name, hit in found.items() if hit}
        if len(given) < 2:
            continue
        partly = partly or len(given) < len(found)
        claims += [_of_region(evidence, name, hit) for name, hit in given.items()]
        claims += [Claim(present.nothing_about(name), ()) for name, hit in found.items() if hit is None]
        claims += _conclusion(list(given.items()), query)
    if not claims:
        return None
    return Draft(AnswerStatus.PARTLY if partly else AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims)))


def _named_parts(query: Query) -> tuple[str, ...]:
    """The parts of a question that name different indicators; else the question as one."""
    named = [part for part in query.parts if concepts_in(part)]
    return tuple(named) if len({concepts_in(part) for part in named}) > 1 else ("",)


def _of_region(evidence: Evidence, name: str, hit: Hit) -> Claim:
    """One region's value: a table's in our words, the text's in its own."""
    if not hit.indicator.table:
        return clause(hit, name)
    return Claim(f"{name}：{present.said(hit.indicator)}", hit.sources)


def asked_of_several(evidence: Evidence) -> Draft | None:
    """A comparison whatever the words, where the question names several regions and an indicator."""
    named = len(evidence.query.scopes) + len(evidence.query.outside)
    return over_regions(evidence) if named > 1 else None


def over_years(evidence: Evidence) -> Draft | None:
    """Two values of one indicator, of two years or of plan and outcome, and what is asked of them."""
    query = evidence.query
    if len(query.scopes) > 1:
        return None
    operations = [o for o in operations_of(query.text) if o is not compute.share]
    if not operations and _HIGHER.search(query.text):
        operations = [compute.difference]
    if not operations:
        return None
    found = of_dimension(hits(evidence), query.dimension)
    pair = _pair_of(found, query) or _pair_of(_of_the_region_anywhere(evidence), query)
    if pair is None:
        return None
    earlier, later = pair
    claims = [Claim(present.series([h.indicator for h in pair]), together(pair))]
    for operation in dict.fromkeys([*operations, compute.difference]):
        claims += calculated(operation, later, earlier)
    claims += _a_year(pair, query.text)
    claims += doubled(pair, query.text)
    if _HIGHER.search(query.text):
        claims += _direction(pair)
    if len(claims) == 1:
        return None
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(earlier.indicator, later.indicator))


def _pair_of(found: list[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """Two values of the indicator that fits best; where it has one only, of that and its next of kin."""
    levels = [h for h in found if h.indicator.role != "growth"]
    named = same_name(levels)
    if not named or named[0].score < SURE - 0.1:
        return None
    kin = kin_of(named[0].indicator.concept)
    akin = [h for h in levels if h.indicator.concept in kin and h.indicator.region == named[0].indicator.region]
    return _pair(named, query) or _pair(akin, query)


def _a_year(pair: tuple[Hit, Hit], text: str) -> list[Claim]:
    """The difference shared out over the years between, where an average is asked for."""
    earlier, later = pair
    span = int(later.indicator.year[-4:] or 0) - int(earlier.indicator.year[-4:] or 0)
    if not re.search(r"平均每年|年均|每年平均|一年平均", text) or span < 2:
        return []
    try:
        result = compute.average(later.indicator, earlier.indicator, span)
    except compute.Incomparable:
        return []
    sources = (*earlier.sources, *later.sources)
    computed = Computed(result.expression, result.value, result.unit, sources)
    return [Claim(present.calculation("average", result), sources, computed)]


def _of_the_region_anywhere(evidence: Evidence) -> list[Hit]:
    """What any plan says of the one region asked about: one year may stand in its own plan, another elsewhere."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) != 1:
        return []
    scope = query.scopes[0] if query.scopes else Scope(query.outside[0], ())
    return elsewhere(evidence, scope)


def _direction(pair: tuple[Hit, Hit]) -> list[Claim]:
    earlier, later = pair
    try:
        above = compute.number(later.indicator) >= compute.number(earlier.indicator)
    except compute.Incomparable:
        return []
    return [
        Claim(present.direction(later.indicator, earlier.indicator, above=above), (*later.sources, *earlier.sources))
    ]


def operations_of(text: str) -> list[Operation]:
    """What a question wants done with two values, every one it asks for."""
    return [operation for pattern, operation in _OPERATIONS if pattern.search(text)]


def calculated(operation: Operation, left: Hit, right: Hit) -> list[Claim]:
    """The stated calculation, or nothing where the two cannot be calculated with."""
    try:
        result = operation(left.indicator, right.indicator)
    except compute.Incomparable:
        return []
    computed = Computed(result.expression, result.value, result.unit, (*left.sources, *right.sources))
    return [Claim(present.calculation(operation.__name__, result), (*left.sources, *right.sources), computed)]


def _conclusion(given: Sequence[tuple[str, Hit]], query: Query) -> list[Claim]:
    """What the side-by-side values come to: the asked calculation, who is higher, and where scopes or years differ."""
    first, second = given[0][1], given[1][1]
    claims: list[Claim] = []
    concepts = {h.indicator.concept for _, h in given}
    years = {h.indicator.year[-4:] for _, h in given}
    operations = operations_of(query.text)
    if len(given) == 2 and "占" in query.text and len(concepts) == 1 and first.indicator.unit != "%":
        operations = [compute.share]
    if _SUM.search(query.text):
        claims += _total([h for _, h in given])
    elif operations and len(given) == 2 and len(concepts) == 1:
        for operation in operations:
            in_order = operation in (compute.share, compute.multiple) or _larger(first, second)
            claims += calculated(operation, *((first, second) if in_order else (second, first)))
        claims += [] if compute.share in operations else _ahead(given)
    elif _HIGHER.search(query.text) or operations:
        claims += _highest(given)
    sources = together(h for _, h in given)
    if len(concepts) > 1:
        claims.append(Claim(present.other_scopes([(n, h.indicator.name) for n, h in given]), sources))
    if len(years) > 1:
        claims.append(Claim(present.OTHER_YEARS, sources))
    return claims


def _ahead(given: Sequence[tuple[str, Hit]]) -> list[Claim]:
    """Which of two values is the larger one, in words."""
    try:
        (low_name, low), (high_name, high) = sorted(given, key=lambda pair: compute.number(pair[1].indicator))
    except compute.Incomparable:
        return []
    if compute.number(low.indicator) == compute.number(high.indicator) or low.indicator.role == "rank":
        return []
    return [Claim(present.ahead(low_name, low.indicator, high_name, high.indicator), (*low.sources, *high.sources))]


def _larger(left: Hit, right: Hit) -> bool:
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
    if ranked[0][1].indicator.role == "rank":
        ranked.reverse()
    return [Claim(present.highest(ranked[0][0], ranked[0][1].indicator), ranked[0][1].sources)]


def _total(found: Sequence[Hit]) -> list[Claim]:
    try:
        result = compute.total([h.indicator for h in found])
    except compute.Incomparable:
        return []
    sources = together(found)
    return [
        Claim(
            present.calculation("total", result),
            sources,
            Computed(result.expression, result.value, result.unit, sources),
        )
    ]


def _pair(found: Sequence[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """The earlier and the later value that the question sets against each other."""
    wanted = [h for h in found if h.indicator.role not in ("growth",)]
    if re.search(r"规划目标|计划(数|值|目标)|原定|预期目标", query.text):
        planned = next((h for h in wanted if h.indicator.role == "planned"), None)
        actual = next(
            (
                h
                for h in wanted
                if h.indicator.role == "actual" and planned and h.indicator.year == planned.indicator.year
            ),
            None,
        )
        if planned and actual:
            return planned, actual
    by_year: dict[str, Hit] = {}
    for hit in sorted(wanted, key=lambda h: (not h.indicator.table, h.indicator.role == "planned")):
        by_year.setdefault(hit.indicator.year[-4:], hit)
    years = sorted({y for asked in query.years for y in (asked[:4], asked[-4:])} & set(by_year))
    if len(years) < 2:
        goal = next((h for h in wanted if h.indicator.role == "target"), None)
        start = [y for y, h in by_year.items() if h.indicator.role == "actual" and goal and y < goal.indicator.year[-4:]]
        if goal and start and not (query.years and len(by_year) == 2):
            return by_year[max(start)], goal
        years = sorted(by_year) if not query.years or len(by_year) == 2 else []
    return (by_year[years[0]], by_year[years[-1]]) if len(years) >= 2 else None


def _in_one_table(evidence: Evidence, part: str) -> dict[str, Hit | None]:
    """Several places that are rows of one table: the column that the question names, for each of them."""
    query = evidence.query
    names = {s.name: region_of(evidence, s) for s in query.scopes} | {name: name for name in query.outside}
    if not query.outside:
        return {}
    wide = evidence.anywhere()
    found = [h for h in in_years(hits(wide, Scope("", ()), part), query) if h.indicator.table]
    for hit in found:
        column = (hit.indicator.table, hit.indicator.name, hit.indicator.year)
        rows = {
            short(h.indicator.region): h
            for h in found
            if (h.indicator.table, h.indicator.name, h.indicator.year) == column
        }
        given = {name: rows.get(place) for name, place in names.items()}
        if sum(1 for h in given.values() if h) >= 2:
            return given
    return {}
