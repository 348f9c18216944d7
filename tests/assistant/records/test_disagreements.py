from __future__ import annotations

from pathlib import Path

from assistant.records.disagreements import cautions, known, sides_of
from assistant.records.values import Hit, hits
from assistant.retrieval.evidence import Evidence
from ingest.library import Library
from tests.assistant.gathering import NANXUN, gathered, over


def found(library: Library, text: str, *values: str) -> tuple[Evidence, list[Hit]]:
    evidence = gathered(library, text)
    return evidence, [hit for hit in hits(evidence) if hit.indicator.value in values]


def test_a_value_that_stands_otherwise_elsewhere_is_known(library: Library) -> None:
    (record,) = known(*found(library, "南湖2025年技术交易额", "90"))
    assert {record.left.value, record.right.value} == {"90", "98"}
    assert record in known(*found(library, "南湖2025年技术交易额", "98"))


def test_a_value_that_stands_alone_is_not_at_odds(library: Library) -> None:
    assert known(*found(library, "南湖2025年有效发明专利拥有量", "6200")) == []
    assert known(gathered(library, "南湖技术交易额"), []) == []


def test_both_sides_are_told_with_their_value_and_their_own_source(library: Library) -> None:
    evidence, shown = found(library, "南湖2025年技术交易额", "90")
    first, second, why = sides_of(evidence, known(evidence, shown))
    told = {
        claim.text: library.plan(claim.sources[0].plan_id).quote(claim.sources[0].span) for claim in (first, second)
    }
    assert any("90亿元" in text and quote.endswith("| 90") for text, quote in told.items())
    assert any("98亿元" in text and quote == "技术交易额达到98亿元" for text, quote in told.items())
    assert set(why.sources) == {*first.sources, *second.sources}


def test_who_asks_for_one_value_hears_of_the_other(library: Library) -> None:
    ((kind, text, sources),) = cautions(*found(library, "南湖2025年技术交易额", "90"))
    assert kind == "conflict"
    assert "98亿元" in text
    assert [library.plan(s.plan_id).quote(s.span) for s in sources] == ["技术交易额达到98亿元"]


def test_who_is_shown_both_values_hears_of_none(library: Library) -> None:
    assert cautions(*found(library, "南湖2025年技术交易额", "90", "98")) == ()


def test_a_change_that_does_not_come_out_is_told_with_its_levels_and_what_they_come_to(tmp_path: Path) -> None:
    with over(tmp_path, 南浔=NANXUN) as library:
        evidence = gathered(library, "南浔技术创新指数2019年上升几位")
        records = [r for r in library.conflicts() if r.reason == "推算不符" and r.left.unit == "位"]
        stated, levels, due, why = sides_of(evidence, records)
    assert "提升9位" in stated.text
    assert "2018年位次 第20位，2019年位次 第12位" in levels.text
    assert due.calculation.expression == "20 − 12"
    assert "推算不符" in why.text
