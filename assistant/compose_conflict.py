"""Disagreements: every value that the plans give for the same thing, each with its source, and why they may differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import compute, present_figures
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.clip import clip
from assistant.compose_values import SURE
from assistant.disagreements import known, sides_of
from assistant.evidence import Evidence
from assistant.operations import calculated
from assistant.rank import Candidate
from assistant.rows import row_text
from assistant.values import Hit, hits, in_years, together
from ingest.concepts import base_of
from ingest.library.words import tokens

_MOVED = re.compile(r"(上升|下降|提升|提高|前进|退后|变动|进步|增加|增长)(了)?(几|多少)")
_DOUBT = re.compile(r"说法|写法|两处|两个(数|值)|对[得不]上|打架|各报|都摆|写得不一样|不一致|(数|值)相同|差[一两几]家")
_SCOPE = re.compile(r"^全[省市县区国]")
_MOST = 4


def sides(evidence: Evidence) -> Draft | None:
    """The differing values of one indicator; where there is no typed pair, the sentences that differ."""
    typed = _typed(evidence)
    claims = _moved(evidence, typed)
    if not claims and len({(h.indicator.value, h.indicator.year) for h in typed}) > 1:
        claims = [_side(evidence, h) for h in typed]
        claims.append(Claim(present_figures.why_different([h.indicator for h in typed]), together(typed)))
    claims = claims or sides_of(evidence, known(evidence, typed)) or _sentences(evidence)
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if len(claims) > 1 else None


def doubted(evidence: Evidence) -> Draft | None:
    """Both sides of a known conflict, where the question hints that values differ without saying so outright."""
    query = evidence.query
    if len(query.scopes) > 1 or not _DOUBT.search(query.text):
        return None
    found = in_years(hits(evidence), query)
    claims = sides_of(evidence, known(evidence, [h for h in found if h.score >= SURE][:8])[:2])
    return Draft(AnswerStatus.ANSWERED, tuple(claims)) if claims else None


def _typed(evidence: Evidence) -> list[Hit]:
    """One hit for each distinct value of the indicator that fits best, in all its scopes, in the asked year."""
    found = hits(evidence)
    if not found or found[0].score < SURE:
        return []
    base = base_of(found[0].indicator.concept)
    same = [h for h in found if base_of(h.indicator.concept) == base and h.indicator.role not in ("growth", "planned")]
    year = in_years(same, evidence.query) if evidence.query.years else same
    stated = [h for h in year if h.indicator.value in re.findall(r"\d+(?:\.\d+)?", evidence.query.text)]
    if stated and "还是" in evidence.query.text:
        return list({h.indicator.year: h for h in stated}.values())[:_MOST]
    distinct: dict[str, Hit] = {}
    for hit in year:
        distinct.setdefault(hit.indicator.value, hit)
    return list(distinct.values())[:_MOST]


def _side(evidence: Evidence, hit: Hit) -> Claim:
    indicator = hit.indicator
    title = evidence.plan_of(indicator.plan_id).title
    where = indicator.table or (indicator.heading[-1] if indicator.heading else "正文")
    said = present_figures.dated(indicator) if indicator.table else " ".join(indicator.quote.split())
    return Claim(present_figures.side(title, where, indicator.name, said), hit.sources)


def _moved(evidence: Evidence, typed: Sequence[Hit]) -> list[Claim]:
    """A change that the text states, set against the change that the table gives."""
    if not _MOVED.search(evidence.query.text):
        return []
    series = sorted(
        (h for h in hits(evidence) if h.indicator.table and h.indicator.role == "rank" and h.score >= SURE),
        key=lambda h: h.indicator.year,
    )
    asked = max((y[-4:] for y in evidence.query.years), default="")
    later = next((h for h in series if h.indicator.year == asked), series[-1] if series else None)
    earlier = next((h for h in reversed(series) if later and h.indicator.year < later.indicator.year), None)
    name = _SCOPE.sub("", later.indicator.name) if later else ""
    said = next(
        (c for c in evidence.candidates if name in c.text and not c.is_row and _MOVED_SAID.search(c.text)), None
    )
    if not (later and earlier and said):
        return []
    at = said.text.find(name)
    text = clip(said.text, evidence.looked, 90, keep=(at, at + len(name)))
    return [
        Claim(text, (evidence.source(said),)),
        Claim(present_figures.series([earlier.indicator, later.indicator]), (*earlier.sources, *later.sources)),
        *calculated(compute.difference, earlier, later),
    ]


_MOVED_SAID = re.compile(r"(上升|下降|提升|提高)\s*\d+\s*位")


def _sentences(evidence: Evidence) -> list[Claim]:
    """Up to three of the best candidates that say different things of what is asked."""
    pool = list(evidence.candidates[:10])
    if not pool or pool[0].coverage + pool[0].context < evidence.looked.floor(evidence.settings.floor):
        return []
    chosen: list[Candidate] = []
    for candidate in pool:
        new = set(re.findall(r"\d+(?:\.\d+)?", candidate.text)) - {
            n for c in chosen for n in re.findall(r"\d+(?:\.\d+)?", c.text)
        }
        distinct = all(len(set(tokens(candidate.text)) ^ set(tokens(c.text))) > 6 for c in chosen)
        if (
            candidate.coverage >= 0.6 * pool[0].coverage
            and distinct
            and (new or not chosen or not evidence.query.wants_number)
        ):
            chosen.append(candidate)
        if len(chosen) == 3:
            break
    claims = []
    for c in chosen:
        title = evidence.plan_of(c.passage.plan_id).title
        said = row_text(c.passage, evidence.query) if c.is_row else clip(c.text.strip(), evidence.looked, 110)
        where = c.passage.heading[-1] if c.passage.heading else ""
        claims.append(Claim(present_figures.side(title, where, "", said), (evidence.source(c),)))
    return claims
