"""What a quantity in a sentence counts: whether it is a figure at all, and the name it goes by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.clauses import (
    Cut,
    acts_on,
    contest,
    described,
    goes_on,
    growth_start,
    is_described,
    name_after,
    name_before,
    rank_start,
    sized,
)
from ingest.facts.columns import AMONG
from ingest.facts.concepts import concept_of
from ingest.facts.sentences import Sentence
from ingest.notation.units import dimension, split_scale
from ingest.plans import Quantity, Role

# …到, or a year (blanked where names are read) and 达: 到2025年达到600家，2030年达1000家
_REACHES = re.compile(r"(?:[到至]|^[，,、]?\s{4,}[达为])\s*(?:的\s*)?$")
_MEASURES = frozenset(
    [
        "金额",
        "比重",
        "百分点",
        "倍数",
        "面积",
        "方",
        "体积",
        "质量",
        "能耗",
        "电量",
        "功率",
        "计数",
        "人年",
        "位次",
        "年龄",
        "算力",
    ]
)
_UNCOUNTED = frozenset(["种", "类", "层", "级", "期", "批", "轮", "步", "组", "次", "场", "门", "课时", "学时"])
# what a policy grants and on which terms is no figure of the plan: 给予…名额, 每增加…, 最多不超过…
_TERMS = re.compile(r"给予|每增加|每新增|同一(?:企业|单位|个人|项目)|最多\s?$")
# a number that a scan has broken: 12 · 3%
_BROKEN = re.compile(r"\d\s?·\s?\d")
_SHARE_OF = re.compile(r"的\s?$")
_TAKES_SHARE = re.compile(r"[占达至到为从由自比较]|满足|相当|完成|不[低少超]")
_ALLOWANCE = re.compile(
    r"^(?!.*(?:共计|合计|累计)).*(?:给予|每家|每人|每户|每件|每项|最高|奖励|罚款|(?:补助|资助)\s?$)"
)
_BARE_NUMBER = re.compile(r"(?:指数|系数|得分|绝对值).{0,3}(?:达到?|为|是|增长)\s*$")
_STANDS_FOR = re.compile(r"^(?:其?占比|比重|绝对值|增幅|增速|总量|位次|排名|排位|额度|增长率|降幅)$")
_SIZE_WORD = re.compile(r"额度|总量|增幅|增速")
_GENERIC = re.compile(
    r"^(?:总?产值|增加值|营业收入|销售额|利润|税收|投资额?|贷款额度|带动就业|就业人数|从业人员|面积)$"
)
_HAS_MEASURES = re.compile(r"(?:企业|产业|机构|载体|园区|项目|平台)数?$")
_LEVEL = re.compile(r"(?:国家|省|市|区|县)级\s*$")
_COMPARED = re.compile(r"[比较与]\s*的?\s*$")
_ON_AVERAGE = re.compile(r"^[\s，、]*(?:平均|年均|每年)+[\s为达约]*$")
_DIVISIONS = re.compile(r"\s?[区县市省]\s?(?:[（(]|中|内|$)")
_IN_TURN = re.compile(r"分别|依次")
_ONCE_IN = re.compile(r"\s?一遇")
_RANK_TAIL = re.compile(r"(?:综合)?(?:排名|位次|排位)$")
_LEAST_SPOKEN = 20
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A name, where it was cut (None where it is that of the figure before), and for a rank among whom it counts.

    `growth` is where 同比增长 and the like begin, None for a level.
    """

    name: str
    cut: Cut | None
    scope: str
    growth: int | None


