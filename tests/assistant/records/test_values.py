from __future__ import annotations

import pytest

from assistant.questions import Scope
from assistant.records.values import Hit, fits_year, hits, in_years, of_dimension, source, together, year_source
from ingest.library import Library
from tests.assistant.gathering import gathered


def values(found: list[Hit]) -> list[str]:
    return [hit.indicator.value for hit in found]


def hit(library: Library, text: str, value: str) -> Hit:
    return next(h for h in hits(gathered(library, text)) if h.indicator.value == value)


def test_the_named_indicator_comes_first(library: Library) -> None:
    found = hits(gathered(library, "南湖技术交易额"))
    assert {h.indicator.name for h in found if h.score >= 1} == {"技术交易额"}
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


def test_only_the_region_asked_about_has_hits(library: Library) -> None:
    assert {h.indicator.region for h in hits(gathered(library, "南湖技术交易额"))} == {"南湖区"}
    assert {h.indicator.region for h in hits(gathered(library, "海宁创新指数得分"))} <= {"海宁市"}


def test_a_scope_narrows_to_its_plans(library: Library) -> None:
    asked = gathered(library, "南湖和嘉兴的技术交易额")
    city = next(plan.id for plan in library.plans() if plan.title.startswith("嘉兴"))
    assert {h.indicator.plan_id for h in hits(asked, Scope("嘉兴", (city,)))} == {city}


def test_a_part_of_a_question_is_asked_by_itself(library: Library) -> None:
    asked = gathered(library, "南湖技术交易额多少？有效发明专利多少？")
    first = hits(asked, part="有效发明专利")[0]
    assert first.indicator.name == "有效发明专利拥有量"


def test_a_value_that_the_question_states_is_surer(library: Library) -> None:
    plain, stated = (hit(library, text, "98").score for text in ("南湖技术交易额目标", "南湖技术交易额目标98亿元"))
    assert stated > plain


def test_hits_come_in_the_same_order_each_time(library: Library) -> None:
    asked = gathered(library, "国家高新技术企业")
    assert hits(asked) == hits(asked)


def test_figures_of_a_park_are_not_the_regions(library: Library) -> None:
    assert hits(gathered(library, "南湖余新镇的技术交易额")) == []


def test_the_asked_kind_of_value_is_kept(library: Library, haining: Library) -> None:
    everything = hits(gathered(library, "南湖技术交易额、国家高新技术企业、研发投入强度"))
    assert {h.indicator.unit for h in of_dimension(everything, "金额")} == {"亿元"}
    assert {h.indicator.unit for h in of_dimension(everything, "比重")} == {"%"}
    assert of_dimension(everything, "") == everything
    ranks = of_dimension(hits(gathered(haining, "海宁创新指数排名和技术交易额")), "位次")
    assert {h.indicator.unit for h in ranks} == {"位"}


@pytest.mark.parametrize(
    ("year", "asked", "expected"),
    [
        ("2025", "2025", True),
        ("2025", "2021-2025", True),
        ("2021-2025", "2025", True),
        ("2021-2025", "2016-2025", True),
        ("2020", "2025", False),
        ("2020", "2020-2025", False),
        ("2016-2020", "2025", False),
    ],
)
def test_a_stretch_ends_in_its_year(year: str, asked: str, expected: bool) -> None:
    assert fits_year(year, asked) == expected


def test_only_hits_of_the_asked_year_stay(library: Library) -> None:
    asked = gathered(library, "南湖2020年技术交易额")
    assert set(values(in_years(hits(asked), asked.query))) == {"35"}
    every = gathered(library, "南湖技术交易额")
    assert in_years(hits(every), every.query) == hits(every)


def test_a_change_over_a_stretch_wants_all_years_in_it(haining: Library) -> None:
    asked = gathered(haining, "海宁创新指数排名2018-2020年逐年变化")
    years = {h.indicator.year for h in in_years(hits(asked), asked.query)}
    assert years == {"2018", "2019", "2020"}


def test_a_row_is_its_own_source(library: Library) -> None:
    found = hit(library, "南湖技术交易额", "90")
    assert source(found.indicator).kind == "row"
    assert [library.plan(s.plan_id).quote(s.span) for s in found.sources] == ["创新产出 | 技术交易额 | 亿元 | 35 | 90"]


def test_a_clause_without_its_year_is_cited_with_where_the_year_stands(library: Library) -> None:
    found = hit(library, "南湖技术交易额", "98")
    quotes = [library.plan(s.plan_id).quote(s.span) for s in found.sources]
    assert quotes == ["技术交易额达到98亿元", "到2025年"]
    assert found.sources[0].kind == "text"


def test_a_clause_with_its_year_needs_no_other_source(library: Library) -> None:
    found = hit(library, "南湖国家高新技术企业2020年", "212")
    text = next(h for h in hits(gathered(library, "南湖国家高新技术企业")) if not h.indicator.table)
    assert "2020年" in text.indicator.quote
    assert year_source(text.indicator, text.plan) is None
    assert together([text, found]) == (*text.sources, *found.sources)


def test_the_year_is_the_nearest_one_before(library: Library) -> None:
    found = hit(library, "秀洲国家高新技术企业", "380")
    stated = year_source(found.indicator, found.plan)
    assert stated is not None
    assert found.plan.quote(stated.span) == "到2025年"
    assert stated.span.end <= found.indicator.span.start


def test_values_counted_in_another_unit_are_none(library: Library) -> None:
    assert "450" in values(hits(gathered(library, "南湖国家高新技术企业2025年多少家")))
    assert "450" not in values(hits(gathered(library, "南湖国家高新技术企业2025年培训多少名")))


def test_what_the_question_excludes_is_no_hit(library: Library) -> None:
    named = {h.indicator.name for h in hits(gathered(library, "南湖规上企业研发投入的目标是多少，不要占比"))}
    assert "规上企业研发投入" in named
    assert "全社会研发投入占地区生产总值比重" not in named
