"""What a question claims a figure of: the figure itself, and the records that are of its subject."""

from __future__ import annotations

import re
from decimal import Decimal
from os.path import commonprefix

from assistant.questions import Query
from assistant.records.fitting import by_its_value
from assistant.records.values import SURE, Hit
from assistant.understanding.lexicon import expanded
from assistant.understanding.wording import CONFIRM, EVERY, bared
from ingest.facts.concepts import plain
from ingest.library.words import tokens
from ingest.notation.quantities import quantities
from ingest.plans import Quantity
from ingest.structure.headings import ordinal

_COPULA = re.compile(r"(?:就是|应该|是不是|是|为|达到?|只?有|要|到|等于|约|目标|定|[排居列]|全[国省市区县])+$")
_REGIONS = ("省", "市", "县", "区", "镇", "级")  # 七县: no figure of the claim
_WHOSE = re.compile(r"(?:19|20)\d\d年[底末]?|目标|数[据值]?|水平|规模|意思|的")
GROWTH, _ALSO = re.compile("增[幅速长]|增加|涨|提高|上升|同比"), re.compile("也|那|呢")
_PLACED = re.compile("(?<=[里中内省市国区县])第([一二三四五六七八九十])(?:名|位)?(?=[，。？吗吧对是]|$)")
_AMONG = re.compile("全[国省市区县]|[一二三四五六七八九十]{1,2}个?[省市区县]")
_CLAUSES = re.compile("[，。；、？]")
RANK, _RANKED = "位", re.compile("(?:排名|位次|名次)$")
_REST, _MOSTLY, _HALF = 5, 0.6, 0.5
_TELLING, LEEWAY, _RIVAL = 4, 0.15, 0.25


def figure_of(query: Query) -> Quantity | None:
    """The last figure that a question states; a number of things of which all are spoken of is none."""
    every = EVERY.search(query.text)
    figures = [q for q in quantities(query.text) if q.unit and q.unit not in _REGIONS]
    if placed := _PLACED.search(query.text):
        figures.append(Quantity(placed[0], Decimal(ordinal(placed[1])), RANK, "=", *placed.span()))
    figures.sort(key=lambda q: q.start)
    return next((q for q in reversed(figures) if not (every and q.end <= every.start())), None)


def claims_more(query: Query, rest: str) -> bool:
    """Whether what follows the figure in its sentence says more of it than whose and when it is: it is not all to be
    confirmed."""
    rest = re.split("[？。]", rest)[0]
    for scope in query.scopes:
        rest = rest.replace(scope.name, " ")
    return len(bared(_WHOSE.sub(" ", CONFIRM.sub(" ", rest))).replace(" ", "")) > _REST


def ranks_said(found: list[Hit], text: str) -> list[Hit]:
    """The ranks whose names the question mostly says, among those it says (全市); those of a growth where its
    last clause speaks of one."""
    clause = _CLAUSES.split(text.rstrip("？。"))[-1]
    of_growth = bool(GROWTH.search(clause if _ALSO.search(clause) else text))
    ranks = [h for h in found if h.indicator.role == "rank" and bool(GROWTH.search(h.indicator.name)) == of_growth]
    said, meant = set(tokens(text)), set(tokens(f"{text} {expanded(text)}"))
    named = [(h, set(tokens(_RANKED.sub("", h.indicator.name)))) for h in ranks]
    kept = [h for h, own in named if len(own & meant) >= _MOSTLY * len(own) and len(own & said) >= _HALF * len(own)]
    among = set(_AMONG.findall(text))
    return [h for h in kept if not among or not (own := set(_AMONG.findall(h.indicator.nature))) or own & among]


def of_subject(found: list[Hit], query: Query, said: Quantity) -> list[Hit]:
    """The hits whose name the question writes right before the figure that it states; else those that fit well, and
    none that only the figure brings near the best."""
    subject = _COPULA.sub("", re.split(r"[，。；、？]", query.text[: said.start])[-1])
    shared = {id(h): len(commonprefix([subject[::-1], plain(h.indicator.name)[::-1]])) for h in found}
    longest = max(shared.values(), default=0)
    if longest >= _TELLING or 1 < longest == len(subject):
        return [h for h in found if shared[id(h)] == longest]
    named = {id(h): h.score - by_its_value(h.indicator, query) for h in found}
    best = max(named.values(), default=0.0)
    return [h for h in found if h.score >= SURE - LEEWAY and named[id(h)] >= best - _RIVAL]