def is_of_divisions(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number only counts counties or towns of a place (杭州13个区（县、市）), or years (百年一遇)."""
    return bool(_DIVISIONS.match(sentence.body, quantity.end) or _ONCE_IN.match(sentence.body, quantity.end))


def is_rank(quantity: Quantity) -> bool:
    """Whether a quantity is a place in a ranking."""
    return quantity.unit == "位" and quantity.nature == "排名"


def named(sentence: Sentence, quantity: Quantity, start: int, before: str, places: tuple[str, ...]) -> Named | None:
    """The name of a quantity whose lead begins at `start`; None where it is no figure or has no name.

    `before` is the name of the figure before in the sentence, `places` the regions that are no part of names.
    """
    body = sentence.body
    growth = None if is_rank(quantity) else growth_start(body, start, quantity.start)
    if _TERMS.search(body, sentence.clause_before(quantity.start), quantity.start):
        return None
    if not _is_figure(body, quantity, start):
        return None
    end, scope = quantity.start if growth is None else growth, ""
    if is_rank(quantity):
        end, scope = rank_start(body, start, end)
    elif goes_on(body, quantity.end):
        counted = quantity.unit == "位" or dimension(split_scale(quantity.unit)[1]) == "计数"
        after = name_after(body, quantity.end) if counted and growth is None else sized(body, quantity)
        return Named(acts_on(body, start, quantity.start) + after.name, after, "", None) if after else None
    elif quantity.unit == "位" and growth is None:
        return None
    cut = name_before(body, start, end, *places)
    if size := described(body, cut, quantity.end):
        return Named(size.name, size, scope, growth)
    if is_described(body, quantity.end):
        return None
    if is_rank(quantity) and not cut and (among := contest(body, start)):
        return Named(among, None, scope, growth)
    return _referred(cut, body[start:end], quantity, before, scope, growth)


def _is_figure(body: str, quantity: Quantity, start: int) -> bool:
    """Whether a quantity can be a figure of a plan: no length of time, no condition, no sum granted to each."""
    _, unit = split_scale(quantity.unit)
    lead = body[start : quantity.start]
    if unit in _UNCOUNTED or quantity.nature.endswith(("倍增", "翻番")) or _IN_TURN.search(lead):
        return False
    if not any(sign.isdigit() for sign in quantity.text) and dimension(unit) == "计数":
        return quantity.value >= _LEAST_SPOKEN
    if _BROKEN.search(lead) or (dimension(unit) == "金额" and _ALLOWANCE.search(lead)):
        return False
    if unit == "%" and _SHARE_OF.search(lead) and not _TAKES_SHARE.search(lead):
        return False
    if not quantity.unit:
        return bool(_BARE_NUMBER.search(lead))
    return dimension(unit).partition("/")[0] in _MEASURES


def _referred(
    cut: Cut | None, lead: str, quantity: Quantity, before: str, scope: str, growth: int | None
) -> Named | None:
    """The name as cut, or with the name before it where the words only make sense with that (占比, 同比, 到)."""
    if cut and not _STANDS_FOR.match(cut.name):
        if before and len(cut.name) <= _SHORT and lead.lstrip().startswith("其中"):
            return Named(f"{before}中的{cut.name}", cut, scope, growth)
        if _GENERIC.match(cut.name) and _HAS_MEASURES.search(before):
            return Named(f"{before.removesuffix('数')}{cut.name}", cut, scope, growth)
        if not cut.name.startswith("占"):
            return Named(cut.name, cut, scope, growth)
        return Named(f"{before}{cut.name}", cut, scope, growth) if before else None
    if not before:
        return None
    if not cut and (level := _LEVEL.search(lead)):
        return Named(level.group().strip() + before.removeprefix("各类"), None, scope, growth)
    leans = growth is not None or is_rank(quantity) or _REACHES.search(lead) or _COMPARED.search(lead)
    if not (cut or leans or _ON_AVERAGE.match(lead)):
        return None
    said = cut.name if cut and _SIZE_WORD.search(cut.name) else ""
    return Named(before + said, None, scope, growth)


def concept_told(name: str, nature: str, role: Role, quantity: Quantity) -> str:
    """The concept of a name: of its place in a ranking, of its change, or of the name itself."""
    if role == "rank":
        return f"{concept_of(AMONG.sub('', _RANK_TAIL.sub('', name)))}位次"
    if role == "growth" and quantity.unit == "位":
        return f"{concept_of(AMONG.sub('', _RANK_TAIL.sub('', name)))}位次变动"
    if role == "growth":
        return concept_of(name, nature) + ("变动" if quantity.unit == "百分点" else "增长率")
    return concept_of(name, nature)
