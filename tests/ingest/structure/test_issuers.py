"""Those who sign a document, who decree it, whom its title or opening names."""

from __future__ import annotations

import pytest

from ingest.plans import Located, Span
from ingest.structure.issuers import decree, is_office, issuer_of, signed
from tests.ingest.outlines import lines_of


@pytest.mark.parametrize(
    ("lines", "offices"),
    [
        (("推进创新。", "甲市人民政府"), "甲市人民政府"),
        (("推进创新。", "乙发展改革委", "水  利  部"), "乙发展改革委 水利部"),
        (("推进创新。", "甲市交通委员会   甲市发展和改革委员会"), "甲市交通委员会 甲市发展和改革委员会"),
    ],
)
def test_all_who_sign_together_are_the_issuers(lines: tuple[str, ...], offices: str) -> None:
    found = signed(lines_of(*lines))
    assert found is not None
    assert found.value == offices
    text = "\n".join(lines)
    assert text[found.span.start : found.span.end] == "\n".join(lines[1:])


def test_a_sentence_signs_nothing() -> None:
    assert signed(lines_of("甲市人民政府", "推进创新。")) is None
    assert signed([]) is None


def test_a_decree_names_its_issuer_and_its_number() -> None:
    issuer, number = decree(lines_of("甲省人民政府令", "（第290号）"))
    assert issuer == Located("甲省人民政府", Span(0, 6))
    assert number is not None
    assert number.value == "甲省人民政府令第290号"
    assert decree(lines_of("甲省人民政府令", "现予公布。")) == (None, None)


def test_the_office_before_关于_issues_it_or_one_on_a_line_of_its_own() -> None:
    assert issuer_of(Located("甲省财政厅关于印发方案的通知", Span(0, 14)), []) == Located("甲省财政厅", Span(0, 5))
    assert issuer_of(None, lines_of("甲省财政厅", "推进创新。")) == Located("甲省财政厅", Span(0, 5))
    assert issuer_of(None, lines_of("推进创新。")) is None


def test_a_place_is_no_office() -> None:
    assert is_office("甲市农业农村委员会")
    assert not is_office("甲市")
