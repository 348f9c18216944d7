from __future__ import annotations

import pytest

from assistant.answers import Source
from assistant.checking.grounds import ground_of, grounds_of
from ingest.library import Library
from ingest.plans import Plan, Span
from tests.assistant.small_library import JIAXING, NANHU


@pytest.fixture
def nanhu(library: Library) -> Plan:
    return plan_of(library, NANHU)


def plan_of(library: Library, title: str) -> Plan:
    return next(plan for record in library.plans() if (plan := library.plan(record.id)).title == title)


def source(plan: Plan, quote: str, kind: str = "text") -> Source:
    start = plan.text.index(quote)
    return Source(plan.id, Span(start, start + len(quote)), ("二、发展目标",), kind)


def test_a_text_carries_its_wording_and_what_stands_around_it(nanhu: Plan) -> None:
    found = ground_of(source(nanhu, "科技型中小企业达到1500家以上"), nanhu)
    assert found
    assert found.wordings[0] == "科技型中小企业达到1500家以上"
    assert (found.years, found.regions) == (frozenset(), {"南湖"})
    assert "2025" in found.context
    assert NANHU in found.titles


def test_a_row_carries_its_values_and_no_wording(library: Library) -> None:
    jiaxing = plan_of(library, JIAXING)
    found = ground_of(source(jiaxing, "海宁市\t74.0\t75.3", "row"), jiaxing)
    assert found
    assert found.wordings == ()
    assert found.regions == {"海宁"}


@pytest.mark.parametrize("span", [Span(-2, 4), Span(7, 7), Span(8, 3), Span(0, 10**6)])
def test_a_range_outside_the_text_carries_nothing(nanhu: Plan, span: Span) -> None:
    assert ground_of(Source(nanhu.id, span, ()), nanhu) is None


def test_blank_space_carries_nothing(nanhu: Plan) -> None:
    at = nanhu.text.index("\n\n")
    assert ground_of(Source(nanhu.id, Span(at, at + 2), ()), nanhu) is None


def test_a_row_that_is_none_carries_nothing(nanhu: Plan) -> None:
    assert ground_of(source(nanhu, "科技型中小企业达到1500家以上", "row"), nanhu) is None


def test_sources_carry_something_only_all_together(library: Library, nanhu: Plan) -> None:
    good = source(nanhu, "科技型中小企业达到1500家以上")
    assert len(grounds_of([good, good], library.plan) or ()) == 2
    assert grounds_of([good, Source("gone", Span(0, 5), ())], library.plan) is None
    assert grounds_of([], library.plan) == []
