"""What a plan looks back on and forward to: the region it speaks for, its years, and what a year means in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ingest.notation.periods import Period, years
from ingest.notation.regions import regions_in
from ingest.plans import Paragraph, Plan, Role

_PAST = re.compile(
    r"(?:发展|现实|工作|已有|良好)基础|现状|成效|成绩|回顾|完成情况|存在问题|主要问题|问题$|短板|差距|形势$|面临形势"
    r"|不足$|不强$|有待|缺乏$|失衡$|^.{1,3}缺位"
)
_GOAL = re.compile(r"(?:目标|指标)(?!责任|考核|管理|任务|导向)|(?<!市场|需求|问题|结果)导向$|愿景|展望")
_TASK = re.compile(r"任务|部署|举措|措施|行动|工程|计划|保障")
_SETS_OUT = re.compile(
    r"力争|争取|确保|到20\d\d年|计划|预期|达到|新增|建成|培育|引进|争创|筹建|每年|以上|超过|突破|提高到|提高至|控制在|建设总?规模|增加到|增加至|发展到|扩大到|下降到|降低到|减少到|遴选"
    r"|实现|选树|推进|"
    r"不低于|不少于"
)
_STANDS = re.compile(r"共有|现有|目前|截[止至]|已经?(?:建|有|达|完)|占全|同比|总面积")
_OPENING = 6000
_OFTEN = 3

_OF_ONE_YEAR = re.compile("计划|要点|安排|任务")
_DESCRIBES = re.compile(r"(?:简介|概况|情况|介绍|县情|市情|区情)(?:[（(][^（）()]*[）)])?$")


@dataclass(frozen=True, slots=True)
class Horizon:
    """`base` is the last year looked back on, `last` the year planned to; None where the text does not tell.

    `past` is the stretch before ("2016-2020"), for phrases such as 五年间. `report` marks a text that tells what was
    done and plans nothing, `describes` one that says how a place is: its years hold for their own sentence.
    """

    region: str
    base: int | None
    last: int | None
    past: str
    report: bool
    describes: bool = False

    @property
    def ahead(self) -> str:
        """The stretch planned for ("2021-2025"), "" where it is not told."""
        return f"{self.base + 1}-{self.last}" if self.base and self.last else ""

    def role(self, year: str, cue: str, sentence: str) -> Role:
        """Whether a value of that year is a target or an actual figure."""
        if self.describes:
            return "actual"
        if self.report:
            return "target" if year and self.base and int(year[-4:]) > self.base else "actual"
        if year and self.base is not None:
            return "actual" if int(year[-4:]) <= self.base else "target"
        if cue in ("到", "至", "展望"):
            return "target"
        return "target" if _looks_ahead(sentence) else "actual"


def horizon(plan: Plan) -> Horizon:
    """Read region and years off a plan's facts, and off its opening where the facts are silent."""
    spans = (*(years(plan.facts.period.value) if plan.facts.period else ()), *years(plan.title))
    stretch = next((span for span in spans if span.first != span.last), None)
    report = plan.facts.kind == "报道"
    if stretch:
        return Horizon(region_of(plan), stretch.first - 1, stretch.last, _before(stretch), report)
    if report:
        told = Counter(span.year for span in years(plan.text[:_OPENING]) if span.first == span.last)
        base = int(told.most_common(1)[0][0]) if told else None
        return Horizon(region_of(plan), base, None, "", report)
    if _DESCRIBES.search(plan.title):
        return Horizon(region_of(plan), None, None, "", report, describes=True)
    single = next((span for span in spans if span.first == span.last), None)
    if single and _OF_ONE_YEAR.search(plan.title):
        return Horizon(region_of(plan), single.first - 1, single.last, "", report)
    ahead = [span for span in years(plan.text[:_OPENING]) if span.cue in ("到", "至") and span.first == span.last]
    dated = years(plan.facts.date.value) if plan.facts.date else ()
    base = dated[0].first - 1 if dated else None
    return Horizon(region_of(plan), base, ahead[0].last if ahead else None, "", report)


def region_of(plan: Plan) -> str:
    """The division a plan speaks for, 全国 for a national one, "" where neither its facts nor its opening name one."""
    for source in (plan.facts.region.value if plan.facts.region else "", plan.title):
        found = regions_in(source)
        if found:
            return found[-1][2].name
    if plan.facts.level == "国家":
        return "全国"
    opening = " ".join(block.text for block in plan.blocks if isinstance(block, Paragraph))[:_OPENING]
    found = [region for *_, region in regions_in(opening)]
    named = Counter((len(region.above), region.name) for region in found)
    place = max((place for place in named if named[place] >= _OFTEN), default=(0, ""))[1]
    akin = sum(1 for region in found if place in (region.name, *region.above))
    return place if 2 * akin >= len(found) else ""


@lru_cache(maxsize=64)
def _looks_ahead(sentence: str) -> bool:
    """Asked for every figure of a sentence, hence kept."""
    return bool(_SETS_OUT.search(sentence)) and not _STANDS.search(sentence)


def looks_back(path: tuple[str, ...]) -> bool | None:
    """Whether a heading path is about what was (True) or about goals (False); None where it does not say."""
    for name in reversed(path):
        if _GOAL.search(name):
            return False
        if _PAST.search(name):
            return True
        if _TASK.search(name):
            return None
    return None


def _before(stretch: Period) -> str:
    length = stretch.last - stretch.first
    return f"{stretch.first - 1 - length}-{stretch.first - 1}"
