"""What a question claims in words and the deciding sentence says otherwise: 是浙江农林大学的吧, 也包括退役军人吗."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.composing.sentences import SENTENCE
from assistant.questions import Intent, Query
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import terms
from assistant.understanding.wording import ASKS, bared
from assistant.words import present_premise
from ingest.library.words import tokens
from ingest.notation.quantities import quantities
from ingest.plans import Quantity, Span

_END = r"的?(?:吗|吧|么|，?[对是]吧|，?对[吗不]|，?对不对|，?是不是|，?没[错搞]错?吧|，?是吗|，?是这样吗|[？。])"
# What is claimed, after the word that claims it: it is the last of the question, and one thing.
_CLAIMED = re.compile(
    rf"(?:就是|说的是|指的是|走进|属于|(?<![不而但还要只都算也总])是(?!不是|否)|叫(?!做)|是不是(?:也|还)?(?:包括|包含|有)?|(?:也|还)?(?:包括|包含))"
    rf"(?P<what>[^，。？；：是]{{2,16}}?){_END}"
)
_ASKING = re.compile("[多几]少|几|什么|啥|哪|谁|怎|为何|如何|还是")
_NOT_NAMED = re.compile("[不没未都同样这那真能已要的里它过了在头讲写说算一两二三四五六七八九十]|自己|为了|首家")
_BY = re.compile(r"(?:到|至)\s?(20\d\d)\s?年")
_NEAR, _SAID = 800, 0.6
_LOOKED_AT, _SUBJECT, _ABSENT, _FEWEST, _TELLING = 8, 0.75, 0.34, 2, 4


def claim_checked(evidence: Evidence) -> Draft | None:
    """The deciding sentence, where it names something else than the question claims; None where the question claims no
    one thing by name, or no sentence is surely of what it claims it of."""
    query = evidence.query
    if query.intent is not Intent.YES_NO or ASKS.search(query.text) or len(query.scopes) > 1:
        return None
    found = next(iter(reversed(list(_CLAIMED.finditer(query.text)))), None)
    if found is None or _ASKING.search(query.text) or _NOT_NAMED.search(found["what"]):
        return None
    what = found["what"].strip('的“”" ')
    if len(tokens(what)) < _FEWEST or quantities(what):
        return None
    best = _deciding(evidence, f"{query.text[: found.start('what')]} {query.text[found.end() :]}")
    if best is None or not _says_another(best, what):
        return None
    said = clip(best.text.strip(), evidence.looked, SENTENCE)
    return Draft(AnswerStatus.ANSWERED, (Claim(f"{present_premise.IS_NOT}{said}", (evidence.source(best),)),))


def _deciding(evidence: Evidence, subject: str) -> Candidate | None:
    """The sentence that says most of what the claim is made of, if it says nearly all of it."""
    query = evidence.query
    for scope in query.scopes:
        subject = subject.replace(scope.name, " ")
    looked = terms(replace(query, focus=bared(subject), text=subject, background="", parts=()), evidence.shelf)
    if len(looked.own) < _TELLING:
        return None
    near = [c for c in evidence.candidates[:_LOOKED_AT] if not c.is_row]
    covers = {id(c): looked.covered(set(tokens(f"{c.text}{''.join(c.passage.heading[-1:])}"))) for c in near}
    best = max(near, key=lambda c: covers[id(c)], default=None)
    return best if best and covers[id(best)] >= _SUBJECT else None


def _says_another(best: Candidate, what: str) -> bool:
    """Whether the deciding sentence has next to nothing of the claimed name."""
    own = set(tokens(what))
    return len(own & set(tokens("".join(best.text.split())))) <= _ABSENT * len(own)


def of_another_year(evidence: Evidence) -> Draft | None:
    """That what the question sets in one year the plan sets in another, which it names before (到2035年，…)."""
    query = evidence.query
    years = [year for year in query.years if year.isdigit()]
    if query.intent is not Intent.YES_NO or len(query.years) != 1 or not years or any(q.unit for q in _figures(query)):
        return None
    best = next((c for c in evidence.candidates[:1] if not c.is_row and c.coverage >= _SAID and not c.periods), None)
    told = _year_before(evidence, best) if best else None
    if best is None or told is None or told[0] == years[0]:
        return None
    year, source = told
    said = clip(best.text.strip(), evidence.looked, SENTENCE)
    text = f"{present_premise.of_year(year)}{said}"
    return Draft(AnswerStatus.ANSWERED, (Claim(text, (evidence.source(best), source)),))


def _figures(query: Query) -> tuple[Quantity, ...]:
    return tuple(q for q in quantities(query.text) if not q.year)


def _year_before(evidence: Evidence, best: Candidate) -> tuple[str, Source] | None:
    """The year that the section sets before a sentence, and where."""
    own = evidence.source(best)
    plan = evidence.plan_of(own.plan_id)
    start = plan.sections[best.passage.section].body.start
    found = list(_BY.finditer(plan.text, max(start, own.span.start - _NEAR), own.span.start))
    return (found[-1][1], Source(plan.id, Span(*found[-1].span()), own.heading)) if found else None
