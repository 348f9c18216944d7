"""Questions about plans themselves: which are loaded, their period, date, issuer, number, status, basis, parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.facts import FIELDS, SAID, field_of_each, labelled, stating_sentence, status
from assistant.composing.outline import plan_structure
from assistant.composing.sentences import refuse
from assistant.retrieval.evidence import Evidence
from assistant.words import present_meta
from ingest.library.words import tokens
from ingest.plans import Plan, Span

_FEW, _RUN, _SAME = 3, 4, 0.6
_TITLED = re.compile("《([^》]{6,})》")
_BY_WHOM = {"编制单位", "由谁解释", "签署人", "作者"}
_LOADED = re.compile(
    r"(?:你|您|手[里上头]|库[里中]|系统|知识库|加载|载入|收录|能查|能问|可以[查问]).{0,8}(?:哪|几|什么).{0,8}"
    r"(?:文件|规划|材料|资料|文本|文档|政策)|(?:哪些|哪几|几|什么).{0,2}(?:文件|规划|材料|政策).{0,2}(?:可以|能)[查问]"
)
_STATUS = re.compile(
    r"状态|正式|[定终]稿|草案.{0,4}(还是|吗)|(是不是|还是|算不算).{0,6}(草案|征求意见)|征求意见(稿|阶段|版)?(吗|还是)|政策依据|有效"
    r"|(印发|发布|出台|通过|批复?)了(吗|没|么)|管用|作数|试行.{0,3}还是|还是试行|全文|节选|完整|收得?全"
)
_ISSUED = re.compile("日期|文号|印发|发布|(?:哪[天日]|几号|时候|何时)[^，。？]{0,2}[发出][的了]")
_ON_BASIS = re.compile(
    r"(依据|根据)(是|有)?(什么|哪|的)|上位|编制依据|(?:照着|参照|对照|按照?(?:什么|哪))[^，。？]{0,16}(?:编|制定|起草)(?:出来)?的"
)
_BASIS = re.compile(
    r"(根据|依据|按照|为贯彻|为落实)[^。]*《[^。]*(制定|编制|制订|出台|提出|结合)[^。]*。|依据(?:为|是)《[^。]*。"
)


def about_plans(evidence: Evidence) -> Draft | None:
    """What is asked about every plan in scope, or a refusal that says what is missing; None where nothing known is."""
    query = evidence.query
    if (query.outside and not query.scopes) or _of_another(evidence):
        return refuse(evidence)
    if drawn := (loaded_plans(evidence) or plan_structure(evidence)):
        return drawn
    based = basis(evidence) if _ON_BASIS.search(query.text) else None
    if _ON_BASIS.search(query.text) and len(query.parts) < 2:
        return based
    records = [p for p in evidence.shelf.plans() if query.plan_ids is None or p.id in query.plan_ids]
    reports = re.search("报道|新闻", query.text)
    plans = [evidence.plan_of(p.id) for p in records if p.facts.kind != "报道" or reports]
    lines = [claim for plan in plans for claim in labelled(plan, query.text)] if query.plan_ids else []
    told = Draft(AnswerStatus.ANSWERED, tuple(lines)) if lines else _facts(evidence, plans)
    return replace(told, claims=(*based.claims, *told.claims)) if told and based else told or based


def _of_another(evidence: Evidence) -> bool:
    """Whether the question names a document by its title that none of the loaded ones has."""
    named = [set(tokens(name)) for name in _TITLED.findall(evidence.query.text)]
    titles = [set(tokens(record.title)) for record in evidence.shelf.plans()] if named else []
    return bool(named) and all(len(name & title) < _SAME * len(name) for name in named for title in titles)


def _facts(evidence: Evidence, plans: Sequence[Plan]) -> Draft | None:
    text = evidence.query.text
    bare = _untitled(text, plans)
    asked = [(name, told) for asks, name, told in SAID if asks.search(bare)]
    fields = [(name, get) for name, pattern, get in FIELDS if pattern.search(bare)]
    if {name for name, _ in asked} - _BY_WHOM and not _ISSUED.search(text):
        fields = [(name, get) for name, get in fields if name != "成文日期"]
    stated = [(name, [c for plan in plans[:_FEW] for c in stating_sentence(plan, told)]) for name, told in asked]
    stated += [(name, field_of_each(plans, name, get)) for name, get in fields]
    marked = [claim for plan in plans for claim in status(plan, text)] if _STATUS.search(text) else []
    claims = marked + [claim for _, found in stated for claim in found]
    lacking = [name for name, found in stated if name and not found]
    if plans and lacking and len(lacking) == len(stated) and not (marked and {*lacking} <= _BY_WHOM):
        return _lacking(evidence, plans, lacking, marked)
    if lacking and len(plans) == 1:
        claims += _lacking(evidence, plans, lacking, ()).claims
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if claims else None


def _lacking(evidence: Evidence, plans: Sequence[Plan], names: Sequence[str], near: Sequence[Claim]) -> Draft:
    """A refusal: what the one plan in question does not say of itself, and what it says that is nearest."""
    if len(plans) > 1:
        return refuse(evidence)
    plan = plans[0]
    signed = field_of_each(plans, "发文机关", lambda p: p.facts.issuer) if set(names) & _BY_WHOM else []
    nearest = [*near, *signed][:1]
    said = "".join(claim.text.removeprefix(f"《{plan.title}》") for claim in nearest)
    text = present_meta.lacks(plan.title, names, said)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(text, tuple(s for c in nearest for s in c.sources)),))


def _untitled(text: str, plans: Sequence[Plan]) -> str:
    """A question without the words of the plans' titles: 编制指南 asks for no author."""
    for plan in plans:
        title = plan.title
        runs = {title[a : a + n] for n in range(_RUN, len(title) + 1) for a in range(len(title) - n + 1)}
        for run in sorted((r for r in runs if r in text), key=len, reverse=True):
            text = text.replace(run, " ")
    return text


def loaded_plans(evidence: Evidence) -> Draft | None:
    """The titles of the loaded plans, where the question asks which there are."""
    if not _LOADED.search(evidence.query.text):
        return None
    ids = evidence.query.plan_ids
    plans = [evidence.plan_of(record.id) for record in evidence.shelf.plans() if ids is None or record.id in ids]
    claims = [
        Claim(f"《{plan.title}》", (Source(plan.id, plan.facts.title.span if plan.facts.title else Span(0, 1), ()),))
        for plan in plans
    ]
    return Draft(AnswerStatus.ANSWERED, (Claim(present_meta.loaded(len(claims)), ()), *claims))


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
