"""A field that a clause names once belongs to each of its figures, where another clause counts the same of another."""

from __future__ import annotations

import pytest

from tests.ingest.facts.test_indicators_text import records


def names(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in records(text)]


def test_each_figure_has_the_field_of_its_clause():
    assert names("到2025年，培育绿色能源领军人才90名、创业团队8个，海洋装备领军人才40名、创业团队5个。") == [
        ("绿色能源领军人才", "90"),
        ("绿色能源创业团队", "8"),
        ("海洋装备领军人才", "40"),
        ("海洋装备创业团队", "5"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，培育绿色能源领军人才90名、创业团队8个。",  # one field only
        "到2025年，培育绿色能源领军人才90名、创业团队8个，建成海洋装备实验室4个、创业团队5个。",  # other first things
        "到2025年，培育绿色能源领军人才90名、创业团队8个，海洋装备领军人才40名、孵化器5个。",  # nothing counted twice
    ],
)
def test_a_name_that_no_other_field_shares_is_left_as_it_is(text):
    assert "绿色能源创业团队" not in dict(names(text))


def test_the_concept_goes_with_the_name():
    told = records("到2025年，培育绿色能源领军人才90名、创业团队8个，海洋装备领军人才40名、创业团队5个。")
    assert len({one.concept for one in told}) == 4
