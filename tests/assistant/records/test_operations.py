from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import compute
from assistant.records.operations import HIGHER, calculated, operands_dimension, operations_of, shortened, subject_of
from assistant.records.values import Hit, hits
from ingest.library import Library
from tests.assistant.gathering import gathered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年比2020年多多少", [compute.difference]),
        ("两地相差几个百分点", [compute.difference]),
        ("2025年比2020年增长百分之几", [compute.growth, compute.difference]),
        ("技术交易额涨幅", [compute.growth]),
        ("2025年是2020年的几倍", [compute.multiple]),
        ("能不能翻一番", [compute.multiple]),
        ("年均增长率是多少", [compute.annual_growth, compute.growth, compute.difference]),
        ("占全市的比重", [compute.share]),
        ("增长多少，增加多少亿元", [compute.growth, compute.difference]),
        ("需要增长几成", [compute.growth, compute.difference]),
        ("“十三五”目标的完成率", [compute.completion]),
        ("相当于全市的百分之几", [compute.share]),
        ("还要再添多少个", [compute.difference]),
        ("2025年目标是多少", []),
        ("有哪些任务", []),
    ],
)
def test_the_words_say_what_is_to_be_calculated(text: str, expected: list[object]) -> None:
    assert operations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("2019年比2018年涨了，是真的吗", True),
        ("谁更高", True),
        ("高了还是低了", True),
        ("哪家领先", True),
        ("多高", False),
    ],
)
def test_who_is_ahead_may_be_asked(text: str, asked: bool) -> None:
    assert bool(HIGHER.search(text)) == asked


def pair(library: Library, text: str, *values: str) -> list[Hit]:
    found = hits(gathered(library, text))
    return [next(h for h in found if h.indicator.value == value) for value in values]


def test_a_calculation_states_its_operands_and_cites_both(library: Library) -> None:
    later, earlier = pair(library, "南湖技术交易额和国家高新技术企业", "450", "212")
    (claim,) = calculated(compute.difference, later, earlier)
    assert "238家" in claim.text
    assert "450 − 212" in claim.text
    assert claim.sources == (*later.sources, *earlier.sources)
    assert (claim.calculation.expression, claim.calculation.unit) == ("450 − 212", "家")
    assert claim.calculation.operands == claim.sources


def test_what_has_no_common_unit_is_not_calculated(library: Library) -> None:
    money, firms = pair(library, "南湖技术交易额和国家高新技术企业", "90", "450")
    assert calculated(compute.difference, money, firms) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("南湖技术交易额2025年目标比2020年多多少亿元，是原来的几倍", "技术交易额"),
        ("南湖高新技术产业增加值五年净增多少、增幅几成", "高新技术产业增加值"),
        ("南湖专利申请量要从现在涨多少件才达标，涨幅算一下", "专利申请量"),
    ],
)
def test_the_words_of_calculating_are_no_part_of_what_is_calculated_with(
    library: Library, text: str, subject: str
) -> None:
    assert subject_of(gathered(library, text).query).split()[0] == subject


def test_a_result_in_percent_does_not_make_its_operands_percentages(library: Library) -> None:
    assert operands_dimension(gathered(library, "南湖技术交易额2020年到2025年增长百分之多少").query) == ""
    assert operands_dimension(gathered(library, "南湖研发投入占比2025年比2020年提高几个百分点").query) == "比重"


@pytest.mark.parametrize(
    ("said", "name", "same"),
    [
        ("专利年申请量", "专利合作条约国际专利年申请量", True),
        ("孵化器加众创空间", "科技企业孵化器、众创空间数", True),
        ("年专利申请量", "国际专利年申请量", False),
        ("专利", "有效发明专利拥有量", False),
    ],
)
def test_a_name_may_be_said_in_short(said: str, name: str, same: bool) -> None:
    assert shortened(said, name) == same


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("从2020年的基数算，折成年均复合增速是几个点", compute.annual_growth),
        ("2019年比2018年涨副多少", compute.growth),
        ("投入强度2019年比2018年降了几个百分点", compute.difference),
    ],
)
def test_calculations_are_asked_for_in_many_words(text: str, operation: object) -> None:
    assert operation in operations_of(text)


def test_a_difference_between_two_years_says_which_way_it_went(library: Library) -> None:
    found = hits(gathered(library, "南湖国家高新技术企业"))
    earlier, later = (next(h for h in found if h.indicator.year == year) for year in ("2020", "2025"))
    assert calculated(compute.difference, later, earlier)[0].text == "增加 238家（450 − 212）"
    assert calculated(compute.difference, earlier, later)[0].text == "相差 238家（212 − 450）"
    planned = replace(earlier, indicator=replace(earlier.indicator, role="planned"))
    assert calculated(compute.difference, later, planned)[0].text.startswith("相差")
    least = replace(later, indicator=replace(later.indicator, comparator=">="))
    assert calculated(compute.difference, least, earlier)[0].text.startswith("至少增加")
    shares = [replace(h, indicator=replace(h.indicator, unit="%")) for h in (earlier, later)]
    assert calculated(compute.difference, shares[1], shares[0])[0].text.startswith("上升 238个百分点")
    ranks = [replace(h, indicator=replace(h.indicator, unit="位", role="rank")) for h in (earlier, later)]
    assert calculated(compute.difference, ranks[1], ranks[0])[0].text.startswith("下降 238位")


def test_growing_by_so_many_times_is_not_being_so_many_times() -> None:
    assert operations_of("2020年比2015年涨了多少倍") == [compute.times_more, compute.growth]
    assert operations_of("2020年是2015年的多少倍") == [compute.multiple]
