"""How an utterance turns a conversation: away from its last subject, back to one before, or putting it right."""

from __future__ import annotations

import re

from assistant.questions import Query

# what leaves the last subject, or puts right whom or what is meant, before what is asked (先不说甲了，; 不是问甲，是问)
TURNS = re.compile(
    r"^(?:那|那就)?(?:先)?(?:不|别)(?:说|管|聊|谈|提)[^，。？]{1,14}?了?，|^(?:我)?(?:问的)?不是(?:问|说)?[^，。？]{1,12}，(?:我)?(?:而?是|问的是|要的是)问?"
)
RETURNS = re.compile(
    "^(?:那)?(?:再|还是|我们|再来)?(?:说回|回到|回头说|说回到)(?:到)?(?:刚才|前面|之前|最开始)?(?:说|问)?的?(?:那个)?"
    "|^(?:刚才|前面|之前|最开始)(?:说|问|提到?|讲)?的(?:那个|那条)?"
)


def goes_back(text: str, focus: str, before: Query, last: Query) -> bool:
    """Whether an utterance goes back to what was spoken of before the last question: it says so, and shares more words
    with that."""
    words = [word for word in focus.split() if len(word) > 1] if RETURNS.search(text) else []
    shared, shared_last = (sum(word in query.text for word in words) for query in (before, last))
    return shared > shared_last
