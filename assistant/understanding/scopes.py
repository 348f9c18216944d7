"""Which loaded plans a question speaks of: regions by full or short name, kinds of document, places not loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.questions import Scope
from assistant.understanding.areas import Within, areas_of, belongs_to, goes_on, is_inner
from assistant.understanding.mentions import Mention, Titles
from assistant.understanding.own_region import Loaded, is_scope, of_level, own_words, speaks_of_own
from assistant.understanding.targets import targets, without_names
from ingest.notation.regions import region_named, regions_in

_SUFFIX = re.compile(r"(特别行政区|自治[区州县]|新区|高新区|开发区|[省市区县旗州盟])$")
_APART = 3
_WITHIN = re.compile("[省市区县]?的?")
_PLAN = re.compile(r"规划(?!目标)|意见里|政策里|文件里")
_REPORT = re.compile(r"报[道到]|新闻|报纸")


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a text names: loaded ones as scopes, others as names; where they stand in the text; and those of
    which "我们区" may mean any."""

    scopes: tuple[Scope, ...]
    outside: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    any_of: tuple[Scope, ...] = ()


class Reader:
    """Reads places in questions, for one set of loaded plans and the regions that their records speak of."""

    def __init__(self, plans: Sequence[Loaded], regions: Iterable[str] = ()) -> None:
        self._plans, self._within = plans, Within(regions)
        numbers = {plan.id: plan.facts.number.value for plan in plans if plan.facts.number}
        self._titles = Titles(((plan.id, plan.title) for plan in plans), numbers)
        self._names: dict[str, list[str]] = {}
        for plan in plans:
            for name in names_of(plan):
                self._names.setdefault(name, []).append(plan.id)
        self._areas = self._named_for_areas()
        ordered = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile("|".join(re.escape(name) for name in ordered)) if ordered else None

    def places(self, text: str) -> Places:
        """Find the places, longest names first; "全市" and "我们区" count where one region of that level is loaded."""
        found: dict[str, Scope] = {}
        ranges: list[tuple[int, int]] = []
        inner = self._within.named(text)
        for match in self._pattern.finditer(text) if self._pattern else ():
            name = match.group(0)
            if belongs_to(text, *match.span(), inner):
                ranges.append(match.span())
                continue
            if not is_scope(text, match):
                continue
            if name in self._areas and goes_on(name, text, match.end()):
                continue
            ids = tuple(self._of_kind(self._plans_first(self._names[name]), text))
            key = self._areas.get(name) or self._region(ids[0])
            if name in self._areas and ranges and _WITHIN.fullmatch(text, ranges[-1][1], match.start()):
                found.popitem()
            found.setdefault(key, Scope(name, ids, name in self._areas))
            ranges.append((match.start(), match.end() + text.startswith("级", match.end())))
        any_of = self._own(text, found, ranges)
        found = self._areas_apart(without_names(found, text))
        outside = self._outside(text, [*ranges, *(area[:2] for area in inner)]) + inner
        found = targets(found, text, ranges, bool(outside))
        elsewhere = {at for start, end, _ in outside for at in range(start + 1, end + _APART)}
        named = [mention for mention in self._titles.mentions(text) if mention.start not in elsewhere]
        ranges += [*((mention.start, mention.end) for mention in named), *(area[:2] for area in inner)]
        outside = [place for place in outside if not any(self._titles.hold(m, place) for m in named)]
        scopes = _narrowed(tuple(found.values()), text, named)
        names = tuple(dict.fromkeys(name for *_, name in outside))
        return Places(scopes, names, tuple(ranges), () if scopes or names else any_of)

    def _own(self, text: str, found: dict[str, Scope], ranges: list[tuple[int, int]]) -> tuple[Scope, ...]:
        """Add the region that "全市" stands for, where it is one; else give those of which "我们区" may mean any."""
        any_of: tuple[Scope, ...] = ()
        for level, word, at in own_words(text):
            ids = of_level(self._plans, level)
            regions = list(dict.fromkeys(self._region(i) for i in ids))
            if len(regions) == 1:
                if not found or level == "市":
                    found.setdefault(regions[0], Scope(word, ids))
                ranges.append((at, at + len(word)))
            elif regions and speaks_of_own(word):
                each = (Scope(one, tuple(i for i in ids if self._region(i) == one)) for one in regions)
                any_of = tuple(replace(s, plan_ids=tuple(self._plans_first(list(s.plan_ids)))) for s in each)
                ranges.append((at, at + len(word)))
        return any_of

    def named(self, text: str) -> tuple[Scope, ...]:
        """The plans whose whole title a text holds, else those of the regions that it names."""
        titled = tuple(Scope(f"《{plan.title}》", (plan.id,)) for plan in self._plans if plan.title in text)
        return titled or self.places(text).scopes

    def _named_for_areas(self) -> dict[str, str]:
        """The names of the areas that plans are named for, each with its full name; a region's name stays one."""
        areas: dict[str, str] = {}
        regions = frozenset(self._names)
        for plan in self._plans:
            titles = (plan.title, plan.facts.issuer.value if plan.facts.issuer else "")
            for area in areas_of(titles, names_of(plan)):
                for name in set(area.names) - regions if area.name not in regions else ():
                    areas[name] = area.name
                    self._names.setdefault(name, []).append(plan.id)
        return areas

    def _areas_apart(self, found: dict[str, Scope]) -> dict[str, Scope]:
        """The scopes, those of regions without the plans of the areas that are named beside them."""
        held = {id for key, scope in found.items() if key in self._areas for id in scope.plan_ids}
        own = {key: tuple(id for id in s.plan_ids if id not in held) or s.plan_ids for key, s in found.items()}
        return {key: s if key in self._areas else replace(s, plan_ids=own[key]) for key, s in found.items()}

    def _plans_first(self, ids: list[str]) -> list[str]:
        """A region's plans before the reports about it."""
        return sorted(ids, key=lambda i: self._kind(i) == "报道")

    def _of_kind(self, ids: list[str], text: str) -> list[str]:
        """Only the reports, or only the plans, where the question speaks of the one and not of the other."""
        report, plan = bool(_REPORT.search(text)), bool(_PLAN.search(text))
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


def _narrowed(scopes: tuple[Scope, ...], text: str, named: Sequence[Mention]) -> tuple[Scope, ...]:
    """The scopes of the regions, each held to the plans that are named by title; these alone where no region is."""
    if not scopes:
        own = {mention.plan_ids: Scope(text[mention.start : mention.end], mention.plan_ids) for mention in named}
        return tuple(own.values())
    titled = {id for mention in named for id in mention.plan_ids}
    if _REPORT.search(text) and _PLAN.search(text):
        return scopes  # the one is set against the other
    kept = [tuple(id for id in scope.plan_ids if id in titled) or scope.plan_ids for scope in scopes]
    return tuple(replace(scope, plan_ids=ids) for scope, ids in zip(scopes, kept, strict=True))


@lru_cache(4096)
def short(region: str) -> str:
    """The last part of a region's name without its suffix: 杭州市临安区 → 临安, 杭州高新区（滨江） → 滨江."""
    inner = re.search(r"[（(]([一-鿿]{2,4})[）)]", region)
    if inner:
        return inner.group(1)
    if known := region_named(region):
        return known.short
    if is_inner(region):
        return region
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
