"""What a question wants calculated, and the stated calculation as a claim."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant import compute, present_figures
from assistant.answers import Claim, Computed
from assistant.values import Hit
from assistant.wording import SHARE
from ingest.plans import Indicator

Operation = Callable[[Indicator, Indicator], compute.Result]


_OPERATIONS: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (SHARE, compute.share),
    (re.compile(r"几[倍陪]|多少倍|翻.{0,3}[番倍]|倍增|完成率"), compute.multiple),
    (re.compile(r"年均(增速|增长率|复合)|年均.{0,3}增长(百分之|多少%|率)|年均得?增长百分"), compute.annual_growth),
    (re.compile(r"百分之|增幅|涨幅|增长率|(增长|提高|增加|涨|下降)了?多少%"), compute.growth),
    (
        re.compile(
            r"多多少|少多少|多几|少几|差|超出|超过.{0,6}多少|多出|多了|还要|要?再?增|增加|减少|提高|下降|上升|净增|高多少|高出|低多少"
            r"|几个百分点|比.{2,20}(多|少|高|低)"
        ),
        compute.difference,
    ),
)


HIGHER = re.compile(
    r"(谁|哪个|哪边|哪家|哪里|哪座|哪一个).{0,5}(高|多|大|强|领先)|最(高|多|大|强|靠前)|高了还是低了|还是(低|高)"
)


def operations_of(text: str) -> list[Operation]:
    """What a question wants done with two values, every one it asks for."""
    return [operation for pattern, operation in _OPERATIONS if pattern.search(text)]


def calculated(operation: Operation, left: Hit, right: Hit) -> list[Claim]:
    """The stated calculation, or nothing where the two cannot be calculated with."""
    try:
        result = operation(left.indicator, right.indicator)
    except compute.Incomparable:
        return []
    computed = Computed(result.expression, result.value, result.unit, (*left.sources, *right.sources))
    return [Claim(present_figures.calculation(operation.__name__, result), (*left.sources, *right.sources), computed)]
