"""What two figures of one sentence come to: a part's share in its whole, or an amount for each one counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.records.operations import ADDED_UP, reckoned
from assistant.records.orders import MOST
from assistant.records.told_figures import between, figures_inside, figures_of, place, words_behind
from assistant.records.values import Hit
from assistant.retrieval.evidence import Evidence
from assistant.understanding.wording import ASKS
from assistant.words import present_claims, present_figures
from ingest.library.words import tokens
from ingest.notation.quantities import quantities
from ingest.notation.units import base, dimension

_SHARE = re.compile(
    r"(?:占比|比例|比重)(?:是|有|为|大约|约)?(?:多少|几|多[大高])|占[^，。]{0,8}(?:百分之几|几成|多少|比例|比重)|百分之几|几成"
    r"|占[到了据有]*(?:[一二两三四五六七八九]成|百分之|\d[\d.]*%)"
)
_EACH = re.compile(r"(?:平均|户均|人均)[^，。]{0,6}?(?:多少|几)|平均(?:下来)?(?:每|一|1)[家个户项名人件]")
_ONE = re.compile(r"户均|平均(?:下来)?(?:每|一|1)(?:一)?[家个户项名人件]")
_JOINED = re.compile(r"[、和与及跟加]")
_PART = re.compile(r"其中|里面|内含")
_SENTENCE_END = re.compile("[；;。]")
_BRACKET = re.compile(r"\s*[（(]\s*")
_OF_EACH = re.compile("各占|各自?占|分别占|各是?多大|占比各|占比分别")
_NAMED, _FEWEST = 0.5, 2

Found = tuple[compute.Result, tuple[Hit, Hit]]
Step = Callable[[Evidence, Sequence[Hit]], Found | None]


def within_a_sentence(evidence: Evidence) -> Draft | None:
    """The asked share or average of two figures that one sentence tells, with the sentence's own words."""
    text = evidence.query.text
    if ADDED_UP.search(text) and len(evidence.query.scopes) < 2 and not MOST.search(text):
        return _summed(evidence)
    steps = [step for step, asks in ((_share, _SHARE), (_average, _EACH)) if asks.search(text)]
    if not steps or len(evidence.query.scopes) > 1 or MOST.search(text):
        return None
    found = [one for step in steps for one in _first(evidence, step, several=bool(_OF_EACH.search(text)))]
    if not found:
        return None
    hits = tuple(dict.fromkeys(hit for _, pair in found for hit in sorted(pair, key=place)))
    lines = [hit.indicator.on_one_line for hit in hits]
    told = [
        Claim(line, hit.sources)
        for line, hit in zip(lines, hits, strict=True)
        if not any(line in other for other in lines if other != line)
    ]
    calculations = [_claim(result, *pair) for result, pair in found]
    if len(found) == 1 and (said := _as_claimed(found[0][0], text)):
        calculations = [replace(calculations[0], text=f"{said}{calculations[0].text}")]
    return Draft(
        AnswerStatus.ANSWERED, (*dict.fromkeys(told), *calculations), indicators=tuple(hit.indicator for hit in hits)
    )


def _as_claimed(share: compute.Result, text: str) -> str:
    """Whether a share comes up to the one that the question claims: 占到三成了吗."""
    claimed = [q for q in quantities(text) if base(q.unit)[1] == "%"]
    if share.unit != "%" or len(claimed) != 1 or ASKS.search(text):
        return ""
    least = claimed[0].value * base(claimed[0].unit)[0]
    return present_claims.REACHED if Decimal(share.value) >= least else present_claims.NOT_REACHED


def _first(evidence: Evidence, step: Step, *, several: bool) -> list[Found]:
    """What a step finds in the first sentence that tells it, or in every one where it is asked of several wholes."""
    found: list[Found] = []
    for candidate in evidence.candidates[:5]:
        one = step(evidence, figures_of(candidate, evidence))
        if one and one not in found and (several or not found):
            found.append(one)
    return found


def _claim(result: compute.Result, left: Hit, right: Hit) -> Claim:
    """The stated calculation: a share in percent, or what falls to each one counted."""
    said = (
        present_figures.calculation("share", result)
        if result.unit == "%"
        else present_figures.per_one(result, right.indicator)
    )
    return reckoned(said, result, (left, right))


