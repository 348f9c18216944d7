"""Administrative divisions in a text: provinces, prefectures, counties and districts by full or short name.

A short name (临安) counts only where it can mean one place: not where it is a common word,
not where several places share it, not inside the name of something else (临安经济开发区, 浙江大学). Home regions make
more of them plain: in a plan of 杭州, 西湖 is the district there.
"""

from __future__ import annotations

import re

from ingest.notation.gazetteer import Region, gazetteer
from ingest.notation.numerals import half_width

# What goes on after a short name and makes another name of it: 浙江 + 大学, 临安 + 经济开发区, 阿里 + 系.
_NOT_THE_PLACE = re.compile(
    r"系(?![统列])|巴巴|[一-鿿]{0,7}?(?:大学|学院|银行|公司|集团|股份|医院|研究院|研究所|研究中心|实验室|出版社|科技城|科创|大走廊|小镇|新城"
    r"|开发区|工业园|产业园|科技园|高新区|高教园|湾新区|镇|街道|乡|村|路|大道|大桥|江|河|湖|山庄|港|机场|站)"
)
# What may stand before a name that is a common word or a chance cut, so that it is a place after all.
_OPEN_BEFORE = re.compile(r"(?:^|[^一-鿿]|[和与及或跟比对在那的是问查看拿从到把让给请年月日底末为了])$")
# Words that begin with the last sign of a full name: 临安市 + 场 is 临安 and 市场.
_WORD = re.compile(r"区(?:域|块|间|分|别)|县(?:级|域|城)|市(?:场|民|级|政府补|值|县|区内|辖)|州(?:级)")
# Words that begin with the last sign of a short name: 在临 + 高校 names no 临高.
_CUT = re.compile("高[校新企端层速铁质技等]|平[台均方安]|城[市区镇乡]|安[全置]|海[洋外]|水[利务质]")
_JOINERS = ("、", "和", "与", "及", "跟")
# Where a longer name would end.
_STOPS = re.compile(r"[，。；：、,;:\s和与及跟的在为向以是有将已等（）()“”《》]")
# What a plan calls its own region, by how far up it is: 0 the country, 1 the province, 2 the city.
_SELF = {"全国": 0, "全省": 1, "我省": 1, "本省": 1, "全市": 2, "我市": 2, "本市": 2}


Find = tuple[int, int, Region]
"""A division named in a text: from where, to where, which."""


def regions_in(text: str, *within: str) -> list[Find]:
    """Where a text names divisions: (start, end, Region), in order, longest name first, 杭州市临安区 as one.

    `within` are names of home regions: names that several places share, and common words, then mean the one nearest
    to them. A name that several places share and nothing decides is left out.
    """
    names, heads = gazetteer()
    home = _home(names, within)
    folded = half_width(text)
    found: list[Find] = []
    position = 0
    while position < len(folded) - 1:
        for name in heads.get(folded[position : position + 2], ()):
            region = folded.startswith(name, position) and _resolve(names[name], name, folded, position, home, found)
            if region:
                position = _append(found, position, position + len(name), region)
                break
        else:
            position += 1
    return found


def region_named(name: str, *within: str) -> Region | None:
    """The division of a full or short name, None where there is none or the name does not decide between several."""
    found = regions_in(name, *within)
    return found[0][2] if [find[:2] for find in found] == [(0, len(name))] else None


def self_named(word: str, own: str) -> str:
    """What 全市, 全省 or 全国 means in a plan of the region `own`: "" where it cannot be told."""
    region = region_named(own)
    if word not in _SELF:
        return own
    if word == "全国":
        return "全国"
    chain = (*region.above, region.name) if region else (own,)
    ending = ("省", "自治区") if _SELF[word] == 1 else ("市", "州", "盟", "地区")
    return next((name for name in chain if name.endswith(ending)), "")


def _resolve(
    candidates: tuple[Region, ...], name: str, text: str, start: int, home: frozenset[str], found: list[Find]
) -> Region | None:
    """Which of the divisions that bear a name is meant at this place of a text; None where the name is none here.

    In this order: the one below the division named right before it; a full name; a province or city by its short name;
    one near home; the only one there is, where it stands free.
    """
    end = start + len(name)
    if found and found[-1][1] == start:
        below = [region for region in candidates if found[-1][2].name in region.above]
        if len(below) == 1:
            return below[0]
    full = [region for region in candidates if region.name == name or (name not in (region.name, region.short))]
    if full:
        return _nearest(full, home) if _plain(full, text, start, home) and not _WORD.match(text, end - 1) else None
    if _inside_a_name(text, end):
        return None
    large = [region for region in candidates if region.level != "县区" and not region.common]
    if large:
        return min(large, key=lambda region: len(region.above))
    beside = _joined(found, text, start) or _leads_a_list(text, end, home)
    known = [r for r in candidates if len(home.intersection(r.above)) >= (2 if r.common and not beside else 1)]
    if known:
        return _nearest(known, home)
    alone = len(candidates) == 1 and not candidates[0].common
    return candidates[0] if alone and _stands_free(text, start) and not _CUT.match(text, end - 1) else None


def _plain(full: list[Region], text: str, start: int, home: frozenset[str]) -> bool:
    """Whether a full name is no chance cut: 沿海城市 holds no 海城市, 省市和县 no 和县."""
    near = any(region.level != "县区" or home.intersection(region.above) for region in full)
    common = len(full[0].name) == 2 or any(region.common for region in full)
    return near or not common or _stands_free(text, start)


def _joined(found: list[Find], text: str, start: int) -> bool:
    """Whether a name stands in a list right behind another place: 新昌 in 德清、新昌."""
    return bool(found) and text[found[-1][1] : start] in _JOINERS


def _leads_a_list(text: str, end: int, home: frozenset[str]) -> bool:
    """Whether a place near home is joined to a name right behind it: 新昌 in 新昌、德清."""
    names, heads = gazetteer()
    if not text.startswith(_JOINERS, end):
        return False
    joined = (name for name in heads.get(text[end + 1 : end + 3], ()) if text.startswith(name, end + 1))
    return any(home.intersection(region.above) and not region.common for name in joined for region in names[name])


def _stands_free(text: str, start: int) -> bool:
    """Whether a name begins where words begin: after a sign, or a word like 在 or 和."""
    return bool(_OPEN_BEFORE.search(text, max(0, start - 1), start))


def _nearest(candidates: list[Region], home: frozenset[str]) -> Region | None:
    """The candidate that shares most of its chain with the home region, None where two share as much."""
    if len(candidates) == 1:
        return candidates[0]
    shared = sorted(((len(home.intersection((*one.above, one.name))), at) for at, one in enumerate(candidates)))[-2:]
    return candidates[shared[1][1]] if shared[1][0] > shared[0][0] else None


def _inside_a_name(text: str, end: int) -> bool:
    """Whether what follows a short name makes another name of it."""
    stop = _STOPS.search(text, end, end + 12)
    return bool(_NOT_THE_PLACE.match(text, end, stop.start() if stop else end + 12))


def _append(found: list[Find], start: int, end: int, region: Region) -> int:
    """Add a find; one that directly follows a division above it takes that in."""
    while found and found[-1][1] == start and found[-1][2].name in region.above:
        start = found.pop()[0]
    found.append((start, end, region))
    return end


def _home(names: dict[str, tuple[Region, ...]], within: tuple[str, ...]) -> frozenset[str]:
    """The home regions with all that is above them."""
    regions = (names.get(half_width(name)) or tuple(find[2] for find in regions_in(name)[-1:]) for name in within)
    return frozenset(part for found in regions if len(found) == 1 for part in (*found[0].above, found[0].name))
