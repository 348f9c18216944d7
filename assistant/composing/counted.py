"""What is asked for by its number (哪五关, 四新指哪四新, 三条办法): a sentence, points or headings with as many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.lists import enumeration
from assistant.questions import Intent
from assistant.records.parts import Parts
from assistant.records.parts import counted as counted_parts
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.terms import Terms, terms
from assistant.understanding.wording import QUOTED
from assistant.words import present
from ingest.library.words import tokens
from ingest.plans import Passage, Plan, Section
from ingest.structure.split import sentences

_NUMERAL = "[二两三四五六七八九十]"
_KIND = "(?:个|大|级|类|条|项|种)?"
_WHICH = "(?:都|分别|具体|主要|到底)?(?:有|是|指的是|指|包括|叫)?(?:哪(?![里儿])|什么|啥)"
_ASKED = (
    re.compile(rf"[“\"](?P<n>{_NUMERAL}){_KIND}(?P<k>[一-鿿]{{1,8}}?)[”\"]"),
    re.compile(rf"(?<!第)(?P<n>{_NUMERAL}){_KIND}(?P<k>[一-鿿]{{1,8}}?)(?:是|指)?{_WHICH}"),
    re.compile(rf"(?P<n>{_NUMERAL})[级层类](?P<k>)怎么"),
    re.compile(
        rf"哪[“\"]?(?P<n>{_NUMERAL}){_KIND}[“\"]?(?P<k>[一-鿿]{{0,8}}?)[”\"]?(?:[，。？?（(]|$|分别|都|组成|构成|来讲|来着)"
    ),
)
_BEFORE = re.compile(rf"([一-鿿](?!哪)[一-鿿])的?(?:有|分|分为)?{_NUMERAL}[级层类]")
_ASKS = re.compile("哪|什么|啥|指|怎么(?:排|分)|列|内容")
_ENDS = re.compile("(?:是|分别|都|的|怎么(?:排|分)的?)+$")
_POINT = re.compile(r"^\s*([一二三四五六七八九])是")
_NUMERALS = "一二三四五六七八九十"
_INTENTS = (Intent.LIST, Intent.DEFINITION, Intent.TASK, Intent.COMPARE, Intent.VALUE)
_LEAST, _FAINT, _SURE, _ROOM, _MANY = 0.3, 0.05, 0.45, 160, 4
_FEWEST, _TELLING = 3, 3


def counted(evidence: Evidence) -> Draft | None:
    """The things that the question asks for by their number, where the plan gives just as many."""
    query = evidence.query
    found = _named(query.text)
    if not found or query.intent not in _INTENTS or len(query.scopes) > 1:
        return None
    number, noun = found
    if number < _FEWEST or len(query.parts) > 1:
        return None
    looked = terms(query, evidence.shelf)
    ids = query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    if summed := _summed_up(evidence, ids, number, noun):
        return summed
    told = _in_a_sentence(evidence, looked, ids, number, noun)
    quoted = told and any(term in told.claims[0].text for term in QUOTED.findall(query.text))
    if not quoted and enumeration(evidence):
        return None
    return told or _as_points(evidence, looked, number) or _as_headings(evidence, looked, ids, number, noun)


def _named(text: str) -> tuple[int, str] | None:
    """The number and the noun of what is asked for: 五关 → 5, 关; None where none is."""
    if not _ASKS.search(text):
        return None
    for pattern in _ASKED:
        if found := pattern.search(text):
            number = _NUMERALS.index(found["n"].replace("两", "二")) + 1
            noun = _ENDS.sub("", found["k"])
            before = None if noun else _BEFORE.search(text)
            return number, before.group(1) if before else noun
    return None


def _in_a_sentence(evidence: Evidence, looked: Terms, ids: tuple[str, ...], number: int, noun: str) -> Draft | None:
    """The sentence that lists so many things."""
    best: tuple[float, Passage, int, int, Parts] | None = None
    for passage in evidence.shelf.passages(list(ids)):
        if passage.kind != "paragraph" or not ("、" in passage.text or "—" in passage.text or "-" in passage.text):
            continue
        for start, end in sentences(passage.text):
            parts = counted_parts(passage.text[start:end], number, noun)
            if parts is None:
                continue
            own = set(tokens(passage.text[start:end]))
            around = set(tokens(f"{passage.text}{''.join(passage.heading)}"))
            cover = looked.covered(own) + 0.5 * (looked.covered(own | around) - looked.covered(own))
            if best is None or cover > best[0]:
                best = cover, passage, start, end, parts
    if best is None:
        return None
    cover, passage, start, end, parts = best
    # 五关 of the one plan that is meant are 政治关、法律关 and so on, whatever else is said
    faint = 0.0 if len(ids) == 1 and all(name.endswith(noun) for name in parts.names) else _FAINT
    if cover < (_LEAST if number < _MANY else faint if len(noun) == 1 else _LEAST / 2):
        return None
    plan = evidence.plan_of(passage.plan_id)
    text = clip(passage.text[start:end].strip(), looked, _ROOM, keep=(parts.start, parts.end))
    source = Source(plan.id, locate(plan, passage, start, end), passage.heading)
    return Draft(AnswerStatus.ANSWERED, (Claim(text, (source,)),))


def _as_points(evidence: Evidence, looked: Terms, number: int) -> Draft | None:
    """Sentences that begin 一是, 二是 and so on, as many as are asked for, behind one that says what they are."""
    seen: set[tuple[str, int]] = set()
    for candidate in evidence.candidates[:10]:
        passage = candidate.passage
        place = (passage.plan_id, passage.section)
        if place in seen or candidate.is_row or candidate.coverage + candidate.context < looked.floor(_SURE):
            continue
        seen.add(place)
        points = list(_points(evidence, passage))
        if len(points) == number:
            return Draft(AnswerStatus.ANSWERED, (Claim(present.count(number), ()), *points))
    return None


def _points(evidence: Evidence, passage: Passage) -> Iterator[Claim]:
    plan = evidence.plan_of(passage.plan_id)
    held = [p for p in evidence.shelf.passages([passage.plan_id]) if p.section == passage.section]
    for one in sorted((p for p in held if p.kind == "paragraph"), key=lambda p: p.order):
        for start, end in sentences(one.text):
            if _POINT.match(one.text[start:end]):
                source = Source(plan.id, locate(plan, one, start, end), one.heading)
                yield Claim(one.text[start:end].strip()[:_ROOM], (source,))


def _as_headings(evidence: Evidence, looked: Terms, ids: tuple[str, ...], number: int, noun: str) -> Draft | None:
    """The headings side by side whose names all end with what is counted (产业提升人才行动计划); for a short word
    (哪四个城) only below a heading that the question names."""
    if not noun:
        return None
    found: list[tuple[Plan, list[Section]]] = []
    for plan in map(evidence.plan_of, ids):
        below: dict[int, list[Section]] = {}
        for section in plan.sections[1:]:
            if section.name.rstrip("。.").endswith(noun):
                below.setdefault(section.parent or 0, []).append(section)
        named = {at for at in below if looked.covered(set(tokens(plan.sections[at].name))) >= _SURE}
        telling = below if len(noun) >= _TELLING else named
        found += [(plan, below[at]) for at in telling if len(below[at]) == number]
    if len(found) != 1:
        return None
    return _headings(*found[0])


def _summed_up(evidence: Evidence, ids: tuple[str, ...], number: int, noun: str) -> Draft | None:
    """The headings of a section of which it says how many there are of what all are named for (上述“五个新”), but for
    the one below which it says so."""
    said = re.compile(rf"[“\"]{_NUMERALS[number - 1]}{_KIND}{re.escape(noun)}[”\"]")
    for plan in map(evidence.plan_of, ids if noun else ()):
        for whole in plan.sections[1:]:
            below = [s for s in plan.sections if s.parent == whole.index]
            found = said.search(plan.text, below[0].body.start, below[-1].body.end) if below else None
            parts = [s for s in below if found and not s.body.start <= found.start() < s.body.end]
            if len(parts) == number and all(noun in part.name for part in parts):
                return _headings(plan, parts)
    return None


def _headings(plan: Plan, sections: list[Section]) -> Draft:
    items = [Claim(f"{s.number}{s.name}", (Source(plan.id, s.span, s.path, "heading"),)) for s in sections]
    return Draft(AnswerStatus.ANSWERED, (Claim(present.count(len(items)), ()), *items))
