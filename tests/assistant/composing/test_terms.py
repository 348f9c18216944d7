from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.terms import unexplained, unknown
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def test_a_term_that_is_only_used_is_said_to_be_unexplained(library: Library) -> None:
    draft = unexplained(gathered(library, "“双进双促”是什么"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "双进双促" in said(draft)
    assert quoted(draft, library) == ["落实“双进双促”要求，优化人才服务。"]


@pytest.mark.parametrize(
    "text",
    [
        "“一核两翼”分别指什么",  # explained where it stands
        "“三级培育库”是什么",  # a list leads up to it
        "“千里马”指什么",  # no plan uses it
        "南湖人才服务怎么优化",  # no term is asked about
    ],
)
def test_what_is_explained_unused_or_not_asked_is_answered_otherwise(library: Library, text: str) -> None:
    assert unexplained(gathered(library, text)) is None


def test_a_chapter_in_words_that_no_plan_has_is_refused(library: Library) -> None:
    assert unknown(gathered(library, "南湖规划第六节“量子组网”是怎么写的")).status is AnswerStatus.NOT_IN_PLANS
    assert unknown(gathered(library, "南湖规划第二节“搭建创新平台”是怎么写的")) is None


def test_a_year_that_no_plan_speaks_of_is_refused(library: Library) -> None:
    assert unknown(gathered(library, "南湖1998年怎么培育企业")).status is AnswerStatus.NOT_IN_PLANS
    assert unknown(gathered(library, "南湖2023年怎么培育企业")) is None  # within its period
    assert unknown(gathered(library, "南湖2020年怎么培育企业")) is None


def test_a_verb_before_a_word_for_firms_is_no_kind_of_firms(library: Library) -> None:
    assert unknown(gathered(library, "南湖帮过企业几家，技术交易额多少")) is None


def test_the_digits_of_a_code_are_not_explained_where_it_is_only_used(tmp_path: Path) -> None:
    used = "深化建设“1+2+6”科创平台体系，机构达到40家。"
    with over(tmp_path, 平湖=f"# 平湖市科技创新规划\n\n## 一、平台\n\n{used}\n") as library:
        draft = unexplained(gathered(library, "平湖“1+2+6”科创平台体系里的1、2、6各是指哪些平台"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS


def test_a_count_of_things_that_follow_is_no_term(tmp_path: Path) -> None:
    told = "逐步形成七个经济区域。\n\n1．东部地区\n\n2．西部地区\n"
    with over(tmp_path, 平湖=f"# 平湖市规划\n\n## 一、区域\n\n{told}") as library:
        assert unexplained(gathered(library, "平湖规划逐步形成七个经济区域，是哪七个？")) is None


def test_a_number_by_a_name_that_no_plan_has_is_refused(library: Library) -> None:
    assert unknown(gathered(library, "南湖的返投比例要求是几倍")).status is AnswerStatus.NOT_IN_PLANS
    assert unknown(gathered(library, "南湖的企业返投本地的比例是多少")).status is AnswerStatus.NOT_IN_PLANS
    assert unknown(gathered(library, "南湖国家高新技术企业的目标是多少家")) is None


def test_a_year_of_another_regions_plan_is_not_beyond_all(wenzhou: Library) -> None:
    assert unknown(gathered(wenzhou, "瓯海2019年的研发投入强度比2018年提高了吗")) is None


def test_a_kind_of_things_matters_only_where_its_number_is_asked_for(library: Library) -> None:
    assert unknown(gathered(library, "南湖最怕医院拖欠药款，技术交易额多少")) is None
    assert unknown(gathered(library, "南湖独角兽企业有多少家")) is not None


def test_those_of_a_name_that_no_plan_has_are_refused(library: Library) -> None:
    assert unknown(gathered(library, "南湖对“五小虎”企业写了什么专项补贴")).status is AnswerStatus.NOT_IN_PLANS
    assert unknown(gathered(library, "南湖“双进双促”行动有哪些要求")) is None
