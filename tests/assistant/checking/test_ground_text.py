from __future__ import annotations

from decimal import Decimal

from assistant.answers import Source
from assistant.checking.ground import NUMBER, Figure, Ground
from assistant.checking.ground_text import of_text
from ingest.plans import Paragraph, Span
from tests.ingest.small_plans import plan


def ground(text: str, kind: str = "text", pieces: tuple[Span, ...] | None = None) -> Ground:
    source = Source("p", Span(0, len(text)), (), kind)
    home = plan(text, region="嘉兴市南湖区")
    if pieces:
        home = type(home)(*(getattr(home, name) for name in home.__slots__))
        object.__setattr__(home, "blocks", (Paragraph(0, text, pieces),))
    return of_text(source, home, frozenset({"2025"}), ("某规划",))


def figures(found: Ground, value: str) -> list[Figure]:
    return [figure for figure in found.figures if figure.value == Decimal(value)]


def test_a_number_stands_under_the_year_before_it() -> None:
    found = ground("2020年达到212家，到2025年达到450家")
    assert {year for figure in figures(found, "212") for year in figure.years} == {"2020"}
    assert {year for figure in figures(found, "450") for year in figure.years} == {"2025"}
    assert found.years == {"2020", "2025"}


def test_a_year_to_compare_with_binds_no_number_and_is_none_of_the_text() -> None:
    found = ground("2025年较2020年增加238家")
    assert "2025" in figures(found, "238")[0].years
    assert found.years == {"2025"}


def test_a_number_without_a_year_is_bound_to_none() -> None:
    assert figures(ground("达到450家以上"), "450")[0].years == frozenset()


def test_chinese_numerals_are_numbers_too() -> None:
    assert any("家" in figure.units for figure in figures(ground("建成三家实验室"), "3"))


def test_both_ends_of_a_range_are_numbers() -> None:
    found = ground("培育3-5家企业")
    assert figures(found, "3")
    assert figures(found, "5")


def test_only_the_first_stretch_of_a_stated_period_counts() -> None:
    assert "2035" not in ground("2021—2025年，展望到2035年", "metadata").years
    assert "2035" in ground("2021—2025年，展望到2035年").years


def test_a_heading_has_its_number() -> None:
    assert ground("（十八）构建营商环境", "heading").ordinal == 18
    assert ground("第三章 重点任务", "heading").ordinal == 3
    assert ground("（十八）构建营商环境").ordinal == 0


def test_whose_text_it_is_and_what_it_speaks_of_is_told_from_what_it_only_names() -> None:
    found = ground("海宁和桐乡加快发展，我区仍落后秀洲等地")
    assert found.regions == {"南湖", "海宁", "桐乡", "秀洲"}
    assert found.subjects == {"南湖", "海宁", "桐乡"}


def test_the_wording_is_also_known_without_what_the_outline_took_out() -> None:
    text = "收集并分\n6\n析数据"
    found = ground(text, pieces=(Span(0, 4), Span(7, 10)))
    assert found.wordings == ("收集并分6析数据", "收集并分析数据")


def test_a_text_is_of_the_place_that_its_heading_introduces() -> None:
    home = plan("全区面积20亩", region="嘉兴市南湖区")
    headings = {(): "南湖", ("海宁市基本情况",): "海宁", ("海宁市的做法",): "南湖"}
    for heading, place in headings.items():
        found = of_text(Source("p", Span(0, 7), heading), home, frozenset(), ())
        assert found.regions == found.subjects == {place}


def test_the_sign_of_a_unit_is_no_number() -> None:
    assert NUMBER.findall("6.3m3，22km2") == ["6.3", "22"]
