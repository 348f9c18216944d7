from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus, Computed
from assistant.composing.change import over_years
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def computed(library: Library, text: str) -> dict[str, tuple[str, str]]:
    """Expression → result and unit of what is calculated for a question."""
    draft = over_years(gathered(library, text))
    found = [claim.calculation for claim in draft.claims if claim.calculation] if draft else []
    return {c.expression: (c.result, c.unit) for c in found if isinstance(c, Computed)}


def test_a_difference_is_the_later_value_less_the_earlier_one(library: Library) -> None:
    text = "南湖2025年国家高新技术企业比2020年多多少家"
    draft = over_years(gathered(library, text))
    assert draft is not None
    assert draft.status is AnswerStatus.ANSWERED
    assert computed(library, text) == {"450 − 212": ("238", "家")}
    assert "2020年 212家" in said(draft)
    assert "2025年目标 450家" in said(draft)
    assert quoted(draft, library) == ["创新主体 | 国家高新技术企业 | 家 | 212 | 450"]
    assert [(i.year, i.value) for i in draft.indicators] == [("2020", "212"), ("2025", "450")]


def test_the_order_of_naming_the_years_does_not_matter(library: Library) -> None:
    earlier_first = computed(library, "南湖国家高新技术企业从2020年到2025年增加多少家")
    assert earlier_first == {"450 − 212": ("238", "家")}


def test_growth_and_multiple_are_relative_to_the_earlier_year(library: Library) -> None:
    assert computed(library, "南湖有效发明专利2025年比2020年增长百分之几")["(6200 − 2860) ÷ 2860"] == ("116.78", "%")
    assert computed(library, "嘉兴技术交易额2025年是2020年的几倍")["600 ÷ 260"] == ("2.31", "倍")


def test_percentages_differ_by_points(library: Library) -> None:
    assert computed(library, "南湖研发投入占比2025年比2020年提高几个百分点") == {"3.8 − 3.1": ("0.7", "个百分点")}


def test_an_average_is_shared_out_over_the_years_between(library: Library) -> None:
    found = computed(library, "嘉兴国家高新技术企业2020年到2025年平均每年增加多少家")
    assert found["(5000 − 2100) ÷ 5"] == ("580", "家")


def test_of_two_indicators_that_grow_both_changes_are_told(library: Library) -> None:
    found = computed(library, "南湖从2020年到2025年，是国高企涨得快还是有效发明专利涨得快")
    assert {"(450 − 212) ÷ 212", "(6200 − 2860) ÷ 2860"} <= set(found)


def test_annual_growth_is_compound(library: Library) -> None:
    found = computed(library, "嘉兴国家高新技术企业2020年到2025年年均增长率多少")
    assert found["(5000 ÷ 2100)^(1/5) − 1"] == ("18.95", "%")


def test_a_goal_to_double_is_checked_against_twice_the_base(library: Library) -> None:
    text = "南湖国家高新技术企业2025年比2020年翻一番了吗"
    assert computed(library, text)["212 × 2"] == ("424", "家")
    assert "没有达到" not in said(over_years(gathered(library, text)))
    short = "南湖研发投入占比2025年比2020年翻一番了吗"
    assert "没有达到" in said(over_years(gathered(library, short)))


def test_which_year_is_higher_is_said(library: Library) -> None:
    text = said(over_years(gathered(library, "南湖国家高新技术企业2020年和2025年哪一个高")))
    assert "2025年（450家）高于2020年（212家）" in text


def test_the_plan_is_set_against_what_was_reached(haining: Library) -> None:
    ahead = computed(haining, "国家高新技术企业2020年完成值比规划目标多多少")
    assert ahead == {"420 − 300": ("120", "家")}
    behind = "科技型中小企业2020年完成值比规划目标少多少"
    assert computed(haining, behind) == {"860 − 900": ("-40", "家")}
    assert "规划目标 900家" in said(over_years(gathered(haining, behind)))
    assert (
        over_years(gathered(haining, "国家高新技术企业2020年的规划目标和完成值各是多少？")) is None
    )  # nothing to reckon


def test_a_table_and_the_text_give_one_value_each(haining: Library) -> None:
    draft = over_years(gathered(haining, "国家高新技术企业2025年比2020年多多少家"))
    assert "增加 380家" in said(draft)
    assert quoted(draft, haining) == [
        "创新主体 | 国家高新技术企业 | 家 | 120 | 300 | 420",
        "国家高新技术企业达到800家",
        "到2025年",
    ]


def test_no_other_years_stand_in_for_the_asked_ones(haining: Library) -> None:
    assert over_years(gathered(haining, "科技型中小企业2025年比2020年多多少家")) is None


@pytest.mark.parametrize(
    "text", ["南湖2025年国家高新技术企业是多少", "南湖和嘉兴2025年高企相差多少", "星火计划比2020年多多少"]
)
def test_without_a_change_of_one_indicator_there_is_no_answer(library: Library, text: str) -> None:
    assert over_years(gathered(library, text)) is None


