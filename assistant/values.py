"""Which indicators a question asks for: by concept, by name, by region, by year and role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Query, Scope, Source
from assistant.evidence import Evidence
from assistant.rank import Terms, terms
from assistant.scopes import short
from assistant.understand import expanded
from ingest.concepts import base_of, concepts_in, kin_of, plain
from ingest.library.words import tokens
from ingest.plans import Indicator, Plan, Span
from ingest.regions import region_named
from ingest.units import base, dimension

_EXACT, _KIN = 1.0, 0.45
_FLOOR = 0.5
_SUBJECT = re.compile(r"(?:(?!到|从|把|在|和|与|的|给)[一-鿿]){2,6}?(?:科技城|大走廊|高新区|开发区|新城|小镇|产业园|镇|街道)")
_FEW = 3
_SUBJECT_CHARS = 160
_NEAR_CHARS = 4000
_GENERIC = re.compile(r"[国省市区县]家?级|[哪几各多个]|重点|特色|创新小镇|专业镇")
_MOVED = re.compile(r"(变动|变化)$")
_MOVES = re.compile(r"上升|下降|变动|变化|进步|退步|提高|下滑|进退")
_VARIANT = re.compile(r"(位次|排名)$")
_RANK = re.compile(r"第几|排名|位次|排多少")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALL_YEARS = re.compile(r"哪一?年|历年|各年|逐年|头尾|首尾|变化|走势|每年|从.{0,14}到")


@dataclass(frozen=True, slots=True)
class Hit:
    """An indicator with how well its name is what the question asks for (0 to about 1.8), and its plan."""

    indicator: Indicator
    score: float
    plan: Plan

    @property
    def source(self) -> Source:
        """Where the value stands."""
        return source(self.indicator)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the value stands and, for a clause that does not name its year, where the year does."""
        stated = year_source(self.indicator, self.plan) if not self.indicator.table else None
        return (self.source, stated) if stated else (self.source,)


def together(found: Iterable[Hit]) -> tuple[Source, ...]:
    """The sources of several hits."""
    return tuple(source for hit in found for source in hit.sources)


def source(indicator: Indicator) -> Source:
    """The place in the plan that an indicator was read from."""
    kind = "row" if indicator.table else "text"
    return Source(indicator.plan_id, indicator.span, indicator.heading, kind)


def year_source(indicator: Indicator, plan: Plan) -> Source | None:
    """Where the text sets the year that a clause stands under ("到2027年，…"), None where the clause names it itself.

    The nearest mention before the clause, else the plan's stated period.
    """
    year = indicator.year[-4:]
    if not year or year in indicator.quote:
        return None
    found = None
    for found in re.finditer(rf"[^，。；\n]*{year}\s*年?[^，。；\n]*", plan.text[: indicator.span.start]):
        pass
    if found and indicator.span.start - found.start() < _NEAR_CHARS:
        start = found.start() + len(found.group(0)) - len(found.group(0).lstrip())
        return Source(plan.id, Span(start, found.end()), indicator.heading[:-1])
    period = plan.facts.period
    return Source(plan.id, period.span, (), "metadata") if period and year in period.value else None


def hits(evidence: Evidence, scope: Scope | None = None, part: str = "") -> list[Hit]:
    """The indicators that fit the question's name, best first, for one scope or all, for one part of it or the whole."""
    query = evidence.query
    wanted, looked = _wanted(query), evidence.looked
    if part:
        own = terms(replace(query, focus=part), evidence.shelf)
        if spoken(part) or len(own.own) > _FEW:
            wanted, looked = spoken(part) or concepts_in(expanded(part)), own
    plan_ids = (scope.plan_ids or None) if scope else query.plan_ids
    found = {*_by_concept(evidence, wanted, plan_ids), *_by_place(evidence, plan_ids)}
    subjects = subjects_of(query)
    fitting = [i for i in found if _of_region(i, query, scope, evidence) and _of_subject(i, subjects, evidence)]
    stated = {number for number in _NUMBER.findall(query.text) if not _YEAR.fullmatch(number)}
    asked = plain(part or query.text)
    scored = [
        Hit(i, _fit(i, wanted, looked, asked) + _verbatim(i, asked) + 0.3 * (i.value in stated) - _flow(i, asked), plan)
        for i in fitting
        if (plan := evidence.plan_of(i.plan_id))
    ]
    return sorted((h for h in scored if h.score >= _FLOOR), key=lambda h: (-h.score, not h.indicator.table))


def _wanted(query: Query) -> tuple[str, ...]:
    """The concepts that a question names, in its own words or in those that stand for them."""
    return spoken(query.focus) or spoken(query.text) or concepts_in(expanded(query.text))


def spoken(text: str) -> tuple[str, ...]:
    """The concepts in a text as people speak: 就业人员里的研发人员 = 就业人员中研发人员."""
    return concepts_in(re.sub(r"(里面?|当中|之中)的?", "中", text))


def _verbatim(indicator: Indicator, asked: str) -> float:
    """What an indicator gains where the question writes its very name: the longer, the surer."""
    name = plain(indicator.name)
    return min(0.5, 0.04 * len(name)) if len(name) > 3 and name in asked else 0.0


