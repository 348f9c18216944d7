"""Terms that no plan uses, or uses without saying what they stand for ("三化"): said so, rather than guessed."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.questions import Intent
from assistant.records.neighbours import elsewhere
from assistant.records.values import SURE, hits, in_years
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import ASKS
from assistant.words import present
from ingest.library.words import tokens
from ingest.plans import Plan

_WHICH = r"[，,]?(?:分别|具体|到底|都)?(?:是|指)?(?:的)?(?:哪|什么|啥)"
_TERM = re.compile(
    rf"[“\"]([^”\"，。]{{2,12}})[”\"]{_WHICH}|(\d(?:\+[\dNX]){{1,4}})(?=.{{0,24}}(?:分别|哪|各[是指]))"
    rf"|([一二两三四五六七八九十]个?[一-鿿])(?={_WHICH})|(?<=哪)([一二两三四五六七八九十][一-鿿])(?=[？。]?$)"
    r"|(?<=哪)[“\"]([一二两三四五六七八九十][一-鿿])[”\"]"
)
_KIND = re.compile("([一-鿿]{2,3})(?:企业|公司|人才|平台|机构|基地|园区|实验室|基金|中心|工程师|学校|医院)")
_ATTRIBUTE = re.compile("([一-鿿]{2})(?:[本当]地的)?(比例|比率|标准|额度|期限|年限|价格|单价|费率|利率|税率)")
_PART_NAMED = re.compile(r"(?:章|节|条|部分|专栏)\s?[“\"]([一-鿿]{2,12})[”\"]")
_COUNTED = re.compile("[一二两三四五六七八九十][个项条类种家大方]")  # of things that the plan may list further on
_SPELLED = str.maketrans("0123456789", "〇一二三四五六七八九")
_FUNCTION = re.compile(
    "[的了是有几哪一二两三四五六七八九十家个多少条项名所座想放那这给在要么和与及以对把被让其各某每全过帮]"
)
_QUOTED_KIND = re.compile('[“"]([一-鿿]{3,8})[”"](?=企业|计划|工程|行动|政策|基金|平台|项目|人才|奖|券|贷)')
_SURELY = 0.6
_CLAUSE = re.compile("[，。；？]")
_SAYS = re.compile(r"[”\"]?[^，。；]{0,8}(?:[：:（(—]|，?(?:即|指|包括|分别|也就是|一是))")
_LISTS = re.compile(
    r"(?:[、和与及—+－-][^，。；]{1,30}|等|[一-鿿]{4,}(?<!推进|实施|开展|抢抓|建设|打造|构建|完善|落实|聚焦|围绕)(?=[“\"]$))[“\"]?$"
)


def unknown(evidence: Evidence) -> Draft | None:
    """A refusal where a number of things of a kind (独角兽企业) is asked for that no loaded plan ever names."""
    query = evidence.query
    # what there is of a value in other years, or in plans of other regions, is told where it is composed
    beyond = query.intent is not Intent.VALUE and beyond_all(evidence) and not _told_elsewhere(evidence)
    if _invented(evidence) or beyond:
        return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(present.NOT_IN_PLANS, ()),))
    if _never_named(evidence) or (query.wants_number and _unheard(evidence)):
        return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(present.NOT_IN_PLANS, ()),))
    counting = " ".join(clause for clause in _CLAUSE.split(query.text) if ASKS.search(clause))
    kinds = {kind for kind in _KIND.findall(query.focus) if kind in counting and not _FUNCTION.search(kind)}
    pairs = {kind: [kind[at : at + 2] for at in range(len(kind) - 1)] for kind in kinds}
    known = evidence.shelf.rarity([pair for found in pairs.values() for pair in found])
    if not query.wants_number or all(any(known.get(pair) for pair in found) for found in pairs.values()):
        return None
    return Draft(AnswerStatus.NOT_IN_PLANS, (Claim(present.NOT_IN_PLANS, ()),))


def _unheard(evidence: Evidence) -> bool:
    """Whether a number is asked for by a name (返投比例) whose first word stands in no loaded plan, where nothing found
    is of that kind by another name (the 比例 of 公民, for 市民比例)."""
    named = [found for found in _ATTRIBUTE.finditer(evidence.query.text) if not _FUNCTION.search(found[1])]
    known = evidence.shelf.rarity([found[1] for found in named]) if named else {}
    best = evidence.candidates[0] if evidence.candidates else None
    if best and best.coverage >= _SURELY and any(q.unit == "%" for q in best.quantities):
        return False  # told in other words
    strange = [found[2] for found in named if not known.get(found[1])]
    names = [hit.indicator.name for hit in hits(evidence)] if strange else []
    return any(not any(kind in name for name in names) for kind in strange)


def _never_named(evidence: Evidence) -> bool:
    """Whether the question asks for those of a name in quotation marks (“六小龙”企业) that no plan in scope has."""
    named = _QUOTED_KIND.findall(evidence.query.text)
    ids = evidence.query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages))
    texts = ["".join(evidence.plan_of(id).text.split()) for id in ids] if named else []
    return any(not any(name in text for text in texts) for name in named)


def _told_elsewhere(evidence: Evidence) -> bool:
    """Whether the plan of another region has the asked value of the one region in question for the asked years."""
    scopes = evidence.query.scopes
    found = elsewhere(evidence, scopes[0]) if len(scopes) == 1 else []
    return any(hit.score >= SURE for hit in in_years(found, evidence.query))


def _invented(evidence: Evidence) -> bool:
    """Whether the question names a chapter or article in words that stand in no loaded plan."""
    pairs = [pair for name in _PART_NAMED.findall(evidence.query.text) for pair in tokens(name)]
    known = evidence.shelf.rarity(pairs)
    return any(not known.get(pair) for pair in pairs)


def beyond_all(evidence: Evidence) -> bool:
    """Whether none of the years asked about is named by, or in the period of, a plan that the question may mean."""
    query = evidence.query
    asked = [year for year in query.years if year.isdigit()]
    ids = query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages))
    plans = [evidence.plan_of(id) for id in ids]
    if not asked or len(asked) < len(query.years) or not plans:
        return False
    return not any(_speaks_of(plan, year) for plan in plans for year in asked)


def _speaks_of(plan: Plan, year: str) -> bool:
    spelled = year.translate(_SPELLED)
    if (
        year in plan.text
        or spelled in plan.text
        or spelled.replace("〇", "○") in plan.text
        or f"{year[2:]}年" in plan.text
    ):
        return True
    ends = re.findall(r"\d{4}", plan.facts.period.value) if plan.facts.period else []
    return len(ends) == 2 and ends[0] <= year <= ends[1]


def unexplained(evidence: Evidence) -> Draft | None:
    """A refusal where every sentence that uses the asked term only uses it."""
    query = evidence.query
    named = (next(filter(None, found.groups())) for found in _TERM.finditer(query.text))
    terms = [term for term in named if not _COUNTED.fullmatch(term)]
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
