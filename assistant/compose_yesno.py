"""Yes or no: a stated figure checked against the plan; whether something is given, or a multiple is reached."""

from __future__ import annotations

import re

from assistant import compute, present_figures
from assistant.answers import AnswerStatus, Claim, Computed, Draft
from assistant.clip import clip
from assistant.compose_values import SURE
from assistant.evidence import Evidence
from assistant.values import Hit, fits_year, hits, in_years
from assistant.wording import ASKS
from ingest.plans import Quantity
from ingest.quantities import agree, quantities

_CONFIRM = re.compile(r"对吧|对吗|对不对|是吗|是不是|是吧|没错吧|正确吗|的数据吗")
_GIVEN = re.compile(r"(具体)?(数值|数字|指标值|金额|人数|量化|数)(目标)?(吗|没有|没|了吗|[?？])|定了具体")


def check(evidence: Evidence) -> Draft | None:
    """Whether what the question states is what the plan says."""
    return stated(evidence) or _number_given(evidence)


def stated(evidence: Evidence) -> Draft | None:
    """Whether the figure that the question states is the plan's; None where it states none or asks for more."""
    query = evidence.query
    said = [q for q in quantities(query.text) if q.unit]
    if not said or ASKS.search(query.text) or not _CONFIRM.search(query.text):
        return None
    found = [h for h in hits(evidence) if h.score >= SURE - 0.15]
    last = said[-1]
    same = [h for h in found if _same(h, last)]
    if same:
        right = not query.years or any(fits_year(h.indicator.year, y) for h in same for y in query.years)
        return _verdict(same[0], right=right)
    dated = in_years(found, query) or found
    return _verdict(dated[0], right=False) if dated else None


def _same(hit: Hit, stated: Quantity) -> bool:
    told = quantities(f"{hit.indicator.value}{hit.indicator.unit}")
    return bool(told) and agree(told[0], stated)


def _verdict(hit: Hit, *, right: bool) -> Draft:
    text = present_figures.confirmed(hit.indicator) if right else present_figures.corrected(hit.indicator)
    claims = [Claim(text, hit.sources)]
    if not hit.indicator.table:
        claims.append(Claim(" ".join(hit.indicator.quote.split()), hit.sources))
    return Draft(AnswerStatus.ANSWERED, tuple(claims), indicators=(hit.indicator,))


def _number_given(evidence: Evidence) -> Draft | None:
    """ "Is there a figure for it?" where the sentence about it has words only."""
    if not _GIVEN.search(evidence.query.text) or not evidence.candidates:
        return None
    best = evidence.candidates[0]
    said = clip(best.text.strip(), evidence.looked, 40)
    if best.coverage < evidence.settings.part or quantities(re.sub(r"[^，]*20\d\d[^，]*，", "", said)):
        return None
    source = evidence.source(best)
    return Draft(AnswerStatus.ANSWERED, (Claim(present_figures.words_only(said.strip("…")), (source,)),))


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
    words = present_figures.doubled(reached=reached, twice=compute.plain(twice), unit=earlier.indicator.unit)
    return [Claim(words, (*earlier.sources, *later.sources), computed)]
