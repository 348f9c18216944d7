"""A plan's measures: tasks, articles and box items as cards, with who leads, whom they help and with what.

Rules over the outline only: a section that does not look back, set goals or lay down principles, and that has text of
its own, is a card. Every field that is filled carries its span; what the text does not say stays empty.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ingest.duties import Duty, duty, first_leads
from ingest.horizon import looks_back
from ingest.periods import years
from ingest.plans import Measure, Paragraph, Plan, Section, Span
from ingest.quantities import quantities
from ingest.units import dimension

_NO_TASKS = re.compile(
    r"(?:总体(?:要求|思路|定位)|指导思想|基本原则|工作原则|前\s?言|(?:规划|发展|编制)?背景|总\s?则|附\s?则|目\s?录|术语|范围|适用范围|编制依据"
    r"|重要意义|重大意义)(?:[和与及、](?:基本原则|总体要求|指导思想|定义))?"
)
_NUMBERED = re.compile(r"^(?:[（(]|\d|第.{1,5}条|[一二三四五六七八九十]+、|——|专栏|附)")
_TASK_NAME = re.compile(r"^[一二三四五六七八九十]是")
_GRANTS = re.compile(r"给予|补助|补贴|奖励|奖补|资助|贴息|支持|不超过|最高|每家|安排|兑现|减免|投入|设立")
_VALID = re.compile(r"有效期(?:为|至|限)?[^，。；]{1,16}|自[^，。；]{1,20}起(?:施行|实施|执行)")
_SENTENCE_END = "。；;！？"
_AMOUNT_CHARS = 200


def measures(plan: Plan) -> tuple[Measure, ...]:
    """One card a task, article or box item, in the order of the text."""
    own: dict[int, list[Paragraph]] = {}
    for block in plan.blocks:
        if isinstance(block, Paragraph):
            own.setdefault(block.section, []).append(block)
    leads = first_leads(plan.text)
    return tuple(
        _card(plan, section, own[section.index], leads)
        for section in plan.sections
        if section.index in own and _is_task(plan, section)
    )


def _is_task(plan: Plan, section: Section) -> bool:
    """Whether a section tells what is to be done: a numbered item or box item, not a chapter above such items."""
    chain = _chain(plan, section)
    if section.index == 0 or any(_NO_TASKS.fullmatch(plan.sections[at].name.strip()) for at in chain):
        return False
    if plan.facts.kind == "报道" or looks_back(section.path) is not None:
        return False
    if any(other.parent == section.index and other.number for other in plan.sections):
        return False
    in_box = any(plan.sections[at].is_box for at in chain)
    return bool(in_box or _NUMBERED.match(section.number) or _TASK_NAME.match(section.name))


def _chain(plan: Plan, section: Section) -> list[int]:
    chain = [section.index]
    while (parent := plan.sections[chain[-1]].parent) is not None:
        chain.append(parent)
    return chain


def _card(plan: Plan, section: Section, paragraphs: list[Paragraph], leads: bool) -> Measure:
    start = min(section.span.start, paragraphs[0].pieces[0].start)
    end = max(piece.end for paragraph in paragraphs for piece in paragraph.pieces)
    span = Span(start, end, section.span.page or paragraphs[0].pieces[0].page)
    card = _Card(paragraphs)
    found = next(filter(None, (duty(paragraph) for paragraph in reversed(paragraphs))), None) or Duty()
    lead = found.lead or (found.units[0] if leads and found.units else "")
    spans = list(found.spans)
    if lead and not found.lead:
        spans.append(("lead_unit", dict(found.spans)["units"]))
    return Measure(
        plan_id=plan.id,
        number=section.number,
        title=section.name,
        section=section.path,
        span=span,
        quote=plan.quote(span),
        lead_unit=lead,
        units=found.units,
        deadline=card.deadline(),
        beneficiaries=card.beneficiaries(),
        instruments=card.instruments(),
        amounts=card.amounts(),
        fields=(*spans, *card.spans),
    )


class _Card:
    """The paragraphs of a measure while its fields are read; `spans` collects where each value stands."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.spans: list[tuple[str, Span]] = []
        for paragraph in paragraphs:
            if found := _VALID.search(paragraph.text):
                self._note("validity", paragraph, found.start(), found.end())

    def deadline(self) -> str:
        """The first time by which something is to be done: 到2027年, 2025年底前."""
        for paragraph in self.paragraphs:
            for period in years(paragraph.text):
                before = paragraph.text[period.end : period.end + 1] == "前"
                if period.cue in ("到", "至") or before:
                    start = period.start - len(period.cue) if not before else period.start
                    self._note("deadline", paragraph, start, period.end + before)
                    return paragraph.text[start : period.end + before]
        return ""

    def beneficiaries(self) -> tuple[str, ...]:
        """Whom the measure names, in the order of the text."""
        return self._found("beneficiaries", _beneficiaries())

    def instruments(self) -> tuple[str, ...]:
        """By what means it works, in the order of the text."""
        return self._found("instruments", _instruments())

    def amounts(self) -> tuple[str, ...]:
        """Sums of money with the condition they hang on, as the sentence has them."""
        told: dict[str, None] = {}
        for paragraph in self.paragraphs:
            text = paragraph.text
            for quantity in quantities(text):
                if dimension(quantity.unit).partition("/")[0] != "金额":
                    continue
                start = max(text.rfind(mark, 0, quantity.start) for mark in _SENTENCE_END) + 1
                end = min((at for mark in "，,。；;" if (at := text.find(mark, quantity.end)) >= 0), default=len(text))
                start = max(start, end - _AMOUNT_CHARS)
                if _GRANTS.search(text, start, end):
                    told[text[start:end].strip()] = None
                    self._note("amounts", paragraph, start, end)
        return tuple(told)

    def _found(self, field: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        told: dict[str, None] = {}
        for paragraph in self.paragraphs:
            for found in pattern.finditer(paragraph.text):
                label = _labels()[int(found.lastgroup[1:])] if found.lastgroup else found.group()
                if label not in told:
                    told[label] = None
                    self._note(field, paragraph, found.start(), found.end())
        return tuple(told)

    def _note(self, field: str, paragraph: Paragraph, start: int, end: int) -> None:
        self.spans.append((field, paragraph.source_span(start, end)))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("ingest").joinpath("measures.toml").read_text("utf-8"))


@cache
def _beneficiaries() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_words()["beneficiaries"], key=len, reverse=True))))


@cache
def _labels() -> tuple[str, ...]:
    return tuple(_words()["instruments"])


@cache
def _instruments() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<i{at}>{_words()['instruments'][label]})" for at, label in enumerate(_labels())))
