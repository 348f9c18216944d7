from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.compute import Result
from assistant.words import present_figures
from ingest.plans import Comparator, Indicator, Role, Span


def indicator(
    value: str,
    unit: str = "家",
    year: str = "2025",
    *,
    role: Role = "target",
    comparator: Comparator = "=",
    nature: str = "",
    table: str = "表1 主要指标",
    quote: str = "",
) -> Indicator:
    where = (table, "", ("二、目标",), Span(0, 1), quote)
    return Indicator("p", "科技企业", "科技企业", "南湖区", year, role, comparator, value, unit, nature, *where)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (indicator("600"), "600家"),
        (indicator("600", comparator=">="), "≥600家"),
        (indicator("600", comparator="~"), "约600家"),
        (indicator("3.5", "%", nature="预计"), "预计3.5%"),
        (indicator("-4", "位"), "-4位"),
        (indicator("高于投资增速", ""), "高于投资增速"),
    ],
)
def test_an_amount_has_its_comparator_and_unit(given: Indicator, shown: str) -> None:
    assert present_figures.amount(given) == shown


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("target", "2025年目标 600家"),
        ("actual", "2025年 600家"),
        ("planned", "2025年规划目标 600家"),
        ("rank", "2025年位次 600家"),
        ("growth", "2025年增长 600家"),
    ],
)
def test_a_dated_value_says_whether_it_is_aimed_at_or_reached(role: Role, shown: str) -> None:
    assert present_figures.dated(indicator("600", role=role)) == shown


def test_a_place_that_rose_is_said_to_have_risen() -> None:
    assert present_figures.dated(indicator("18", "位", "2018-2019", role="growth")) == "2018-2019年上升 18位"
    assert present_figures.dated(indicator("-3", "位", "2018-2019", role="growth")) == "2018-2019年下降 3位"


def test_a_value_without_a_year_is_given_without_one() -> None:
    assert "年" not in present_figures.dated(indicator("600", year=""))


def test_a_row_is_told_with_its_name_its_years_and_its_table() -> None:
    row = [indicator("212", year="2020", role="actual"), indicator("450")]
    assert present_figures.cells(row, "") == "科技企业：2020年 212家，2025年目标 450家（表1 主要指标）"
    assert present_figures.cells(row, "南湖区").startswith("南湖区：科技企业")


def test_a_flow_is_named_as_one() -> None:
    assert present_figures.cells([indicator("450", nature="新增")], "").startswith("新增科技企业")
    assert present_figures.said(indicator("450", nature="新增")) == "2025年目标 450家（新增科技企业）"


def test_a_clause_is_verbatim_under_the_year_it_does_not_name() -> None:
    told = indicator("600", table="", quote="科技企业达到600家；")
    assert present_figures.clause(told, "") == "到2025年，科技企业达到600家"
    assert present_figures.clause(told, "南湖") == "南湖：到2025年，科技企业达到600家"
    assert present_figures.clause(told, "", dated=False) == "科技企业达到600家"
    reached = replace(told, role="actual", quote="2025年科技企业600家")
    assert present_figures.clause(reached, "") == "2025年科技企业600家"


def test_a_series_runs_over_the_years() -> None:
    row = [indicator("212", year="2020", role="actual"), indicator("450")]
    assert present_figures.series(row) == "科技企业：2020年 212家，2025年目标 450家"


@pytest.mark.parametrize("kind", ["difference", "growth", "annual_growth", "multiple", "share", "total", "average"])
def test_a_calculation_states_result_unit_and_expression(kind: str) -> None:
    text = present_figures.calculation(kind, Result("450 − 212", "238", "家"))
    assert "238家" in text
    assert "（450 − 212）" in text


def test_a_difference_is_told_without_its_sign_and_growth_with_it() -> None:
    assert "相差 40家" in present_figures.calculation("difference", Result("860 − 900", "-40", "家"))
    assert "-20%" in present_figures.calculation("growth", Result("(80 − 100) ÷ 100", "-20", "%"))


def test_of_things_that_only_come_whole_an_average_is_told_whole_with_what_it_is_exactly() -> None:
    text = present_figures.calculation("average", Result("(3000 − 1923) ÷ 5", "215.4", "家"))
    assert text == "平均每年约215家（(3000 − 1923) ÷ 5 = 215.4家）"
    assert "平均每年 41.2亿元" in present_figures.calculation("average", Result("(386 − 180) ÷ 5", "41.2", "亿元"))


def test_which_is_ahead_is_told_with_both_values() -> None:
    low, high = indicator("212", year="2020", role="actual"), indicator("450")
    assert present_figures.direction(high, low, above=True) == "上升：2025年（450家）高于2020年（212家）"
    assert "低于" in present_figures.direction(high, low, above=False)
    text = present_figures.lower("秀洲", low, "南湖", high)
    assert text.index("秀洲") < text.index("低于") < text.index("南湖")
    assert "212家" in text
    assert "450家" in text


def test_a_rank_is_ahead_and_a_value_is_highest() -> None:
    assert "最高" in present_figures.highest("南湖", indicator("450"))
    assert "最靠前" in present_figures.highest("南湖", indicator("1", "位", role="rank"))


def test_a_side_names_its_plan_its_place_and_the_indicator_once() -> None:
    text = present_figures.side("南湖规划", "表1", "科技企业", "2025年目标 450家")
    assert text == "《南湖规划》（表1）：科技企业 2025年目标 450家"
    assert present_figures.side("南湖规划", "", "科技企业", "科技企业450家").count("科技企业") == 1


def test_an_indicator_given_for_other_years_only_is_told_with_those() -> None:
    text = present_figures.other_year("南湖规划", [indicator("450")], ["2030", "2035"])
    assert "2030年、2035年" in text
    assert "2025年目标 450家" in text


def test_other_scopes_name_each_regions_indicator() -> None:
    text = present_figures.other_scopes([("南湖", "科技企业"), ("秀洲", "新增科技企业")])
    assert "南湖为“科技企业”" in text
    assert "秀洲为“新增科技企业”" in text


def test_a_percentage_with_more_decimals_is_told_in_short_as_well() -> None:
    told = present_figures.calculation("growth", Result("(107 − 70) ÷ 70", "52.86", "%"))
    assert told == "增长约52.9%（(107 − 70) ÷ 70 = 52.86%）"
    assert present_figures.calculation("share", Result("1 ÷ 4", "25", "%")) == "占比 25%（1 ÷ 4）"


def test_what_falls_to_each_is_told_with_its_sum() -> None:
    told = present_figures.per_one(Result("9000 ÷ 40", "225", "万元"), indicator("40"))
    assert told == "平均每家 225万元（9000 ÷ 40）"


def test_which_of_two_ranks_is_ahead_is_said_of_the_rank() -> None:
    first, last = (indicator(value, "位", year, role="rank") for value, year in (("39", "2018"), ("44", "2019")))
    assert present_figures.direction(last, first, above=False) == "位次下降：2018年（第39位）→2019年（第44位）"


def test_a_place_is_told_as_such_but_for_one_that_is_about_or_at_least_so() -> None:
    rank = indicator("20", "位", role="rank")
    assert present_figures.amount(rank) == "第20位"
    assert present_figures.amount(replace(rank, comparator="~")) == "约20位"
    assert present_figures.amount(replace(rank, comparator="<=")) == "≤20位"


def test_a_cell_of_a_ranking_is_told_without_among_whom_in_its_name() -> None:
    cell = replace(indicator("18", "位"), name="全省位次创新指数", role="rank")
    assert present_figures.cells([cell], "德清").startswith("德清：创新指数：2025年位次")
