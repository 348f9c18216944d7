"""The sentences that grant by a rate, in tiers or up to a ceiling, with the sentence after them that bounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Source
from assistant.records.brackets import bracketed
from assistant.records.rates import ceilings, rates
from assistant.retrieval.clip import unnumbered
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import Terms, terms
from ingest.library.words import tokens
from ingest.notation.tiers import tiers
from ingest.plans import Quantity
from ingest.structure.split import sentences

_WORDS_OF_PAYING = re.compile(
    "奖励|奖补|奖金|补助|补贴|资助|扶持|津贴|一次性|多少钱|多少|标准|最[多少高低]|上限|封顶|百分之几|能?[拿领用](?:到|几个)?|能给|按政策|政策|怎么|有没有"
    "|一?家?(?:公司|企业)|一年|每年|如果|假如|[奖补给钱]|[百千万亿]*元"
)
_TAIL = re.compile("^[^，。；]{0,14}(?:每满|每增加|每新增|不超过|最高|上限|封顶|最多)")
_NUMBER = re.compile(r"\d[\d. ]*[百千万亿]*")
_COVERS, _NEAR, _LOOKED_AT = 0.5, 0.06, 25


@dataclass(frozen=True, slots=True)
class Provision:
    """A sentence that grants something, with the one that follows it where that one bounds or measures it."""

    candidate: Candidate
    text: str
    source: Source
    tail: str
    tail_source: Source | None
    cover: float

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where it stands."""
        return (self.source, self.tail_source) if self.tail_source else (self.source,)


def provisions(evidence: Evidence, figures: Sequence[Quantity], *, ceilings_too: bool = False) -> list[Provision]:
    """The provisions that say best what the question is about, the best first: those with a rate or tiers, and where
    they are asked for those with a ceiling only."""
    looked = trigger(evidence, figures)
    pool = [c for c in evidence.candidates[:_LOOKED_AT] if not c.is_row] if looked.own else []
    made = [p for c in pool if (p := _provision(evidence, looked, c, ceilings_too))]
    best = max((p.cover for p in made), default=0.0)
    if best < looked.floor(_COVERS):
        return []
    return sorted((p for p in made if p.cover >= best - _NEAR), key=lambda p: -p.cover)


def provisions_in_range(evidence: Evidence, figures: Sequence[Quantity]) -> list[Provision]:
    """The provisions of neighbouring ones (以下的按…, 以上的按…) whose range holds a figure of the question."""
    looked = trigger(evidence, figures)
    found = bracketed(evidence, looked, figures) if looked.own else []
    return [Provision(c, unnumbered(c.text), evidence.source(c), "", None, 1.0) for c in found]


def trigger(evidence: Evidence, figures: Sequence[Quantity]) -> Terms:
    """The words for what is paid for: the question's without those of paying and without its figures."""
    bare = evidence.query.focus
    for figure in figures:
        bare = bare.replace(figure.text, " ")
    focus = _WORDS_OF_PAYING.sub(" ", _NUMBER.sub(" ", bare))
    looked = terms(replace(evidence.query, focus=focus, parts=()), evidence.shelf)
    return replace(looked, other={t: w for t, w in looked.other.items() if not _WORDS_OF_PAYING.search(t)})


def leaves_out(provision: Provision, evidence: Evidence) -> bool:
    """Whether a provision says nothing of what one of several questions in one asks about."""
    for part in evidence.query.parts:
        bare = _WORDS_OF_PAYING.sub(" ", part)
        looked = terms(replace(evidence.query, focus=bare, text=bare, parts=()), evidence.shelf)
        if looked.own and not set(looked.own) & set(tokens(f"{provision.text}{provision.tail}")):
            return True
    return False


def _provision(evidence: Evidence, looked: Terms, candidate: Candidate, ceilings_too: bool) -> Provision | None:
    text = unnumbered(candidate.text)
    passage = candidate.passage
    following = next(((a, b) for a, b in sentences(passage.text) if a >= candidate.end), None)
    tail = passage.text[slice(*following)].strip() if following else ""
    tail = tail if _TAIL.match(tail) else ""
    bounded = ceilings_too and (ceilings(text) or ceilings(tail))
    if not (tiers(text) or rates(text) or rates(tail) or bounded):
        return None
    plan = evidence.plan_of(passage.plan_id)
    tail_source = Source(plan.id, locate(plan, passage, *following), passage.heading) if tail and following else None
    cover = looked.covered(set(tokens(f"{text}{tail}")))
    return Provision(candidate, text, evidence.source(candidate), tail, tail_source, cover)
