"""What an utterance adds to a conversation: a topic of its own, an aspect of the one before, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.questions import Intent, Query
from assistant.understanding.lexicon import expanded
from assistant.understanding.listed import item_named
from assistant.understanding.scopes import Places
from assistant.understanding.wording import ASIDE, DEICTIC, PARK

_BARE = 3
_AND_YOU = re.compile(r"^(?:那么?|还有|然后)?([^，。；？]{2,14}?)呢[？。\s]*$")
_KIND_OF = re.compile("(?:领域|方向|行业|专栏|类指标|类)$")
_LONGEST = 6
_PARK_NAMED = re.compile(f"(?:(?!的|在|到|和|与)[一-鿿]){{2,6}}?(?:{PARK.pattern})")
_THING = re.compile("(?:企业|机构|平台|人才|团队|项目|专利|经费|投入|投资|产值|收入|数|量|额|率|面积)$")
_FIELD = re.compile("(?:(?<![一-鿿])|(?<=[里中的]))[一-鿿]{2,6}?(?=领域|方向|产业(?!园)|领军人才)")
_AIM = re.compile("([一-鿿A-Za-z]{2,8})的(目标|任务|重点|要求|布局|定位)")
_THAT_ONE = re.compile("(?<=[一-鿿]{2})那(?:[一几两]?[条项块行栏类]|一块)(?=呢|$|[？。\\s])")
_ARTICLE = re.compile("(?<=[一-鿿]{4})[那这][一]?[条项]$")  # 成果转化机制那条
_NEW_SUBJECT = re.compile(
    r"^(?:那么?|还有|然后)?([^，。；？]{2,10}?)(?:那边|那里|那块)?呢[，。？]\s*(?=[^，。？]*(?:什么|啥|怎|哪|谁))"
)
_ASPECT = re.compile(
    r"的$|目标|现[状在]|目前|实际|完成|情况|增[速幅长]|提高|下降|变化|排名|位次|占比|比[重例]|基数|预期|金额|数[量值]|单位|部门|期限|时间|标准|条件"
    r"|对象|范围|依据|原因|(?<!新)(?<![一-鿿]{3})材料|流程|[国省市区县]级|以[上下]|其[他余它]|同期|同一年|[去当同前今明后上]一?年|那[里边时条]|这[里边条个]|上面|前面|年前"
    r"|[两二]者|年均"
    r"|平均|合计|总[量数额]|具体|(?<![型术羚人雄军规小市])企业$|个人|第(?![一二三]产业)|最后|程度|方面|内容|结果|做法"
)
_MEASURE = re.compile(r"(?<=[一-鿿]{2})\s*(?:的?(?:总?规模|总[量数额]|金额|数[量额目]|目标值?|面积|比[例重]))+$")
_OF_VALUES = (Intent.VALUE, Intent.CALCULATE, Intent.COMPARE, Intent.META, Intent.CONFLICT)
_COUNTED = re.compile("(?!企业|项目|人员|资金|投资|城市|部门|单位)([一-鿿]{2,8})(?:数量|总数|总量|面积|规模|产量|产值)")
# another amount of what was spoken of: 1000万的, 要是罚了600万, 如果一年投1.2亿
_AMOUNT = re.compile(
    r"(?:如果|要是|假如|假设|换成|只有|只|只是|改成|一年|每年|投入?|罚款?|花|买|卖|赚|贷|做到|达到|超过|不到|是|有|了|到|的|\s)*"
    r"\d[\d. ]*[百千万亿]*(?:[亩元家个人次吨名项张床岁年]|美元|万元|公里|平方米)*(?:以[上下])?的?"
)
_FIGURE = re.compile(r"(?<![\d.])\d[\d. ]*[百千万亿]*(?:万元|亿元|元|亩|家|人|名|张|吨)?")
_BOTH = re.compile("前者.{0,6}后者|后者.{0,6}前者")
_ASKS = re.compile("[多几]少?(?=[了个家项年月%])|多少|谁|什么|啥|怎么|哪|吗")


class Slots(Protocol):
    """What one utterance says by itself."""

    text: str
    whole: str
    intent: Intent
    wants_number: bool
    places: Places
    years: tuple[str, ...]
    focus: str

    def query(self, text: str, **overrides: object) -> Query: ...


def another_topic(own: Slots, own_topic: str) -> str:
    """Of "那专利呢" 专利: another thing of which the same is asked; "" where it is an aspect of the thing before."""
    text = _THAT_ONE.sub("", own.text)
    found = _AND_YOU.match(text)
    if not found or own.places.ranges or own.years or _ASKS.search(own.text) or len(own_topic) < 2:
        return ""
    if (
        item_named(own.text) is not None
        or own.intent not in (Intent.TASK, Intent.VALUE)
        or _ASPECT.search(_named(own_topic))
        or _AMOUNT.fullmatch(own_topic)
        or DEICTIC.search(text)
    ):
        return ""
    return _THAT_ONE.sub("", own.focus).strip()


def in_its_place(other: str, topic: str) -> str:
    """What was spoken of with another thing of the same kind in the place of the one (生命健康领域 for 数字经济领域);
    "" where it speaks of none of that kind."""
    kind = _KIND_OF.search(other)
    if not kind:
        return _of_aim(other, topic) or _of_field(other, topic)
    found = re.findall(rf"[^对在的、，和与里中 ]{{2,{_LONGEST}}}?{kind[0]}", topic)
    return topic.replace(found[0], other) if len(found) == 1 and found[0] != other else ""


def _of_field(other: str, topic: str) -> str:
    """Another field in the place of the one spoken of, where it is none of what is counted: 生命健康领军人才,
    of 数字经济领军人才."""
    found = _FIELD.findall(topic)
    if len(found) != 1 or found[0] == other or other.endswith("的"):
        return ""
    return "" if expanded(other) or _THING.search(other) else topic.replace(found[0], other)


def _of_aim(other: str, topic: str) -> str:
    """The aims of another thing in the place of those of the one spoken of (X的目标), where more is said of where they
    are set."""
    before, _, last = topic.strip().rpartition(" ")
    found = _AIM.fullmatch(last)
    return f"{before} {other}的{found[2]}" if before and found and found[1] != other else ""


def with_attribute(other: str, last: Query, topic: str) -> str:
    """Another thing with what was asked of the one before (称号, of 绿色照明产业有啥称号), where no number was."""
    thing, _, attribute = topic.strip().rpartition(" ")
    told = thing and " " not in thing and len(attribute) > 1 and not last.wants_number
    return f"{other.removesuffix('的')} {attribute}" if told else other


def new_subject(own: Slots) -> bool:
    """Whether an utterance names another thing and asks something of it: 云谷呢，定位是什么."""
    found = _NEW_SUBJECT.match(own.text)
    if not found or own.places.ranges or own.years or item_named(own.text) is not None:
        return False
    name = _ARTICLE.sub("", found[1])
    return not (_ASPECT.search(name) or _AMOUNT.fullmatch(name) or DEICTIC.search(name))


def _named(own_topic: str) -> str:
    """An utterance's topic without its last 的, where the rest names something by itself (社零的), without the words
    for how much there is of it (公园数量)."""
    bare = own_topic.removesuffix("的")
    counted = _COUNTED.fullmatch(own_topic)
    return counted[1] if counted else bare if expanded(bare) or len(bare) > _BARE + 1 else own_topic


def without_measure(topic: str, own: Slots) -> str:
    """The thing spoken of without what was asked of it (规模, 目标), where something else is asked of it now."""
    if own.wants_number or own.years or own.intent in _OF_VALUES:
        return topic
    return _MEASURE.sub("", topic).strip() or topic


def without_places(topic: str, places: Sequence[str]) -> str:
    """The thing spoken of without the places it was asked of, where another place is named now."""
    return re.sub(rf"(?:{'|'.join(map(re.escape, places))})[省市区县]?", "", topic) if places else topic


def without_amount(topic: str, own_topic: str) -> str:
    """The thing spoken of without the amount that was named with it, where another amount is named now."""
    return _FIGURE.sub(" ", topic) if _AMOUNT.fullmatch(own_topic) else topic


def is_bare(own_topic: str) -> bool:
    """Whether an utterance names nothing of its own: it calculates with what was said, names its two sides, or another
    amount of it (1000万的呢)."""
    return (
        bool(_BOTH.search(own_topic) or _AMOUNT.fullmatch(own_topic))
        or min(len(own_topic), len(ASIDE.sub("", own_topic))) <= _BARE
    )


def of_a_park(own: Slots, own_topic: str) -> bool:
    """Whether an utterance asks for the same number of a park and names nothing else: 其中城西科创大走廊要做到多少."""
    return own.wants_number and bool(PARK.search(own_topic)) and is_bare(_PARK_NAMED.sub("", own_topic, count=1))


def park_spoken_of(own: Slots, last: Query) -> str:
    """The park that the last question was about, where the utterance names no place and asks for a number of it."""
    named = _PARK_NAMED.search(last.text) if own.wants_number and not last.scopes else None
    return named[0] if named and not own.places.ranges and not PARK.search(own.text) else ""
