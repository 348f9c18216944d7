"""The name of what a number counts, cut from the words around it.

A name is cut, not composed: time, place, comparators and the verbs that only say that something is there or reached
(建成, 拥有, 达到) are taken off its edges. Verbs that tell a flow (新增, 引进) stay, since they bear on the meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.notation.numerals import half_width
from ingest.notation.units import dimension, split_scale
from ingest.plans import Quantity

_OPENING = re.compile(
    r"^(?:[\s、,，:：.·•—\-)）]|其中|并且|以及|同时|另外|此外|还有|目前|当前|至今|截[止至]|今后|现在|到(?!位)"
    r"|从|[对向](?=现有|全|社会)|企业(?=成功|享受)|在(?=全|我)|与|及|和|并|且|则"
    r"|已(?=[建有达经完])经?|平均(?=每年)|例如|如(?![东皋意何])|前者在?|后者在?|[（(][^（）()]{1,16}[）)](?=[、，])|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|累计共|共计|共(?!建|性|同|享|青)|计划(?=新|引|建|全部|增加|平均|生产|全国|接待|安排|完成|培)|(?:要|努力|力求|以)*使(?![用馆者命])|保证(?![金率险])|力争|争取|努力"
    r"|确保|预计|预期|基本(?!建设)|成功(?=[获建创引认入])|全面(?=建)|全年|将|再(?![开生利制造就])|每年|每(?=新)|当年|年?底|末"
    r"|时期|期间|以来|[一二三四五六七八九]是|分别)+"
)
_OWN_REGION = re.compile(r"^(?:(?:我|全|本|该)(?:区|市|省|县|国|州|盟|旗)(?!级)|(?:区|市)(?:内|域))")
_STOCK_VERB = re.compile(
    r"^(?:组织实施|组织开展|累计(?!培育|建成|重点)|培育(?!认定)|培养|建成|建设(?!用地)|建立|打造|创建|争创|获得|获评|获批|荣获|集聚|拥有|具有|现有|"
    r"共有|形成|实现|完成|达到|设立|成立|搭建|保持|实施|承担|入选|涉及|征集到?了?|初步(?=形成|建成)|取得|获(?!得)|建(?=国|省|市)|有(?!效|机|色|限))(?:了|各类)?(?=..)"
)
_PREDICATE = re.compile(
    r"(?:[\s,，:：(（]|已经?|将|确保|争取|力争|预计|基本|维持|保持|完成|[从由]?现状|可?[从由]现[在有]"
    r"|[从由][一二三四五六七八九十\d]{1,3}年代[初中末]?期?|年均|平均每年|每年|累计|总计|合计|共计|共|约|仅|就|由|从|自|至|到|在|为|是|有|达|达到|占到|实现|超过|突破|高达|"
    r"增长到|增长至|增加到|增加至|提高到|提高至|提升到|提升至|上升到|上升至|下降到|下降至|降低到|减少到|发展到|发展为|扩大到|恢复到|回升到|(?<!下)降到|(?<!下)降至|增至|升至|降至|保持在"
    r"|稳定在|维持在|控制在|调整[到至为]|"
    r"分别|(?<!平)均|都|各|可(?=$)|的|了)+$"
)
_THAN = r"(?:较|比)\s*(?:上年|去年|上一?年度|上一年|年?初)?(?:同期|末)?\s*(?:相比)?"
_GROWTH = re.compile(
    rf"(?:(?:同比|环比|年均|{_THAN}|与.{{0,8}}相比|平均|每年|实际)*"
    r"(?:增长|递增|增加|上升|提高|提升|下降|下滑|降低|减少|缩减|前进|前移|跃升|晋升|攀升|后退|下移)(?:了|幅度)?"
    rf"|{_THAN}(?:净增|多|高|少|低)(?:了|出)?"
    r"|(?:同比|环比|年均|(?<=[一-鿿]))(?:升|降))$"
)
_AMONG = (
    r"(?:全国|全省|全市|全球|世界|省内|市内|(?![居在为列排位]|.?全)[一-鿿]{2}[省市]?\s?[一二三四五六七八九十\d]{0,2}个?\s?[县区市]\s?(?:[（(][县市区、]+[）)])?"
    r"|[七八九十\d]{1,2}个?\s?[县区]\s?(?:[（(][县市区、]+[）)])?|(?![居在为列排位]|.?全)[一-鿿]{2}[省市])"
)
_RANKED = re.compile(
    rf"(?:[\s在为位居列排名跃稳仍均中内]|排位|综合|变化情况|城市|同类|大中|绝对值|保持|“[^”]{{2,16}}”|{_AMONG})*$"
)
_SCOPE = re.compile(_AMONG)
_CONTEST = re.compile(r"([^在的，,]{4,30}(?:榜|评估|评价|监测|考核|排名))中?[,，]\s*$")
_AND_SO_ON = re.compile(r"^.*(?<![高中初平同优均相])等(?![级效于额候])(?:各类|各级|领域|方面|行业|地区|地|\s)*(?=.{3})")
_VERB_ALONE = re.compile(
    r"^(?:服务|带动|帮助|推荐|支持|推动|推进|围绕|组织|开展|涉及|包括|选派|成立|布局|全球|对|为|与|向|以|由|按|把|将|给予|其中|新|"
    r"上报|发布|举办|召开|设立|下设|分为|分|划分|提出|制定|出台|形成|突破|攻克|建成|建设|打造|实施|承担|入选|获|荣获|取得|拥有|现有|共有|有|引进|新引进|"
    r"培育|新增|培养|集聚|落实|完成|实现|增加|减少|利用|通过|经过|用|连续|先后|每|不|再|前|后|上述|这|该|各|等|及其|以及|选树|筹建|推出|走访|解决|"
    r"指导|征集|到|全部|近|共|全区|全市|和|及|并|、|\s)+$"
)
_FLOW = re.compile(
    r"^(?:每年)?(新增|净增|新引进|新引育|新培育认定|新培育|新认定|新建成|新建(?![、和与及扩改])|引进|引育|引培)"
)
_BAD_NAME = re.compile(
    r"[，。；：？！,;:?!\n\0《》〈〉]|\s{3}|^[的了以按把将被由于为与和及或且而对从向给]|应当|不得|可以|如果|逾期|按照|根据|^第|[（(]$|原则上|以上的|具有|对于|[*＊×=＝]"
    r"|[A-Z]-|^\d|次于|^鼓励|按$|(?:以及|[和与及、等])$|^(?:主要|相关|各项)?指标$|^(?:企业|项目|人员|单位|转化|办理|其他)$|^(?:国家|省|市|区|县)级$"
    r"|^(?:扩大|投产|生产|递增|整治|全部|减少|增加)$|^(?:省|市|区|县|自治区)(?:、(?:省|市|区|县|自治区))+$|^加上|^是|抓$|(?<![最良友])好$|起来$"
    r"|^在(?![校孵职建编园册线岗读研用地职院库营训])|^[东南西北华中]{2}地区$|^每增"
)
_AFTER_NUMBER = re.compile(
    r"^((?:(?![的是在了对为与和及等由被将向从于给升进入立组构])[一-鿿“”A-Za-z&]){4,18}"
    r"|企业(?:进入|入选|入围)[一-鿿]{3,12}|(?:具有|拥有|具备|从事|符合)[^，。；,;\d]{2,20}的[一-鿿]{3,12})(?=[，。；、,;）)]|$|[和及与]\s?\d)"
)
_NO_NAME_AFTER = re.compile(
    r"^(?:进入|开展|获得|成功|入围|参与|实现|申报|通过|全部|以上|左右|企业[一-鿿]{0,8}?(?:申报|成功|实现|开展))"
    r"|指标|方面|维度|阶段|环节|问题|困难|层面|原则|作用$"
)
_GOES_ON = re.compile(
    r"(?!开展|进行|完成|实现|获得|进入|通过|成功|入选|获批|用于)"
    r"[一-鿿“](?<![的以左及并且和与等其之则占较比同达位居但而增提上下降减扩已均])(?!.{0,2}(?:增加|增长|提高|上升|下降|减少|降低|提升|降到|增至))"
)
_ACTS_ON = re.compile(r"(?:推荐|上报|申报|征集|走访|检查|排查|评审|公示|培训|辅导|摸排|联系){1,2}\s*$")
_QUALIFIED = re.compile(r"^(?:以上|左右)?的([一-鿿“”A-Za-z&]{2,16}?)(?=[，。；、,;]|$)")
_AREA_AFTER = re.compile(r"\s?([一-鿿]{2,10}?面积)(?=达|实现|得到|完成)")
_SIZE = re.compile(r"(?:规模|总额|总投资)$")
_SHORTEST, _LONGEST = 2, 34


@dataclass(frozen=True, slots=True)
class Cut:
    """A name and where it stands in the text."""

    name: str
    start: int
    end: int
    flow: str = ""


def name_before(text: str, start: int, end: int, *places: str) -> Cut | None:
    """The name in the words before a number, `text[start:end]`; None where they hold none.

    `places` are regions that a sentence opens with, which are no part of a name (临安区科技经费 → 科技经费).
    """
    left, right = _trimmed(text, start, end, places)
    flow = _FLOW.match(text[left:right])
    listed = _AND_SO_ON.match(text[left:right])
    if listed:
        left, right = _trimmed(text, left + listed.end(), right, places)
    folded = half_width(text[left:right])
    if not _SHORTEST <= len(folded) <= _LONGEST or _BAD_NAME.search(folded) or _VERB_ALONE.match(folded):
        return None
    if folded.count("(") != folded.count(")") or folded.count("“") != folded.count("”"):
        return None
    if not re.search(r"[一-鿿]", folded) or folded in places:
        return None
    return Cut(" ".join(text[left:right].split()), left, right, flow.group(1) if flow else "")


def name_after(text: str, end: int) -> Cut | None:
    """The name that follows a number up to the end of its clause: 设立2个|海外人才基地."""
    found = _AFTER_NUMBER.match(text[end : end + 40].lstrip(" "))
    if not found or _NO_NAME_AFTER.search(found[1]):
        return None
    name = found[1].rpartition("的")[2]
    start = text.index(name, end)
    return None if _BAD_NAME.search(name) else Cut(name, start, start + len(name))


def sized(text: str, quantity: Quantity) -> Cut | None:
    """The area that a measure of it stands before: 50平方公里以上|建设用地面积|达到要求."""
    found = _AREA_AFTER.match(text, quantity.end)
    if not found or dimension(split_scale(quantity.unit)[1]) != "面积" or _BAD_NAME.search(found[1]):
        return None
    return Cut(found[1], found.start(1), found.end(1))


def acts_on(text: str, start: int, end: int) -> str:
    """The verb before a counted noun that makes it another thing: 推荐上报|215家省科技型中小企业."""
    found = _ACTS_ON.search(text, start, end)
    return found.group().strip() if found else ""


def goes_on(text: str, end: int) -> bool:
    """Whether a noun follows the number at once, which it then counts: 5家|省级重点企业研究院."""
    return bool(_GOES_ON.match(text[end : end + 6].lstrip(" ")))


def contest(text: str, start: int) -> str:
    """The ranking that the clause before `start` names: 在…全球创新指数城市排行榜中，|杭州居第25位."""
    found = _CONTEST.search(text[max(0, start - 60) : start])
    return found[1] if found else ""


def described(text: str, cut: Cut | None, end: int) -> Cut | None:
    """What a size is the size of: 总规模为1000亿元的|杭州创新基金 → 杭州创新基金总规模."""
    found = _QUALIFIED.match(text[end : end + 30])
    if not found or cut is None or not _SIZE.search(cut.name):
        return None
    return Cut(found[1] + cut.name, cut.start, end + found.end(1))


def is_described(text: str, end: int) -> bool:
    """Whether a noun follows that the number only qualifies: 5000万元以上的项目."""
    return text[end : end + 4].lstrip(" ").startswith("的")


def growth_start(text: str, start: int, end: int) -> int | None:
    """Where 同比增长 and the like begin before a number, None where the number is no change."""
    lead = text[start:end].rstrip(" 约近达")
    found = _GROWTH.search(lead)
    return start + found.start() if found else None


def rank_start(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the words that place a rank begin (在全省排), and among whom it counts (全省)."""
    found = _RANKED.search(text[start:end])
    left = start + found.start() if found else end
    scopes = _SCOPE.findall(text[left:end])
    return left, "".join(scopes[-1].split()) if scopes else ""


def _trimmed(text: str, left: int, right: int, places: tuple[str, ...]) -> tuple[int, int]:
    """Both edges moved inwards past everything that is no part of a name."""
    while True:
        edges = left, right
        if tail := _PREDICATE.search(text, left, right):
            right = tail.start()
        for pattern in (_OPENING, _OWN_REGION, _STOCK_VERB):
            if head := pattern.match(text[left:right]):
                left += head.end()
        for name in places:
            if name and text.startswith(name, left) and text[left + len(name) : left + len(name) + 1] != "级":
                left += len(name) + (text[left + len(name) : left + len(name) + 1] == "的")
        if (left, right) == edges:
            return left, right
