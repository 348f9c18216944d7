from __future__ import annotations

import pytest

from assistant.composing.compose import compose
from assistant.records.roles import by_role, same_name
from assistant.records.values import hits, in_years
from ingest.library import Library
from tests.assistant.gathering import gathered, said


def roles(library: Library, text: str) -> list[tuple[str, str]]:
    asked = gathered(library, text)
    found = same_name(by_role(in_years(hits(asked), asked.query), asked.query))
    return sorted({(h.indicator.role, h.indicator.value) for h in found if h.indicator.table})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海宁2020年实际有国家高新技术企业多少家", [("actual", "420")]),
        ("海宁2020年国家高新技术企业原来规划多少家、实际做到多少家", [("actual", "420"), ("planned", "300")]),
        ("海宁2020年国家高新技术企业规划目标是多少", [("actual", "420"), ("planned", "300")]),
    ],
)
def test_what_was_planned_is_told_where_it_is_asked_for(haining: Library, text: str, expected: list[object]) -> None:
    assert roles(haining, text) == expected


def test_a_goal_is_told_where_one_is_asked_for(library: Library) -> None:
    assert roles(library, "南湖打算发展多少家科技型中小企业") == [("target", "1500")]


def test_nothing_found_is_nothing_meant(library: Library) -> None:
    assert by_role([], gathered(library, "南湖").query) == []
    assert same_name([]) == []


def test_goal_and_base_are_both_told_where_both_are_asked_for(library: Library) -> None:
    told = roles(library, "南湖国家高新技术企业十四五想发展到多少家，现在（2020年）是多少")
    assert {role for role, _ in told} == {"actual", "target"}


def test_what_was_planned_at_first_is_told_where_that_is_asked(haining: Library) -> None:
    assert "规划目标 300家" in said(compose(gathered(haining, "海宁国家高新技术企业当初定的目标是多少")))
