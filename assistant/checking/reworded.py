"""Whether a sentence that a model worded says only what its sources say.

It may join the sources' own word groups with words that add nothing (和, 为, 其中), and nothing else: every word group
stands in a source as it is, every figure under the name, in the sense (目标, 新增) and with the comparator (以上) that
it has there, no 不 or 未 of the source is lost, and there is nothing that a page could follow or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.checking.ground import Ground, folded, plain
from assistant.understanding.scopes import names_of
from ingest.notation.periods import years
from ingest.notation.quantities import quantities
from ingest.plans import Plan, Quantity

_QUOTES = re.compile("[“”\"'‘’「」『』《》〈〉]")
_UNSAFE = re.compile(r"[<>\\|{}`\[\]]|://|www\.|!\(|\]\(", re.I)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&+_@/-]*")
_HAN = re.compile("[一-鿿]+")
_CLAUSE = re.compile("[,，;；。:：!！?？、\n]")
_NEGATION = re.compile("不|未|没有|尚无|暂无|无法|并非|除外|以外")
_RELATION = re.compile("牵头|配合单位|责任单位|负责|主管")
_SENSE = re.compile(
    "新增|新引进|新培育|新认定|新建|累计|年均|平均|每年|每万|净增|人均|亩均|同比|增长|下降|提高|占比|比重|排名|位次"
)
_STAND = re.compile("目标|规划|计划|预计|力争|预期|实际|完成|实现|现状|已经?|拟|打算|准备")
_SCOPE = re.compile("国家|[省市区县]")
_IS = re.compile("是|属于|即|包括|包含")
_SENTENCE = re.compile("[。；;!！?？]")
_MORE = re.compile("(?:和|与|及|以及)[一-鿿]{2}")
_DONE = re.compile("已|实现|完成|实际|现状|预计|预期|力争")
# Words that join word groups and claim nothing by themselves; 目标 and the like are held to the figure they stand with.
_JOINS = (
    "以及|并且|其中|此外|同时|另外|分别|包括|主要|根据|按照|依据|提出|明确|指出|达到|达|为|是|的|了|到|在|将|和|与|及|并|等|还|也|由|"
    "从|至|对|于|有|即|指|共|年|个|以上|以下|以内|左右|约|超过|不低于|不少于|不超过|方面|具体|要求|要|目标值|目标|规划|计划|预计|力争|"
    "预期|实际|完成|实现|现状|已经|已|拟|打算|准备|该|这|通过|包含|属于|数量|数值|值|上|中|里|做|进行|开展|得"
)
_JOIN = re.compile("|".join(sorted(_JOINS.split("|"), key=len, reverse=True)))


def worded(text: str, made_from: Sequence[str], grounds: Sequence[Ground], plans: Sequence[Plan]) -> bool:
    """Whether a sentence made from proven wordings and sources of these plans keeps to what they say."""
    said = _bare(text)
    wordings = [_bare(one) for one in (*made_from, *(w for ground in grounds for w in ground.wordings))]
    names = [_bare(name) for ground in grounds for name in (*ground.names, *ground.titles, *ground.regions)]
    places = {_bare(name) for plan in plans for name in names_of(plan)} | {
        _bare(region) for ground in grounds for region in ground.regions
    }
    if _UNSAFE.search(plain(text)) or not _latin_stands(said, [*wordings, *names]):
        return False
    if any(_repeated(said.rstrip("。"), wording) for wording in wordings):
        return True
    if _RELATION.search(said) or not _negations_kept(said, wordings):
        return False
    if not all(any(word in wording for wording in wordings) for word in _DONE.findall(said)):
        return False
    if not all(_composed(run, (*wordings, *names), places) for run in _runs(said)) or not _is_so(said, wordings):
        return False
    unplaced = re.sub("|".join(map(re.escape, sorted(places - {""}, key=len, reverse=True))) or "$^", "，", said)
    return all(_figure_stands(unplaced, figure, wordings) for figure in quantities(unplaced))


def _bare(text: str) -> str:
    return _QUOTES.sub("", folded(text))


def _latin_stands(said: str, known: Iterable[str]) -> bool:
    """Whether every Latin word (an address would be one) is one of the sources'."""
    return all(any(word in one for one in known) for word in _LATIN.findall(said))