def _flow(indicator: Indicator, asked: str) -> float:
    """What an indicator loses for a flow (每年, 新增) that the question does not ask for."""
    often = "每年" in f"{indicator.nature}{indicator.concept}" and "年" not in re.sub(r"\d+年|年[底末初]", "", asked)
    new = re.search(r"新增|引进|引培|新认定|新培育", f"{indicator.nature}{indicator.concept}")
    missing = re.search(r"新认定|新增|新引进|净增", asked) and not new
    return 0.4 * often + 0.25 * bool(new and not re.search(r"新|引|培", asked)) + 0.25 * bool(missing)


def of_dimension(found: Sequence[Hit], dimension_: str) -> list[Hit]:
    """The hits whose values are of the asked kind: money, a share, a rank."""
    if not dimension_:
        return list(found)
    return [h for h in found if _dimension(h.indicator) == dimension_]


def _dimension(indicator: Indicator) -> str:
    return "位次" if indicator.role == "rank" else dimension(base(indicator.unit)[1]) or dimension(indicator.unit)


def subjects_of(query: Query) -> tuple[str, ...]:
    """The parks, firms and towns that a question names besides its regions."""
    named = (m.group(0) for m in _SUBJECT.finditer(query.text))
    return tuple(name for name in named if not _is_scope(name, query) and not _GENERIC.search(name))


def _is_scope(name: str, query: Query) -> bool:
    return any(scope.name in name for scope in query.scopes)


def _of_subject(indicator: Indicator, subjects: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether a figure is about the park or firm that the question names (a region's own figures are not)."""
    if not subjects:
        return True
    before = ""
    if not indicator.table:
        text = evidence.plan_of(indicator.plan_id).text
        before = text[max(indicator.span.start - _SUBJECT_CHARS, 0) : indicator.span.start]
    told = f"{before}{indicator.quote}{''.join(indicator.heading)}{indicator.table}"
    return all(subject in told or subject[2:] in told for subject in subjects)


def _by_concept(evidence: Evidence, wanted: Sequence[str], plan_ids: tuple[str, ...] | None) -> Iterable[Indicator]:
    names = {kin for concept in wanted for kin in kin_of(concept)} | set(wanted)
    return evidence.shelf.indicators(plan_ids, concepts=sorted(names)) if names else ()


def _by_place(evidence: Evidence, plan_ids: tuple[str, ...] | None) -> Iterable[Indicator]:
    """The indicators that stand in the passages that were found."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for scored in evidence.passages[:20]:
        passage = scored.passage
        if passage.kind != "heading" and (plan_ids is None or passage.plan_id in plan_ids):
            spans.setdefault(passage.plan_id, []).append((passage.span.start, passage.span.end))
    for indicator in evidence.shelf.indicators(list(spans)) if spans else ():
        if any(a <= indicator.span.start < b for a, b in spans[indicator.plan_id]):
            yield indicator


def _fit(indicator: Indicator, wanted: Sequence[str], looked: Terms, asked: str) -> float:
    """Concept or very name first; else how much of the name the question says, and of the question the name."""
    name = set(tokens(f"{indicator.name} {indicator.nature}"))
    said = looked.covered(name)
    known = {**looked.other, **looked.own}
    own = sum(t in known for t in name) / len(name) if name else 0.0
    likeness = 2 * said * own / (said + own) if said + own else 0.0
    if indicator.concept in wanted or (len(plain(indicator.name)) > 3 and plain(indicator.name) in asked):
        return _EXACT + 0.3 * likeness
    level = _MOVED.sub("", indicator.concept)
    if {level, _VARIANT.sub("", level)} & set(wanted):
        asked_for = _RANK.search(asked) and (level == indicator.concept or _MOVES.search(asked))
        return (0.95 if asked_for else _KIN) + 0.3 * likeness
    if any(base_of(indicator.concept) == base_of(concept) for concept in wanted):
        return 0.8 + 0.3 * likeness
    if any(indicator.concept in kin_of(concept) for concept in wanted):
        return _KIN + 0.5 * likeness
    return likeness if not wanted else 0.8 * likeness


def _of_region(indicator: Indicator, query: Query, scope: Scope | None, evidence: Evidence) -> bool:
    """Whether the indicator speaks of the region asked about (a row of another district does not)."""
    if scope and not scope.plan_ids:
        return True
    if scope is None and query.outside and not query.scopes:
        return short(indicator.region) in query.outside
    plan = evidence.plan_of(indicator.plan_id)
    if plan.facts.region is None or not indicator.region:
        return True
    if any(short(indicator.region) == short(s.name) for s in query.scopes):
        return True
    if short(indicator.region) == short(plan.facts.region.value):
        return True
    return indicator.region[-3:] in query.text and not region_named(indicator.region)


def in_years(found: Sequence[Hit], query: Query) -> list[Hit]:
    """The hits of the asked years; all of them where no year is asked."""
    if not query.years:
        return list(found)
    if _ALL_YEARS.search(query.text) and any("-" in asked for asked in query.years):
        first = min(int(asked[:4]) for asked in query.years) - bool(re.search("头尾|首尾|从.{0,14}到", query.text))
        last = max(int(asked[-4:]) for asked in query.years)
        return [h for h in found if h.indicator.year.isdigit() and first <= int(h.indicator.year) <= last]
    return [h for h in found if any(fits_year(h.indicator.year, asked) for asked in query.years)]


def fits_year(year: str, asked: str) -> bool:
    """Whether a record's year is the asked one: 2025 for 2021-2025 (the plan's end), a stretch for a stretch."""
    if year == asked:
        return True
    if "-" in asked:
        return year == asked[-4:] or (("-" in year) and year[-4:] == asked[-4:])
    return "-" in year and year[-4:] == asked
