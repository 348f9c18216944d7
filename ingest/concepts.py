"""Concepts: which names of indicators mean the same thing. Names are data (concepts.toml), the plain form is here.

A name that the vocabulary does not know keeps its plain form as concept, so that two plans that write it alike still
meet; likeness alone never merges two names, it only proposes (`proposals`).
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.numerals import half_width

_ALIKE = (
    (re.compile(r"[\s“”\"‘’「」《》·:：]+"), ""),
    (re.compile(r"\([^()]{1,12}\)"), ""),
    (re.compile(r"专利合作条约"), "PCT"),
    (re.compile(r"R＆D|r&d|研究(?:与|和)?试验发展|研究(?:与|和)?开发"), "R&D"),
    (re.compile(r"研发(?=经费|投入|费用|支出|强度|占|人员|活动)"), "R&D"),
    (re.compile(r"R&D(?:经费|费用)?(?:内部)?(?:投入|支出)+(?:总量|总额)?(?!强度)"), "R&D经费"),
    (re.compile(r"R&D经费(?:投入)?强度|R&D投入强度"), "R&D强度"),
    (re.compile(r"(?:全社会)(?=R&D)"), ""),
    (re.compile(r"(?:地区|国内)?生产总值"), "GDP"),
    (re.compile(r"规模以上"), "规上"),
    (re.compile(r"高新产业"), "高新技术产业"),
    (re.compile(r"相当于"), "占"),
    (re.compile(r"从业人员"), "就业人员"),
    (re.compile(r"以及|(?<![普涉以参波遍顾赋])[和与及](?!平)"), "、"),
    (re.compile(r"的"), ""),
    (re.compile(r"(?:比例|比率|占比|百分比)$"), "比重"),
    (re.compile(r"(?:数量|总数|个数|家数|(?<!指)数)$"), ""),
)
_FLOW = re.compile(
    r"^(?P<often>每年|年均)?(?P<flow>新增|净增|新引进|新引育|新培育认定|新培育|新认定|新建成|新建|引进|引育|引培)?(?P<rest>.+)$"
)
_FLOWS = {"新引进": "引进", "新引育": "引进", "引进": "引进", "引育": "引进", "引培": "引进"}
_SCOPES = re.compile(
    r"国家级?|省级?|市级?|区级?|县级?|新增|引进|每年|年均|每万[人名]|规上|有效|高价值|发明|增速|增长|占|比重|人均|亩均|总量|科技型|高新技术"
    r"|重点|众创|孵化|以上|海外|领军|顶尖|青年|团队|机构|平台|位次|排名|投资|支出|收入|税收|面积|基金|覆盖|设置|增幅|变动|产值|增加值|累计|推荐|申报|上报|每千|微|基地|载体|数字经济|生命健康|技术创新|环境|产出"
)
_LIKENESS = 0.6


@dataclass(frozen=True, slots=True)
class Concept:
    """`kin` groups concepts asked for by one word; `unsaid` names the concept of texts that leave the scope unsaid."""

    name: str
    names: tuple[str, ...]
    kin: str
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that no concept has yet, the concept whose names are most like it, and how alike they are (0 to 1)."""

    name: str
    concept: str
    likeness: float


def plain(name: str) -> str:
    """A name without what does not tell indicators apart: quotation marks, brackets, synonyms, a closing 数量."""
    folded = half_width(name)
    for pattern, stands_for in _ALIKE:
        folded = pattern.sub(stands_for, folded)
    return folded.strip("、,，;；.")


def concept_of(name: str, nature: str = "") -> str:
    """The concept of an indicator's name, with its flow in front: 新增上市科技企业数量 → 新增科技型上市企业.

    `nature` gives the flow where the name itself does not carry it (每年, 新增).
    """
    known = _by_name().get(plain(name))
    if known and not _flow_of(nature, ""):
        return known.name
    often, flow, rest = _parts(plain(name))
    known = _by_name().get(rest)
    return _flow_of(nature, often + flow) + (known.name if known else rest)


