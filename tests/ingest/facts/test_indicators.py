"""Tables and sentences of the real plans become the records that a careful reader would write."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ingest.facts.indicators import indicators
from ingest.notation.quantities import quantities
from ingest.plans import Indicator
from tests.ingest.goal_figures import GOALS
from tests.ingest.outlines import plan_in
from tests.ingest.table_figures import TABLE_CELLS, TABLE_VALUES


@cache
def found_in(path: Path) -> tuple[Indicator, ...]:
    return indicators(plan_in(path))


def seed(real_plans: Path, name: str) -> Path:
    return real_plans / "seeds" / f"{name}.txt"


def row(indicator: Indicator) -> str:
    return "|".join((indicator.name, indicator.comparator, indicator.value, indicator.unit))


def of_section(records: tuple[Indicator, ...], heading: str) -> list[Indicator]:
    return [one for one in records if not one.table and any(heading in name for name in one.heading)]


GOAL_SECTIONS = [(plan, heading) for plan, (_, sections) in GOALS.items() for heading in sections]


@pytest.mark.parametrize(("plan", "heading"), GOAL_SECTIONS)
def test_goal_sections_give_every_figure_and_no_other(real_plans, plan, heading):
    year, sections = GOALS[plan]
    found = of_section(found_in(seed(real_plans, plan)), heading)
    assert Counter(map(row, found)) == Counter(sections[heading].strip().splitlines())
    assert {one.year[-4:] for one in found} <= {year, "2019"}


@pytest.mark.parametrize("plan", TABLE_CELLS)
def test_every_value_cell_is_a_record(real_plans, plan):
    found = Counter(one.table.replace(" ", "")[:2] for one in found_in(seed(real_plans, plan)) if one.table)
    assert found == TABLE_CELLS[plan]


@pytest.mark.parametrize(("plan", "table"), TABLE_VALUES)
def test_cells_are_read_with_region_year_and_role(real_plans, plan, table):
    found = {
        "|".join((one.name, one.region, one.year, one.role, one.comparator, one.value, one.unit))
        for one in found_in(seed(real_plans, plan))
        if one.table.replace(" ", "").startswith(table)
    }
    assert set(TABLE_VALUES[plan, table].strip().splitlines()) - found == set()


def test_quotes_are_verbatim_and_hold_their_value(real_plans):
    for path in sorted((real_plans / "seeds").iterdir()):
        plan = plan_in(path)
        for one in found_in(path):
            assert plan.quote(one.span) == one.quote
            told = {str(abs(quantity.value)) for quantity in quantities("".join(one.quote.split()))}
            assert one.value.lstrip("-").partition("-")[0] in told or one.value in "".join(one.quote.split()), one


def test_areas_of_a_region_are_not_the_region(real_plans):
    city = found_in(seed(real_plans, "杭州市科学技术发展十四五规划"))
    corridor = [one for one in city if one.region == "杭州城西科创大走廊"]
    assert {one.value for one in corridor} == {"50", "20", "1000", "350", "4000"}
    district = found_in(seed(real_plans, "临安区十四五科技创新规划"))
    valley = {(one.name, one.value) for one in district if one.region == "青山湖科技城"}
    assert ("国家高新技术企业", "128") in valley
    assert ("规模工业总产值", "504.79") in valley


def test_a_report_tells_what_was_in_which_months(real_plans):
    found = found_in(seed(real_plans, "临安科技2020年工作报道"))
    value = next(one for one in found if one.value == "120.73")
    assert (value.concept, value.region, value.year, value.role) == ("高新技术产业增加值", "临安区", "2020", "actual")
    assert "1-11月" in value.nature
    expected = next(one for one in found if one.value == "350")
    assert (expected.concept, expected.nature) == ("国家高新技术企业", "预计、累计")
    assert {one.role for one in found} <= {"actual", "rank", "growth"}


def test_no_record_comes_of_a_document_number_a_date_or_a_page_number(real_plans):
    for path in sorted((real_plans / "more").iterdir()):
        for one in found_in(path):
            around = plan_in(path).text[max(0, one.span.start - 1) : one.span.end + 1]
            assert "〕" not in one.quote
            assert one.unit or one.table, one
            assert f"{one.value}号" not in around
            assert f"{one.value}月" not in around
            assert f"第{one.value}页" not in around
