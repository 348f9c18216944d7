"""Stories that end in a question: what is asked stands in their last sentence, of the trade that they tell."""

from __future__ import annotations

import re

from assistant.understanding.wording import ASKING, HELP, SUPPORT, bared

_POINTS_BACK = re.compile("这些|这批|这个?(?:情况|问题|事|样|方面)|这种情况|这块|上面|以上|该怎么办|怎么办|对此")
_TRADE = re.compile(
    r"(?:做|搞|生产|从事|经营)([一-鿿A-Za-z]{2,8}?)(?:[几一二三四五六七八九十两\d]{1,3}多?年)?(?:的|了|生意|(?:小|工)?厂子?|企业|公司)*(?=[，。])"
)
_THIS_TRADE = re.compile(r"(?:我们?|咱们?)?[这本]一?行(?![动为业政程])当?")
_SHORT, _LONG = 6, 60


def last_sentence(text: str) -> str:
    """The sentence that asks for help at the end of a long story; "" where more is asked or it points back."""
    said = [one for one in re.split("(?<=[。！？])", text) if one]
    told, last = said[:-1], said[-1] if said else ""
    asks = len(text) >= _LONG and told and ASKING.search(last) and HELP.search(last)
    if not asks or "？" in "".join(told) or _POINTS_BACK.search(last):
        return ""
    return last if len(SUPPORT.sub("", bared(last)).replace(" ", "")) >= _SHORT else ""


def with_trade(text: str) -> str:
    """A text whose 这一行 is the trade that it tells before: 做阀门二十多年了，…对这一行 → …对阀门产业."""
    told = _TRADE.search(text)
    return _THIS_TRADE.sub(f"{told[1]}产业", text) if told else text