def _repeated(said: str, wording: str) -> bool:
    """Whether a text is whole clauses of a wording, as they stand there."""
    at = wording.find(said)
    while at >= 0:
        before, after = wording[:at][-1:], wording[at + len(said) :][:1]
        if all(not edge or _CLAUSE.fullmatch(edge) for edge in (before, after)) and not _splits(before, said, after):
            return True
        at = wording.find(said, at + 1)
    return False


def _splits(before: str, said: str, after: str) -> bool:
    """Whether a sign at an edge stands inside a number: 1,200 or 3:1."""
    return (before not in ("", "。") and said[:1].isdigit()) or (after not in ("", "。") and said[-1:].isdigit())


def _negations_kept(said: str, wordings: Sequence[str]) -> bool:
    """Whether the clauses that a sentence draws on negate only where it does, and it only where they do."""
    drawn = [clause for wording in wordings for clause in _CLAUSE.split(wording) if _shares(clause, said)]
    return set(_NEGATION.findall(said)) == {word for clause in drawn for word in _NEGATION.findall(clause)}


def _shares(clause: str, said: str) -> bool:
    return any(clause[at : at + 4] in said for at in range(max(len(clause) - 3, 0)))


def _runs(said: str) -> Iterable[str]:
    """The stretches of Han characters between figures, years and signs."""
    spans = [(p.start, p.end) for p in years(said)] + [(q.start, q.end) for q in quantities(said)]
    signs = list(said)
    for start, end in spans:
        signs[start:end] = "\n" * (end - start)
    return _HAN.findall("".join(signs))


def _composed(run: str, known: Sequence[str], places: Iterable[str]) -> bool:
    """Whether a run is word groups of the sources (two characters or more) parted by joining words or places."""
    joins = {*places, *_JOINS.split("|")}

    @cache
    def rest(at: int, after_group: bool) -> bool:
        if at == len(run):
            return True
        if any(run.startswith(word, at) and rest(at + len(word), False) for word in joins if word):
            return True
        if after_group:
            return False
        ends = range(len(run), at + 1, -1)
        return any(rest(end, True) for end in ends if any(run[at:end] in one for one in known))

    return rest(0, False)


def _is_so(said: str, wordings: Sequence[str]) -> bool:
    """Whether what a sentence says is something else (甲是乙) stands in one sentence of a wording, in that order."""
    parts = [part for wording in wordings for part in _SENTENCE.split(wording)]
    for found in _IS.finditer(said):
        before, after = _HAN.findall(said[: found.start()]), _HAN.findall(said[found.end() :])
        left = [group for group in _JOIN.split(before[-1]) if len(group) > 1] if before else []
        right = [group for group in _JOIN.split(after[0]) if len(group) > 1] if after else []
        if left and right and not any(left[-1] in p and right[0] in p[p.index(left[-1]) :] for p in parts):
            return False
    return True


def _figure_stands(said: str, figure: Quantity, wordings: Sequence[str]) -> bool:
    """Whether some wording has the figure with the same comparator, name and sense."""
    more = _MORE.match(said, figure.end)
    if more and not any(said[figure.start : more.end()] in wording for wording in wordings):
        return False
    name, before = _label(said, figure)
    senses = set(_SENSE.findall(f"{name}{before}"))
    stands = set(_STAND.findall(before))
    for wording in wordings:
        for other in quantities(wording):
            if _amount(other) != _amount(figure):
                continue
            label, around = _label(wording, other)
            named = bool(name) and name in around and len(name) * 2 >= len(label)
            named = named and all(run[:3] in said for run in _HAN.findall(around) if name in run and _SCOPE.match(run))
            if named and senses == set(_SENSE.findall(around)) and stands <= set(_STAND.findall(wording)):
                return True
    return False


def _amount(figure: Quantity) -> tuple[object, ...]:
    return figure.value, figure.high, figure.unit, figure.comparator


def _label(text: str, figure: Quantity) -> tuple[str, str]:
    """What a figure is said of: the last word group before it that says more than 为 or 目标, and all between the
    figure that has a name of its own before it and this one."""
    others = [q.end for q in quantities(text) if q.end <= figure.start]
    dates = [(p.start, p.end) for p in years(text)]
    for start in [*reversed(others), 0]:
        between = list(text[start : figure.start])
        for a, b in dates:
            for at in range(max(a, start), min(b, figure.start)):
                between[at - start] = "\n"
        before = "".join(between)
        groups = [group for run in _HAN.findall(before) for group in _JOIN.split(run) if len(group) > 1]
        if groups:
            return groups[-1], before
    return "", text[: figure.start]
