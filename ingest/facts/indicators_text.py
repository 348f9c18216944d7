"""Indicators from sentences: targets and figures of the body text, with region, year, comparator and scope."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.facts.clauses import Cut
from ingest.facts.fields import with_fields
from ingest.facts.horizon import Horizon
from ingest.facts.naming import Named, concept_told, is_of_divisions, is_rank, named
from ingest.facts.parted import Part, Whole, part
from ingest.facts.scenes import Scene, Scenes
from ingest.facts.sentences import SENTENCE, Sentence, apart
from ingest.facts.timing import Time, when
from ingest.notation.quantities import quantities
from ingest.notation.regions import region_named
from ingest.plans import Indicator, Paragraph, Plan, Quantity, Role

_ALL_OF_THEM = re.compile(r"共|累计|合计")
_ASIDE = r"\s*(?:以上)?(?:[（(][^（）()]{1,16}[）)])?"
_LIST_MARK = re.compile(rf"{_ASIDE}、\s*")
_GOVERNED_MARK = re.compile(rf"{_ASIDE}[，、]\s*")
_VERB_MARK = re.compile(r"\s*、\s*[一-鿿]{0,4}")
_SUBJECT_CHARS = 40
_CLOSING_FLOW = re.compile(r"(?<=..)(?:新增|净增)$")
_THAN = re.compile(r"^\s*(?:较|比)\s*")


def from_sentences(plan: Plan, horizon: Horizon) -> Iterator[Indicator]:
    """One record a figure that a sentence gives a name."""
    scenes = Scenes(plan, horizon)
    for block in plan.blocks:
        if isinstance(block, Paragraph):
            yield from _Reader(plan, horizon, scenes, block).records()


@dataclass(slots=True)
class _Before:
    """The figure before in the same sentence: what a bare 同比增长 refers to, and the verb its list stands under."""

    name: str = ""
    end: int = 0
    since: str = ""
    flow: str = ""
    often: str = ""
    governs: bool = False


class _Reader:
    """One paragraph."""

    def __init__(self, plan: Plan, horizon: Horizon, scenes: Scenes, paragraph: Paragraph) -> None:
        self.plan, self.horizon, self.scenes, self.paragraph = plan, horizon, scenes, paragraph
        self.scene: Scene = scenes.opening(paragraph)
        self.back = scenes.back(paragraph)
        own = region_named(horizon.region)
        self.own = (horizon.region, own.short if own else "")
        self.before, self.whole = _Before(), Whole()

    def records(self) -> Iterator[Indicator]:
        """The records of the paragraph, sentence by sentence; each says what holds for those after it."""
        for match in SENTENCE.finditer(self.paragraph.text):
            since, past = (self.scene.year[-4:], self.horizon.past) if self.back else ("", "")
            ahead = "" if self.back else self.horizon.ahead
            sentence = Sentence(match.group(), match.start(), since, past, self._places(), ahead)
            self.scenes.begin(self.scene, sentence.text)
            self.before, self.whole = _Before(), Whole()
            placed = 0
            told: list[Indicator] = []
            for quantity in apart(quantities(sentence.text)):
                placed = self._move(sentence, placed, quantity.start)
                if not is_of_divisions(sentence, quantity) and (record := self._record(sentence, quantity)):
                    told.append(record)
            yield from with_fields(told)
            self.scenes.note(self.paragraph, self.scene, sentence.setting)

    def _move(self, sentence: Sentence, start: int, end: int) -> int:
        """Follow the subject from clause to clause: 青山湖科技城实现…, 全区拥有…"""
        ends = sentence.ends
        for place in ends[bisect_left(ends, start) : bisect_right(ends, end)]:
            if region := self.scenes.place_of(sentence.body[place : place + _SUBJECT_CHARS]):
                self.scene.region = region
        return end

    def _places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(place for place in (self.scene.region, *self.own) if place))

    def _record(self, sentence: Sentence, quantity: Quantity) -> Indicator | None:
        start = sentence.lead_start(quantity.start, self.before.end)
        if shared := part(sentence, quantity, start, self.whole, self.scene.region):
            return self._part(sentence, quantity, shared)
        found = named(sentence, quantity, start, self.before.name, self._places())
        if found is None:
            words = re.search(r"[一-鿿]", sentence.body[start : quantity.start])
            self.before = _Before("" if words else self.before.name, quantity.end, self.before.since)
            self.whole = Whole("", quantity.unit, quantity.end)
            return None
        self.whole = Whole(found.name, quantity.unit, quantity.end)
        time = when(self.scene, sentence, quantity, self.before.since, growth=found.growth is not None)
        role = self._role(sentence, quantity, time, found.growth is not None)
        nature = self._nature(sentence, quantity, found, time)
        self._remember(sentence, quantity, found, time.year if time.cue == "从" else "")
        name = found.name
        if found.growth is not None and role == "target":
            name += _THAN.sub("", sentence.body[found.growth : quantity.start]).strip(" 约近达了")
        if role == "target" and "年均" in quantity.nature and not sentence.setting:
            time = Time(self.horizon.ahead or time.year)
        return self._indicator(sentence, quantity, found.cut, name, role, time.year, nature)

    def _part(self, sentence: Sentence, quantity: Quantity, shared: Part) -> Indicator | None:
        """The record of a place's share in a figure; none where the text does not name the figure or the place."""
        self.whole = Whole(shared.name, quantity.unit, quantity.end, parted=True)
        self.before = _Before(shared.name, quantity.end, self.before.since)
        if not (shared.name and shared.place):
            return None
        time = when(self.scene, sentence, quantity, self.before.since, growth=False)
        role = self._role(sentence, quantity, time, growth=False)
        record = self._indicator(sentence, quantity, None, shared.name, role, time.year, quantity.nature)
        return replace(record, region=shared.place)

    # --- when, as what -----------------------------------------------------------------------------------------

    def _role(self, sentence: Sentence, quantity: Quantity, time: Time, growth: bool) -> Role:
        role: Role = "actual"
        if time.year or (time.cue != "从" and self.back is None):
            role = self.horizon.role(time.year, time.cue, sentence.text)
        elif time.cue != "从" and self.back is False:
            role = "target"
        if role == "target" and (not is_rank(quantity) or time.year):
            return role
        if is_rank(quantity):
            return "rank"
        return "growth" if growth or quantity.unit in ("倍", "百分点") else "actual"

    def _nature(self, sentence: Sentence, quantity: Quantity, found: Named, time: Time) -> str:
        words = [word for word in quantity.nature.split("、") if word != "排名"]
        if found.cut and found.cut.flow:
            words.append(found.cut.flow)
        elif found.cut and self._listed(sentence, found.cut):
            words.append(self.before.flow)
        if found.cut and self.before.often and _VERB_MARK.fullmatch(sentence.body, self.before.end, found.cut.start):
            words.insert(0, self.before.often)
        words.append(found.scope)
        if time.months and time.months not in ("12", "1-12"):
            words.append(f"{time.months}月")
        if time.inferred:
            words.append("起点")
        elif self.scene.now and not sentence.setting:
            words.append("目前")
        return "、".join(dict.fromkeys(word for word in words if word))

    # --- the list a figure stands in ---------------------------------------------------------------------------

    def _listed(self, sentence: Sentence, cut: Cut) -> bool:
        """Whether a name only continues a list, so that the verb at the head of the list is its verb too."""
        mark = _GOVERNED_MARK if self.before.governs else _LIST_MARK
        return bool(self.before.end and mark.fullmatch(sentence.body, self.before.end, cut.start))

    def _remember(self, sentence: Sentence, quantity: Quantity, found: Named, year: str) -> None:
        cut = found.cut
        listed = cut is not None and self._listed(sentence, cut)
        own_flow = cut.flow if cut else ""
        head = sentence.body[max(0, cut.start - 4) : cut.start] if cut else ""
        self.before = _Before(
            name=self.before.name if cut is None and self.before.name else _CLOSING_FLOW.sub("", found.name),
            end=quantity.end,
            since=year or self.before.since,
            flow=own_flow or (self.before.flow if listed else ""),
            often="每年" if "每年" in quantity.nature else "",
            governs=bool(own_flow and _ALL_OF_THEM.search(head)) or (listed and self.before.governs),
        )

    def _indicator(
        self, sentence: Sentence, quantity: Quantity, cut: Cut | None, name: str, role: Role, year: str, nature: str
    ) -> Indicator:
        start = sentence.clause_start(min(quantity.start, cut.start if cut else quantity.start))
        end = sentence.clause_end(max(quantity.end, cut.end if cut else 0))
        span = self.paragraph.source_span(sentence.offset + start, sentence.offset + min(end, len(sentence.text)))
        return Indicator(
            plan_id=self.plan.id,
            name=name,
            concept=concept_told(name, nature, role, quantity),
            region=self.scene.region,
            year=year,
            role=role,
            comparator=quantity.comparator,
            value=str(quantity.value) if quantity.high is None else f"{quantity.value}-{quantity.high}",
            unit=quantity.unit,
            nature=nature,
            table="",
            group="",
            heading=self.plan.sections[self.paragraph.section].path,
            span=span,
            quote=self.plan.quote(span),
        )
