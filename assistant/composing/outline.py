"""How a plan is built: how many articles, parts, boxes or tables it has, what they are called, and which it lacks."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.records.naming_places import number_of
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import QUOTED
from assistant.words import present, present_meta
from ingest.plans import Plan, Span, Table
from ingest.structure.headings import numbered, ordinal

_STRUCTURE = re.compile(r"(多少|(?<!哪)几)个?大?(条|部分|(?<=大)块|章|专栏|张?(?:附表|表))")
_SO_MANY_OF = re.compile('(表|专栏)[”"]?(?:又|一共|总共|共)?有?(?:几|多少)[张个]?')
_OTHER = re.compile("责任单位|牵头|任务|目标")
_LAST = re.compile("最[后末]的?(?:那|一)?[条章个]|末条")
_NAMES = re.compile(r"各(讲|是|叫|写)|都(叫|讲|是)|分别|目录|哪[几些]|列")
_CONTENTS = re.compile(r"(?:规划|意见|文件|办法|方案|计划|纲要).{0,3}目录")
_OF_A_SECTION = re.compile(r"[”\"][这那一]{0,2}(?:[节章段里中]|部分)")
_PART = re.compile(r"第\s?([一二三四五六七八九十]{1,4}|\d{1,3})\s?(条|章|个?部分)")


def plan_structure(evidence: Evidence) -> Draft | None:
    """How many articles, parts, boxes or tables a plan has, with their names where those are asked for."""
    query = evidence.query
    text = _SO_MANY_OF.sub(r"几个\1", query.text.replace("带编号的", ""))
    asked = list(dict.fromkeys(found.group(2).replace("块", "部分") for found in _STRUCTURE.finditer(text)))
    asked = asked or (["部分"] if _CONTENTS.search(query.text) else [])
    if not asked or not query.plan_ids or _OTHER.search(query.text) or _OF_A_SECTION.search(query.text):
        return None
    plan = evidence.plan_of(query.plan_ids[0])
    if any(section.name in QUOTED.findall(query.text) for section in plan.sections):
        return None
    claims = []
    for kind in asked:
        numbered_only = kind.endswith("表") and "编号" in query.text
        spans = [] if plan.contents and kind in ("章", "部分") else counted(plan, kind, numbered_only=numbered_only)
        if not spans:
            claims += _in_contents(plan, kind)
        elif _NAMES.search(query.text):
            claims += [Claim(present_meta.parts(plan.title, len(spans), kind.lstrip("张附")), ()), *_named(plan, spans)]
        else:
            ends = [Source(plan.id, span, (), "heading") for span in dict.fromkeys((spans[0], spans[-1]))]
            claims.append(Claim(present.structure(plan.title, len(spans), kind.lstrip("张附")), tuple(ends)))
        claims += _named(plan, spans[-1:]) if spans and _LAST.search(query.text) else []
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if claims else None


def _named(plan: Plan, spans: list[Span]) -> list[Claim]:
    return [Claim(" ".join(plan.quote(span).split()), (Source(plan.id, span, (), "heading"),)) for span in spans]


def _in_contents(plan: Plan, kind: str) -> list[Claim]:
    """The entries of the contents list: the top ones, or those under 附表."""
    entries = list(plan.contents)
    if kind.endswith("表"):
        at = next((i for i, entry in enumerate(entries) if re.fullmatch("附表|附件", entry.value)), len(entries))
        spans = [entry.span for entry in entries[at + 1 :]]
        head = present.listed_in_contents(plan.title, entries[at].value, len(spans)) if spans else ""
    else:
        styles = [heading.style if (heading := numbered(plan.quote(e.span))) else "" for e in entries]
        first = next(filter(None, styles), "")
        spans = [entry.span for entry, style in zip(entries, styles, strict=True) if style and style == first]
        head = present_meta.listed_parts(plan.title, len(spans))
    return [Claim(head, ()), *_named(plan, spans)] if spans else []


def counted(plan: Plan, kind: str, *, numbered_only: bool = False) -> list[Span]:
    """The headings (or captions) of one kind, in order; of tables all or only the numbered ones."""
    sections = plan.sections[1:]
    if kind == "专栏":
        return [s.span for s in sections if s.is_box]
    if kind.endswith("表"):
        tables = [b for b in plan.blocks if isinstance(b, Table)]
        return [b.caption_span or b.span for b in tables if not numbered_only or number_of(b.caption)]
    if kind == "条":
        articles = [s.span for s in sections if s.number.startswith("第") and s.number.endswith("条")]
        items = [s.span for s in sections if re.match("[（(][一二三四五六七八九十]+[）)]", s.number)]
        return articles or items or [s.span for s in sections if re.match(r"\d+[.．、]?$", s.number)]
    return [s.span for s in sections if s.level == 1 and s.number]


def no_such_part(evidence: Evidence) -> Draft | None:
    """A refusal where the question asks for the 21st article of a plan that has 18."""
    query = evidence.query
    found = _PART.search(query.text)
    if not found or len(query.plan_ids or ()) != 1:
        return None
    plan = evidence.plan_of(query.plan_ids[0])
    kind = found.group(2).lstrip("个")
    spans = counted(plan, kind)
    written = re.sub(r"\s", "", found.group())
    if len(spans) < 2 or ordinal(found.group(1)) <= len(spans) or plan.contents or written in plan.text:
        return None
    ends = tuple(Source(plan.id, span, (), "heading") for span in (spans[0], spans[-1]))
    said = present_meta.no_such_part(plan.title, written, len(spans), kind)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(said, ends),))
