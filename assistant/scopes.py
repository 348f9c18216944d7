"""Which loaded plans a question speaks of: regions by full or short name, kinds of document, places not loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from assistant.answers import Scope
from assistant.mentions import Mention, Titles
from ingest.plans import PlanFacts
from ingest.regions import region_named, regions_in

_SUFFIX = re.compile(r"(特别行政区|自治[区州县]|新区|高新区|开发区|[省市区县旗州盟])$")
_OWN = {
    "县区": ("我们区", "我区", "全区", "区里", "本区", "我们县", "全县"),
    "市": ("全市", "我市", "市里", "我们市", "本市", "市本级", "市级层面"),
    "省": ("全省", "我省", "省里"),
}
_NAMES_A_PLAN = re.compile(
    r"[区市县]?(?:的)?(?:十四五|科技|创新|发展|这份|那份|的){0,3}(?:规划|意见|报道|文件)(?!目标)"
)
_SPEAKERS = re.compile("我|本|区里|市里|省里")
_APART = 3
_JOINED = re.compile("[一-鿿][和与跟及、]$")
_JOINS = re.compile("[和与跟及、]")
_REPORT = re.compile(r"报道|新闻|报纸")
_LEFT_OUT = re.compile(r"(别给|别跟我说|不要|不是|别拿|别说|除了|非)(我)?$")
_RANKED_IN = re.compile(r"全?[市省国区].{0,6}(排|第几|位次|名次|居)")


class Loaded(Protocol):
    """What is known of a loaded plan."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def facts(self) -> PlanFacts: ...


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a text names: loaded ones as scopes, others as names; where they stand in the text; and those of
    which "我们区" may mean any."""

    scopes: tuple[Scope, ...]
    outside: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    any_of: tuple[Scope, ...] = ()


class Reader:
    """Reads places in questions, for one set of loaded plans."""

    def __init__(self, plans: Sequence[Loaded]) -> None:
        self._plans = plans
        self._titles = Titles((plan.id, plan.title) for plan in plans)
        self._names: dict[str, list[str]] = {}
        for plan in plans:
            for name in names_of(plan):
                self._names.setdefault(name, []).append(plan.id)
        ordered = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile("|".join(re.escape(name) for name in ordered)) if ordered else None

    def places(self, text: str) -> Places:
        """Find the places, longest names first; "全市" and "我们区" count where one region of that level is loaded."""
        found: dict[str, Scope] = {}
        ranges: list[tuple[int, int]] = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            if not _is_scope(text, match):
                continue
            ids = tuple(self._of_kind(self._plans_first(self._names[match.group(0)]), text))
            key = self._region(ids[0])
            found.setdefault(key, Scope(match.group(0), ids))
            ranges.append(match.span())
        any_of: tuple[Scope, ...] = ()
        for level, word, at in _own(text):
            ids = tuple(p.id for p in self._plans if p.facts.level == level)
            regions = list(dict.fromkeys(self._region(i) for i in ids))
            if len(regions) == 1:
                if not found or level == "市":
                    found.setdefault(regions[0], Scope(word, ids))
                ranges.append((at, at + len(word)))
            elif regions and _SPEAKERS.match(word):
                each = (Scope(one, tuple(i for i in ids if self._region(i) == one)) for one in regions)
                any_of = tuple(replace(s, plan_ids=tuple(self._plans_first(list(s.plan_ids)))) for s in each)
                ranges.append((at, at + len(word)))
        outside = self._outside(text, ranges)
        found = _targets(found, text, ranges, bool(outside))
        elsewhere = {at for start, end, _ in outside for at in range(start + 1, end + _APART)}
        named = [mention for mention in self._titles.mentions(text) if mention.start not in elsewhere]
        ranges += [(mention.start, mention.end) for mention in named]
        outside = [place for place in outside if not any(m.start <= place[0] < m.end for m in named)]
        scopes = _narrowed(tuple(found.values()), text, named)
        names = tuple(dict.fromkeys(name for *_, name in outside))
        return Places(scopes, names, tuple(ranges), () if scopes or names else any_of)

    def named(self, text: str) -> tuple[Scope, ...]:
        """The plans whose whole title a text holds, else those of the regions that it names."""
        titled = tuple(Scope(f"《{plan.title}》", (plan.id,)) for plan in self._plans if plan.title in text)
        return titled or self.places(text).scopes

    def _plans_first(self, ids: list[str]) -> list[str]:
        """A region's plans before the reports about it."""
        return sorted(ids, key=lambda i: self._kind(i) == "报道")

    def _of_kind(self, ids: list[str], text: str) -> list[str]:
        """Only the reports, or only the plans, where the question speaks of the one and not of the other."""
        report, plan = bool(_REPORT.search(text)), bool(re.search(r"规划(?!目标)|意见里|政策里|文件里", text))
        if report == plan:
            return ids
        return [i for i in ids if (self._kind(i) == "报道") == report] or ids

    def _kind(self, plan_id: str) -> str:
        return next(p.facts.kind for p in self._plans if p.id == plan_id)

    def _region(self, plan_id: str) -> str:
        plan = next(p for p in self._plans if p.id == plan_id)
        return short(plan.facts.region.value) if plan.facts.region else plan.title

    def _outside(self, text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
        """Places of the gazetteer that are no loaded plan's region."""
        homes = [p.facts.region.value for p in self._plans if p.facts.region]
        found = regions_in(text, *homes)
        free = [(a, b, region) for a, b, region in found if not any(a < end and start < b for start, end in ranges)]
        known = {short(home) for home in homes}
        above = {name for _, _, region in found if region.short in known for name in region.above}
        return [(a, b, region.short) for a, b, region in free if region.short not in known and region.name not in above]


def _own(text: str) -> list[tuple[str, str, int]]:
    """The words for one's own region in a text, with their level and place; not those to rank in or to leave out."""
    words = ((level, word, text.find(word)) for level, words in _OWN.items() for word in words)
    return [
        (level, word, at)
        for level, word, at in words
        if at >= 0 and not _RANKED_IN.search(text, at, at + 14) and not _LEFT_OUT.search(text[:at])
    ]


def _targets(found: dict[str, Scope], text: str, ranges: Sequence[tuple[int, int]], outside: bool) -> dict[str, Scope]:
    """The regions asked about, where others are only named as those whose plan is to say it ("杭州规划里的临安")."""
    named = [(a, b) for a, b in ranges if (m := _NAMES_A_PLAN.match(text, b)) and not _JOINS.match(text, m.end())]
    cited = {text[start:end] for start, end in named if not _JOINED.search(text, 0, start)}
    targets = {key: scope for key, scope in found.items() if scope.name not in cited}
    if not cited or not (outside or targets):
        return found
    sources = tuple(i for scope in found.values() if scope.name in cited for i in scope.plan_ids)
    return {key: Scope(scope.name, tuple(dict.fromkeys((*scope.plan_ids, *sources)))) for key, scope in targets.items()}


def _narrowed(scopes: tuple[Scope, ...], text: str, named: Sequence[Mention]) -> tuple[Scope, ...]:
    """The scopes of the regions, each held to the plans that are named by title; these alone where no region is."""
    if not scopes:
        own = {mention.plan_ids: Scope(text[mention.start : mention.end], mention.plan_ids) for mention in named}
        return tuple(own.values())
    titled = {id for mention in named for id in mention.plan_ids}
    kept = [tuple(id for id in scope.plan_ids if id in titled) or scope.plan_ids for scope in scopes]
    return tuple(replace(scope, plan_ids=ids) for scope, ids in zip(scopes, kept, strict=True))


def _is_scope(text: str, match: re.Match[str]) -> bool:
    """Whether a named region is what is asked about: not one to rank in ("杭州第几") and not one to leave out."""
    after = text[match.end() : match.end() + 16]
    before = text[max(0, match.start() - 4) : match.start()]
    ranked = re.match(
        r"(市|区|全市)?(?:[各所]有?|的)?(\d*个?[区县市（）()、]{1,8}[里中内]?的?)?(第几|排第|排名|排多少|位次|名次)",
        after,
    )
    return not ranked and not _LEFT_OUT.search(before)


@lru_cache(4096)
def short(region: str) -> str:
    """The last part of a region's name without its suffix: 杭州市临安区 → 临安, 杭州高新区（滨江） → 滨江."""
    inner = re.search(r"[（(]([一-鿿]{2,4})[）)]", region)
    if inner:
        return inner.group(1)
    if known := region_named(region):
        return known.short
    parts = [p for p in re.split(r"(?<=[省市])(?=[一-鿿]{2,})", region) if p]
    last = parts[-1] if parts else region
    bare = _SUFFIX.sub("", last)
    return bare if len(bare) >= 2 else last


def names_of(plan: Loaded) -> list[str]:
    """The names by which a question may call the region of a plan: full, last part, short."""
    region = plan.facts.region
    if region is None:
        return []
    names = [region.value, last := short(region.value)]
    names += [last + suffix for suffix in ("区", "市", "县", "省") if region.value.endswith((last + suffix, suffix))]
    if re.search(r"[（(]", region.value):
        names += [f"{last}区", f"杭州高新区（{last}）", f"高新区（{last}）", f"高新区({last})"]
    return list(dict.fromkeys(names))
