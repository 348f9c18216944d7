"""Who is responsible: the units of the article that is asked about, or the sentence of it that names them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.questions import Intent
from assistant.records.duties import Duty, duties, units_named
from assistant.records.eligible import IN_CHARGE
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.terms import Terms, terms
from assistant.understanding.intents import INTENTS, WHETHER
from assistant.understanding.lexicon import FILLER
from assistant.understanding.wording import CONFIRM, QUOTED
from assistant.words import present, present_premise
from ingest.library.words import tokens
from ingest.plans import Paragraph, Plan, Section
from ingest.structure.headings import ordinal

_ASKED_FOR = re.compile(
    r"(?:到底|究竟|应该|第一个)?(?:是|由|归|该|找|敲)?(?:哪[个些几家]*|什么|谁)(?:家)?(?:的门)?(?:个)?(?:部门|单位|局|机构)?"
    r"(?:来|在)?(?:管|负责|牵头|办|抓|推|主管|配合|落实)?|(?:责任|牵头|配合)(?:单位|部门)?|[区市县省]里|这[块事]|那[块事]|[的呢了吗]"
)
_WHO = dict(INTENTS)[Intent.RESPONSIBLE]
_ARTICLE = re.compile(r"第\s*[一二三四五六七八九十\d]+\s*[条款项]")
_POINTS = re.compile("^[^一-鿿]*(?:[一-鿿]{2}[上里])?[这那该][条项件个]")
_UNIT = re.compile("([一-鿿]{2,6}?(?:局|委员会|办公室|组织部|集团))(?=牵头|负责|主管|来管|管|吗|吧|么|对|[，。？]|$)")
_BARE = re.compile("责任单位[里中]?|有没有|有无|包不包括|含不含|是不是|是|由|归|[省市区县](?=[一-鿿]{2,6}(?:局|委))")
_AMONG = re.compile("有没有|有无|包不包括|含不含")
_ALSO_ASKS = re.compile(r"(?:几|哪几?)(?:类|种)[，,].{0,4}由谁")
_OWN_NAME, _BY_NAME, _BY_TEXT, _UNSURE, _CERTAIN, _ENOUGH = 0.6, 0.55, 0.51, 0.3, 0.8, 3.0
_BY_SENTENCE, _LOOKED_AT = 0.5, 3


def responsible(evidence: Evidence) -> Draft | None:
    """The units of the article asked about, or that an article names none."""
    known = known_duties(evidence)
    return _of_article(evidence, known) if known and not _ALSO_ASKS.search(evidence.query.text) else None


def known_duties(evidence: Evidence) -> list[tuple[Plan, list[Duty]]]:
    """The plans in scope that name responsible units, with who is responsible for what."""
    ids = evidence.query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    if ("duties", ids) not in evidence.known:
        plans = [evidence.plan_of(id) for id in ids]
        known = [(plan, duties(plan, evidence.shelf.measures([plan.id]))) for plan in plans]
        evidence.known["duties", ids] = [(plan, found) for plan, found in known if found]
    return evidence.known["duties", ids]


def _of_article(evidence: Evidence, known: list[tuple[Plan, list[Duty]]]) -> Draft | None:
    query = evidence.query
    best: tuple[float, Plan, Section] | None = None
    looked = _asked_about(evidence)
    for plan, found in known:
        told = {d.section: _named(looked, plan, d) for d in found}
        for section in dict.fromkeys((*plan.sections[1:], *told)):
            fit = max(_fit(evidence, plan, section, looked), told.get(section, 0.0))
            numbered = query.item and _ARTICLE.search(query.text) and _number(section) == query.item
            if numbered and any(d.section.number[:1] == section.number[:1] for d in found):
                fit += 2
            fit += _quoted(query.text, plan, section) if any(_within(d, section) for d in found) else 0
            if fit > (best[0] if best else _UNSURE):
                best = (fit, plan, section)
    return _told(evidence, known, *best) if best else None


def _told(
    evidence: Evidence, known: list[tuple[Plan, list[Duty]]], fit: float, plan: Plan, section: Section
) -> Draft | None:
    """The units of a section, or that a section which is meant for sure names none."""
    found = next(found for p, found in known if p is plan)
    duty = next((d for d in found if _within(d, section)), None)
    if duty is None:
        noted = sum(d.noted for d in found) > 1
        if fit < _CERTAIN or evidence.query.wants_number or not noted:
            return None
        return Draft(AnswerStatus.ANSWERED, (Claim(present.no_duty(section), _ends(plan, section)),))
    if not duty.noted and not duty.is_row and _in_a_sentence(evidence, plan, section):
        return None
    heading = Source(plan.id, duty.section.span, duty.section.path, "heading")
    sources = (Source(plan.id, duty.span, duty.section.path), heading)
    said = present.duty(duty.section, duty.units, leads=duty.leads)
    return Draft(AnswerStatus.ANSWERED, (Claim(f"{_supposed(evidence, duty)}{said}", sources),))


def _supposed(evidence: Evidence, duty: Duty) -> str:
    """Whether the one unit that the question supposes is the one: the first where a lead is asked for, else any."""
    text = evidence.query.text
    named = _UNIT.findall(_BARE.sub(" ", text)) or [*units_named(text, (duty,))]
    if len(named) != 1 or not (CONFIRM.search(text) or WHETHER.search(text) or _AMONG.search(text)):
        return ""
    meant = duty.units[:1] if duty.leads and "牵头" in text else duty.units
    same = units_named(named[0], (duty,)) or {unit for unit in meant if named[0] in unit}
    if _AMONG.search(text):
        return present_premise.AMONG if same else present_premise.NOT_AMONG
    return present_premise.AS_SUPPOSED if same.intersection(meant) else present_premise.NOT_AS_SUPPOSED


def _in_a_sentence(evidence: Evidence, plan: Plan, section: Section) -> bool:
    """Whether one sentence of an article names who does what is asked: its other units do something else."""
    named = set(tokens(section.name))
    return any(
        IN_CHARGE.search(c.text)
        and c.passage.plan_id == plan.id
        and section.body.start <= c.passage.span.start < section.body.end
        and c.coverage >= max(_BY_SENTENCE, evidence.looked.covered(named))
        for c in evidence.candidates[:_LOOKED_AT]
    )


def _asked_about(evidence: Evidence) -> Terms | None:
    """The words of the clause that asks who, without those of asking (招商 in "…，招商这块区里到底是哪个部门管的"), of
    the whole question where that clause has none, or only points to another (这条归谁管)."""
    clauses = [
        c for c in re.split(r"[，,。；;？?！!]", evidence.query.text) if _WHO.search(c) and not _POINTS.search(c)
    ]
    for text in (*clauses[-1:], evidence.query.text):
        for scope in evidence.query.scopes:
            text = text.replace(scope.name, " ")
        bare = FILLER.sub(" ", _ASKED_FOR.sub(" ", text))
        looked = terms(replace(evidence.query, focus=bare, text=bare, parts=()), evidence.shelf)
        if sum(looked.own.values()) >= _ENOUGH:
            return looked
    return None


def _named(looked: Terms | None, plan: Plan, duty: Duty) -> float:
    """How much of what is asked about the heading of an article with units says, or else its text."""
    if looked is None:
        return 0.0
    said = looked.covered(set(tokens(duty.section.name)))
    if said >= _OWN_NAME:
        return _BY_NAME * said
    told = _told_in(looked, plan, duty.section)
    return _BY_TEXT * told if told >= _OWN_NAME else 0.0


def _told_in(looked: Terms, plan: Plan, section: Section) -> float:
    """How much of what is asked about an article and its heading say."""
    body = plan.text[section.body.start : section.body.end]
    return looked.covered(set(tokens(f"{section.name} {''.join(body.split())}")))


def _fit(evidence: Evidence, plan: Plan, section: Section, looked: Terms | None) -> float:
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
    if (
        hit < 0.5
        and max(_told_in(words, plan, section) for words in (looked or evidence.looked, evidence.looked)) < _OWN_NAME
    ):
        return 0.0
    said = hit if hit >= 0.5 else 0.0
    return said + (0.6 * max(inside) if inside else 0.0) + 0.01 * section.level


def _quoted(text: str, plan: Plan, section: Section) -> bool:
    """Whether a section holds all that the question sets in quotation marks: 搞“成果池”“风险池”那一条."""
    terms, body = QUOTED.findall(text), plan.text[section.body.start : section.body.end]
    return bool(terms) and all(term in body for term in terms)


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
    start = (text := inside[-1].text.rstrip()).rfind("。", 0, len(text) - 1) + 1
    return heading, Source(plan.id, inside[-1].source_span(start, len(text)), section.path)
