"""Concepts: which names of indicators mean the same thing, by data (concepts.toml, `confirmed`) and by plain form.

A name that the vocabulary does not know keeps its plain form as concept, so that two plans that write it alike still
meet; likeness alone never merges two names, it only proposes (`proposals`).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from ingest.errors import WrongConcepts
from ingest.facts import confirmed
from ingest.notation.numerals import half_width
from ingest.settings import IngestSettings, from_environment

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
    (re.compile(r"每万(?=就业)"), "每万名"),
    (re.compile(r"以及|(?<![普涉以参波遍顾赋])[和与及](?!平)"), "、"),
    (re.compile(r"的"), ""),
    (re.compile(r"(?:比例|比率|占比|百分比)$|(?<=占GDP)$"), "比重"),
    (re.compile(r"(?:数量|总数|个数|家数|(?<!指)数)$"), ""),
)
_FLOW = re.compile(
    r"^(?P<often>每年|年均)?(?P<flow>新增|净增|新引进|新引育|新培育认定|新培育|新认定|新建成|新建|引进|引育|引培)?(?P<rest>(?![、和与及扩改]).+)$"
)
_CLOSING_FLOW = re.compile(
    r"^(?P<rest>.{2,}?)(?P<often>每年|年均)?(?P<flow>新增|净增|新引进|新引育|新培育认定|新培育|新认定|新建成|引进|引育|引培)$"
)
_CLOSING_VERB = re.compile(
    r"(?<=企业|机构|平台|中心|团队|人才|设施|基地|基金|空间|载体)(?:每年)?(?:建成|建设|培育|创建|争创|集聚)$|(?<=联合体|经纪人|孵化器|实验室|研究院)"
    r"(?:每年)?(?:建成|建设|培育|创建|争创|集聚)$"
)
_FLOWS = {"新引进": "引进", "新引育": "引进", "引进": "引进", "引育": "引进", "引培": "引进"}
_SCOPES = re.compile(
    r"国家级?|省级?|市级?|区级?|县级?|新增|引进|每年|年均|每万[人名]|规上|有效|高价值|发明|增速|增长|占|比重|人均|亩均|总量|科技型|高新技术"
    r"|重点|众创|孵化|以上|海外|领军|顶尖|青年|团队|机构|平台|位次|排名|投资|支出|收入|税收|面积|基金|覆盖|设置|增幅|变动|产值|增加值|累计|推荐|申报|上报|每千|微|基地|载体|数字经济"
    r"|生命健康|技术创新|环境|产出|PCT|国际|国有|民间|外资|外商|城镇|农村|农民|居民|工业|农业|制造业|服务业|第[一二三]产业|变化|城市|区域"
)


@dataclass(frozen=True, slots=True)
class Concept:
    """`kin` groups concepts asked for by one word; `unsaid` names the concept of texts that leave the scope unsaid."""

    name: str
    names: tuple[str, ...]
    kin: str
    unsaid: str = ""


@lru_cache(20_000)
def plain(name: str) -> str:
    """A name without what does not tell indicators apart: quotation marks, brackets, synonyms, a closing 数量."""
    name = half_width(name)
    for pattern, stands_for in _ALIKE:
        name = pattern.sub(stands_for, name)
    return name.strip("、,，;；.")


def concept_of(name: str, nature: str = "") -> str:
    """The concept of an indicator's name, with its flow in front: 新增上市科技企业数量 → 新增科技型上市企业.

    `nature` gives the flow where the name itself does not carry it (每年, 新增).
    """
    known = _by_name().get(plain(name))
    if known and not _flow_of(nature, ""):
        return known.name
    often, flow, rest = _parts(plain(name))
    known = _by_name().get(rest)
    return _flow_of(nature, often + flow, rest) + (known.name if known else rest)


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
    for name, concept in _by_name().items():
        while len(name) > 1 and (at := folded.find(name)) >= 0:
            flow = re.search(r"(?:每年|新增|新引进|引进|新认定|新培育认定|新培育)+$", folded[:at])
            found.append((at, _flow_of(flow.group() if flow else "", "") + concept.name))
            folded = folded[:at] + "\0" * len(name) + folded[at + len(name) :]
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def stock_of(name: str) -> str:
    """A name in its plain form and without its flow, as the vocabulary knows names: 新增上市企业数量 → 上市企业."""
    own = plain(name)
    return own if own in _by_name() else _parts(own)[2]


def known_names() -> dict[str, str]:
    """Every plain name of the vocabulary with the name of its concept."""
    return {name: concept.name for name, concept in _by_name().items()}


def scope_of(name: str) -> tuple[str, ...]:
    """The words of a name that set its scope (省级, 有效, 每万人 …), in order; two scopes are never one concept."""
    return tuple(sorted(_SCOPES.findall(plain(name))))


def check(told: Mapping[str, Sequence[str]]) -> None:
    """Raise WrongConcepts where names, by their concept, may not be added: taken already, or of another scope."""
    _with_confirmed(list(vocabulary().values()), told)


def forget() -> None:
    """Read the vocabulary anew when it is next asked for: the file of confirmed names has changed."""
    vocabulary.cache_clear()
    _by_name.cache_clear()


@cache
def vocabulary() -> dict[str, Concept]:
    """Every concept by its name, with the names that a person has confirmed (GUIWEN_CONCEPTS). Raises `ValueError`
    where two concepts claim the same name, WrongConcepts where that is what was confirmed, or two scopes are merged.
    """
    entries = tomllib.loads(files("ingest.facts").joinpath("concepts.toml").read_text("utf-8"))["concept"]
    concepts = [
        Concept(entry["name"], tuple(entry["names"]), entry.get("kin", entry["name"]), entry.get("unsaid", ""))
        for entry in entries
    ]
    concepts = _with_confirmed(concepts, confirmed.read(from_environment(IngestSettings).concepts))
    claimed = Counter(key for concept in concepts for key in {plain(name) for name in (concept.name, *concept.names)})
    if twice := [name for name, count in claimed.items() if count > 1]:
        raise ValueError(f"names of more than one concept: {twice}")
    return {concept.name: concept for concept in concepts}


def _with_confirmed(concepts: list[Concept], told: Mapping[str, Sequence[str]]) -> list[Concept]:
    """The concepts with confirmed names; a concept that is not there yet is a new one."""
    owners = {plain(name): concept.name for concept in concepts for name in (concept.name, *concept.names)}
    extended = {concept.name: concept for concept in concepts}
    for name, names in told.items():
        name = owners.get(plain(name), name)
        concept = extended.get(name) or Concept(name, (), name)
        for own in names:
            if owners.get(plain(own), name) != name:
                raise WrongConcepts(f"指标名称对照表里的“{own}”已属于“{owners[plain(own)]}”，不能再归入“{name}”。")
            if scope_of(own) not in {scope_of(known) for known in (concept.name, *concept.names)}:
                raise WrongConcepts(f"指标名称对照表里的“{own}”与“{name}”口径不同，不能归在一起。")
            owners[plain(own)] = name
        extended[name] = replace(concept, names=tuple(dict.fromkeys((*concept.names, *names))))
    return list(extended.values())


@cache
def _by_name() -> dict[str, Concept]:
    """Every plain name with its concept, the longest names first."""
    named = {plain(name): concept for concept in vocabulary().values() for name in (concept.name, *concept.names)}
    return dict(sorted(named.items(), key=lambda entry: -len(entry[0])))


def _parts(name: str) -> tuple[str, str, str]:
    if name not in _by_name():
        if closing := _CLOSING_FLOW.match(name):
            return closing["often"] or "", closing["flow"], closing["rest"]
        name = _CLOSING_VERB.sub("", name)
    match = _FLOW.match(name)
    if match is None or len(match["rest"]) < 2:
        return "", "", name
    return match["often"] or "", match["flow"] or "", match["rest"]


def _flow_of(nature: str, own: str, rest: str = "") -> str:
    words = f"{nature}、{own}"
    often = "每年" if "每年" in words and "每年" not in rest else ""
    flow = re.search(r"新引进|新引育|引进|引育|引培|新增|净增|新培育认定|新培育|新认定|新建", words)
    return often + (_FLOWS.get(flow.group(), "新增") if flow and not rest.startswith("新建") else "")
