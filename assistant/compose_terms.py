"""Terms that a plan uses without saying what they stand for ("三化"): said so, rather than guessed."""

from __future__ import annotations

import re

from assistant import present
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.clip import clip
from assistant.evidence import Evidence

_WHICH = r"[，,]?(?:分别|具体|到底|都)?(?:是|指)?(?:的)?(?:哪|什么|啥)"
_TERM = re.compile(
    rf"[“\"]([^”\"，。]{{2,12}})[”\"]{_WHICH}|(\d(?:\+[\dNX]){{1,4}})(?=.{{0,16}}(?:分别|哪))"
    rf"|([一二两三四五六七八九十]个?[一-鿿])(?={_WHICH})|(?<=哪)([一二两三四五六七八九十][一-鿿])(?=[？。]?$)"
    r"|(?<=哪)[“\"]([一二两三四五六七八九十][一-鿿])[”\"]"
)
_SAYS = re.compile(r"[”\"]?[^，。；]{0,8}(?:[：:（(—]|，?(?:即|指|包括|分别|也就是|一是))")
_LISTS = re.compile(
    r"(?:[、和与及—+－-][^，。；]{1,30}|等|[一-鿿]{4,}(?<!推进)(?<!实施)(?<!开展)(?<!抢抓)(?=[“\"]$))[“\"]?$"
)


def unexplained(evidence: Evidence) -> Draft | None:
    """A refusal where every sentence that uses the asked term only uses it."""
    query = evidence.query
    terms = [term for found in _TERM.finditer(query.text) if (term := next(g for g in found.groups() if g))]
    if not terms:
        return None
    using = [(c, term) for c in evidence.candidates for term in terms if term in c.text and not c.is_row]
    if not using or evidence.candidates[0] is not using[0][0]:
        return None
    if any(_explains(c.text, term) or _named(term, c.passage.heading) for c, term in using):
        return None
    best, term = using[0]
    said = clip(best.text.strip(), evidence.looked, 60)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(present.term_only(term, said), (evidence.source(best),)),))


def _explains(text: str, term: str) -> bool:
    """Whether the term is followed by what it stands for, or closes a list of it."""
    at = text.find(term)
    return bool(_SAYS.match(text, at + len(term))) or bool(_LISTS.search(text[:at]))


def _named(term: str, heading: tuple[str, ...]) -> bool:
    return any(term in name for name in heading)
