from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.compose import compose
from assistant.questions import Scope
from assistant.records.subjects import named_industries, names, subjects_of
from tests.assistant.gathering import gathered, over, said
from tests.assistant.records.test_fitting import query


def test_parks_and_towns_are_subjects_and_the_region_itself_is_not() -> None:
    assert subjects_of(query("长三角科技城有几家企业")) == ("长三角科技城",)
    assert subjects_of(query("余新镇的任务")) == ("余新镇",)
    assert subjects_of(query("国家级高新区有几个")) == ()
    assert subjects_of(query("滨江高新区有几个", scopes=(Scope("滨江高新区", ("p",)),))) == ()
    assert subjects_of(query("国家高新技术企业有几家")) == ()
    assert subjects_of(query("有没有打算对镇街做考核")) == ()


def test_a_town_is_its_own_subject_without_the_region_before_it() -> None:
    nanhu = (Scope("南湖", ("p",)),)
    assert subjects_of(query("南湖余新镇的任务", scopes=nanhu)) == ("余新镇",)
    assert subjects_of(query("南湖区余新镇的任务", scopes=nanhu)) == ("余新镇",)


@pytest.mark.parametrize(
    ("told", "subject", "expected"),
    [
        ("推动长三角科技城一体化", "长三角科技城", True),
        ("青山湖科技城产值", "临安青山湖科技城", True),
        ("推动长三角科技城一体化", "秀湖科技城", False),
        ("建设新城", "秀洲新城", False),
        ("城西科创大走廊目标", "城西大走廊", True),
        ("城东科创大走廊目标", "城西大走廊", False),
    ],
)
def test_a_subject_is_named_in_full_or_without_its_region(told: str, subject: str, expected: bool) -> None:
    assert names(told, subject) == expected


def test_a_part_of_what_was_named_is_a_subject_by_its_kind_alone() -> None:
    assert subjects_of(query("杭州省级新型研发机构：其中大走廊要达到几家？")) == ("大走廊",)
    assert subjects_of(query("大走廊要达到几家？")) == ()


def test_a_place_may_stand_among_others_whose_kind_is_said_once() -> None:
    assert names("支持东山、青湾、建德等省级高新区发展", "青湾高新区")
    assert not names("支持东山、建德等省级高新区，青湾科技城", "青湾高新区")


def test_an_industry_is_a_subject_where_its_plan_has_a_heading_for_it(tmp_path: Path) -> None:
    plan = (
        "# 平湖市规划\n\n平湖市人民政府\n\n## 一、传统产业\n\n### 1. 箱包制造产业\n\n主要分布在新埭镇。\n\n"
        "### 2. 休闲食品产业\n\n截至2019年底，规上工业总产值46亿元。\n"
    )
    with over(tmp_path, 平湖=plan) as library:
        asked = gathered(library, "平湖箱包制造产业2019年规上工业总产值多少亿元")
        (plan_id,) = {scored.passage.plan_id for scored in asked.passages}
        assert named_industries(asked, plan_id) == ("箱包制造",)
        assert compose(asked).status is AnswerStatus.NOT_IN_PLANS
        other = compose(gathered(library, "平湖休闲食品产业2019年规上工业总产值多少亿元"))
        assert "46亿元" in said(other)


def test_a_firm_is_a_subject() -> None:
    assert subjects_of(query("海川集团2020年的营业收入是多少")) == ("海川集团",)
