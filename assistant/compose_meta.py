"""Questions about a plan itself: period, date, issuer, number, status, basis."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant import present
from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.evidence import Evidence
from ingest.plans import Located, Plan, Span, Table

_FIELDS: tuple[tuple[str, re.Pattern[str], Callable[[Plan], Located | None]], ...] = (
    ("状态", re.compile(r"正式|征求意见|草案|政策依据"), lambda p: p.facts.status),
    ("规划期限", re.compile(r"规划期|管哪几年|哪几年|期限|到哪一年|多少年"), lambda p: p.facts.period),
    (
        "成文日期",
        re.compile(r"落款.{0,6}(时间|日期)|时候|何时|哪年|哪天|哪一年|日期|时间|几月|先后"),
        lambda p: p.facts.date,
    ),
    (
        "发文机关",
        re.compile(r"谁(印发|发布|发)|落款.{0,8}单位|机关|发文单位|哪个(部门|单位)(印发|发布)"),
        lambda p: p.facts.issuer,
    ),
    ("发文字号", re.compile(r"文号|字号"), lambda p: p.facts.number),
)


_BASIS = re.compile(r"(根据|依据|按照|为贯彻|为落实)[^。]*《[^。]*(制定|编制|制订|出台|提出|结合)[^。]*。")


def basis(evidence: Evidence) -> Draft | None:
    """The sentence that names what a plan was made after."""
    query = evidence.query
    claims = []
    for record in evidence.shelf.plans():
        if query.plan_ids is not None and record.id not in query.plan_ids:
            continue
        plan = evidence.plan_of(record.id)
        found = _BASIS.search(plan.text[:6000])
        if found:
            start = plan.text.rfind("\n", 0, found.start()) + 1
            start = max(start, plan.text.rfind("。", 0, found.start()) + 1)
            span = Span(start, found.end())
            text = " ".join(plan.quote(span).split())
            claims.append(
                Claim(text if len(text) < 160 else " ".join(found.group(0).split()), (Source(plan.id, span, ()),))
            )
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if claims else None


_STRUCTURE = re.compile(r"(多少|(?<!哪)几)(?:个)?(条|部分|章|专栏|张?表)")


def structure(evidence: Evidence) -> Draft | None:
    """How many articles, parts, boxes or tables a plan has."""
    asked = list(dict.fromkeys(found.group(2) for found in _STRUCTURE.finditer(evidence.query.text)))
    plan_ids = evidence.query.plan_ids
    if not asked or not plan_ids or re.search("责任单位|牵头|任务|目标", evidence.query.text):
        return None
    plan = evidence.plan_of(plan_ids[0])
    claims = []
    for kind in asked:
        spans = _counted(plan, kind)
        if spans:
            ends = [Source(plan.id, span, (), "heading") for span in dict.fromkeys((spans[0], spans[-1]))]
            claims.append(Claim(present.structure(plan.title, len(spans), kind.lstrip("张")), tuple(ends)))
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if claims else None


def _counted(plan: Plan, kind: str) -> list[Span]:
    """The headings (or captions) of one kind, in order."""
    sections = plan.sections[1:]
    if kind == "专栏":
        return [s.span for s in sections if s.is_box]
    if kind.endswith("表"):
        return [b.caption_span or b.span for b in plan.blocks if isinstance(b, Table)]
    if kind == "条":
        articles = [s.span for s in sections if s.number.startswith("第") and s.number.endswith("条")]
        items = [s.span for s in sections if re.match("[（(][一二三四五六七八九十]+[）)]", s.number)]
        return articles or items or [s.span for s in sections if re.match(r"\d+[.．、]?$", s.number)]
    return [s.span for s in sections if s.level == 1 and s.number]


def about_plans(evidence: Evidence) -> Draft | None:
    """The asked field of every plan in scope; None where none of them gives it or the question asks for the basis."""
    query = evidence.query
    counted = structure(evidence)
    if counted:
        return counted
    fields = [(name, get) for name, pattern, get in _FIELDS if pattern.search(query.text)]
    if re.search(r"(依据|根据)(是|有)?(什么|哪|的)|上位", query.text) or not fields:
        return basis(evidence)
    records = [p for p in evidence.shelf.plans() if query.plan_ids is None or p.id in query.plan_ids]
    plans = [evidence.plan_of(p.id) for p in records if p.facts.kind != "报道" or "报道" in query.text]
    claims = [claim for name, get in fields for claim in _given(plans, name, get)]
    if not claims:
        return None
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def _given(plans: list[Plan], name: str, get: Callable[[Plan], Located | None]) -> list[Claim]:
    """One field of several plans; dates in order of time."""
    given = [(plan, located) for plan in plans if (located := get(plan))]
    if name == "成文日期":
        given.sort(key=lambda pair: [int(n) for n in re.findall(r"\d+", pair[1].value)] or [9999])
    return [
        Claim(present.about(plan.title, name, located.value), (Source(plan.id, located.span, (), "metadata"),))
        for plan, located in given
    ]
