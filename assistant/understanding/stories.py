"""Long stories that end in a question: what is asked stands in their last sentence."""

from __future__ import annotations

import re

from assistant.understanding.wording import ASKING, HELP, SUPPORT, bared

_POINTS_BACK = re.compile("这些|这批|这个?(?:情况|问题|事|样|方面)|这种情况|这块|上面|以上|该怎么办|怎么办|对此")
_SHORT, _LONG = 6, 60


def last_sentence(text: str) -> str:
    """The sentence that asks for help at the end of a long story; "" where more is asked or it points back."""
    said = [one for one in re.split("(?<=[。！？])", text) if one]
    told, last = said[:-1], said[-1] if said else ""
    asks = len(text) >= _LONG and told and ASKING.search(last) and HELP.search(last)
    if not asks or "？" in "".join(told) or _POINTS_BACK.search(last):
        return ""
    return last if len(SUPPORT.sub("", bared(last)).replace(" ", "")) >= _SHORT else ""
