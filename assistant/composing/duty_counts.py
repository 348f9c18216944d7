"""What the notes on responsible units say together: which article has most, one or none, and who leads by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.duties import known_duties
from assistant.composing.unit_articles import articles
from assistant.records.duties import LEAD_RULE, Duty
from assistant.retrieval.evidence import Evidence
from assistant.words import present
from ingest.plans import Plan, Span


def duties_counted(evidence: Evidence) -> Draft | None:
    """What the notes of a plan say together: which article has most units, one or none, and who leads by rule."""
    text = evidence.query.text
    asked = next((kind for kind, pattern in _OF_ALL if pattern.search(text)), "")
    known = [(plan, [d for d in found if d.noted]) for plan, found in known_duties(evidence)] if asked else []
    plan, found = next(((plan, found) for plan, found in known if found), (None, []))
    if plan is None:
        return None
    if asked == "rule":
        return _rule(plan)
    if asked == "none":
        return _without(plan, found)
    if asked == "one":
        hits = [d for d in found if len(d.units) == 1]
        return articles(plan, hits, present.count(len(hits))) if hits else None
    sizes = [len(d.units) for d in found]
    size = max(sizes) if asked == "most" else min(sizes)
    claims: list[Claim] = []
    for d in (d for d in found if len(d.units) == size):
        note = Source(plan.id, d.span, d.section.path)
        claims.append(Claim(present.duty(d.section, d.units, leads=d.leads), (note,)))
    if len(claims) == 1:
        duty = next(d for d in found if len(d.units) == size)
        note = claims[0].sources
        claims += [Claim(present.units(size), ()), *(Claim(unit, note) for unit in duty.units)]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


_OF_ALL = (
    (
        "rule",
        re.compile(
            "(?:怎么|如何|怎样|哪里)(?:看出|判断|确定|知道|认定|区分).{0,8}牵头|牵头.{0,10}(?:规则|怎么[定排看])"
        ),
    ),
    ("none", re.compile("(?:没有?|未)(?:写|标|列|明确|注)(?:出|明)?(?:责任|牵头)?(?:单位|部门)")),
    ("one", re.compile("(?:只有|仅有?|唯一)(?:一|1|单)[家个]?(?:责任)?(?:单位|部门)")),
    ("most", re.compile("(?:责任)?(?:单位|部门)(?:数量?)?最多|最多的?(?:责任)?(?:单位|部门)")),
    ("least", re.compile("(?:责任)?(?:单位|部门)(?:数量?)?最少|最少的?(?:责任)?(?:单位|部门)")),
)


def _rule(plan: Plan) -> Draft | None:
    """The sentence in which a plan says which of the units leads."""
    found = LEAD_RULE.search(plan.text)
    if found is None:
        return None
    end = min((at for mark in "。）)；;\n" if (at := plan.text.find(mark, found.end())) >= 0), default=found.end())
    place = Source(plan.id, Span(found.start(), end), ())
    return Draft(AnswerStatus.ANSWERED, (Claim(plan.text[found.start() : end].strip(), (place,)),))


def _without(plan: Plan, found: Sequence[Duty]) -> Draft | None:
    """The articles that have no note, among those numbered as the ones that have."""
    noted = {d.section.index for d in found}
    levels = {d.section.level for d in found}
    number = (
        re.compile(r"^[（(]")
        if found[0].section.number[:1] in "（("
        else re.compile(r"^\d|^第|^[一二三四五六七八九十]")
    )
    bare = [
        s
        for s in plan.sections[1:]
        if s.index not in noted and s.level in levels and number.match(s.number) and not s.is_box
    ]
    if not bare:
        return None
    claims = [Claim(present.count(len(bare)), ())]
    claims += [Claim(f"{s.number}{s.name}", (Source(plan.id, s.span, s.path, "heading"),)) for s in bare]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))
