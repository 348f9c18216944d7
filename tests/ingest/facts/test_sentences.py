"""Clauses and times of a sentence."""

from __future__ import annotations

import pytest

from ingest.facts.sentences import SENTENCE, Sentence, apart
from ingest.notation.quantities import quantities


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("到2025年，达到600家", ["2025"]),
        ("临安区2019年创新指数为151.5", ["2019"]),
        ("申报2021年度省重点研发项目6个", []),
        ("编制“十四五”规划", []),
        ("与2015年相比增长7倍", []),
        ("《规划（2021—2025年）》提出", []),
        ("其中2020年新认定119家", ["2020"]),
    ],
)
def test_a_period_sets_the_time_only_where_it_says_when(text, setting):
    sentence = Sentence(text, 0, places=("临安区",))
    assert [period.year for period in sentence.setting] == setting


def test_years_are_blank_in_the_body_and_nothing_moves():
    sentence = Sentence("从2017年的94.75亿元", 0)
    assert sentence.body == "从     的94.75亿元"
    assert len(sentence.body) == len(sentence.text)


def test_a_lead_begins_at_the_clause_the_number_before_or_the_bracket():
    text = "甲乙，丙丁5家、戊己（庚辛6家）"
    sentence = Sentence(text, 0)
    assert text[sentence.lead_start(text.index("5"), 0) :].startswith("丙丁")
    assert text[sentence.lead_start(text.index("6"), text.index("、")) :].startswith("庚辛")


def test_a_clause_takes_the_time_before_it_along():
    text = "2020年，企业600家，前景"
    sentence = Sentence(text, 0)
    start, end = sentence.clause_start(text.index("企")), sentence.clause_end(text.index("家") + 1)
    assert text[start:end] == "2020年，企业600家"


def test_months_take_the_year_told_before():
    assert [(period.year, period.months) for period in Sentence("1~11月办理90项", 0, told="2020").periods] == [
        ("2020", "1-11")
    ]


def test_a_comma_of_thousands_ends_no_clause():
    assert Sentence("投入1,234万元,增长", 0).ends == [0, 10]
    assert [match.group() for match in SENTENCE.finditer("甲。乙！丙")] == ["甲。", "乙！", "丙"]


def test_the_last_time_before_a_place_is_found_by_what_it_does():
    text = "2015年81家，较2016年增长，到2020年347家，2021年"
    sentence = Sentence(text, 0)
    place = text.index("347")
    assert sentence.told_before(place).year == sentence.set_before(place).year == "2020"
    assert sentence.compared_before(place).year == "2016"
    assert sentence.told_before(2) is None
    assert (sentence.writes("2015", place), sentence.writes("2021", place)) == (True, False)


def test_values_in_one_row_without_a_sign_between_are_no_figures_of_a_sentence():
    assert [value.text for value in apart(quantities("漏损率14%12%10%，覆盖率80%"))] == ["80%"]
