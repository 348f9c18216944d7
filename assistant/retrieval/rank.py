"""Passages → candidates: the sentences and rows that may answer, scored by how much of the question they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Scored
from assistant.questions import Intent, Query
from assistant.retrieval.terms import Terms
from assistant.settings import RankSettings
from assistant.understanding.wording import PARK, QUOTED, WHY
from ingest.library.words import tokens
from ingest.notation.periods import Period, years
from ingest.notation.quantities import quantities
from ingest.plans import Passage, Quantity
from ingest.structure.split import sentences

_CAUSE = re.compile("原因|因素|由于|因为|因[此而]|导致|造成|[^，。；]后，|受[^，。；]{2,12}(?:影响|所限)")
_DEFINES = re.compile(r"是指|指的是|即：|是一种|全称|，即|简称")
# What only introduces: a sentence that leads up to the text (现就…制定如下意见), the title of a notice.
_OPENS = re.compile(r"[现特](?:就|将|提出|制定|批复|决定|印发|通知|公布|转发)[^。]{0,60}[。：:]?$")
_NOTICE = re.compile(r"^#*\s*[一-鿿]{0,20}关于[^。；]{4,80}的(?:通知|公告)$")
_SIGNS = re.compile(r"\[\d+\]|[^一-鿿A-Za-z\d]")
_TITLE_CHARS = 6
_COMPARING, _OF = ("比", "较", "与"), "的"
_WHEN = re.compile("什么时候|啥时候|何时|哪天|哪一天|最晚|最迟|截止|多久|几月")
_READINGS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence or a row; `start` and `end` are offsets into the passage's text.

    `coverage` is the share of the question that it covers itself, `context` what its headings add, `named` how fully
    the question names these; `dated` is 1 where it names an asked year, -1 where it names only other years, else 0.
    """

    passage: Passage
    start: int
    end: int
    text: str
    score: float
    coverage: float
    context: float
    named: float
    dated: float
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]

    @property
    def is_row(self) -> bool:
        return self.passage.kind == "row"


def candidates(query: Query, looked: Terms, passages: Sequence[Scored], settings: RankSettings) -> list[Candidate]:
    """Every sentence and row of the passages, best first."""
    best = max((s.score for s in passages), default=0.0) or 1.0
    found = [c for s in passages for c in _candidates_of(s, query, looked, best, settings)]
    return sorted(found, key=lambda c: -c.score)


# The same passages come up for question after question: what is read off them is kept.
_quantities = lru_cache(_READINGS_KEPT)(quantities)
_years = lru_cache(_READINGS_KEPT)(years)


