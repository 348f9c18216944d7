"""The parks, firms, towns and industries that a question is about, and whether a text speaks of them."""

from __future__ import annotations

import re

from assistant.questions import Query
from assistant.retrieval.evidence import Evidence
from assistant.understanding.lexicon import FILLER
from assistant.understanding.wording import EXCLUDED, PARK

_INDUSTRY = re.compile("(.{3,})(?:产业|行业)")
_KIND = rf"(?:{PARK.pattern}|(?<!科创)集团(?!军)|(?<![城乡集村])镇(?!街)|街道)"
_SUBJECT = re.compile(rf"(?:(?!到|从|把|在|和|与|的|给|对|向|说|讲|候)[一-鿿]){{2,6}}?{_KIND}")
_PART = re.compile("(?:其中|当中|里面)的?((?:科技城|大走廊|高新区|开发区|新城))")
_YEAR, _LEFT_OUT = re.compile(r"\d年[底末初]?"), 4
_GENERIC = re.compile(r"^(?:我们?|咱们?|你们|本)|[国省市区县]家?级|[哪几各多个]|重点|特色|创新小镇|专业镇")


def subjects_of(query: Query) -> tuple[str, ...]:
    """The parks, firms and towns that a question names besides its regions, without the region before them."""
    said = FILLER.sub(lambda m: m[0] if m[0] == "其中" else "，", _YEAR.sub("，", EXCLUDED.sub("", query.text)))
    named = [_without_scope(m.group(0), query) for m in _SUBJECT.finditer(said)]
    parts = _PART.findall(query.text)
    named = [next((part for part in parts if name.endswith(part)), name) for name in named]
    return tuple(name for name in named if (_is_proper(name) or name in parts) and not _GENERIC.search(name))


def names(told: str, subject: str) -> bool:
    """Whether a text names a park, firm or town: in full, or without the region that the question sets before it."""
    rest = subject[2:]
    return subject in told or (_is_proper(rest) and rest in told) or _listed(told, subject) or _in_full(told, subject)


def _in_full(told: str, subject: str) -> bool:
    """Whether a text names in full a park that the question calls by its first and last words: 城西大走廊."""
    name = without_kind(subject)
    kind = subject[len(name) :]
    return len(name) > 1 and bool(re.search(f"{re.escape(name)}[一-鿿]{{1,{_LEFT_OUT}}}{re.escape(kind)}", told))


def _listed(told: str, subject: str) -> bool:
    """Whether a text names a place among others whose kind it says once: 青山湖、建德等省级高新区."""
    name = without_kind(subject)
    among = (
        rf"{re.escape(name)}(?:[、和与及][一-鿿]{{2,6}}?)+(?:等|[国省市区县]家?级)*{re.escape(subject[len(name) :])}"
    )
    return _is_proper(subject) and bool(re.search(among, told))


def without_kind(name: str) -> str:
    """A place's name without what kind of place it is: 青山湖, of 青山湖高新区."""
    return re.sub(f"{_KIND}$", "", name)


def _is_proper(name: str) -> bool:
    """Whether something is named before the kind of place."""
    return len(without_kind(name)) > 1


def _without_scope(name: str, query: Query) -> str:
    """A name without the region asked about and what stands before it."""
    for scope in query.scopes:
        name = re.sub(rf"^.*{re.escape(scope.name)}[省市区县]?", "", name)
    return name


def named_industries(evidence: Evidence, plan_id: str) -> tuple[str, ...]:
    """The industries that a plan has a heading for and that the question names: what it says of others is not meant."""
    key = "industries", plan_id
    if key not in evidence.known:
        headed = (_INDUSTRY.fullmatch(section.name) for section in evidence.plan_of(plan_id).sections)
        evidence.known[key] = tuple(found[1] for found in headed if found and found[1] in evidence.query.text)
    return evidence.known[key]
