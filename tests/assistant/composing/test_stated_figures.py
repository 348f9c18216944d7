from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.stated_figures import stated
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def test_a_figure_that_the_plan_gives_is_confirmed(library: Library) -> None:
    draft = stated(gathered(library, "南湖2025年国家高新技术企业是450家，对吗"))
    assert said(draft).startswith("对")
    assert quoted(draft, library) == ["创新主体 | 国家高新技术企业 | 家 | 212 | 450"]


@pytest.mark.parametrize("asked", ["是500家，对吗", "目标是500家，是不是"])
def test_a_figure_that_differs_is_corrected_with_the_plans_own(library: Library, asked: str) -> None:
    text = said(stated(gathered(library, f"南湖2025年国家高新技术企业{asked}")))
    assert text.startswith("不对")
    assert "450家" in text
    assert "500" not in text


def test_the_right_figure_of_another_year_is_not_confirmed(library: Library) -> None:
    assert said(stated(gathered(library, "南湖2020年国家高新技术企业是450家，对吧"))).startswith("不对")


def test_a_correction_is_of_the_asked_year(haining: Library) -> None:
    text = said(stated(gathered(haining, "技术交易额2020年达到30亿元了，对吗")))
    assert "2020年 24亿元" in text
    assert "6亿元" not in text


def test_the_same_amount_in_another_unit_is_confirmed(library: Library) -> None:
    assert said(stated(gathered(library, "嘉兴2025年技术交易额是0.06万亿元，对吗"))).startswith("对")


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


def test_a_stated_sum_is_checked_against_the_figure_of_that_name(tmp_path: Path) -> None:
    text = (
        "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n## 一、基础\n\n"
        "2020年，加计扣除额达12亿元，高企所得税减免额达2.5亿元，加计扣除与高企所得税合计减免额达5.5亿元。\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        wrong = said(
            stated(gathered(library, "桐乡2020年加计扣除12亿、高企所得税减免2.5亿，那合计减免额就是14.5亿元对吧？"))
        )
        right = said(stated(gathered(library, "桐乡2020年合计减免额是5.5亿元对吧？")))
    assert wrong.startswith("不对")
    assert "5.5亿元" in wrong
    assert right.startswith("对，")


def test_a_confirmed_figure_that_another_place_gives_otherwise_comes_with_both(library: Library) -> None:
    text = said(stated(gathered(library, "南湖2025年技术交易额目标是98亿元，对吗")))
    assert text.startswith("对，")
    assert "90亿元" in text
    assert "不同数值" in text


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
    text = said(stated(gathered(library, "南湖2025年国家高新技术企业450家，是要新增450家的意思吗")))
    assert text.startswith("不是新增数")
    assert "2025年目标 450家" in text


def test_a_figure_of_another_year_is_set_right_by_that_of_the_asked_year(library: Library) -> None:
    text = said(stated(gathered(library, "南湖2025年国家高新技术企业的目标是212家，对不对")))
    assert re.match("不对.*450家", text)


def test_a_figure_of_a_year_that_has_none_is_not_corrected_with_another_years(library: Library) -> None:
    draft = stated(gathered(library, "南湖2018年有效发明专利拥有量是100件，对吗"))
    assert draft is not None
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "没有给出2018年" in said(draft)


PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

完成风险池基金贷款企业20家，贷款额度5200万元。累计共完成风险池基金贷款企业50家，贷款额度13800万元。
2020年，企业研发费用28.5亿元，绝对值居全市第5位，同比增长34.6%，增幅居全市第2位。
2020年，新申报高新技术企业121家。

## 二、发展目标

到2025年，高技术制造业增加值占工业增加值的比重达到70%，高新产业增加值占工业增加值比重达到90%。
到2025年，企业研发投入达到56亿元，每年引进科技领军人才70名。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("stated"), 平湖=PLAN) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "begins", "told"),
    [
        ("平湖2025年高技术制造业增加值占工业增加值要达到90%，对不对", "不对", "70%"),
        ("平湖2025年企业研发投入是65亿吧？", "不对", "56亿元"),
        ("平湖科技领军人才70名，是到2025年一共引进70名的意思吧", "不是累计数", "每年的数"),
        ("平湖企业研发费用28.5亿元，增幅是排全市第5吗", "不对", "第2位"),
        ("平湖企业研发投入是每年56亿元，对吗", "不对", "2025年"),
        ("平湖累计50家企业拿到风险池基金贷款，额度是5200万元，对吗", "不对", "13800万元"),
    ],
)
def test_a_claim_is_held_against_what_is_named(pinghu: Library, text: str, begins: str, told: str) -> None:
    answer = said(stated(gathered(pinghu, text)))
    assert answer.startswith(begins)
    assert told in answer


@pytest.mark.parametrize(
    "text",
    [
        "平湖那70名科技领军人才的安家费要省里也出吗",  # the figure only says which
        "平湖2020年新申报高新技术企业有173家吧",  # of what was applied for nothing else is a measure
        "平湖企业研发费用28.5亿元，放在全市各县里面看是不是排在头名的位置",  # more is claimed than the figure
    ],
)
def test_a_figure_that_is_not_all_of_the_claim_gets_no_verdict(pinghu: Library, text: str) -> None:
    draft = stated(gathered(pinghu, text))
    assert draft is None or "121家" in said(draft)


RANKS = """# 嘉兴市科技创新规划

嘉兴市人民政府

## 一、基础

表1 各县市创新指数位次情况

| 地区 | 2018年创新指数位次 | 2019年创新指数位次 | 创新指数位次变动 |
|---|---|---|---|
| 桐乡市 | 12 | 42 | -30 |
| 海盐县 | 30 | 22 | 8 |
"""


def test_a_change_is_confirmed_where_the_plan_states_it(tmp_path: Path) -> None:
    with over(tmp_path, 嘉兴=RANKS) as opened:
        text = said(stated(gathered(opened, "桐乡2018到2019年创新指数位次是不是掉了整整30位")))
    assert text.startswith("对")
    assert "下降 30位" in text
