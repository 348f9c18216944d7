"""Yes or no: a stated figure checked against the plan; whether something is given, or a multiple is reached."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Computed, Draft
from assistant.composing.stated_figures import stated
from assistant.records.values import Hit
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence, gather
from assistant.words import present_claims
from ingest.notation.quantities import quantities

_FIGURES = re.compile(r"(?:数字|量化|定量|具体)的?(?:数字|量化)?(?:指标|目标)(?:了?[吗没]|没有|[?？]|$)")
_TITLES = re.compile("《[^》]*》")
_GIVEN = re.compile(
    r"(具体)?(数值|百分比|数字|指标值|金额|人数|量化|数)(目标|指标|要求)?(吗|没有|没|了吗|[?？])|定了具体|有没有(?:具体|量化)的?(?:数|指标|目标|要求)"
)
_DATED = re.compile(r"[^，]*20\d\d[^，]*，")
_SHORTEST = 12
_ABOUT = 40  # characters of the sentence that tells it in words


def check(evidence: Evidence) -> Draft | None:
    """Whether what the question states is what the plan says."""
    return stated(evidence) or _figures_given(evidence) or _number_given(evidence)


def _number_given(evidence: Evidence) -> Draft | None:
    """ "Is there a figure for it?" where the sentence about it has words only."""
    if not _GIVEN.search(evidence.query.text) or not evidence.candidates:
        return None
    best = next((c for c in evidence.candidates if not c.is_row), evidence.candidates[0])
    near, alone = (clip(best.text.strip(), evidence.looked, limit) for limit in (_ABOUT, 1))
    said = next((words for words in (near, alone) if not quantities(_DATED.sub("", words))), "")
    if best.coverage < evidence.settings.part or not said:
        return None
    source = evidence.source(best)
    return Draft(AnswerStatus.ANSWERED, (Claim(present_claims.words_only(said.strip("…")), (source,)),))


def _figures_given(evidence: Evidence) -> Draft | None:
    """That a plan sets no figure at all for a year, with what it says of that year in words."""
    query = evidence.query
    if not _FIGURES.search(query.text) or len(query.scopes) != 1 or len(query.years) != 1:
        return None
    year = query.years[0][-4:]
    plan_ids = query.scopes[0].plan_ids
    if evidence.shelf.indicators(plan_ids, years=[year]):
        return None
    about = gather(replace(query, focus=f"到{year}年目标"), evidence.shelf, evidence.settings, evidence.plan_of)
    dated = [c for c in about.candidates if any(p.year[-4:] == year for p in c.periods) and not c.is_row]
    told = [c for c in dated if not c.quantities and year in _TITLES.sub("", c.text) and len(c.text) > _SHORTEST][:2]
    if not told:
        return None
    claims = [Claim(c.text.strip(), (about.source(c),)) for c in told]
    first = present_claims.words_only(claims[0].text.rstrip("。；"))
    return Draft(AnswerStatus.ANSWERED, (replace(claims[0], text=first), *claims[1:]))


def doubled(pair: tuple[Hit, Hit], text: str) -> list[Claim]:
    """Whether the later value is twice the earlier one, where the question asks for 翻一番 or 倍增."""
    earlier, later = pair
    if not re.search(r"翻.{0,2}[番倍]|倍增", text) or later.indicator.unit != earlier.indicator.unit:
        return []
    try:
        twice = compute.number(earlier.indicator) * 2
        reached = compute.number(later.indicator) >= twice
    except compute.Incomparable:
        return []
    expression = f"{earlier.indicator.value} × 2"
    computed = Computed(expression, compute.plain(twice), earlier.indicator.unit, (*earlier.sources, *later.sources))
    words = present_claims.doubled(reached=reached, twice=compute.plain(twice), unit=earlier.indicator.unit)
    return [Claim(words, (*earlier.sources, *later.sources), computed)]
