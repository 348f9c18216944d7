"""What a question wants calculated, of what, and the stated calculation as a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant import compute
from assistant.answers import Claim, Computed
from assistant.questions import Query
from assistant.records.values import Hit, together
from assistant.understanding.wording import SHARE
from assistant.words import present_figures
from ingest.facts.concepts import plain
from ingest.plans import Indicator

Operation = Callable[[Indicator, Indicator], compute.Result]


# What several things come to, and the same where 一共 may also ask for a total that a plan tells.
ADDED_UP = re.compile("[加合](?:起来|在一起|到一起|一起|一块)|合计|相加|之和")
IN_ALL = re.compile(f"{ADDED_UP.pattern}|一共|总共")
# By how many times it grew, which is one less than how many times it is.
TIMES_MORE = re.compile("(?:涨|增长|增加|提高|上升|增)了?(?:几|多少)[倍陪]")
# The words that ask for a calculation → the calculation.
_OPERATIONS: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (SHARE, compute.share),
    (re.compile(r"完成率|超额"), compute.completion),
    (TIMES_MORE, compute.times_more),
    (re.compile(r"(?<![涨长加高升增])(?<![涨长加高升增]了)(?:几[倍陪]|多少倍)|翻.{0,3}[番倍]|倍增"), compute.multiple),
    (
        re.compile(r"年均(增速|增长率|复合)|复合(?:年均)?增|折成年均|年均.{0,3}增长(百分之|多少%|率)|年均得?增长百分"),
        compute.annual_growth,
    ),
    (
        re.compile(
            r"(增|涨|升|提|高|降|减|多|少)[^，。；？]{0,8}百分之|增幅|涨[幅副]|增长率|(增长|提高|增加|涨|下降)了?(多少%|几成|几倍|多少倍)|增长了?多少(?=[，。；？]|$)"
            r"|[增涨升]长?得?[更最]?[快猛慢](?!速)"
        ),
        compute.growth,
    ),
    (
        re.compile(
            r"赶[得不]上|(?:落后|领先)[^，。？]{0,8}(?:多少|几)|多多少|少多少|多几|少几|差|超出|超过.{0,6}多少|多出|多了|还要|要?再?增|再[添涨]|涨多少|增加|减少|提高"
            r"|下降|上升|净增|高多少|高出|低多少"
            r"|(?:平均每年|每年平均|年均)[^，。？]{0,3}[增加涨提][^，。？]{0,2}(?:多少|几)|几个百分点"
            r"|比(?![重例率])[^，。；？]{2,20}(?:多(?!少)|(?<!多)少|高|低)|超额|超(?:过|出)?了?(?:目标|计划|规划)"
        ),
        compute.difference,
    ),
)


# Which of two is ahead, or whether a value rose or fell.
HIGHER = re.compile(
    r"[升涨步高]了?还是[降跌退下]|[降跌退步]了?还是[升涨进提]|(谁|哪个|哪边|哪家|哪里|哪座|哪一个).{0,5}(高|多|大|强|领先)|最(高|多|大|强|靠前)"
    r"|比(?:起来)?(?:怎么样|怎样|如何)|高了还是低了|是不是[^，。？]{0,14}[涨升降跌][了的]?|(?:有没有|是否|是不是)[^，。？]{0,4}(?:超过|高[于过]|低于|赶上)"
    r"|(?:超过|高[于过]|低于)了?[^，。？]{1,10}(?:吗|没有?)[？?]?$"
    r"|(?:[涨升降跌]|提高|上升|下降|增加|减少|增长|进步|退步|前移|前进|靠前)了?(?:[吗吧没]|，?(?:是真的|对)吗)[？?。]?$|比[^，。；？]{2,14}靠[前后]|还是(低|高)"
    r"|多了?还是少|少了?还是多"
)


# more or less than something else, by how much (比十四五少建多少)
APART = re.compile(r"[比较][^，。；？]{2,24}[多少高低大小][^，。；？多少]{0,3}(?:多少|几)")

# The words of calculating, and the units of results, which are no part of an indicator's name.
_CALCULATING = re.compile(
    r"平均每年|每年平均|年均得?|净?增(?:加|长)?(?=[了到 ]|$)|增长率|[增涨][幅副]|增速|完成率"
    r"|折成年均(?:复合)?|年均复合|从基[数期]算?"
    r"|(?:增加(?!值)|增长|提高|提升|下降|减少|上升|超出|高出)了?"
    r"|(?<![\w一-鿿])(?:多|少|差|涨|翻|再|还|要|需要|比|和|是|从|到|[家个件项名位亿万元]+)(?![\w一-鿿])"
    r"|[多翻涨差少]了|[再还]要?[增添涨差]|要(?=提高|提升|增|再|从)|是?原来的?|几[倍陪成番]|几?个?百分点|百分之|大约|目标|基[数期]|实绩|实际|现在|达标"
    r"|[增涨升]长?得[更最]?[快猛慢]|各翻了?|才到|规划期|五年|[一两几]家|测算|验算|验一?|[核计]?算"
)
_SHORTEST = 3
_POINTS = re.compile("百分点")  # what is so many of them apart are shares
# The result is what is asked in percent; its operands are of any kind.
_OF_RESULT = (
    compute.share,
    compute.growth,
    compute.annual_growth,
    compute.multiple,
    compute.times_more,
    compute.completion,
)


def subject_of(query: Query) -> str:
    """What is to be calculated with: the question's focus without the words of calculating."""
    return " ".join(word for word in _CALCULATING.sub(" ", query.focus).split() if len(word) > 1)


def shortened(said: str, name: str) -> bool:
    """Whether a name is said in short: PCT年申请量 for PCT国际专利年申请量, the characters in their order."""
    left = iter(plain(name))
    return len(said) > _SHORTEST and all(char in left for char in plain(said.replace("加", "、")))


def operands_dimension(query: Query) -> str:
    """The kind of the values to calculate with, where it is not only the result that is asked for in percent."""
    asked = operations_of(query.text)
    in_percent = query.dimension == "比重" and any(operation in _OF_RESULT for operation in asked)
    if not query.dimension and _POINTS.search(query.text):
        return "比重"
    return "" if in_percent else query.dimension


def operations_of(text: str) -> list[Operation]:
    """What a question wants done with two values, every one it asks for."""
    return [operation for pattern, operation in _OPERATIONS if pattern.search(text)]


def calculated(operation: Operation, left: Hit, right: Hit) -> list[Claim]:
    """The stated calculation, or nothing where the two cannot be calculated with; a difference between two years says
    which way it went."""
    try:
        result = operation(left.indicator, right.indicator)
    except compute.Incomparable:
        return []
    one, other = left.indicator, right.indicator
    moved = operation is compute.difference and one.region == other.region and _goes_on_from(one, other)
    told = (
        present_figures.moved(result, one)
        if moved and result.value.strip("-0.")
        else present_figures.calculation(operation.__name__, result)
    )
    return [reckoned(told, result, (left, right))]


def reckoned(told: str, result: compute.Result, used: Iterable[Hit]) -> Claim:
    """A stated calculation in its words, with the places of all that it was made with."""
    sources = together(used)
    return Claim(told, sources, Computed(result.expression, result.value, result.unit, sources))


def _goes_on_from(later: Indicator, earlier: Indicator) -> bool:
    """Whether one value is of a later year than another, neither being what was planned for a stretch of years."""
    years = later.year.isdigit() and earlier.year.isdigit() and later.year > earlier.year
    return years and "planned" not in (later.role, earlier.role)