def base_of(concept: str) -> str:
    """A concept without its flow: 每年新增国家高新技术企业 → 国家高新技术企业."""
    return concept if concept in vocabulary() else _parts(concept)[2]


def kin_of(concept: str) -> tuple[str, ...]:
    """The concepts asked for by the same word, itself included."""
    own = vocabulary().get(base_of(concept))
    if own is None:
        return (concept,)
    return tuple(other.name for other in vocabulary().values() if other.kin == own.kin)


def concepts_in(text: str) -> tuple[str, ...]:
    """The concepts that a text names, longest names first found, in the order of the text: for questions."""
    folded = re.sub(r"比例|比率|占比|百分比", "比重", plain(text))
    found: list[tuple[int, str]] = []
    for name in sorted(_by_name(), key=len, reverse=True):
        at = folded.find(name)
        while at >= 0 and len(name) > 1:
            flow = re.search(r"(?:每年|新增|新引进|引进|新认定|新培育认定|新培育)+$", folded[:at])
            found.append((at, _flow_of(flow.group() if flow else "", "") + _by_name()[name].name))
            folded = folded[:at] + "\0" * len(name) + folded[at + len(name) :]
            at = folded.find(name)
    return tuple(dict.fromkeys(concept for _, concept in sorted(found)))


def proposals(names: Iterable[str]) -> tuple[Proposal, ...]:
    """For every name unknown to the vocabulary, the concept most like it, best first; scopes must be the same."""
    found = []
    for name in dict.fromkeys(names):
        own = _parts(plain(name))[2]
        if own in _by_name():
            continue
        alike = [
            Proposal(name, concept.name, _likeness(own, known))
            for known, concept in _by_name().items()
            if sorted(_SCOPES.findall(own)) == sorted(_SCOPES.findall(known))
        ]
        best = max(alike, key=lambda proposal: proposal.likeness, default=None)
        if best and best.likeness >= _LIKENESS:
            found.append(best)
    return tuple(sorted(found, key=lambda proposal: -proposal.likeness))


@cache
def vocabulary() -> dict[str, Concept]:
    """Every concept by its name. Raises `ValueError` where two concepts claim the same name."""
    entries = tomllib.loads(files("ingest").joinpath("concepts.toml").read_text("utf-8"))["concept"]
    concepts = [
        Concept(entry["name"], tuple(entry["names"]), entry.get("kin", entry["name"]), entry.get("unsaid", ""))
        for entry in entries
    ]
    claimed = Counter(key for concept in concepts for key in {plain(name) for name in (concept.name, *concept.names)})
    twice = [name for name, count in claimed.items() if count > 1]
    if twice:
        raise ValueError(f"names of more than one concept: {twice}")
    return {concept.name: concept for concept in concepts}


@cache
def _by_name() -> dict[str, Concept]:
    return {plain(name): concept for concept in vocabulary().values() for name in (concept.name, *concept.names)}


def _parts(name: str) -> tuple[str, str, str]:
    match = _FLOW.match(name)
    if match is None or len(match["rest"]) < 2:
        return "", "", name
    return match["often"] or "", match["flow"] or "", match["rest"]


def _flow_of(nature: str, own: str) -> str:
    words = f"{nature}、{own}"
    often = "每年" if "每年" in words else ""
    flow = re.search(r"新引进|新引育|引进|引育|引培|新增|净增|新培育认定|新培育|新认定|新建", words)
    return often + (_FLOWS.get(flow.group(), "新增") if flow else "")


def _likeness(left: str, right: str) -> float:
    """Dice's coefficient over character bigrams."""
    pairs = [Counter(name[at : at + 2] for at in range(len(name) - 1)) for name in (left, right)]
    total = sum(pairs[0].values()) + sum(pairs[1].values())
    return 2 * sum((pairs[0] & pairs[1]).values()) / total if total else 0.0


if __name__ == "__main__":
    for proposal in proposals(line.strip() for line in sys.stdin if line.strip()):
        print(f'{proposal.likeness:.2f}\t{proposal.concept}\tnames += "{proposal.name}"')
