"""Lists: the headings below a heading, the figures of a section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.records.sections import NUMBERED, complete, named_section, opening, tasks
from assistant.records.values import source
from assistant.retrieval.clip import ELLIPSIS
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import QUOTED
from assistant.words import present, present_figures
from ingest.plans import Plan, Section

PARTS = re.compile(
    r"(哪|几|哪几|[一二两三四五六七八九十\d]+)(个|条|项|大)?(重点|主要|核心|基本)?"
    r"(方面|条|任务|行动|措施|条款|工程|举措|专栏|部分|章|领域|原则|问题|方案|保障|块|产业|短板|形势)"
    r"|哪些[一-鿿]{2}产业|哪[些几]?(方面|任务|行动|措施|条款|工程|举措|专栏|部分|章|原则|产业|形势)|[哪分](哪)?[一二两三四五六七八九十几](个|项|条|大|类)"
    r"|(任务|行动|措施|工程|举措|原则|方面|领域|专栏|短板|产业)(都|主要|分别|一共|总共|共)*(有|包括|包含|是|列了?|写了?|提了?)(哪|什么|啥)"
    r"|小?标题|下设|下面.{0,4}(几|哪)|各条叫|都有谁"
    r"|(哪|几|[二两三四五六七八九十])[些几]?(件|块|座|个|条)?[^，。？、]{0,6}(事|短板|领域|任务|问题|不足)(是|有|[?？]|$)"
    r"|(第.{1,4}[章节编]|部分|专栏).{0,16}?(部署|安排|布置|讲|写|提|列|点|包括|规定|内容|说|设).{0,4}(哪|什么|啥|几)"
    r"|短板.{0,6}(哪|什么|啥)|(哪|什么|啥).{0,4}短板|(主要|重点)(的)?(任务|工作|举措)[?？。]?$|哪些(重点|主要)工作"
)
_TASKS = re.compile(r"(主要|重点|核心|具体)(的)?(任务|工作|举措|措施|内容)|部署了?")
_FIGURES = re.compile(
    r"(量化|主要|具体)?(指标|数字|数据|数值|目标)(都|全|有|是|列|分别|给我)|[几一二两三四五六七八九十](个|项)(数|指标|目标)|哪些.{0,4}(数字|指标|数据|目标值)"
)
# what is asked for in these is how much, not which parts there are
_OF_FIGURES = ("名", "人", "家", "亿元", "万元", "元", "%", "件", "亩", "平方米", "万平方米")
_LONGEST, _REST, _OPENING, _NAMED = 12, 8, 60, 4


def enumeration(evidence: Evidence) -> Draft | None:
    """The headings below the heading that the question names, where their number fits the one asked for."""
    query = evidence.query
    if not PARTS.search(query.text) or (query.wants_number and query.unit in _OF_FIGURES):
        return None
    if found := named_section(evidence, with_children=True):
        plan, section = found
        below = [s for s in plan.sections if s.parent == section.index]
        return None if any(_is_asked(s, section, query.text) for s in below) else _headings(plan, below)
    asks_for_all = _TASKS.search(query.text) and len(_TASKS.sub("", query.focus)) <= _REST and not query.count
    found = tasks(evidence) if asks_for_all else None
    return _headings(*found) if found else None


def _is_asked(part: Section, whole: Section, text: str) -> bool:
    """Whether the question names one of the parts itself: what is asked is in it."""
    named = part.name in text if len(part.name) >= _NAMED else part.name in QUOTED.findall(text)
    return named and part.name not in whole.name


def numbered_parts(evidence: Evidence) -> Draft | None:
    """The headings below the heading that the question names by its number (专栏4)."""
    return enumeration(evidence) if NUMBERED.search(evidence.query.text) else None


def _heading(plan: Plan, section: Section) -> Claim:
    """A heading, or how a section without a name begins."""
    if section.name:
        return Claim(f"{section.number}{section.name}", (Source(plan.id, section.span, section.path, "heading"),))
    span = opening(plan, section)
    text = "".join(plan.quote(span).split())
    short = (
        text if len(text) <= _OPENING else text[: text.rfind("，", 0, _OPENING) + 1 or _OPENING].rstrip("，") + ELLIPSIS
    )
    return Claim(short, (Source(plan.id, span, section.path),))


def _headings(plan: Plan, below: Sequence[Section]) -> Draft | None:
    if not complete(below):
        return None
    claims = [Claim(present.count(len(below)), ())]
    claims += [_heading(plan, section) for section in below]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def section_figures(evidence: Evidence) -> Draft | None:
    """Every figure of the section that the question names."""
    query = evidence.query
    asked = _FIGURES.search(query.text) and not (query.outside and not query.scopes)
    found = named_section(evidence, with_children=False) if asked else None
    if not found:
        return None
    plan, section = found
    inside = [
        i
        for i in evidence.shelf.indicators([plan.id])
        if not i.table and section.body.start <= i.span.start < section.body.end
    ]
    clauses = list({i.span: i for i in sorted(inside, key=lambda i: i.span.start)}.values())
    if not 2 <= len(clauses) <= _LONGEST:
        return None
    claims = [Claim(present.count(len(clauses)), ())]
    claims += [Claim(present_figures.clause(i, "", dated=False), (source(i),)) for i in clauses]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))
