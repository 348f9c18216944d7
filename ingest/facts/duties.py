"""Who is in charge: the responsible units that a paragraph names, and which of them leads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.plans import Paragraph, Span

_LABEL = re.compile(r"(?P<role>牵头|责任|主要责任|主办|负责|配合|参与|协办|协同)(?:单位|部门)[：:]\s*")
_NOTE = re.compile(r"[\s，,；;（(]*(?:按照?|以)?(?:排|列)(?:名|在)?第一(?:位|的)*[^，。；）)]{0,12}牵头(?:单位|部门)?")
_RULE = re.compile(r"(?:排|列)(?:名|在)?(?:第一|首位)(?:位|的)*[^，。；]{0,12}牵头")
_BY = re.compile(r"由([一-鿿、（）()]{2,40}?)(?:牵头|负责|会同)")
_OFFICE = r"[一-鿿（）()]{2,14}?(?:局|委|办|厅|部门?|院|司|署|中心)"
_TOGETHER = re.compile(rf"会同{_OFFICE}(?:、{_OFFICE})*(?!、)")
_IN_BRACKETS = re.compile(
    r"[（(]((?:[^（）()]|[（(][^（）()]{0,12}[）)]){2,120}?)(?:按职责分工|分工|共同)?负责[）)]\s*$"
)
_LEADS = re.compile(r"([一-鿿（）()]{2,24}?)牵头[，,]?\s*")
_UNIT = re.compile(r"(?:[^、，,；;（）()]|[（(][^（）()]{0,20}[）)])+")
_WITH = re.compile(r"等?(?:按职责分工|分工|共同|配合|参与|负责|各司其职)+$")
_LEADING = ("牵头", "主办", "主要责任")


@dataclass(frozen=True, slots=True)
class Duty:
    """The units in the order named; `lead` where the text itself says who leads; `spans` where they stand."""

    units: tuple[str, ...] = ()
    lead: str = ""
    spans: tuple[tuple[str, Span], ...] = ()


def first_leads(text: str) -> bool:
    """Whether a plan lays down that the first unit of a list leads (排第一责任单位为牵头单位)."""
    return bool(_RULE.search(text))


def duty(paragraph: Paragraph) -> Duty | None:
    """The duty that a paragraph lays down, None where it names nobody."""
    text = paragraph.text
    labels = list(_LABEL.finditer(text))
    if labels:
        return _labelled(paragraph, labels)
    if found := _IN_BRACKETS.search(text):
        return _named(paragraph, found[1], found.start(1), _leader(found[1]))
    if found := _BY.search(text):
        units = _units(found[1])
        lead = units[0] if units and text[found.end(1) : found.end(1) + 2] in ("牵头", "会同") else ""
        others = _TOGETHER.match(text, found.end(1))
        words = found[1] + (others.group() if others else "")
        return _named(paragraph, words, found.start(1), lead) if _is_office(units) else None
    return None


def together(duties: list[Duty]) -> Duty:
    """The duties of several paragraphs as one; where more than one lays down units, nobody leads them all."""
    if len(duties) == 1:
        return duties[0]
    units = dict.fromkeys(unit for one in duties for unit in one.units)
    return Duty(tuple(units), spans=tuple(span for one in duties for span in one.spans if span[0] == "units"))


def _labelled(paragraph: Paragraph, labels: list[re.Match[str]]) -> Duty:
    text = paragraph.text
    units: list[str] = []
    lead, lead_span = "", None
    for at, label in enumerate(labels):
        limit = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        end = _list_end(text, label.end(), limit)
        listed = _units(_NOTE.split(text[label.end() : end])[0])
        if label["role"] in _LEADING and listed and not lead:
            lead, lead_span = listed[0], paragraph.source_span(label.end(), end)
        units.extend(unit for unit in listed if unit not in units)
    whole = paragraph.source_span(labels[0].start(), _list_end(text, labels[-1].end(), len(text)))
    spans = (("units", whole), *((("lead_unit", lead_span),) if lead_span else ()))
    return Duty(tuple(units), lead, spans)


def _named(paragraph: Paragraph, words: str, start: int, lead: str) -> Duty:
    span = paragraph.source_span(start, start + len(words))
    spans = (("units", span), *((("lead_unit", span),) if lead else ()))
    return Duty(_units(words), lead, spans)


def _leader(words: str) -> str:
    found = _LEADS.match(words)
    return found[1] if found else ""


def _list_end(text: str, start: int, limit: int) -> int:
    """Where a list of units ends: at the full stop or at the bracket that closes around it."""
    depth = 0
    for at in range(start, limit):
        if text[at] in "（(":
            depth += 1
        elif text[at] in "）)":
            depth -= 1
            if depth < 0:
                return at
        elif depth == 0 and text[at] in "。；;":
            return at
    return limit


def _units(words: str) -> tuple[str, ...]:
    """区委组织部（人才办）、区科技局 → two units; 牵头, 配合, 负责 and the like are no part of a name."""
    parts = (_WITH.sub("", part.strip()) for part in _UNIT.findall(re.sub(r"牵头[，,]?|会同|、?等(?=$)", "、", words)))
    return tuple(dict.fromkeys(part.removesuffix("等") for part in parts if len(part) > 1))


def _is_office(units: tuple[str, ...]) -> bool:
    return bool(units) and all(
        re.search(r"[局委办厅部院会司处队心府门]$|[）)]$|单位$|集团$|公司$", unit) for unit in units
    )
