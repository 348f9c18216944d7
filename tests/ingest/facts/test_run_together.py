"""Rows that a text has run together are told apart by the years of their header."""

from __future__ import annotations

from ingest.facts.horizon import horizon
from ingest.facts.indicators import indicators
from ingest.facts.run_together import from_runs
from tests.ingest.small_plans import plan

TABLE = (
    "节水目标分解表指标预期值2016年2017年2018年用水总量不超年度下达指标再生水回用率30%40%55%灌溉系数0.720.750.78"
    "供水管网漏损率14%12%10%"
)


def told(*paragraphs: str, read=from_runs) -> list[tuple[str, str, str, str, str]]:
    made = plan(*paragraphs)
    found = read(made, horizon(made)) if read is from_runs else read(made)
    return [(one.name, one.year, one.role, one.value, one.unit) for one in found]


def test_each_value_has_the_year_of_its_column():
    assert told(TABLE) == [
        ("再生水回用率", "2016", "target", "30", "%"),
        ("再生水回用率", "2017", "target", "40", "%"),
        ("再生水回用率", "2018", "target", "55", "%"),
        ("供水管网漏损率", "2016", "target", "14", "%"),
        ("供水管网漏损率", "2017", "target", "12", "%"),
        ("供水管网漏损率", "2018", "target", "10", "%"),
    ]


def test_the_header_holds_for_the_paragraphs_that_follow():
    assert told("指标2019年2020年", "公众满意度85%90%")[1] == ("公众满意度", "2020", "actual", "90", "%")


def test_a_row_of_another_number_of_values_is_left_out():
    assert told("指标2019年2020年", "公众满意度85%90%95%") == []


def test_a_plan_has_such_a_row_once():
    assert len(told(TABLE, read=indicators)) == 6


def test_the_row_is_quoted():
    made = plan(TABLE)
    assert next(from_runs(made, horizon(made))).quote == "再生水回用率30%40%55%"
