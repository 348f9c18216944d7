"""Disagreements: every value that the plans give for the same thing, each with its source, and why they may differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.conclusions import larger_first
from assistant.composing.places import by_document
from assistant.records.contested import contested, of_two_numbers, set_under_years
from assistant.records.disagreements import known, side, sides_of
from assistant.records.operations import calculated
from assistant.records.rows import row_text
from assistant.records.values import SURE, Hit, fits_year, hits, in_years, together
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.words import present_figures, present_reasons
from ingest.facts.concepts import base_of
from ingest.library.words import tokens
from ingest.plans import Conflict

_MOVED = re.compile(r"(上升|下降|提升|提高|前进|退后|变动|进步|增加|增长)(了)?(几|多少)|算出来|相减|推算")
_RECKONED = re.compile(r"算出来|相减|推算")
_DOUBT = re.compile(
    r"说法|写法|两处|两个(数|值)|对[得不]上|打架|各报|都摆|写得不一样|不一致|(数|值)相同|差了?[一两几]家"
)
_SCOPE = re.compile(r"^全[省市县区国]")
_CHANGE = re.compile(r"上升|下降|提升|提高|前进|进了|退|变动|增长|增幅|涨幅|降了|推算|相减|算出来")
_APART = re.compile(r"差了?[一两几]?[家个项件]|对[得不]上|不一[致样]|打架|两处")
_HOW_FAR = re.compile("(?:相?差|多|少)了?(?:多少|几)")
_CHOICE = re.compile(r"\d[^，。；？]{0,6}还是[^，。；？]{0,6}\d")
_AND_SHARE = re.compile(r"(?:和|及其?|、|与)[^，。]{0,8}?(?:占|比重|比例)")
_FLOW_STOCK = re.compile(r"每年.*(?:总数|总量|目标|累计).*(?:对[得不]上|够|矛盾|一致|吻合|匹配)")


def sides(evidence: Evidence) -> Draft | None:
    """The differing values of one indicator; where there is no typed pair, the sentences that differ."""
    each = contested(evidence)
    typed = max(each, key=len)
    claims = _chosen_from(evidence) or _misreckoned(evidence) or _moved(evidence)
    claims = claims or [claim for one in each for claim in _differing(evidence, one)]
    claims = claims or sides_of(evidence, known(evidence, typed))
    claims += sides_of(evidence, _shares_of(evidence, typed))
    claims += _apart(evidence, typed) if claims else []
    if len(claims) < 2 and (draft := by_document(evidence)):
        return draft
    claims = claims or _sentences(evidence)
    return Draft(AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims))) if len(claims) > 1 else None


def _apart(evidence: Evidence, typed: Sequence[Hit]) -> list[Claim]:
    """How far the two values of one indicator are apart, where the question asks for it."""
    by_value = {h.indicator.value: h for h in typed if h.score >= SURE and h.indicator.role != "growth"}
    if len(by_value) != 2 or not _HOW_FAR.search(evidence.query.text):
        return []
    return calculated(compute.difference, *larger_first(*by_value.values()))


def _differing(evidence: Evidence, typed: Sequence[Hit]) -> list[Claim]:
    """The values of one indicator, where there are several, and why they may differ."""
    if len({(h.indicator.value, h.indicator.year) for h in typed}) < 2:
        return []
    reason = Claim(present_reasons.why_different([h.indicator for h in typed]), together(typed))
    return [*(side(evidence, h.indicator) for h in typed), reason]


def _chosen_from(evidence: Evidence) -> list[Claim]:
    """The two values, or the two years of one value, that the question asks to choose from."""
    if found := of_two_numbers(evidence):
        return _differing(evidence, found)
    dated = set_under_years(evidence)
    why = [Claim(present_reasons.SET_UNDER_YEARS, together(dated))] if dated else []
    return [*(side(evidence, hit.indicator) for hit in dated), *why]


def _misreckoned(evidence: Evidence) -> list[Claim]:
    """A change that its two levels do not bear out, where the question asks about the change."""
    query = evidence.query
    found = hits(evidence)
    if not _CHANGE.search(query.text) or not found or found[0].score < SURE:
        return []
    concept = found[0].indicator.concept
    records = evidence.shelf.conflicts(query.plan_ids)
    same = [r for r in records if r.reason == "推算不符" and concept in (r.left.concept, r.right.concept)]
    dated = [r for r in same if any(fits_year(r.right.year, year) for year in query.years)]
    return sides_of(evidence, (dated or same)[:1])


def _shares_of(evidence: Evidence, typed: Sequence[Hit]) -> list[Conflict]:
    """The conflicts about a share of what is asked for, where the question asks for the share as well."""
    if not typed or not _AND_SHARE.search(evidence.query.text):
        return []
    bases = {base_of(hit.indicator.concept) for hit in typed}
    records = evidence.shelf.conflicts(sorted({hit.indicator.plan_id for hit in typed}))
    same = [
        r for r in records if any(r.left.concept.startswith(f"{base}占") for base in bases) and "推算" not in r.reason
    ]
    years = evidence.query.years
    return [r for r in same if not years or any(fits_year(r.left.year, year) for year in years)]


def flow_and_stock(evidence: Evidence) -> Draft | None:
    """A yearly figure and the total it is set against, where the question asks whether they fit together."""
    if len(evidence.query.scopes) > 1 or not _FLOW_STOCK.search(evidence.query.text):
        return None
    goals = [h for h in in_years(hits(evidence), evidence.query) if h.indicator.role == "target" and h.score >= SURE]
    yearly = (c for c in evidence.candidates if "每年" in c.text and c.quantities and not c.is_row)
    flow = max(yearly, key=lambda c: c.coverage, default=None)
    if not goals or flow is None or flow.coverage < evidence.settings.part:
        return None
    total, source = goals[0], evidence.source(flow)
    said = clip(flow.text.strip(), evidence.looked, 110)
    where = flow.passage.heading[-1] if flow.passage.heading else ""
    yearly_side = present_figures.side(evidence.plan_of(source.plan_id).title, where, "", said)
    why = Claim(present_reasons.FLOW_AND_STOCK, (*total.sources, source))
    return Draft(AnswerStatus.ANSWERED, (side(evidence, total.indicator), Claim(yearly_side, (source,)), why))


def doubted(evidence: Evidence) -> Draft | None:
    """Both sides of a known conflict, where the question hints that values differ without saying so outright."""
    query = evidence.query
    if len(query.scopes) > 1:
        return None
    if _CHOICE.search(query.text) and (chosen := _chosen_from(evidence)):
        return Draft(AnswerStatus.ANSWERED, tuple(chosen))
    if _RECKONED.search(query.text) and (reckoned := _misreckoned(evidence) or _moved(evidence)):
        return Draft(AnswerStatus.ANSWERED, tuple(reckoned))
    if not _DOUBT.search(query.text):
        return None
    found = in_years(hits(evidence), query)
    sure = [h for h in found if h.score >= SURE][:8]
    records = known(evidence, sure)[:2]
    claims = sides_of(evidence, [*records, *_shares_of(evidence, sure)]) if records else []
    apart = contested(evidence) if _APART.search(query.text) else []
    at_once = [one for one in apart if len({h.indicator.year for h in one}) == 1]
    claims = claims or [claim for one in at_once for claim in _differing(evidence, one)]
    return Draft(AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims))) if claims else None


def _moved(evidence: Evidence) -> list[Claim]:
    """A change that the text states, set against the change that the table gives."""
    if not _MOVED.search(evidence.query.text):
        return []
    ranks = [h for h in hits(evidence) if h.indicator.table and h.indicator.role == "rank" and h.score >= SURE]
    same = [h for h in ranks if h.indicator.name == ranks[0].indicator.name]
    series = sorted(same, key=lambda h: h.indicator.year)
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
        telling = new or not chosen or not evidence.query.wants_number
        if candidate.coverage >= 0.6 * pool[0].coverage and distinct and telling:
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
