"""The administrative divisions of regions.tsv: provinces, prefectures, counties and districts, by every name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from ingest.notation.numerals import half_width

_ENDINGS = ("自治州", "自治县", "自治旗", "自治区", "林区", "特区", "新区", "矿区", "地区", *"省市盟区县旗")
# The peoples in the name of an autonomous division, with its ending: 土家族苗族自治州.
_PEOPLES = re.compile(
    r"(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜"
    r"|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|普米|裕固|保安|独龙|各)族?)+自治(?:区|州|县|旗)$"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A division: full and short name, and those above it from the top down, ("浙江省", "杭州市") for 临安区;
    `common` where the short name is a common word, too."""

    name: str
    short: str
    above: tuple[str, ...]
    level: Literal["省", "市", "县区"]
    common: bool = False

    @property
    def parent(self) -> str:
        """The division above, "" for a province."""
        return self.above[-1] if self.above else ""


@cache
def gazetteer() -> tuple[dict[str, tuple[Region, ...]], dict[str, tuple[str, ...]]]:
    """Every name with the divisions that bear it, and the names by their first two characters, longest first."""
    names: dict[str, list[Region]] = {}
    chain: list[str] = []
    for line in files("ingest.notation").joinpath("regions.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        level, name, *notes = line.split("\t")
        chain = [*chain[: int(level)], *[""] * (int(level) - len(chain)), name]
        if not name:
            continue
        above = tuple(upper for upper in chain[: int(level)] if upper)
        region = Region(name, _short(name), above, ("省", "市", "县区")[int(level)], "*" in notes)
        for key in {name, region.short, *(half_width(note) for note in notes if note != "*")}:
            if len(key) > 1:
                names.setdefault(key, []).append(region)
    heads: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        heads.setdefault(name[:2], []).append(name)
    return {name: tuple(all_) for name, all_ in names.items()}, {head: tuple(all_) for head, all_ in heads.items()}


def _short(name: str) -> str:
    """临安区 → 临安, 延边朝鲜族自治州 → 延边, 内蒙古自治区 → 内蒙古; a name of one character keeps its ending."""
    plain = "" if name == "内蒙古自治区" else _PEOPLES.sub("", name)
    if plain and plain != name:
        short = plain
    else:
        short = next((name[: -len(end)] for end in _ENDINGS if name.endswith(end) and len(name) > len(end)), name)
    short = short.removesuffix("特别行政")
    return short if len(short) > 1 else name
