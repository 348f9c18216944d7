"""Areas that are no administrative division (新片区, 科学城, 经开区, 自贸区): those that a plan is named for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.notation.regions import region_named, regions_in

# The kinds of areas, the names of one kind on one line.
_KINDS = (
    "新片区 片区",
    "自由贸易试验区 自贸试验区 自贸区",
    "经济技术开发区 经济开发区 经开区 开发区",
    "高新技术产业开发区 高新技术产业园区 高新技术开发区 高新区",
    "综合保税区 保税港区 保税区 综保区",
    "国家级新区 新区",
    "管理区",
    "科学城",
    "科技城",
    "旅游度假区 度假区",
    "示范区",
    "先行区",
    "试验区",
    "合作区",
)
_ALIKE = {kind: line.split() for line in _KINDS for kind in line.split()}
_KIND = re.compile("|".join(sorted(_ALIKE, key=len, reverse=True)))
_TOPICAL = re.compile("(?:示范|先行|试验|合作)区$")
_STEM = re.compile("[一-鿿]{1,8}$")
_STOPS = re.compile(
    "关于|印发|修订|推进|推动|支持|促进|加快|加强|进一步|扶持|鼓励|打造|建设|创建|提升|深化|规范|落实|实施|全面"
    "|[在的对为]|(?<=[一-鿿])[省市州县](?=[一-鿿])"
)
_BESIDE = re.compile("[含和与及暨、]$")
_GENERIC = re.compile(
    "国家|全国|国际|国内|中国|省级|市级|区级|全省|全市|我省|我市|综合|试点|示范|创新|科技|产业|经济|技术|工业|农业|高新|贸易"
    "|现代|智能|智慧|数字|数据|生态|绿色|文明|文化|旅游|重点|特色|改革|开放|先行|核心|保护|发展|一体化|[各类个级型化]"
)
_GOES_ON = re.compile("产业|工业|经济|物流|大学|学院|医院|公司|集团|[街镇乡村路]")
_FREE = re.compile("[（(]([一-鿿]{2,4})[）)]$")
_SHORT = range(2, 5)
_INNER = re.compile("(?:岛|管理区)$")
_WITHIN = re.compile("[省市区县]?的?")


@dataclass(frozen=True, slots=True)
class Area:
    """An area by its full name, and all names by which a question may call it."""

    name: str
    names: tuple[str, ...]


def areas_of(titles: Iterable[str], homes: Sequence[str] = ()) -> tuple[Area, ...]:
    """The areas that titles and issuers are named for; `homes` are the names of the region around, which is not
    repeated in a name. What holds another area or is only named beside a region (某县（含某某管理区）)
    is not what a plan is for."""
    found: dict[str, Area] = {}
    for title in titles:
        start, last = 0, None
        for kind in _KIND.finditer(title):
            before = title[start : kind.start()]
            around = title[:start] if start and not before else ""
            area = _area(around[_stem_start(around) :] or before, kind.group(0), homes)
            if last and area and (not before or _STEM.fullmatch(before)):
                found.pop(last, None)
            start, last = kind.end(), area.name if area else last
            if area:
                found.setdefault(area.name, area)
    return tuple(found.values())


def goes_on(name: str, text: str, end: int) -> bool:
    """Whether a short name is the beginning of other words (临港产业)."""
    return not _KIND.search(name) and bool(_GOES_ON.match(text, end))


def _stem_start(around: str) -> int:
    found = _STEM.search(around)
    return found.start() if found else len(around)


def _area(before: str, kind: str, homes: Sequence[str]) -> Area | None:
    free, own = _FREE.search(before), _STEM.search(before)
    if free is None and own is None:
        return None
    stem = free.group(1) if free else _STOPS.split(own.group(0))[-1]
    home = next((name for name in sorted(homes, key=len, reverse=True) if stem.startswith(name)), "")
    rest = stem.removeprefix(home) or stem
    if _BESIDE.search(before[: len(before) - len(stem)]) or re.search("[含和与及暨]", rest):
        return None
    if len(rest) < _SHORT[0] or (_GENERIC.search(rest) and (_TOPICAL.search(kind) or len(rest) == _SHORT[0])):
        return None
    divisions = regions_in(rest)
    called = {rest, *(n for _, end, region in divisions if end == len(rest) for n in (region.name, region.short))}
    full = tuple(f"{name}{alike}" for name in sorted(called) for alike in _ALIKE[kind])
    plain = rest != home and len(rest) in _SHORT and not _GENERIC.search(rest) and not divisions
    return Area(f"{rest}{kind}", (*full, rest) if plain else full)


class Within:
    """The areas inside plans' regions that are none of their own plans' and no divisions: an island, a farm's area."""

    def __init__(self, regions: Iterable[str]) -> None:
        named = sorted(filter(is_inner, regions), key=len)
        self._pattern = re.compile("|".join(map(re.escape, reversed(named)))) if named else None

    def named(self, text: str) -> list[tuple[int, int, str]]:
        """Where a text names them: (start, end, name), longest names first."""
        return [(*m.span(), m.group()) for m in self._pattern.finditer(text)] if self._pattern else []


def is_inner(region: str) -> bool:
    """Whether a region is an area of that kind."""
    return bool(_INNER.search(region)) and region_named(region) is None


def belongs_to(text: str, start: int, end: int, inner: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a region's name is part of the name of an area inside it, or only says where that is (甲县的乙管理区)."""
    return any(start < b and (a < end or _WITHIN.fullmatch(text, end, a)) for a, b, _ in inner if start <= a)
