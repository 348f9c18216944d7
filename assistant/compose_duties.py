"""Who is responsible: the responsible-unit note of the article that is asked about, or the articles of a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant import present
from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.evidence import Evidence
from ingest.headings import ordinal
from ingest.library.words import tokens
from ingest.plans import Paragraph, Plan, Section, Span

_NOTE = re.compile(
    r"[（(]?\s*(责任单位|牵头单位|责任部门|牵头部门|实施单位)[：:]\s*((?:[^（()）。\n]|[（(][^（()）\n]*[）)])+)[）)。]?"
)
_ROLE = re.compile(r"^(责任|牵头|配合|参与|协同|协办|实施)(单位|部门)[：:]")
_LEAD_RULE = re.compile(r"(排|列)?第一(位的)?(责任)?(单位|部门)?(为|是)牵头(单位|部门)")
_WHICH = re.compile(
    r"(牵头|负责|参与|承担|作为|要干|管|担)的?.{0,10}(哪|什么|啥|几[条项件个]|条款|列)|(哪|几)(些|几|[两三四五六])?(条|项|件|个)(任务|工作|条款|举措|事)?"
)


@dataclass(frozen=True, slots=True)
class Duty:
    """An article and its responsible units, the first one leading where the plan says so."""

    section: Section
    units: tuple[str, ...]
    span: Span
    leads: bool


def duties(plan: Plan) -> list[Duty]:
    """Every responsible-unit note of a plan with the article it closes."""
    leads = bool(_LEAD_RULE.search(plan.text))
    found = []
    for note in _NOTE.finditer(plan.text):
        section = max(
            (s for s in plan.sections[1:] if s.body.start <= note.start() < s.body.end),
            key=lambda s: s.level,
            default=None,
        )
        if section:
            named = (_ROLE.sub("", u) for u in re.split(r"[、，,；;\s]+", _LEAD_RULE.split(note.group(2))[0]))
            units = tuple(u for u in named if u and u != "排")
            found.append(Duty(section, units, Span(*note.span()), leads or "牵头" in note.group(1)))
    return found


def by_unit(evidence: Evidence) -> Draft | None:
    """The articles of a unit, where the question names one and asks what it does."""
    text = evidence.query.text
    if not _WHICH.search(text) or re.search("没有?(列入|被列|参与)|除了", text):
        return None
    return _of_unit(text, _known(evidence))


def responsible(evidence: Evidence) -> Draft | None:
    """The units of the article asked about, or that an article names none."""
    known = _known(evidence)
    return _of_article(evidence, known) if known else None


def _known(evidence: Evidence) -> list[tuple[Plan, list[Duty]]]:
    """The plans in scope that note responsible units, with their notes."""
    ids = evidence.query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    known = [(plan, duties(plan)) for plan in map(evidence.plan_of, ids)]
    return [(plan, found) for plan, found in known if found]


def _of_unit(text: str, known: list[tuple[Plan, list[Duty]]]) -> Draft | None:
    leading = "牵头" in text
    for plan, found in known:
        units = {u for d in found for u in d.units if u in text or (len(u) > 3 and u[1:] in text)}
        if not units:
            continue
        hits = [d for d in found if (d.units[0] in units if leading else units & set(d.units))]
        what = present.articles_of("、".join(sorted(units)), len(hits), leading)
        claims = [Claim(what, ())]
        claims += [
            Claim(
                f"{d.section.number}{d.section.name}",
                (Source(plan.id, d.section.span, d.section.path, "heading"), Source(plan.id, d.span, d.section.path)),
            )
            for d in hits
        ]
        return Draft(AnswerStatus.ANSWERED, tuple(claims))
    return None


def _of_article(evidence: Evidence, known: list[tuple[Plan, list[Duty]]]) -> Draft | None:
    query = evidence.query
    best: tuple[float, Plan, Section] | None = None
    for plan, found in known:
        for section in plan.sections[1:]:
            fit = _fit(evidence, plan, section)
            if (
                query.item
                and _number(section) == query.item
                and any(d.section.number[:1] == section.number[:1] for d in found)
            ):
                fit += 2
            if fit > (best[0] if best else 0.3):
                best = (fit, plan, section)
    if best is None:
        return None
    _, plan, section = best
    duty = next((d for p, found in known if p is plan for d in found if _within(d, section)), None)
    if duty is None:
        if best[0] < 0.8 or query.wants_number:
            return None
        return Draft(AnswerStatus.ANSWERED, (Claim(present.no_duty(section), _ends(plan, section)),))
    sources = (Source(plan.id, duty.span, duty.section.path),)
    return Draft(AnswerStatus.ANSWERED, (Claim(present.duty(duty.section, duty.units, leads=duty.leads), sources),))


def _fit(evidence: Evidence, plan: Plan, section: Section) -> float:
    """How well a section is what the question speaks of: by its name, and by the candidates that stand in it."""
    name = tokens(section.name)
    hit = sum(t in evidence.looked.own for t in name) / len(name) if name else 0.0
    inside = [
        c.score
        for c in evidence.candidates[:8]
        if c.passage.plan_id == plan.id and section.body.start <= c.passage.span.start < section.body.end
    ]
    if hit < 0.5 and not (inside and inside[0] == evidence.candidates[0].score):
        return 0.0
    return hit + (0.6 * max(inside) if inside else 0.0) + 0.01 * section.level


def _within(duty: Duty, section: Section) -> bool:
    return section.body.start <= duty.span.start < section.body.end


def _number(section: Section) -> int | None:
    found = re.search(r"[一二三四五六七八九十]+|\d+", section.number)
    return ordinal(found.group(0)) if found else None


def _ends(plan: Plan, section: Section) -> tuple[Source, ...]:
    """The heading and the last sentence of an article: that nothing follows is what the answer stands on."""
    heading = Source(plan.id, section.span, section.path, "heading")
    paragraphs = (b for b in plan.blocks if isinstance(b, Paragraph))
    inside = [p for p in paragraphs if section.body.start <= p.pieces[0].start < section.body.end]
    if not inside:
        return (heading,)
    text = inside[-1].text.rstrip()
    start = text.rfind("。", 0, len(text) - 1) + 1
    return heading, Source(plan.id, inside[-1].source_span(start, len(text)), section.path)
