from __future__ import annotations

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.compose import compose
from assistant.composing.items import asked_items
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said
from tests.assistant.records.test_numbered_items import RULES

HAIYAN = """# 海盐县节水办法

## 一、总体要求

推广节水器具，鼓励使用新材料。
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return over(tmp_path_factory.mktemp("asked"), 平湖=RULES, 海盐=HAIYAN)


@pytest.mark.parametrize(
    ("question", "expected", "other"),
    [
        ("平湖申请电量奖励要准备什么材料？", ["共3项", "奖励申请表", "营业执照复印件", "真实性承诺函"], "产权"),
        ("平湖的屋顶补贴要交哪些材料", ["共2项", "房屋产权证明", "屋顶租赁协议"], "承诺函"),
        ("平湖的光伏办法支持哪几类项目", ["共2项", "厂房光伏", "校园光伏"], "申请表"),
    ],
)
def test_the_list_of_what_is_asked_for(plans: Library, question: str, expected: list[str], other: str) -> None:
    text = said(compose(gathered(plans, question)))
    assert [word for word in expected if word not in text] == []
    assert other not in text


def test_a_list_of_another_kind_is_no_answer(plans: Library) -> None:
    assert asked_items(gathered(plans, "平湖的电量奖励有哪些条件")) is None


def test_the_materials_that_no_plan_lists_are_refused(plans: Library) -> None:
    draft = compose(gathered(plans, "海盐的节水奖励要交哪些材料"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS


def test_what_is_not_paid_must_be_denied_where_it_is_answered(plans: Library) -> None:
    draft = compose(gathered(plans, "平湖的屋顶光伏哪些情形不予奖励"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
