from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.checking.ground import Figure, Ground
from assistant.checking.traced import figures_fit, regions_fit, spelled_out, without, words_fit, years_fit
from tests.ingest.small_plans import plan

NANHU, JIAXING = plan("文", region="嘉兴市南湖区"), plan("文", region="嘉兴市")
NONE: frozenset[str] = frozenset()


def figure(value: str, unit: str = "家", year: str = "", label: str = "") -> Figure:
    return Figure(Decimal(value), frozenset({unit}), frozenset({year} - {""}), frozenset({label} - {""}))


def ground(*figures: Figure, region: str = "南湖", wordings: tuple[str, ...] = (), **more: object) -> Ground:
    years = frozenset(year for one in figures for year in one.years)
    made = {"years": years, "context": NONE, "regions": frozenset({region}), "subjects": frozenset({region})}
    return Ground(wordings, tuple(figures), **{**made, "titles": (), **more})


ROW = ground(figure("212", year="2020"), figure("450", year="2025"))


@pytest.mark.parametrize(
    ("own", "fits"),
    [
        ("企业: 2020年 212家,2025年目标 450家", True),
        ("企业: 2025年目标 ≥450家", True),
        ("企业: 450家", True),
        ("企业: 2020年 450家", False),
        ("企业: 2025年 451家", False),
        ("企业: 2025年 450件", False),
        ("企业: 2025年 0450家", False),
        ("企业达到450家", False),
    ],
)
def test_a_number_is_the_sources_in_its_unit_under_its_year_and_in_the_place_of_a_value(own: str, fits: bool) -> None:
    assert figures_fit(own, [ROW]) is fits


def test_a_unit_goes_on_in_brackets() -> None:
    row = ground(figure("50", "条(段)", "2025"))
    assert figures_fit("街区: 2025年 50条(段)", [row])
    assert not figures_fit("街区: 2025年 50条(块)", [row])


def test_a_number_belongs_to_the_region_that_is_named_before_it() -> None:
    rows = [ground(figure("212")), ground(figure("450"), region="海宁")]
    assert figures_fit("南湖: 212家,海宁: 450家", rows)
    assert not figures_fit("南湖: 450家,海宁: 450家", rows)


def test_a_number_belongs_to_the_column_that_is_named_beside_it() -> None:
    row = ground(figure("4", "位", label="科技投入"), figure("15", "位", label="创新指数"))
    assert figures_fit("海宁: 科技投入 4,创新指数 15", [row])
    assert figures_fit("海宁: 15位(创新指数)", [row])
    assert not figures_fit("海宁: 科技投入 15,创新指数 15", [row])
    assert not figures_fit("海宁: 4位(创新指数)", [row])


def test_a_number_that_no_year_binds_takes_the_years_of_the_texts() -> None:
    text, when = (
        ground(figure("9", "%"), wordings=("保持在9%以上",)),
        ground(years=frozenset({"2027"}), wordings=("到2027年",)),
    )
    row = ground(figure("8", "%", "2019"))
    assert figures_fit("强度: 2027年目标 ≥9%", [text, when, row])
    assert not figures_fit("强度: 2019年目标 ≥9%", [text, when, row])


def test_a_count_is_the_number_of_the_last_heading() -> None:
    headings = [ground(ordinal=1), ground(ordinal=18)]
    assert figures_fit("某意见共18条", headings)
    assert not figures_fit("某意见共1条", headings)


def test_months_are_repeated_as_they_stand() -> None:
    text = ground(wordings=("2020年1~11月,企业增加值增长",))
    assert figures_fit("后者为1-11月的数", [text])
    assert not figures_fit("后者为1-10月的数", [text])


@pytest.mark.parametrize(
    ("own", "fits"), [("2025年", True), ("2020-2025年", True), ("2030年", False), ("2025-2025年", False)]
)
def test_years_are_those_of_the_sources(own: str, fits: bool) -> None:
    assert years_fit(own, [ROW], context=False) is fits


def test_years_of_heading_and_plan_count_only_as_context() -> None:
    found = ground(context=frozenset({"2030"}))
    assert years_fit("2030年", [found], context=True)
    assert not years_fit("2030年", [found], context=False)


def test_a_date_is_repeated_in_full() -> None:
    found = ground(wordings=("2021年7月12日",), years=frozenset({"2021", "2025"}))
    assert years_fit("2021年7月12日", [found], context=True)
    assert not years_fit("2025年7月12日", [found], context=True)


def test_a_region_is_that_of_a_source() -> None:
    assert regions_fit("南湖区: 450家", [ROW], [NANHU], None)
    assert regions_fit("450家", [ROW], [NANHU], None)
    assert not regions_fit("海宁: 450家", [ROW], [NANHU], None)


def test_where_sources_are_of_several_regions_all_are_named() -> None:
    pair, plans = [ROW, ground(figure("5000"), region="嘉兴")], [NANHU, JIAXING]
    assert regions_fit("南湖低于嘉兴", pair, plans, None)
    assert regions_fit("南湖低于全市", pair, plans, None)
    assert regions_fit("相差 4550家", pair, plans, None)
    assert not regions_fit("嘉兴低于嘉兴", pair, plans, None)


def test_before_a_quote_only_its_subject_is_named() -> None:
    found = ground(regions=frozenset({"南湖", "海宁"}))
    assert regions_fit("海宁: ", [found], [NANHU], None)
    assert not regions_fit("海宁: ", [found], [NANHU], found)


def test_the_whole_city_is_the_city_of_the_plans() -> None:
    assert spelled_out("南湖低于全市", [NANHU]) == "南湖低于嘉兴"
    assert spelled_out("南湖低于全市", [plan("文", region="")]) == "南湖低于全市"


def test_a_value_in_words_stays_under_its_year() -> None:
    found = ground(words=(("高于财政收入", frozenset({"2025"})),))
    assert words_fit("增速: 2025年 高于财政收入", [found])
    assert not words_fit("增速: 2020年 高于财政收入", [found])


def test_what_is_only_repeated_is_taken_out_longest_first() -> None:
    assert without("表1 主要指标: 450家", ["表1", "表1 主要指标", ""]).split() == [":", "450家"]


def test_a_place_in_a_ranking_is_told_as_such() -> None:
    ranks = ground(figure("22", "位", "2019", "2019年位次"))
    assert figures_fit("2019年位次 第22位", [ranks])
    assert not figures_fit("2019年位次 第23位", [ranks])
