"""Scenes: which region and which year a sentence speaks of, when it does not say so itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.facts.horizon import Horizon, looks_back
from ingest.notation.gazetteer import Region
from ingest.notation.periods import Period
from ingest.notation.regions import regions_in, self_named
from ingest.plans import Paragraph, Plan

_AREA = re.compile(
    r"(?!国家级|省级|市级|各类|重点|加快|推进|建设|支持|打造|[沿以与和在从由对把将依联占]|会同|围绕|支撑|助力|服务|融入|接轨)[一-鿿]{2,8}?(?:科技城|科创大走廊|科创走廊|大走廊|高新区|开发区|示范区|试验区|管理区|新城)"
)
_LEADING_VERB = re.compile(r"^(?:深入|加快|扎实|聚力|推进|建设|支持|打造|推动)+")
_WHOLE = re.compile(r"(?:全|我|本)(?:区|市|省|国|县)(?!级)")
_INTRODUCES = re.compile(r"(?:的?(?:基本)?(?:简介|概况|情况|介绍))?\s*$")
_IS_INTRODUCED = re.compile(r"(?:的?(?:基本)?(?:简介|概况|情况|介绍)\W*$|前身|位于|地处|[东南西北]{1,2}[邻临接靠与])")
_NO_WORDS = re.compile(r"(?:[^一-鿿])*")
_SUBJECT_ENDS = re.compile(r"$|[\s，,。；;的全共实完拥有达在是辖、]|年|城市|排名")
_RANKS = re.compile(r"(?:中|内)?(?:排|第|位|居|前)")
_SETS_OUT = re.compile(r"(?:^|[，。；])\s*(?:计划|将|要|继续|五年内?|新建|更新|建设|加快|力争|安排)")
_AND_OTHERS = re.compile(r"、[一-鿿]")
_NOW = re.compile(r"截[止至]目前|目前|截至现在|现有|迄今")


@dataclass(slots=True)
class Scene:
    """What holds at a point of the text. `year` is "" where nothing says it; `now` marks 目前 without a year.

    `since` is the year that a growth over the stretch starts from: the one before a plan's period, else its first.
    """

    region: str
    year: str = ""
    cue: str = ""
    months: str = ""
    now: bool = False
    since: str = ""


@dataclass(slots=True)
class Scenes:
    """The scenes of a plan, read from its start to its end."""

    plan: Plan
    horizon: Horizon
    ahead: dict[int, tuple[str, str]] = field(default_factory=dict)
    told: str = ""
    heading: str = ""
    heading_place: str = ""
    introduced: tuple[int, str] = (0, "")

    def opening(self, paragraph: Paragraph) -> Scene:
        """The scene at the beginning of a paragraph: its heading's region, the year its section is set in."""
        section = paragraph.section
        if self.horizon.describes and (place := self._introduces(paragraph.text)):
            self.introduced = section, place
        told = self.introduced[1] if self.introduced[0] == section else ""
        self.heading, self.heading_place = self.plan.sections[section].name, told or self._place(paragraph)
        while True:
            if section in self.ahead:
                year, cue = self.ahead[section]
                return Scene(self.heading_place, year, cue)
            parent = self.plan.sections[section].parent
            if parent is None:
                break
            section = parent
        back = self.back(paragraph)
        if back is False and self.horizon.last:
            return Scene(self.heading_place, str(self.horizon.last), "到")
        return Scene(self.heading_place, self.told if self.horizon.report else "")

    def back(self, paragraph: Paragraph) -> bool | None:
        """Whether the headings above a paragraph look back."""
        if self.horizon.report:
            return True
        return looks_back(self.plan.sections[paragraph.section].path)

    def begin(self, scene: Scene, sentence: str) -> None:
        """What a new sentence changes before its own periods count: no months; 目前 is the plan's base year."""
        scene.months = ""
        if self.horizon.describes:
            scene.year, scene.cue = "", ""
        if scene.now and _SETS_OUT.search(sentence) and not _NOW.search(sentence):
            scene.now, scene.year = False, ""
        scene.now = bool(_NOW.search(sentence)) or (scene.now and not scene.cue)
        if _NOW.search(sentence) and self.horizon.base:
            scene.year, scene.cue = str(self.horizon.base), ""

    def note(self, paragraph: Paragraph, scene: Scene, periods: list[Period]) -> None:
        """Keep the times of a sentence: a year to reach holds for its section, any other for its paragraph."""
        for period in periods:
            if period.cue in ("较", "比", "与"):
                continue
            scene.year, scene.cue, scene.since = period.year, period.cue, since(period)
            if period.cue in ("到", "至") and self.horizon.role(period.year, period.cue, "") == "target":
                self.ahead[paragraph.section] = period.year, period.cue
            if self.horizon.report and period.first == self.horizon.base:
                self.told = period.year

    def place_of(self, clause: str) -> str:
        """The region or named area that a clause opens with as its subject, "" where it opens with something else."""
        words = clause.lstrip(" 、，,:：“\0")
        if (whole := _WHOLE.match(words)) and not _RANKS.match(words, whole.end()):
            if self.heading_place.endswith(whole.group()[-1]):
                return self.heading_place
            return self.horizon.region if words[0] in "我本" else self_named(whole.group(), self.horizon.region)
        area = _AREA.match(words)
        if area and self.heading.startswith(area.group()):
            return self.heading_place
        found = regions_in(words[:16], self.horizon.region)
        if found and found[0][0] == 0 and not (area and area.end() > found[0][1]):
            _, end, region = found[0]
            own = region.name == self.horizon.region
            follows = _SUBJECT_ENDS.match(words, end) and not _RANKS.match(words, end)
            if _AND_OTHERS.match(words, end) and not own:
                return ""
            return region.name if own or follows else ""
        return area.group() if area else ""

    def _introduces(self, text: str) -> str:
        """The place that a paragraph of a descriptive text begins to speak of: 某某县位于…, 某某管理区简介."""
        words = text[_NO_WORDS.match(text).end() :]  # type: ignore[union-attr]  # it matches ""
        found = regions_in(words[:16], self.horizon.region)
        if found and found[0][0] == 0 and _IS_INTRODUCED.match(words, found[0][1]):
            return found[0][2].name
        area = _AREA.match(words)
        return area.group() if area and _IS_INTRODUCED.match(words, area.end()) else ""

    def _place(self, paragraph: Paragraph) -> str:
        """The region or area that the nearest heading names, else the plan's region."""
        section: int | None = paragraph.section
        while section:
            words = _LEADING_VERB.sub("", self.plan.sections[section].name)
            if region := introduced(words, self.horizon.region):
                return region.name
            if area := _AREA.match(words):
                return area.group()
            section = self.plan.sections[section].parent
        return self.horizon.region


def introduced(heading: str, home: str) -> Region | None:
    """The division that a heading is, or that it introduces (某某县基本情况); None for any other heading."""
    found = regions_in(heading, home)
    return found[0][2] if found and found[0][0] == 0 and _INTRODUCES.match(heading, found[0][1]) else None


def since(period: Period) -> str:
    """The year that a growth over a stretch starts from: 2015 for 十三五, 2015 for 2015年至2020年, "" for one year."""
    if period.first == period.last:
        return ""
    return str(period.first - 1) if "五" in period.text else str(period.first)