def _summed(evidence: Evidence) -> Draft | None:
    """The sum of the figures of one sentence that the question names, as many as it joins; None where one is missing
    or of another unit."""
    asked = _JOINED.split(re.split("[，,。：:]", ADDED_UP.split(evidence.query.text)[0])[-1])
    wanted = [name for name in asked if len(name.strip()) > 1]
    for candidate in () if len(wanted) < _FEWEST else evidence.candidates[:5]:
        told = [] if candidate.is_row else [h for h in figures_inside(candidate, evidence) if _names(evidence, h)]
        units = {h.indicator.unit for h in told}
        if len(told) != len(wanted) or len(units) > 1 or units & {"%", "‰", "位"}:
            continue
        try:
            result = compute.total([h.indicator for h in told])
        except compute.Incomparable:
            continue
        parts = dict.fromkeys(Claim(h.indicator.on_one_line, h.sources) for h in told)
        total = reckoned(present_figures.calculation("total", result), result, told)
        return Draft(AnswerStatus.ANSWERED, (*parts, total), indicators=tuple(h.indicator for h in told))
    return None


def _share(evidence: Evidence, found: Sequence[Hit]) -> Found | None:
    """The part that a sentence sets off against a whole before it (其中…, or right behind it in brackets, and then of
    no other whole): of several the one that says most of the asked part, then most of both names, if it names both."""
    asked, best, fit = set(tokens(evidence.query.text)), None, (0.0, 0.0)
    wanted = _asked_part(evidence.query.text)
    bracketed = {part for whole, part in pairwise(found) if _BRACKET.fullmatch(between(whole, part))}
    for whole, part in combinations(found, 2):
        said_between = between(whole, part)
        listed = part not in bracketed and _PART.search(said_between) and not _SENTENCE_END.search(said_between)
        set_off = listed or _BRACKET.fullmatch(said_between)
        behind, inside = words_behind(part), part in bracketed
        whole_said, part_said = _said(_own_words(whole), asked), _said(behind, asked)
        part_named = _names(evidence, part) or part_said >= _NAMED or (inside and wanted & behind)
        whole_named = _names(evidence, whole) or (inside and whole_said >= _NAMED)
        if not set_off or not part_named or not whole_named:
            continue
        both = whole_said + max(part_said, _said(_own_words(part), asked))
        said = _said(wanted, _own_words(part) | behind), both
        if whole.indicator.unit == part.indicator.unit != "%" and said > fit:
            try:
                best, fit = (compute.share(part.indicator, whole.indicator), (part, whole)), said
            except compute.Incomparable:
                continue
    return best


def _asked_part(text: str) -> set[str]:
    """The words right before those that ask for a share: 最后进入公示的 of 新申报企业里，最后进入公示的占百分之几."""
    found = _SHARE.search(text)
    return set(tokens(re.split("[，,里中]", text[: found.start()])[-1])) if found else set()


def _said(words: set[str], asked: set[str]) -> float:
    """The share of some words that the question says."""
    return len(words & asked) / len(words) if words else 0.0


def _own_words(hit: Hit) -> set[str]:
    return set(tokens(re.split("[中里]的?", hit.indicator.name)[-1]))


def _average(evidence: Evidence, found: Sequence[Hit]) -> Found | None:
    """The amount that a sentence tells for what it counts right before, shared out."""
    for counted, amount in zip(found, found[1:], strict=False):
        units = dimension(base(counted.indicator.unit)[1]), dimension(base(amount.indicator.unit)[1])
        if units == ("计数", "金额") and (_is_one(evidence, counted) or _names(evidence, counted)):
            try:
                return compute.per_one(amount.indicator, counted.indicator), (amount, counted)
            except compute.Incomparable:
                continue
    return None


def _is_one(evidence: Evidence, counted: Hit) -> bool:
    """Whether what is counted is what the amount is asked for one of: 平均一家, 户均."""
    found = _ONE.search(evidence.query.text)
    return bool(found) and counted.indicator.unit in ("家" if found[0] == "户均" else found[0][-1], "户")


def _names(evidence: Evidence, hit: Hit) -> bool:
    """Whether the question says most of a figure's name, or the figure itself."""
    text = evidence.query.text
    stated = hit.indicator.value in re.findall(r"\d+(?:\.\d+)?", text)
    return stated or _said(_own_words(hit), set(tokens(text))) > _NAMED
