"""What a question takes for granted, set beside the sentence that decides: a figure, all of them, an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.sentences import SENTENCE
from assistant.questions import Intent
from assistant.records.subjects import subjects_of, without_kind
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.understanding.wording import ASKS, EVERY, asked_for
from assistant.words import present_premise
from ingest.library.words import tokens
from ingest.notation.quantities import agree, quantities
from ingest.notation.units import base
from ingest.plans import Quantity

_WHETHER = re.compile(r"吗|吧[?？]?$|是不是|是否|有没有|对不对|真的|没有[?？]?$|了没|了[？?]$|([一-鿿])没\1")
_EACH = re.compile("每一?[家个人户项名件位所]|单[家个项]|各(?:给|补|奖|下达)|分别")
_MOVED = re.compile("升|降|涨|跌|提高|进步|退步|往[上下]|增|减")
_SOME = r"(?:[一二两三四五六七八九十]|\d)+[项个类]?"
_DENIES = re.compile("不得|不予|不享受|不适用|不含|不包括|不能|未能|除外")
_ALL_TOLD = re.compile(r"全部|全都|[一-鿿]均|都|100%|百分之百")
_MIXED = re.compile(rf"{_SOME}(?:上升|升|增|涨|提高)[、，]?{_SOME}(?:下降|降|减|跌|持平|平)")
_ENDED = re.compile(r"取消|停止|不再|停办|叫停|撤销")
_ENDS = re.compile(r"取消|停止|不再|停办|撤销|废止|终止")
_REACHED = re.compile(r"(?:达到?|到|有)[^，。；]{0,3}$")
_DONE = re.compile(r"了(?:吗|没)")
_TIER = re.compile(r"(?:是|算|属于)(国家级|省级|市级|区级|县级)的?(?:[一-鿿]{0,6})(?:吗|吧|么)")
_ABOUT_SO_MANY = re.compile("^[一二两三四五六七八九][两二三四五六七八九]")  # 一两所
_HALF = re.compile("(?P<over>超过|超|不止|大于)?了?(?:一半|半数|过半)(?P<beyond>以上)?")
_AS_MUCH = 0.9
_NEARLY = 5  # percentage points within which a half is said of a share
_IN_ALL = re.compile("累计|一共|总共|合计")
_ONE_OF = re.compile("一[个家件项名次条种]$")  # 一件专利: no figure of the claim
_CLAUSE = re.compile("[，,；;。]")
_BOUNDS = {">", ">=", "<", "<="}


def premise_checked(evidence: Evidence) -> Draft | None:
    """The deciding sentence with what it says of the premise; None where it does not decide."""
    query = evidence.query
    if query.intent not in (Intent.YES_NO, Intent.TASK, Intent.VALUE) or ASKS.search(query.text):
        return None
    named = asked_for(query.text)
    near = [c for c in evidence.candidates[:3] if not c.is_row and all(one.search(c.text) for one in named)]
    mixed = [c for c in near if _MIXED.search(c.text)] if EVERY.search(query.text) and _MOVED.search(query.text) else []
    best = next(iter(mixed or _with_its_figure(near, query.text) or near), None)
    if best is None or best.coverage < evidence.settings.premise:
        return None
    told = _verdict(evidence, best)
    if not told or (best.dated < 0 and best.quantities):
        return None
    said = clip(best.text.strip(), evidence.looked, SENTENCE)
    return Draft(AnswerStatus.ANSWERED, (Claim(f"{told}{said}", (evidence.source(best),)),))


def _with_its_figure(near: Sequence[Candidate], text: str) -> list[Candidate]:
    """The sentences that say nearly as much as the best one and have a figure in the unit of the one that is stated."""
    units = {base(q.unit)[1] for q in quantities(text) if q.unit and not q.year}
    least = _AS_MUCH * max((c.coverage for c in near), default=0.0)
    return [c for c in near if c.coverage >= least and units & {base(q.unit)[1] for q in c.quantities}]


def _verdict(evidence: Evidence, best: Candidate) -> str:
    text = evidence.query.text
    ended = _ENDED.search(text)
    if ended:
        return "" if _ENDS.search(best.text) else present_premise.not_ended(ended.group())
    if not _WHETHER.search(text):
        return ""
    every = EVERY.search(text)
    figures = [q for q in quantities(text) if q.unit and not q.year and not (every and q.end <= every.start())]
    figures = [q for q in figures if not _ONE_OF.match(q.text)]
    figures += _halves(text)
    stated = list({(q.value, q.unit): q for q in figures}.values())
    if tiers := _TIER.search(text):
        return _of_tier(tiers[1], best, evidence)
    if len(stated) == 1 and _EACH.search(text) and not _EACH.search(best.text):
        return present_premise.NOT_EACH if any(q.value == stated[0].value for q in best.quantities) else ""
    if len(stated) == 1 and not _ABOUT_SO_MANY.search(stated[0].text):
        told = _of_figure(asked_bound(stated[0], text), _nearest(best, stated[0], text))
        in_all = _IN_ALL.search(text)
        return "" if in_all and told == present_premise.AGREES and in_all[0] not in best.text else told
    return _of_all(best) if every and not stated else ""


def _halves(text: str) -> list[Quantity]:
    """A half that a question speaks of, as half of 100 %."""
    return [
        Quantity(found[0], Decimal(50), "%", ">" if found["over"] or found["beyond"] else "=", *found.span())
        for found in _HALF.finditer(text)
    ]


def _of_tier(asked: str, best: Candidate, evidence: Evidence) -> str:
    """Whether the sentence ranks the named place as the question does: 青山湖、建德等省级高新区 is no 国家级."""
    told = {
        found[1]
        for subject in subjects_of(evidence.query)
        for found in re.finditer(rf"{re.escape(without_kind(subject))}[^，。；]{{0,24}}?([国省市区县]家?级)", best.text)
    }
    return "" if len(told) != 1 else present_premise.AGREES if told == {asked} else present_premise.IS_NOT


def asked_bound(stated: Quantity, text: str) -> Quantity:
    """A stated figure as a bound where the question asks whether it is reached: 达到20家了吗."""
    reached = _REACHED.search(text[: stated.start]) and _DONE.search(text) and stated.comparator == "="
    return replace(stated, comparator=">=") if reached else stated


def _nearest(best: Candidate, stated: Quantity, text: str) -> tuple[Quantity, ...]:
    """The figures of a sentence; where several are of the stated unit, the one whose clause says most of the question:
    of 发明专利补助14000元，实用新型补助2000元 the first."""
    same = [q for q in best.quantities if base(q.unit)[1] == base(stated.unit)[1]]
    if len(same) < 2:
        return best.quantities
    asked = set(tokens(text))
    said = {q.start: len(asked & set(tokens(_CLAUSE.split(best.text[: q.start])[-1]))) for q in same}
    first, second = sorted(said.values(), reverse=True)[:2]
    return tuple(q for q in same if said[q.start] == first) if first > second else best.quantities


def _of_figure(stated: Quantity, told: tuple[Quantity, ...]) -> str:
    """What the one figure of the same unit in the deciding sentence makes of the stated one."""
    same = [q for q in told if base(q.unit)[1] == base(stated.unit)[1]]
    if len(same) != 1:
        return ""
    one = same[0]
    if _HALF.fullmatch(stated.text) and abs(one.value - stated.value) <= _NEARLY:
        return ""
    right = holds(stated, one) if stated.comparator in _BOUNDS else agree(one, stated)
    return present_premise.AGREES if right else present_premise.DIFFERS


def holds(stated: Quantity, told: Quantity) -> bool:
    """Whether a told figure keeps a stated bound."""
    mine, other = stated.value * base(stated.unit)[0], told.value * base(told.unit)[0]
    return {">": other > mine, ">=": other >= mine, "<": other < mine, "<=": other <= mine}[stated.comparator]


def _of_all(best: Candidate) -> str:
    """Whether the sentence says that all did, or gives fewer than there are (新申报121家，119家进入公示)."""
    if _DENIES.search(best.text):
        return ""
    if _MIXED.search(best.text):
        return present_premise.NOT_ALL
    if _ALL_TOLD.search(best.text):
        return present_premise.AGREES if len(best.quantities) < 2 else ""
    counts = best.quantities[-2:]
    fewer = len(counts) == 2 and counts[0].unit == counts[1].unit != "位" and counts[1].value < counts[0].value
    return present_premise.NOT_ALL if fewer else ""
