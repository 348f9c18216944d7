"""Measures: what is there for those who ask (我们是孵化器), and what is paid for what they name (首次认定奖多少)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent
from assistant.records import grants
from assistant.records.grants import Grant
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.terms import Terms, terms
from assistant.understanding.lexicon import expanded
from assistant.words import present
from ingest.library.words import tokens

_HELP = r"(?:支持|扶持|政策|待遇|好处|补助|补贴|奖励|奖金|优惠|帮助|措施|举措|红利|资助|福利|利好)"
_ASKS = re.compile(
    rf"(?:什么|哪些|哪几|啥|怎么|如何|怎样|有没有).{{0,10}}{_HELP}|{_HELP}.{{0,6}}(?:什么|哪些|啥|有吗|吗|[?？]$)"
    r"|(?:享受|得到|拿到|获得|申请到?|给|享).{0,6}(?:什么|哪些|啥)|(?:怎么|如何|怎样)(?:支持|扶持|帮)"
)
_MONEY = re.compile(
    r"奖励|奖金|奖多少|奖补|补助|补贴|补多少|资助|[能可]?(?:拿到?|给|领|得到?|补|奖)(?:多少|几)|多少钱|最高|奖|补"
)
_PAID = re.compile(r"奖励|奖金|奖|补助|补贴|补|资助|拿|领|给(?:多少|几)")
_CLAIMS_A_SUM = re.compile(r"\d[百千万亿]*元")
_PLAIN = re.compile(
    rf"{_HELP}|享受|得到|拿到?|获得|申请|能给?|可以?|多少|最高|奖|补|条件|要求|什么|哪些|我们?|你们?|咱们?|单位|公司|这类|这种|这样|企业家?"
    r"|规划|意见|政策|文件|方案|计划|十四五|本地|当地|落地|想|来|去|到|在|对|给|为|从|有|是|的|了|家|名|个|位|钱|和|与|及|或"
    r"|首次|头一[回次]|第一次|新认定|认定|评上|入选|刚|今年|[省市县区国]家?级|省|市|县|区"
)
_PERSONA = re.compile(
    r"(?:我们?|本人|我司|公司|咱们?)(?:单位)?(?:是|属于|做|开)(?:一?[家个名位])?(?:做)?([一-鿿“”]{2,12}?)(?=[，,。；;]|的?$)"
)
_TARGET = (
    r"(?:对|为|支持|鼓励|引导|帮助|给予|面向|向|扶持)[^，；。]{{0,16}}{0}"
    r"|(?:^|[，；。]){0}[^，；。]{{0,12}}(?:可|享|每年|给予|按)"
)
_SURE, _LIKELY, _BEST = 4, 2, 2
_COVERS, _SAYS_ALL, _SAME, _ROOM, _MOST, _LINE = 0.55, 0.9, 0.08, 420, 6, 60


def payments(evidence: Evidence) -> Draft | None:
    """What is paid for what the question names, with its conditions; a refusal where no plan in scope pays for it."""
    query = evidence.query
    if not _wants_money(evidence) or (query.intent is Intent.YES_NO and _CLAIMS_A_SUM.search(query.text)):
        return None  # a sum that the question states is to be checked
    asked = f"{query.text} {expanded(query.text)}"
    named, kin = grants.audience(asked)
    pool = [g for g in (*grants.of_measures(evidence), *grants.told(evidence)) if g.pays]
    pool = [g for g in grants.in_order(pool) if grants.fits_occasion(query.text, g)]
    pool = [g for g in pool if grants.fits_tier(grants.tiers(query.text), g)]
    if several := _for_each_part(evidence, pool):
        return _lines(evidence, several, head="")
    looked = _trigger(evidence)
    told = any(_cover(looked, g) >= _SAYS_ALL for g in pool)
    if named:
        pool = [g for g in pool if any(name in g.text or name[:2] in g.plan.title for name in (*named, *kin))]
    scored = [(_cover(looked, g), g) for g in pool]
    best = max((cover for cover, _ in scored), default=0.0)
    if best < _COVERS:
        meant = grants.audience(query.text)[0] or (named and not told)
        return None if pool or not meant or _is_said(evidence) else _refused(evidence)
    chosen = [g for cover, g in scored if cover >= best - _SAME]
    if query.wants_number and not any(_names_it(looked, g) for g in chosen):
        return None
    return _lines(evidence, chosen[:_MOST], head="")


def _is_said(evidence: Evidence) -> bool:
    """Whether a sentence pays for what is asked about, by a rate: 按25%的标准给予奖补."""
    near = (c for c in evidence.candidates[:_MOST] if c.coverage >= evidence.looked.floor(evidence.settings.sentence))
    return any(grants.PAYS.search(c.text) and any(q.unit == "%" for q in c.quantities) for c in near)


def help_offered(evidence: Evidence) -> Draft | None:
    """The measures for those whom the question names, each a line: payments first, then other help."""
    query = evidence.query
    if len(query.scopes) > 1 or query.intent in _NOT_ASKED or not _ASKS.search(query.text):
        return None
    asked = f"{query.text} {expanded(query.text)}"
    named, kin = grants.audience(asked)
    persona = _PERSONA.search(query.text)
    if not named and persona:
        named = (persona.group(1),)
    if not named:
        return None
    found = [g for g in grants.of_measures(evidence) if any(name in g.text for name in (*named, *kin))]
    found = [g for g in found if grants.fits_tier(grants.tiers(query.text), g)]
    topic = _topic(evidence, named)
    if topic:
        looked = terms(replace(query, focus=topic, text=topic, parts=()), evidence.shelf)
        found = [g for g in found if looked.covered(set(tokens(g.text))) >= _COVERS]
    ranked = sorted(found, key=lambda g: -_worth(g, named, kin))
    sure = [g for g in ranked if _worth(g, named, kin) >= _SURE]
    ranked = sure if len(sure) > 1 else [g for g in ranked if _worth(g, named, kin) >= _LIKELY]
    if not ranked or not (sure or topic or len(ranked) > 1):
        return None
    head = present.count(len(ranked)) if len(ranked) <= _MOST else present.most_relevant(_MOST)
    return _lines(evidence, ranked[:_MOST], head=head if len(ranked) > 1 else "")


_NOT_ASKED = (Intent.RESPONSIBLE, Intent.META, Intent.CONFLICT, Intent.COMPARE, Intent.DEFINITION)


def _wants_money(evidence: Evidence) -> bool:
    """Whether a sum that is granted is asked for, not a number of things nor a sum that was spent."""
    query = evidence.query
    counts = query.unit in ("家", "个", "名", "项", "人", "件", "%") or query.dimension not in ("", "金额")
    if len(query.scopes) > 1 or query.intent in _NOT_ASKED or counts:
        return False
    asks = query.wants_number or _ASKS.search(query.text)
    return bool(asks and _MONEY.search(query.text) and _PAID.search(query.text)) and not query.years


def _for_each_part(evidence: Evidence, pool: Sequence[Grant]) -> list[Grant]:
    """What is paid for each of several things that the question asks about one by one; none unless all are paid for."""
    chosen: list[Grant] = []
    for part in evidence.query.parts:
        looked = terms(replace(evidence.query, focus=_MONEY.sub(" ", part), parts=()), evidence.shelf)
        best = max(pool, key=lambda grant: _cover(looked, grant), default=None) if looked.own else None
        if best is None or best in chosen or _cover(looked, best) < _COVERS:
            return []
        chosen.append(best)
    return chosen


def _trigger(evidence: Evidence) -> Terms:
    """The words for what is paid for: the question's without those of paying and asking."""
    missing = [name for name in grants.audience(evidence.query.text)[0] if name not in evidence.query.focus]
    bare = _MONEY.sub(" ", " ".join((evidence.query.focus, *missing)))
    return terms(replace(evidence.query, focus=bare, parts=()), evidence.shelf)