@lru_cache(_READINGS_KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


@lru_cache(_READINGS_KEPT)
def _heading(name: str) -> tuple[str, ...]:
    return tuple(tokens(name))


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage as its sentences see it: the words of its headings, how much of the question it covers with them, and
    what it brings to their score."""

    passage: Passage
    context: frozenset[str]
    near: float
    named: float
    prior: float
    foreign: bool


def _candidates_of(scored: Scored, query: Query, looked: Terms, best: float, settings: RankSettings) -> list[Candidate]:
    """The sentences of one passage, or its row; none of what introduces a plan. `best` is the best passage's score."""
    passage = scored.passage
    if passage.kind in ("table", "heading") or _is_front_matter(passage):
        return []
    ranges = [(0, len(passage.text))] if passage.kind == "row" else sentences(passage.text)
    named = QUOTED.findall(query.text)
    if query.intent is not Intent.META and not any(term in passage.text for term in named):
        ranges = [(a, b) for a, b in ranges if not _opens(passage, passage.text[a:b].strip())]
    headed = f"{' '.join(passage.heading)} {passage.context if passage.kind == 'row' else ''}"
    head = _named(passage.heading, looked)
    foreign = any(place not in query.text for place in PARK.findall(passage.heading[-1] if passage.heading else ""))
    context = _words(headed)
    near = looked.covered(context | _words(passage.text))
    place = _Place(passage, context, near, head, scored.score / best, foreign)
    return [_candidate(query, looked, place, start, end, settings) for start, end in ranges]


def _opens(passage: Passage, text: str) -> bool:
    """Whether a sentence only introduces the plan, or is a line that repeats its title."""
    if _OPENS.search(text) or _NOTICE.search(text):
        return True
    if passage.kind != "paragraph" or text[-1:] in "。；：;:":
        return False
    bare = _SIGNS.sub("", text)
    title = passage.context.split(passage.heading[0])[0] if passage.heading else passage.context
    return len(bare) >= _TITLE_CHARS and bare in _SIGNS.sub("", title)


def _is_front_matter(passage: Passage) -> bool:
    """Title, issuer and date lines before the text begins: they answer nothing."""
    text = passage.text.strip()
    if passage.kind == "paragraph" and text in passage.context:
        return True
    return not passage.heading and len(text) < 30 and not text.endswith(("。", "；", "："))


def _named(heading: tuple[str, ...], looked: Terms) -> float:
    """How fully the question names the nearest headings: the share of their own weight that it covers."""
    best = 0.0
    for depth, name in enumerate(reversed(heading[-2:])):
        parts = _heading(name)
        if len(parts) < 2 and not any(t in looked.own for t in parts):
            continue
        hit = sum(1 for t in parts if t in looked.own) / max(len(parts), 1)
        weight = looked.covered(set(parts))
        best = max(best, hit * hit * min(1.0, 0.4 + weight) * (1.0 if depth == 0 else 0.7))
    return best


def _candidate(query: Query, looked: Terms, place: _Place, start: int, end: int, settings: RankSettings) -> Candidate:
    passage, named = place.passage, place.named
    text = passage.text[start:end]
    own = _words(text)
    coverage = looked.covered(own)
    whole = looked.covered(own | place.context)
    values, periods = _quantities(passage.record or text), _years(passage.record or text)
    score = coverage + settings.context * (whole - coverage) + settings.around * (place.near - whole)
    score += settings.prior * place.prior + settings.named * named - settings.foreign * place.foreign
    if query.wants_number and values:
        score += settings.window * _window(looked, text, values, passage.kind == "row")
    if query.wants_number:
        score += settings.number * _number_fit(query, values)
    if _WHEN.search(query.text):
        score += settings.number * (1.0 if periods else -1.0)
    dated = _year_fit(query, passage.record or text, periods) if query.years else 0.0
    score += settings.year * dated
    if query.intent is Intent.DEFINITION and _DEFINES.search(text):
        score += settings.defines
    if WHY.search(query.text) and _CAUSE.search(text):
        score += settings.defines
    return Candidate(passage, start, end, text, score, coverage, whole - coverage, named, dated, values, periods)


def _window(looked: Terms, text: str, values: tuple[Quantity, ...], row: bool) -> float:
    """How much of the question stands in one clause with a number: a number far from the words is another's."""
    if row:
        return looked.covered(_words(text))
    clauses = [m.span() for m in re.finditer(r"[^，；。,;]+", text)]
    held = [(a, b) for a, b in clauses if any(a <= v.start < b for v in values)]
    return max((looked.covered(_words(text[a:b])) for a, b in held), default=0.0)


def _number_fit(query: Query, values: tuple[Quantity, ...]) -> float:
    """How many of the asked numbers the text can hold, and whether one has the asked unit; -1 for a text without."""
    if not values:
        return -1.0
    units = {v.unit for v in values}
    fits = any(query.unit and (u.endswith(query.unit) or query.unit in u) for u in units)
    return 0.6 * min(len(values), query.asks) / query.asks + (0.6 if fits else 0.0)


def told_years(text: str, periods: tuple[Period, ...]) -> list[str]:
    """The years that a text tells of: not one that it only compares with ("比1990年增加"), unless it tells that
    year's value ("比1990年的12家")."""
    compared = [p for p in periods if p.cue in _COMPARING and not text.startswith(_OF, p.end)]
    return [p.year for p in periods if p not in compared]


def _year_fit(query: Query, text: str, periods: tuple[Period, ...]) -> float:
    """1 where the text tells of an asked year, 0 where it names none, -1 where it tells only of other years."""
    told = told_years(text, periods)
    if not told:
        return -1.0 if periods else 0.0
    wanted = {y for asked in query.years for y in (asked, asked[-4:])}
    return 1.0 if any(year in wanted or year[-4:] in wanted for year in told) else -1.0