def test_a_period_is_measured_from_the_year_before_it(haining: Library) -> None:
    grown = computed(haining, "海宁十三五期间国家高新技术企业增加了多少家")
    assert grown["420 − 120"] == ("300", "家")


def test_a_period_without_both_its_ends_is_not_replaced_by_other_years(library: Library) -> None:
    assert over_years(gathered(library, "南湖十二五期间国家高新技术企业增加了多少家")) is None


def test_the_words_of_calculating_do_not_hide_the_indicator(library: Library) -> None:
    found = computed(library, "南湖有效发明专利这五年还要再添多少件才达标，涨幅算一下")
    assert found == {"6200 − 2860": ("3340", "件"), "(6200 − 2860) ÷ 2860": ("116.78", "%")}


def test_every_indicator_that_is_named_has_its_change(library: Library) -> None:
    found = computed(library, "南湖国家高新技术企业和有效发明专利2025年各要比2020年增加多少")
    assert found == {"450 − 212": ("238", "家"), "6200 − 2860": ("3340", "件")}


def test_a_plan_is_measured_by_what_was_reached_in_its_last_year(haining: Library) -> None:
    found = computed(haining, "海宁国家高新技术企业“十三五”目标的完成率")
    assert found["420 ÷ 300"] == ("140", "%")


def test_a_named_table_gives_both_values(haining: Library) -> None:
    found = computed(haining, "海宁国家高新技术企业五年净增多少家，按表1算")
    assert found == {"420 − 120": ("300", "家")}


def test_a_clause_that_tells_both_values_is_shown_as_it_stands(tmp_path: Path) -> None:
    text = "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n## 一、基础\n\n" + (
        "2015年至2020年，软件业务收入由40亿元增至90亿元。\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        draft = over_years(gathered(library, "桐乡软件业务收入2020年比2015年增加多少亿元、增长多少"))
    assert draft is not None
    assert draft.claims[0].text == "2015年至2020年，软件业务收入由40亿元增至90亿元"
    assert [c.calculation.result for c in draft.claims[1:] if c.calculation] == ["125", "50"]


def test_values_of_different_names_are_said_to_be_so(tmp_path: Path) -> None:
    text = (
        "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n## 一、指标\n\n表1 完成情况\n\n"
        "| 指标 | 单位 | 2015年 | 2020年 |\n|---|---|---|---|\n| 科技型中小企业 | 家 | 100 | 300 |\n\n表2 目标\n\n"
        "| 指标 | 单位 | 2025年 |\n|---|---|---|\n| 省科技型中小企业 | 家 | 500 |\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        draft = over_years(gathered(library, "桐乡科技型中小企业五年要再增多少家"))
    assert [c.calculation.expression for c in draft.claims if c.calculation] == ["500 − 300"]
    assert "口径不一致" in said(draft)


def test_a_rank_that_grew_is_behind(wenzhou: Library) -> None:
    text = said(over_years(gathered(wenzhou, "温州科技产出指数2019年排第几，跟2018年比升了还是降了")))
    assert "位次下降：2018年（第4位）→2019年（第8位）" in text
    assert "下降 4位" in text


def test_what_is_points_apart_are_shares(tmp_path: Path) -> None:
    text = (
        "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n## 一、指标\n\n表1 指标\n\n"
        "| 指标 | 单位 | 2020年 | 2025年 |\n|---|---|---|---|\n| 高新产业增加值 | 亿元 | 100 | 180 |\n"
        "| 高新产业增加值占规上工业增加值比重 | % | 60 | 72.5 |\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        draft = over_years(gathered(library, "桐乡高新产业占规上工业比重2025年比2020年要提高几个百分点"))
    assert [c.calculation.result for c in draft.claims if c.calculation] == ["12.5"]


def test_a_yearly_share_of_a_difference_is_asked_in_everyday_words(library: Library) -> None:
    found = computed(library, "南湖国家高新技术企业从2020年到2025年平均每年要加几家")
    assert found["450 − 212"] == ("238", "家")
    assert any("÷ 5" in expression for expression in found)


def test_two_years_may_stand_under_two_names_of_one_concept(tmp_path: Path) -> None:
    text = """# 云溪区科技“十四五”规划

云溪区人民政府

## 一、现状

2020年，全社会研发经费支出相当于GDP的3.4%。

## 二、目标

表1 主要指标

| 指标名称 | 单位 | 2025年 |
|---|---|---|
| 全社会研发投入占GDP比重 | % | 4.0 |
"""
    with over(tmp_path, 云溪=text) as library:
        assert "上升 0.6个百分点" in said(over_years(gathered(library, "云溪2025年研发投入占GDP目标比2020年高多少")))
