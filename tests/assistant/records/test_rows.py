from __future__ import annotations

from assistant.questions import Intent, Query
from assistant.records.rows import leaves_blank, row_text
from ingest.plans import Passage, Span

RECORD = "表1 主要预期指标｜创新主体｜国家高新技术企业｜单位：家｜2020年：212｜2025年：450"


def passage(record: str) -> Passage:
    return Passage("i", "p", 0, "row", (), 0, "", "", Span(0, 1), record)


def query(*years: str) -> Query:
    return Query("问", Intent.VALUE, "问", years=years)


def test_a_row_says_its_subject_its_years_and_its_table() -> None:
    assert row_text(passage(RECORD), query()) == "国家高新技术企业：2020年 212家，2025年 450家（表1 主要预期指标）"


def test_only_the_asked_year_is_shown() -> None:
    assert row_text(passage(RECORD), query("2025")) == "国家高新技术企业：2025年 450家（表1 主要预期指标）"


def test_a_period_asks_for_both_its_ends() -> None:
    assert "212家，2025年 450家" in row_text(passage(RECORD), query("2020-2025"))


def test_all_columns_are_shown_where_none_is_of_the_asked_year() -> None:
    assert "2020年 212家，2025年 450家" in row_text(passage(RECORD), query("2030"))


def test_columns_without_a_year_give_way_to_those_of_the_asked_year() -> None:
    record = RECORD + "｜指标属性：预期性"
    assert "预期性" not in row_text(passage(record), query("2025"))
    assert "指标属性 预期性" in row_text(passage(record), query())


def test_a_unit_may_stand_in_the_name_or_in_the_column() -> None:
    assert row_text(passage("表2｜专利申请量(件)｜2025年：600"), query()) == "专利申请量：2025年 600件（表2）"
    assert row_text(passage("表2｜技术交易额｜2025年（亿元）：90"), query()) == "技术交易额：2025年 90亿元（表2）"


def test_words_in_a_cell_get_no_unit() -> None:
    record = "表1｜研发投入增速｜单位：%｜2025年：高于财政支出增幅"
    assert row_text(passage(record), query()) == "研发投入增速：2025年 高于财政支出增幅（表1）"


def test_a_table_without_a_caption_is_not_named() -> None:
    assert row_text(passage("国家高新技术企业｜单位：家｜2025年：450"), query()) == "国家高新技术企业：2025年 450家"


def test_the_unit_stands_before_a_bound_and_a_year_in_brackets_stays() -> None:
    record = "公厕达标率｜单位：%｜目标值（2030年）：70以上｜现状：／"
    assert row_text(passage(record), query()) == "公厕达标率：目标值（2030年） 70%以上，现状 ／"


def test_a_question_that_reckons_with_two_years_needs_no_blank_in_either() -> None:
    row = passage("表1｜领军团队｜单位：支｜2015年：-｜2020年：46")
    assert leaves_blank(row, Query("2020年是2015年的几倍", Intent.CALCULATE, "", years=("2020", "2015")))
    assert not leaves_blank(row, Query("2015年和2020年各多少", Intent.VALUE, "", years=("2020", "2015")))
    assert leaves_blank(row, Query("2015年多少", Intent.VALUE, "", years=("2015",)))
