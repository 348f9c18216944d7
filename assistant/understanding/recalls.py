"""Utterances that choose what was asked back, or ask again, more, or where the last answer stands."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions import Query
from assistant.understanding.listed import item, item_named
from assistant.understanding.scopes import Places, Reader

_MORE = re.compile(
    r"^(?:那|除此之外|除了这些)?[，]?(?:还有|还|继续|再)(?:吗|呢|别的|其他的?|什么|没有|哪些|更多的?|说说|讲讲|列)*(?:[吗呢吧了])?[？。\s]*$"
)
_SOURCES = re.compile(
    r"^(?:这|那|它|上面|刚才|个|些|数据?|数字|说法|句?话|结论|内容|条|你|说|的|是|在|有|从|请问|能|给我?|写|规划|文件)*"
    r"(?:出处|数据来源|来源|原文|原话|哪[份个](?:文件|规划|材料)|[第哪]?[哪几][一个]?(?:[页章节段]|专栏|部分)|[第哪]几?一?[条款](?=[里中上]?[写说提讲规]|$|[？。])|哪张表|哪里?(?=[写说提看来]))"
    r"(?:是|在|怎么?|写|说|的|有|什么|哪里?|儿|找|到|看|讲|提|里|上|中|贴|一下|来|呢|啊|啦|吗|？|\s)*$"
)
_AGAIN = re.compile(
    r"^(?:那|它的|这个?|你刚才说的?)?(?:(?:计量)?单位(?:是|用)?(?:什么|啥|呢)|(?:是|有)?(?:多少|什么|几)来着|再说一[遍次]|重复一[遍下])[？。呢啊\s]*$"
)
_EVERY = re.compile(
    r"^(?:那)?(?:都|全部|所有|每个|各个?|全)(?:要|都要|看看|列出来?|说一?[下遍]|给我|的|讲)*[吧啊呢了。？\s]*$"
)
_ASKED_BACK = re.compile(r"请问[^。？]{1,20}哪[^。？]{1,6}？")


def recalled(text: str, places: Places, last: Query, answer: str, reader: Reader) -> Query | None:
    """The last question once more, as the utterance wants it; None where it asks something of its own."""
    if _EVERY.search(text):
        return replace(last, wants="every", carried=True)
    if _ASKED_BACK.search(answer) and (chosen := _chosen(text, places, last, answer, reader)):
        return replace(chosen, carried=True)
    if _MORE.search(text):
        return replace(last, shown=f"{last.shown}\n{answer}".strip(), carried=True)
    if _SOURCES.search(text) and not places.ranges:
        return replace(last, wants="sources", carried=True)
    return replace(last, carried=True) if _AGAIN.search(text) else None


def _chosen(text: str, places: Places, last: Query, answer: str, reader: Reader) -> Query | None:
    """The last question about the plans that are chosen among those that were offered."""
    n = item_named(text)
    scopes = places.scopes or reader.named(item(answer, n) if n is not None else text)
    if not scopes:
        return None
    return replace(last, scopes=scopes, text=f"{''.join(scope.name for scope in scopes)}：{last.text}")
