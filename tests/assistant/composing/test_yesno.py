from __future__ import annotations

from pathlib import Path

import pytest

from assistant.composing.yesno import check, doubled, stated
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def test_a_figure_that_the_plan_gives_is_confirmed(library: Library) -> None:
    draft = check(gathered(library, "南湖2025年国家高新技术企业是450家，对吗"))
    assert said(draft).startswith("对")
    assert quoted(draft, library) == ["创新主体 | 国家高新技术企业 | 家 | 212 | 450"]


def test_a_figure_that_differs_is_corrected_with_the_plans_own(library: Library) -> None:
    text = said(check(gathered(library, "南湖2025年国家高新技术企业是500家，对吗")))
    assert text.startswith("不对")
    assert "450家" in text
    assert "500" not in text


def test_the_right_figure_of_another_year_is_not_confirmed(library: Library) -> None:
    assert said(check(gathered(library, "南湖2020年国家高新技术企业是450家，对吧"))).startswith("不对")


def test_a_correction_is_of_the_asked_year(haining: Library) -> None:
    text = said(check(gathered(haining, "技术交易额2020年达到30亿元了，对吗")))
    assert "2020年 24亿元" in text
    assert "6亿元" not in text


def test_the_same_amount_in_another_unit_is_confirmed(library: Library) -> None:
    assert said(check(gathered(library, "嘉兴2025年技术交易额是0.06万亿元，对吗"))).startswith("对")


def test_a_stated_goal_is_checked_though_the_question_sounds_like_one_for_a_value(library: Library) -> None:
    assert said(stated(gathered(library, "南湖2025年国家高新技术企业目标是500家，是不是"))).startswith("不对")


@pytest.mark.parametrize(
    "text", ["南湖为什么2025年国家高新技术企业目标定500家", "南湖2025年国家高新技术企业有没有超过500家"]
)
def test_a_figure_taken_for_granted_is_set_right(library: Library, text: str) -> None:
    draft = stated(gathered(library, text))
    assert said(draft).startswith("不对")
    assert "450家" in said(draft)


def test_a_figure_rightly_taken_for_granted_is_no_answer_to_why(library: Library) -> None:
    assert stated(gathered(library, "南湖为什么2025年国家高新技术企业目标定450家")) is None


@pytest.mark.parametrize(
    "text",
    [
        "南湖2025年国家高新技术企业是多少家",
        "南湖有450家国家高新技术企业，2025年增加多少，是不是翻倍",
        "星火计划是10年，对吗",
    ],
)
def test_a_question_that_states_nothing_of_an_indicator_is_not_checked(library: Library, text: str) -> None:
    assert stated(gathered(library, text)) is None


def test_a_target_in_words_is_said_to_have_no_figure(library: Library) -> None:
    draft = check(gathered(library, "青年科学家集聚有具体数字吗"))
    assert "集聚青年科学家一批" in said(draft)
    assert "没有给出具体数值" in said(draft)
    assert len(quoted(draft, library)) == 1


def test_of_a_sentence_with_figures_of_other_things_the_clause_in_words_is_told(tmp_path: Path) -> None:
    plan = "# 桐乡市规划\n\n## 一、目标\n\n到2025年，企业研发投入达56亿元，基础研究占研发投入比例大幅提高。\n"
    with over(tmp_path, 桐乡=plan) as library:
        draft = check(gathered(library, "桐乡对基础研究占研发投入的比例定了具体数值吗"))
        assert "基础研究占研发投入比例大幅提高" in said(draft)
        assert "56亿元" not in said(draft)


def test_a_target_with_a_figure_is_not_said_to_have_none(library: Library) -> None:
    assert check(gathered(library, "海外工程师引进有具体数字吗")) is None


def test_doubling_is_checked_only_where_it_is_asked(library: Library) -> None:
    found = hits(gathered(library, "南湖国家高新技术企业2020年和2025年"))
    pair = tuple(next(h for h in found if h.indicator.value == value) for value in ("212", "450"))
    assert doubled(pair, "多多少") == []
    (claim,) = doubled(pair, "翻一番了吗")
    assert (claim.calculation.expression, claim.calculation.result) == ("212 × 2", "424")
    assert "没有" not in claim.text
    (back,) = doubled((pair[1], pair[0]), "倍增了吗")
    assert "没有" in back.text


def test_a_stated_sum_is_checked_against_the_figure_of_that_name(tmp_path: Path) -> None:
    text = (
        "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n## 一、基础\n\n"
        "2020年，加计扣除额达12亿元，高企所得税减免额达2.5亿元，加计扣除与高企所得税合计减免额达5.5亿元。\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        wrong = said(
            check(gathered(library, "桐乡2020年加计扣除12亿、高企所得税减免2.5亿，那合计减免额就是14.5亿元对吧？"))
        )
        right = said(check(gathered(library, "桐乡2020年合计减免额是5.5亿元对吧？")))
    assert wrong.startswith("不对")
    assert "5.5亿元" in wrong
    assert right.startswith("对，")


def test_a_year_with_goals_in_words_only_is_said_to_have_no_figures(tmp_path: Path) -> None:
    text = (
        "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n依据《桐乡市2035年远景目标纲要》编制。\n\n"
        "## 一、目标\n\n"
        "到2025年，国家高新技术企业达到300家。到2035年，建成全省领先的区域科创中心。\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        draft = check(gathered(library, "桐乡2035年的远景目标带量化指标吗"))
        given = check(gathered(library, "桐乡对2025年提了具体的数字指标吗？"))
    assert [claim.text for claim in draft.claims] == ["没有给出具体数值，只提出：到2035年，建成全省领先的区域科创中心"]
    assert given is None


def test_a_confirmed_figure_that_another_place_gives_otherwise_comes_with_both(library: Library) -> None:
    text = said(check(gathered(library, "南湖2025年技术交易额目标是98亿元，对吗")))
    assert text.startswith("对，")
    assert "90亿元" in text
    assert "不同数值" in text


def test_a_figure_of_a_year_that_has_none_is_not_corrected_with_another_years(library: Library) -> None:
    assert stated(gathered(library, "南湖2018年有效发明专利拥有量是100件，对吗")) is None


@pytest.mark.parametrize(("bound", "verdict"), [("超过400家", "对"), ("不低于450家", "对"), ("超过500家", "不对")])
def test_a_bound_is_kept_or_not(library: Library, bound: str, verdict: str) -> None:
    text = said(stated(gathered(library, f"南湖2025年国家高新技术企业目标是不是{bound}")))
    assert text.startswith(f"{verdict}，")
    assert "450家" in text


def test_a_figure_in_another_unit_gets_no_verdict(library: Library) -> None:
    assert stated(gathered(library, "南湖国家高新技术企业2025年目标是182.23%对吗")) is None


def test_a_figure_that_the_question_only_supposes_is_not_confirmed(haining: Library) -> None:
    assert stated(gathered(haining, "海宁2025年国家高新技术企业达到800家吗？")) is not None
    assert stated(gathered(haining, "如果海宁每年新增60家，2025年国家高新技术企业够到800家吗？")) is None


def test_a_total_is_no_addition(library: Library) -> None:
    text = said(check(gathered(library, "南湖2025年国家高新技术企业450家，是要新增450家的意思吗")))
    assert text.startswith("不是新增数")
    assert "2025年目标 450家" in text


def test_a_figure_of_another_year_is_set_right_by_that_of_the_asked_year(library: Library) -> None:
    text = said(stated(gathered(library, "南湖2025年国家高新技术企业的目标是212家，对不对")))
    assert text.startswith("不对")
    assert "450家" in text
