"""What two named places say of the same thing, side by side: a table and a box, a plan and a report, two wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent
from assistant.records.naming_places import Place, documents_in, of_two_tables, places_in, without_places
from assistant.records.rows import row_text
from assistant.records.values import SURE, hits, in_years
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence, gather
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import terms
from assistant.words import present, present_figures
from ingest.library.words import tokens

_AGAINST = re.compile(
    r"一样|同一?个|口径|出入|统一|一致|对[得不]上|不同|差[了一几]|多了|少了|对一下|比对|核对|两处|三处|打架|矛盾|没出现|各怎么"
    r"|数值相同|各(?:是|写|报|有|为|说)了?(?:多少|几)|各多少"
)
_NAMING = re.compile(
    r"(前后|两处|三处|叫法|全称|名称|写法|用词).{0,12}(统一|一样|一致|不同|哪[两几]|差)|差了?一个字|同一个字"
)
_ASKING = re.compile(
    r"是不是|是否|同一?个|一样|口径|出入|统一|一致|对[得不]上|不同|叫法|写法|全称|名称|前后|两处|三处|那个|这个|指标|登的|写得|数值|单位"
    r"|没出现|差了?一个字|哪[两几]个|用的|[多少]了"
)
_ITEM = re.compile(r"[^，、。；：:“”（）()\s]+")
_SHOWN, _LIKE, _LEAST, _DEPTH, _LENGTH = 180, 0.7, 0.25, 25, 4


def by_place(evidence: Evidence) -> Draft | None:
    """The best sentence or row of each place that the question sets against another."""
    text = evidence.query.text
    if len(evidence.query.scopes) > 1 or not _AGAINST.search(text):
        return None
    places = places_in(text) or of_two_tables(text, [c.passage for c in _about(evidence).candidates if c.is_row])
    if len(places) > 1:
        return _sides(evidence, places)
    return by_document(evidence) if evidence.query.intent is not Intent.CONFLICT else None


def by_document(evidence: Evidence) -> Draft | None:
    """The best sentence of the plan and of the report that a question sets against each other."""
    places = documents_in(evidence.query.text)
    return _sides(evidence, places) if places and len(evidence.query.scopes) == 1 else None


def differing_names(evidence: Evidence) -> Draft | None:
    """The differing names of one thing, each in its sentence, where the question asks whether they agree."""
    if len(evidence.query.scopes) > 1 or not _NAMING.search(evidence.query.text):
        return None
    asked = _about(evidence)
    wanted = set(tokens(asked.query.focus))
    found: dict[str, tuple[float, Candidate, re.Match[str]]] = {}
    told = [c for c in asked.candidates[:_DEPTH] if c.passage.kind == "paragraph" and c.passage.heading]
    for candidate in told:
        for item in _ITEM.finditer(candidate.text):
            own = set(tokens(item.group()))
            likeness = 2 * len(own & wanted) / (len(own) + len(wanted)) if own else 0.0
            if len(item.group()) >= _LENGTH and likeness > found.get(item.group(), (0.0,))[0]:
                found[item.group()] = (likeness, candidate, item)
    ranked = sorted(found.values(), key=lambda one: -one[0])
    chosen = [one for one in ranked if one[0] >= max(_LIKE * ranked[0][0], _LEAST)][:3]
    sides = dict.fromkeys(_said(asked, one, (item.start(), item.end())) for _, one, item in chosen)
    return Draft(AnswerStatus.ANSWERED, tuple(sides)) if len(sides) > 1 else None


def _sides(evidence: Evidence, places: Sequence[Place]) -> Draft | None:
    asked = _about(evidence)
    claims: list[Claim] = []
    missing: list[Place] = []
    for place in places:
        best = _best(asked, place)
        if best:
            claims.append(_said(asked, best))
        else:
            missing.append(place)
    if not claims or (missing and len(claims) < 2):
        return None
    claims += [Claim(present.nothing_about(place.name), ()) for place in missing]
    return Draft(AnswerStatus.PARTLY if missing else AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims)))


def _about(evidence: Evidence) -> Evidence:
    """The evidence for what is set against each other, without the words that say where and how."""
    query = evidence.query
    focus = " ".join(word for word in _ASKING.sub(" ", without_places(query.focus)).split() if len(word) > 1)
    return gather(
        replace(query, focus=focus or query.focus, parts=()), evidence.shelf, evidence.settings, evidence.plan_of
    )


def _best(asked: Evidence, place: Place) -> Candidate | None:
    """The candidate of a place that covers most; where a number is asked for, one that has it, of what is asked if
    that is read anywhere."""
    inside = [c for c in asked.candidates if place.holds(c.passage, asked.plan_of(c.passage.plan_id))]
    counted = [c for c in inside if c.quantities or not asked.query.wants_number]
    sure = [h.indicator for h in in_years(hits(asked), asked.query) if h.score >= SURE]
    meant = [c for c in counted if any(i.quote in c.text and i.plan_id == c.passage.plan_id for i in sure)]
    best = next(iter(counted or inside), None)
    enough = best and best.coverage + best.context >= asked.settings.part
    return next(iter(meant), best if enough else None)


def _said(asked: Evidence, candidate: Candidate, keep: tuple[int, int] | None = None) -> Claim:
    passage = candidate.passage
    title = asked.plan_of(passage.plan_id).title
    looked = terms(asked.query, asked.shelf)
    if candidate.is_row:
        said, where = row_text(passage, asked.query), ""
    else:
        said = clip(candidate.text.strip(), looked, _SHOWN, keep=keep)
        where = passage.heading[-1] if passage.heading else ""
    return Claim(present_figures.side(title, where, "", said), (asked.source(candidate),))
