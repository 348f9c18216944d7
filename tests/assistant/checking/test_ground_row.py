from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.checking.ground import Figure, Ground
from assistant.checking.ground_row import of_row
from ingest.plans import Plan, Table
from tests.ingest.small_plans import plan, table

GOALS = table(
    "表1 主要指标",
    "序号|指标名称|单位|2020年|2025年",
    "主体::7|高新技术企业|家|212|≥450",
    "投入::8|财政支出增速|%|-|高于财政收入",
)
PLACES = table("表2 2019年创新指数排名", "地区|科技投入|创新指数", "海宁市|4|15", "全市|2|9")
CHANGES = table("表3 创新指数位次", "地区|2018年|2019年|变动", "海宁市|20|15|5")


def ground(of: Table, row: int, region: str = "嘉兴市南湖区") -> Ground:
    home: Plan = plan("文", region=region)
    return of_row(of, of.rows[row], replace(home, blocks=(of,)), frozenset({"2025"}), ("某规划",))


def figure(found: Ground, value: str) -> Figure:
    return next(figure for figure in found.figures if figure.value == Decimal(value))


def test_a_value_stands_under_the_year_of_its_column_in_the_unit_of_its_row() -> None:
    found = ground(GOALS, 0)
    assert (figure(found, "212").years, figure(found, "450").years) == ({"2020"}, {"2025"})
    assert "家" in figure(found, "450").units
    assert "%" not in figure(found, "450").units


def test_the_number_of_the_row_is_no_value() -> None:
    assert Decimal(7) not in {figure.value for figure in ground(GOALS, 0).figures}


def test_values_in_words_keep_their_year_and_an_empty_cell_is_one() -> None:
    assert ground(GOALS, 1).words == (("-", {"2020"}), ("高于财政收入", {"2025"}))


def test_names_may_be_repeated_but_not_values() -> None:
    found = ground(GOALS, 0)
    assert {"高新技术企业", "主体"} <= set(found.names)
    assert not {"212", "≥450", "家"} & set(found.names)


def test_a_row_of_a_region_is_about_that_region() -> None:
    assert ground(PLACES, 0).regions == {"海宁"}
    assert ground(PLACES, 1).regions == {"嘉兴"}
    assert ground(GOALS, 0).regions == {"南湖"}
    assert "海宁市" not in ground(PLACES, 0).names


def test_ranks_are_in_places_under_the_year_of_the_caption() -> None:
    found = figure(ground(PLACES, 0), "4")
    assert (found.years, "位" in found.units, "%" in found.units) == ({"2019"}, True, False)
    assert "科技投入" in found.labels


def test_a_change_stands_under_the_years_between_which_it_happened() -> None:
    assert "2018-2019" in figure(ground(CHANGES, 0), "5").years


def test_a_rate_of_growth_is_in_percent_whatever_is_counted() -> None:
    grown = table("表4 完成情况", "指标名称|单位|2015年|2020年|增长率", "高新技术企业|家|100|250|150")
    assert figure(ground(grown, 0), "150").units - {""} == {"%"}


def test_the_years_of_header_and_caption_are_known() -> None:
    assert ground(GOALS, 0).years == {"2020", "2025"}
    assert ground(PLACES, 0).years == {"2019"}
