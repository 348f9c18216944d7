"""The field that a clause names once for all its figures: 数字经济人才400名、团队60个，生命健康人才200名、团队30个."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os.path import commonprefix

from ingest.facts.concepts import concept_of
from ingest.plans import Indicator, Span

_SHORTEST = 2


def with_fields(records: Sequence[Indicator]) -> list[Indicator]:
    """The records of one sentence; where two clauses count the same things of two fields, and name the field with the
    first thing only, each further name gets its clause's field: 创新创业团队 → 生命健康创新创业团队."""
    clauses: dict[Span, list[Indicator]] = {}
    for record in records:
        clauses.setdefault(record.span, []).append(record)
    fields = _fields([clause[0].name for clause in clauses.values() if len(clause) > 1])
    shared = _in_all([{r.name for r in clause[1:]} for clause in clauses.values() if clause[0].name in fields])
    return [
        _named(record, f"{fields[first]}{record.name}")
        if record.name in shared and (first := clauses[record.span][0].name) in fields
        else record
        for record in records
    ]


def _fields(firsts: Sequence[str]) -> dict[str, str]:
    """What each of several first names says before the words that end them all: 生命健康 of 生命健康领军人才."""
    ending = len(commonprefix([name[::-1] for name in firsts]))
    fields = {name: name[: len(name) - ending] for name in firsts}
    apart = len(firsts) > 1 and ending >= _SHORTEST and len(set(fields.values())) == len(firsts)
    return fields if apart and all(len(field) >= _SHORTEST for field in fields.values()) else {}


def _in_all(names: Sequence[set[str]]) -> set[str]:
    return set.intersection(*names) if names else set()


def _named(record: Indicator, name: str) -> Indicator:
    return replace(record, name=name, concept=concept_of(name))
