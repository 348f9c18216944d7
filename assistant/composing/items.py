"""Lists that are asked for by what they list: the materials to hand in, conditions, cases, what is supported."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent
from assistant.records.numbered_items import Listing, claims, listings, opened
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.terms import terms
from assistant.words import present
from ingest.library.words import tokens

_WHAT = "(?:什么|哪些|啥|哪几[个项条类种样]?|几[个项条类种样份])"
# How a list of a kind is asked for, and what opens it in a plan.
_KINDS = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (rf"{_WHAT}[^，。？]{{0,6}}(?:材料|资料)|(?:材料|资料)(?:有|要|是|都|包括|清单|[?？]|$)", "材料|资料"),
        (
            rf"{_WHAT}[^，。？]{{0,8}}(?:条件|门槛|资格)|(?:条件|门槛|资格)(?:有|是|都|包括|[?？]|$)|(?:符合|满足|具备){_WHAT}",
            "条件|资格|(?:符合|满足|具备)(?:以下|下列)",
        ),
        (rf"{_WHAT}[^，。？]{{0,4}}(?:情形|情况)|(?:情形|情况)(?:有|下)?{_WHAT}", "情形|情况"),
        (
            rf"(?:支持|扶持|补助|补贴|奖励|资助|适用)(?:的)?{_WHAT}(?:[^，。？]{{0,4}}(?:项目|企业)|范围|对象|领域|人|产品|情形|[?？啊呢]|$)"
            rf"|(?:范围|对象)(?:有|是|包括){_WHAT}|{_WHAT}(?:项目|企业|情形)[^，。？]{{0,4}}(?:支持|扶持|补助|资助)",
            "(?:支持|扶持|补助|补贴|奖励|资助|适用)(?:的)?(?:范围|对象|领域|项目)|(?:支持|扶持|资助)(?:以下|下列)",
        ),
    )
)
_SAYS_NOTHING = re.compile(
    rf"{_WHAT}|申请|申报|准备|需要?|提交|提供|材料|资料|条件|门槛|资格|情形|情况|范围|对象|支持|适用|符合|满足|具备"
    "|项目|企业|类|种|[要得都能可以交带的]"
)
_PAID = re.compile("扶持|补助|补贴|奖励|资助")
_DENIED = re.compile("不(?:予|得|再|能|可|给)|取消|追回|撤销")
_INTENTS = (Intent.LIST, Intent.TASK)
_LEAST, _OWN, _INLINE, _CLEARLY = 0.5, 0.5, 2, 0.15


def asked_items(evidence: Evidence) -> Draft | None:
    """The list of what is asked for (材料, 条件, 情形, 支持范围) that is said to be of what the question names."""
    query = evidence.query
    told = next((told for asked, told in _KINDS if asked.search(query.text)), None)
    if told is None or query.intent not in _INTENTS or len(query.scopes) > 1:
        return None
    found = _best(evidence, told)
    if found is None:
        return None
    listing, score = found
    best = next(iter(evidence.candidates), None)
    inline = best and best.text.count("、") >= _INLINE and told.search(best.text)
    if best and inline and best.coverage >= score + _CLEARLY:
        return None
    items = claims(listing, evidence.looked)
    head = opened(listing, evidence.looked)
    return Draft(AnswerStatus.ANSWERED, (*head, Claim(present.count(len(items)), ()), *items))


def _best(evidence: Evidence, told: re.Pattern[str]) -> tuple[Listing, float] | None:
    """The list whose title is of the kind asked for and that the question names best, with how much of the question
    its title, headings and plan say; None where none is named, or a bare question fits several."""
    query = evidence.query
    ids = query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    denied = bool(_DENIED.search(query.text))
    fitting = [
        one
        for id in ids
        for one in listings(evidence.plan_of(id))
        if told.search(one.title) and bool(_DENIED.search(one.title)) == denied
    ]
    asked = _PAID.sub(" ", query.focus) if told is _KINDS[-1][1] else query.focus
    focus = " ".join(_SAYS_NOTHING.sub(" ", asked).split())
    looked = terms(replace(query, focus=focus, background="", parts=()), evidence.shelf)
    if not looked.own:
        return (fitting[0], 1.0) if len(fitting) == 1 and query.scopes else None
    scored = [(looked.covered(set(tokens(one.told))), looked.covered(set(tokens(one.title))), one) for one in fitting]
    whole, _, best = max(scored, key=lambda one: one[0] + _OWN * one[1], default=(0.0, 0.0, None))
    return (best, whole) if best and whole >= _LEAST else None