def _cover(looked: Terms, grant: Grant) -> float:
    return looked.covered(set(tokens(grant.text)))


def _names_it(looked: Terms, grant: Grant) -> bool:
    """Whether a grant has one of the words that tell best what is paid for."""
    telling = sorted(looked.own, key=lambda token: -looked.own[token])[:_BEST]
    return not telling or bool(set(telling) & set(tokens(grant.text)))


def _topic(evidence: Evidence, named: tuple[str, ...]) -> str:
    """What the question asks help with, besides whom it is for: 贷款, 租金; "" where it asks for all there is."""
    rest = evidence.query.focus
    for name in named:
        rest = rest.replace(name, " ")
    for name in ("国高企", "高企", "科小"):
        rest = rest.replace(name, " ")
    words = [word for word in _PLAIN.sub(" ", rest).split() if len(word) > 1]
    return " ".join(words)


def _worth(grant: Grant, named: tuple[str, ...], kin: tuple[str, ...]) -> int:
    """Payments and help for those named come first; what only mentions them comes last."""
    own = [name for name in named if name in grant.text]
    names = "|".join(map(re.escape, own or kin))
    target = bool(re.search(_TARGET.format(f"(?:{names})"), grant.text))
    return 3 * bool(own) + 2 * target + 2 * (grant.pays and (target or bool(own)))


def _lines(evidence: Evidence, chosen: list[Grant], head: str) -> Draft:
    room = max(_LINE, _ROOM // max(len(chosen), 1))
    claims = [Claim(head, ())] if head else []
    claims += [Claim(clip(g.text, evidence.looked, room), (g.source,)) for g in chosen]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def _refused(evidence: Evidence) -> Draft | None:
    """A refusal where a sum is asked for: a sum for others is no answer."""
    if not re.search("多少|几[十百千万]?元|最高", evidence.query.text):
        return None
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(present.NOT_IN_PLANS, ()),))
