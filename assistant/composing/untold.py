"""What a question asks for by name and an answer does not carry (工资, 处罚), and the refusal that says so."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.lacking import asking, only_repeats
from assistant.composing.sentences import refuse
from assistant.questions import Intent
from assistant.records.choose import LONG
from assistant.records.duties import duties, units_named
from assistant.records.eligible import whole
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from assistant.understanding.wording import ASKS, asked_for
from assistant.words import present
from ingest.notation.quantities import quantities
from ingest.notation.regions import regions_in
from ingest.notation.units import base, dimension

_KIND_OF_PLACE = "(?:国家|城市|市县|县市|区县|县区|地市|地级市|[省市区县]|乡镇|街道|镇街)"
_WHICH_PLACES = re.compile(
    rf"哪[些几]个?{_KIND_OF_PLACE}(?!直|级|场|民|域|委|政|里|特|更|体|规|建|管|功)|城市(?:名单)?(?:都|主要)?(?:有|是|包括|为|涉及)哪[些几]"
)
_PLACES = re.compile("[一-鿿]{1,6}(?:[省市县区镇乡]|街道)[、和及][一-鿿]{1,6}(?:[省市县区镇乡]|街道)")
_UNIT = re.compile(r"([省市区县]?[一-鿿]{2,5}?(?:局|委员会|办公室))(?=在|牵头|负责|承担|参与|[要的])")
_ASKS = re.compile("哪|什么|啥|几个")
_LEAD = re.compile("^(?:.*(?:是不是|是|由|归|请|和|与|让|问))?")
_TELLING = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY)
_TYPED = (Intent.VALUE, Intent.CALCULATE)
_ANY, _TIMES = "一几", {"时长", "年龄"}
_ABOUT = 0.6
_AROUND, _SHOWN, _LOOKED_AT, _SENTENCES, _SEVERAL = 30, 60, 10, 40, 3


def asks_untold(evidence: Evidence) -> bool:
    """Whether the question asks for something by name (利率, 电话) that nothing found names."""
    asked = asked_for(evidence.query.text)
    texts = [whole(c, evidence) for c in evidence.candidates[:20]] if asked else []
    return any(not any(told.search(text) for text in texts) for told in asked)


def leaves_untold(draft: Draft, evidence: Evidence) -> bool:
    """Whether a value stands for something else than what the question asks for by name: 企业数 for 税收减免."""
    query = evidence.query
    if only_repeats(draft, query):
        return True
    if query.intent not in _TYPED or draft.status is not AnswerStatus.ANSWERED or len(query.parts) > 1:
        return False
    asked = asked_for(query.text)
    said = "".join(f"{claim.text}{''.join(_around(s, evidence) for s in claim.sources)}" for claim in draft.claims)
    return any(not told.search(said) for told in asked)


def no_such_figure(evidence: Evidence) -> Draft | None:
    """A refusal where the question supposes a time, an age or a sum and no sentence about it tells any (分三年发)."""
    query = evidence.query
    if query.intent is not Intent.YES_NO or ASKS.search(query.text) or len(query.scopes) > 1:
        return None
    supposed = [q for q in quantities(asking(query.text)) if not q.year and q.text[0] not in _ANY]
    near = [c for c in evidence.candidates[:_LOOKED_AT] if all(one.search(c.text) for one in asked_for(query.text))]
    about = [c for c in near if c.coverage >= _ABOUT * max(other.coverage for other in near)]
    told = {dimension(base(q.unit)[1]) for c in near for q in c.quantities}
    told_of_it = {dimension(base(q.unit)[1]) for c in about for q in c.quantities}
    kinds = {dimension(base(q.unit)[1]) for q in supposed}
    untold = ((kinds & _TIMES) - told) | ((kinds & {"金额"}) - told_of_it)
    return refuse(evidence) if untold else None


def _around(source: Source, evidence: Evidence) -> str:
    text = evidence.plan_of(source.plan_id).text
    span = source.span
    return f"{text[max(0, span.start - _AROUND) : span.end + _AROUND]}{''.join(source.heading)}"


def with_places(draft: Draft, evidence: Evidence) -> Draft | None:
    """An answer; where places are asked for by name (哪些城市) and it names none but the one asked about, the sentence
    that names most, None where none names several."""
    if not _WHICH_PLACES.search(evidence.query.text) or draft.status is not AnswerStatus.ANSWERED:
        return draft
    own = {short(scope.name) for scope in evidence.query.scopes} | set(evidence.query.outside)
    said = " ".join(claim.text for claim in draft.claims)
    if _PLACES.search(said) or _places(said) - own:
        return draft
    found = [c for c in evidence.candidates[:_SENTENCES] if c.coverage + c.context >= evidence.settings.nearest]
    best = max(found, key=lambda c: len(_places(c.text) - own), default=None)
    if best is None or len(_places(best.text) - own) < _SEVERAL:
        return None
    said = clip(best.text.strip(), evidence.looked, LONG)
    return Draft(AnswerStatus.ANSWERED, (Claim(said, (evidence.source(best),)),))


def _places(text: str) -> set[str]:
    return {place.short for *_, place in regions_in(text)}


def no_such_unit(evidence: Evidence) -> Draft | None:
    """A refusal where the question asks what a unit does that the plan's notes on responsible units never name."""
    query = evidence.query
    found = _UNIT.search(query.text) if query.intent is Intent.RESPONSIBLE else None
    if not found or len(query.plan_ids or ()) != 1:
        return None
    plan = evidence.plan_of(query.plan_ids[0])
    noted, unit = duties(plan), _LEAD.sub("", found.group(1))
    bare = re.sub("|".join(re.escape(short(scope.name)) for scope in query.scopes), "", unit).lstrip("省市区县")
    if not noted or bare in plan.text or _ASKS.search(unit) or units_named(unit, noted):
        return None
    source = Source(plan.id, noted[0].span, noted[0].section.path)
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(present.no_such_unit(plan.title, unit), (source,)),))


def with_nearest(draft: Draft, evidence: Evidence) -> Draft:
    """A refusal that has nothing to show, with the sentence that comes nearest to what is asked; beside a question for
    a number none that holds another."""
    bare = draft.claims == (Claim(present.NOT_IN_PLANS, ()),)
    if draft.status is not AnswerStatus.NOT_IN_PLANS or not bare or not evidence.query.scopes:
        return draft
    found = [c for c in evidence.candidates[:_LOOKED_AT] if not (c.quantities and evidence.query.wants_number)]
    found = [c for c in found if all(told.search(c.text) for told in asked_for(evidence.query.text))] or found
    best = max(found, key=lambda c: c.coverage + c.context, default=None)
    if best is None or best.coverage < evidence.settings.nearest or best.is_row:
        return draft
    said = clip(best.text.strip(), evidence.looked, _SHOWN).strip("。；;，, ")
    return Draft(draft.status, (Claim(present.nearest(said), (evidence.source(best),)),))
