"""Questions about a plan itself: period, date, issuer, number, status, basis."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant import present
from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.compose_sentences import refuse
from assistant.evidence import Evidence
from ingest.plans import Located, Paragraph, Plan, Span, Table
from ingest.split import sentences

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
        re.compile(
            r"谁(印发|发布|发)|落款.{0,8}单位|机关|发文单位|(哪个|什么)(部门|单位)(印发|发布|发)|谁的?名义|什么名义"
        ),
        lambda p: p.facts.issuer,
    ),
    ("发文字号", re.compile(r"文号|字号|(多少|几)号(文|令)|第几号"), lambda p: p.facts.number),
)
# What is asked, and the sentence of the plan that says it.
_SAID: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile("施行|生效|实施(日期|时间)|起(实施|执行)|开始(实施|执行)|有效期"),
        re.compile("自[^。]{2,24}起(施行|实施|执行|生效)|有效期"),
    ),
    (re.compile("第几号|几号令"), re.compile(r"第\s*\d+\s*号")),
    (re.compile("(批|发|印发|下发|写)给谁|给谁的|主送"), re.compile("^[^，。：]{4,80}：$")),
    (re.compile("废止"), re.compile("同时废止|予以废止|停止执行")),
    (re.compile("通过"), re.compile("会议[^。]{0,12}通过")),
    (re.compile("编的|编制|起草|组织编"), re.compile("(组织|牵头|负责|会同[^。，]{2,30})[^。，]{0,6}(编制|起草|制定)")),
    (re.compile("作者|谁写|署名"), re.compile("^[（(]?(本报)?(记者|通讯员|作者|撰稿|供稿|文/)")),
)
_ENDS, _FEW = 4000, 3


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
    if query.outside and not query.scopes:
        return refuse(evidence)
    counted = structure(evidence)
    if counted:
        return counted
    asked = [told for asks, told in _SAID if asks.search(query.text)]
    fields = [(name, get) for name, pattern, get in _FIELDS if pattern.search(query.text)]
    if asked and not re.search("日期|文号|印发|发布", query.text):
        fields = [(name, get) for name, get in fields if name != "成文日期"]
    if re.search(r"(依据|根据)(是|有)?(什么|哪|的)|上位", query.text) or not (fields or asked):
        return basis(evidence)
    records = [p for p in evidence.shelf.plans() if query.plan_ids is None or p.id in query.plan_ids]
    plans = [evidence.plan_of(p.id) for p in records if p.facts.kind != "报道" or "报道" in query.text]
    claims = [claim for name, get in fields for claim in _given(plans, name, get)]
    claims += [claim for told in asked for plan in plans[:_FEW] for claim in _stated(plan, told)]
    if asked and not any(told.search(claim.text) for told in asked for claim in claims):
        return refuse(evidence)
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if claims else None


def _stated(plan: Plan, told: re.Pattern[str]) -> list[Claim]:
    """The sentence at the start or the end of a plan that states a fact about it."""
    for block in plan.blocks:
        if isinstance(block, Paragraph) and (
            block.pieces[0].start < _ENDS or block.pieces[-1].end > len(plan.text) - _ENDS
        ):
            for start, end in sentences(block.text):
                if told.search(block.text[start:end]):
                    source = Source(plan.id, block.source_span(start, end), plan.sections[block.section].path)
                    return [Claim(block.text[start:end].strip(), (source,))]
    return []


def _given(plans: list[Plan], name: str, get: Callable[[Plan], Located | None]) -> list[Claim]:
    """One field of several plans; dates in order of time."""
    given = [(plan, located) for plan in plans if (located := get(plan))]
    if name == "成文日期":
        given.sort(key=lambda pair: [int(n) for n in re.findall(r"\d+", pair[1].value)] or [9999])
    return [
        Claim(present.about(plan.title, name, located.value), (Source(plan.id, located.span, (), "metadata"),))
        for plan, located in given
    ]
