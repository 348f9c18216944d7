"""Sentences give records with the year, region and scope that they speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.facts.conflicts import conflicts
from ingest.facts.horizon import horizon
from ingest.facts.indicators_text import from_sentences
from tests.ingest.small_plans import plan


def records(*paragraphs: str, **about):
    made = plan(*paragraphs, **about)
    return list(from_sentences(made, horizon(made)))


def told(*paragraphs: str, **about) -> list[tuple[str, ...]]:
    return [
        (one.name, one.year, one.role, one.comparator, one.value, one.unit) for one in records(*paragraphs, **about)
    ]


def test_a_goal_holds_for_the_sentence_and_what_follows():
    assert told("到2025年，企业数达600家以上，新增上市企业5家。投入达56亿元。") == [
        ("企业数", "2025", "target", ">=", "600", "家"),
        ("新增上市企业", "2025", "target", "=", "5", "家"),
        ("投入", "2025", "target", "=", "56", "亿元"),
    ]


def test_a_year_beside_a_number_is_its_year():
    assert told("高企从2015年81家，增长到2020年347家。") == [
        ("高企", "2015", "actual", "=", "81", "家"),
        ("高企", "2020", "actual", "=", "347", "家"),
    ]


def test_a_stretch_gives_both_its_ends():
    assert told("自2015年至2020年，高新企业从1979家增加到7711家，增长近3倍。") == [
        ("高新企业", "2015", "actual", "=", "1979", "家"),
        ("高新企业", "2020", "actual", "=", "7711", "家"),
        ("高新企业", "2015-2020", "growth", "~", "3", "倍"),
    ]


def test_a_year_in_brackets_after_the_number_wins():
    assert told("2020年，经费达26.92亿元，强度达3.5%（2019年数据）。")[1][1] == "2019"


def test_a_bare_growth_belongs_to_the_figure_before():
    found = told("2020年，优惠企业456家，同比增长39.02%，加计扣除额20亿元。")
    assert found[1] == ("优惠企业", "2020", "growth", "=", "39.02", "%")


def test_a_planned_growth_is_a_target_with_the_growth_in_its_name():
    (one,) = records("科技投入年均增长15%以上。", heading="发展目标")
    assert (one.name, one.year, one.role, one.comparator) == ("科技投入年均增长", "2021-2025", "target", ">=")


def test_ranks_say_among_whom():
    found = records("2019年创新指数为151.5，全省排名第22位，位居杭州市第5位。")
    assert [(one.role, one.value, one.nature) for one in found] == [
        ("actual", "151.5", ""),
        ("rank", "22", "全省"),
        ("rank", "5", "杭州市"),
    ]


def test_the_verb_at_the_head_of_a_list_holds_for_the_list():
    found = records(
        "2020年共新增国高企278家，省科技企业613家、农业企业7家。2020年新增中心36家、平台57家，总面积达20万方。"
    )
    assert [one.nature for one in found] == ["新增", "新增", "新增", "新增", "新增", ""]


def test_every_year_is_kept_through_a_list():
    found = records("每年新认定高企1000家以上、培育科技企业2000家以上。", heading="发展目标")
    assert [one.nature for one in found] == ["每年、新认定", "每年"]


def test_the_subject_of_a_sentence_is_its_region_until_another_takes_over():
    found = records("2020年，青山湖科技城实现产值504亿元。其中高企128家。全区高企347家。")
    assert [one.region for one in found] == ["青山湖科技城", "青山湖科技城", "临安区"]


def test_the_region_above_is_not_taken_for_the_subject():
    found = records("2020年，浙江省科技型中小企业613家，全市农业企业5家。")
    assert [one.region for one in found] == ["临安区", "杭州市"]


def test_months_and_now_are_kept():
    found = records("2020年1~11月，增加值120.73亿元。截止目前，全区拥有高企347家。", heading="发展现状")
    assert [(one.year, one.nature) for one in found] == [("2020", "1-11月"), ("2020", "目前")]


def test_a_year_inside_a_name_sets_no_time():
    (one,) = records("2020年完成准备。申报2021年度重点项目6个。")
    assert one.year == "2020"


def test_what_a_size_is_the_size_of_is_in_the_name():
    assert told("到2025年，设立总规模为1000亿元的创新基金。")[0][0] == "创新基金总规模"


def test_a_noun_after_the_number_is_what_it_counts():
    assert [one[0] for one in told("2020年全球布局21个千里马驿站，设立2个海外人才基地。")] == [
        "千里马驿站",
        "海外人才基地",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "对投资2亿元以上的项目给予5000万元资助。",
        "在五个工作日内予以答复，有效期2年。",
        "坚持三个原则，推进四个方面工作。",
        "根据国发〔2018〕38号文件，自2020年6月15日起施行。",
        "每家不低于60万元。",
        "实现倍增，“六倍增”工程。",
        "围绕杭州13个区（县、市）展开。",
    ],
)
def test_conditions_lengths_of_time_and_names_are_no_figures(sentence):
    assert records(sentence) == []


def test_the_quote_is_the_clause_as_it_stands():
    (one,) = records("坚持创新，到2025年，企业数达600家以上，前景广阔。")
    assert one.quote == "企业数达600家以上"
    (two,) = records("2020年，企业数达600家。")
    assert two.quote == "2020年，企业数达600家"


PIECES = st.sampled_from(
    [
        "到2025年",
        "2020年",
        "截止目前",
        "“十四五”末",
        "1~11月",
        "自2015年至2020年",
        "全区",
        "全市",
        "临安区",
        "青山湖科技城",
        "新增",
        "每年",
        "国高企",
        "发明专利",
        "占比",
        "同比增长",
        "从",
        "增加到",
        "其中",
        "600家",
        "12%",
        "80家以上",
        "3.42%",
        "第22位",
        "1-2家",
        "5万人",
        "百分之四点一",
        "（2019年数据）",
        "（",
        "）",
        "分别",
        "达到",
        "的",
        "，",
        "、",
        "。",
        "；",
        "等",
        "“",
        "”",
        "排名",
        "升",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_sentence_is_too_odd(sentence):
    made = plan(sentence or "空")
    found = list(from_sentences(made, horizon(made)))
    assert all(made.quote(one.span) == one.quote and one.quote for one in found)
    assert all(1 < len(one.name) < 80 for one in found)
    assert all(one.left != one.right for one in conflicts(found))


def test_a_goal_for_a_further_year_has_the_name_before_it():
    for reaches in ("达", "为", "达到"):
        further = told(f"到2025年，高新企业达到600家，2030年{reaches}1000家。")[1]
        assert further == ("高新企业", "2030", "target", "=", "1000", "家")
