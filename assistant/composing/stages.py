"""What a plan aims at by a year: where a question names the year and nothing else that a plan could say."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.retrieval.clip import ELLIPSIS, unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import terms
from ingest.library.words import tokens
from ingest.structure.split import sentences

_ASKED = re.compile(r"目标|程度|什么(?:样|水平|效果)|(?:做|达|实现|完成|建成|要)到?(?:什么|哪|啥)|(?:做到|达到|实现)")
_SAYS_NOTHING = re.compile(
    r"总体|主要|阶段性?|发展|目标|程度|样子|水平|效果|做到|达到|实现|完成|建成|做成|再?往后|总|区别|不同|差别|任务|之?前|[底末和与及有的要到是]"
)
_WHICH_YEARS = re.compile(
    "哪(?:[两二三几]个?)?(?:目标)?(?:年份|时间节点|阶段)|(?:分|设)[^，。？]{0,4}(?:哪|几)[^，。？]{0,4}(?:年份|阶段|步走)|目标年份"
)
_BY_YEAR = re.compile(r"(?:力争|争取|预计)?[到至](20\d\d)年")
_AIM = re.compile("目标|愿景")
_OWN_NAME, _EACH, _LONGEST = 0.4, 2, 160


def stage_goals(evidence: Evidence) -> Draft | None:
    """For each year asked about, the sentences of the plan that begin with it, those under a heading of aims first; the
    years themselves where these are asked for.

    None where the question names what is aimed at: that has a figure or a sentence of its own."""
    query = evidence.query
    if goals := _goal_years(evidence):
        return goals
    years = [year for year in query.years if year.isdigit()]
    if not years or query.unit or query.dimension or len(query.plan_ids or ()) != 1 or not _ASKED.search(query.text):
        return None
    if _names_a_subject(evidence):
        return None
    told = {year: _sentences(evidence, year) for year in years}
    if not all(told.values()):
        return None
    claims = (
        Claim(
            _opening(unnumbered(candidate.text[at:])),
            (evidence.source(replace(candidate, start=candidate.start + at)),),
        )
        for found in told.values()
        for candidate, at in found[:_EACH]
    )
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def _goal_years(evidence: Evidence) -> Draft | None:
    """The years that a plan sets its goals for, where the question asks which they are: how the first sentence of each
    begins."""
    query = evidence.query
    plan_ids = query.plan_ids or ()
    if not _WHICH_YEARS.search(query.text) or len(plan_ids) != 1:
        return None
    plan_id = plan_ids[0]
    told: dict[str, dict[str, Claim]] = {"aims": {}, "all": {}}
    for passage in evidence.shelf.passages([plan_id]):
        for start, end in sentences(passage.text) if passage.kind == "paragraph" else ():
            text = unnumbered(passage.text[start:end])
            if found := _BY_YEAR.match(text):
                source = Source(plan_id, locate(evidence.plan_of(plan_id), passage, start, end), passage.heading)
                aims = _AIM.search("".join(passage.heading))
                for kind in ("aims", "all") if aims else ("all",):
                    told[kind].setdefault(found[1], Claim(_opening(text), (source,)))
    chosen = told["aims"] if len(told["aims"]) > 1 else told["all"]
    claims = tuple(chosen[year] for year in sorted(chosen))
    return Draft(AnswerStatus.ANSWERED, claims) if len(claims) > 1 else None


def _names_a_subject(evidence: Evidence) -> bool:
    """Whether the question says more than the plan's own name and words of asking for aims."""
    query = evidence.query
    rest = " ".join(_SAYS_NOTHING.sub(" ", query.focus).split())
    looked = terms(replace(query, focus=rest, background="", parts=()), evidence.shelf)
    plan = evidence.plan_of((query.plan_ids or ("",))[0])
    issuer = plan.facts.issuer.value if plan.facts.issuer else ""
    return bool(looked.own) and looked.covered(set(tokens(f"{plan.title} {issuer}"))) < _OWN_NAME


def _sentences(evidence: Evidence, year: str) -> list[tuple[Candidate, int]]:
    """The sentences with a clause that begins with the year, each with where the clause begins; aims first, then in
    reading order."""
    begins = re.compile(rf"(?:^|(?<=[。；\n]))\s*(?:力争|争取|预计)?[到至在]?{year}年")
    found = [(c, m.start()) for c in evidence.candidates if not c.is_row and (m := begins.search(c.text))]
    return sorted(found, key=lambda f: (not _AIM.search("".join(f[0].passage.heading)), f[0].passage.order, f[0].start))


def _opening(text: str) -> str:
    """A long text up to the last clause that fits."""
    if len(text) <= _LONGEST:
        return text
    return text[: max(text.rfind(sign, 0, _LONGEST) for sign in "，；。") + 1 or _LONGEST].rstrip("，；") + ELLIPSIS
