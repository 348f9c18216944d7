from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.compose import compose
from assistant.composing.premise import asked_bound, holds, premise_checked
from ingest.library import Library
from ingest.notation.quantities import quantities
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

2020年，新申报高新技术企业121家，119家进入公示。重新申报的全部通过评审。风险池基金全年帮扶小微工厂12家。

港区孵化平台的空置率为26%，在孵企业占全市的48%。企业发明专利补助14000元，实用新型专利补助2000元。

2020年，开发区综合考核位列全国第42位。

当年5个分项指数的位次四升一降，其中科技产出指数位次下降5位。

## 二、发展目标

到2025年，全市国家高新技术企业达到600家以上。创新券继续推广应用。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pinghu"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("平湖新申报的高新技术企业都进入公示了吗", "不是全部"),
        ("平湖重新申报的全部通过评审了吗", "对"),
        ("平湖5个分项指数的位次是不是全都上升了", "不是全部"),
        ("平湖新申报的121家高新技术企业是不是全部进入了公示", "不是全部"),
        ("平湖风险池基金帮扶的小微工厂达到20家了吗", "不对"),
        ("平湖风险池基金帮扶的小微工厂有没有超过10家", "对"),
        ("平湖港区孵化平台的空置率超过一半了？", "不对"),
        ("平湖企业发明专利，一件补助2000元吗", "不对"),
        ("平湖开发区2020年综合考核位列进没进全国前40名", "不对"),
        ("平湖既然取消了创新券，企业怎么办", "规划没有写“取消”"),
    ],
)
def test_a_premise_is_set_right_by_the_sentence_that_decides(pinghu: Library, text: str, begins: str) -> None:
    assert said(compose(gathered(pinghu, text))).startswith(begins)


@pytest.mark.parametrize("text", ["平湖创新券怎么推广", "平湖风险池基金帮扶了多少家小微工厂", "平湖有没有量子大道"])
def test_a_question_without_a_premise_is_left_alone(pinghu: Library, text: str) -> None:
    assert premise_checked(gathered(pinghu, text)) is None


def test_what_is_reached_is_a_bound() -> None:
    (stated,) = quantities("达到20家了吗")
    bound = asked_bound(stated, "达到20家了吗")
    assert bound.comparator == ">="
    assert holds(bound, quantities("25家")[0])
    assert not holds(bound, quantities("12家")[0])
    assert asked_bound(stated, "目标是达到20家吗").comparator == "="


def test_a_sum_is_not_what_each_has_got(tmp_path: Path) -> None:
    plan = "# 平湖市工作总结\n\n## 一、平台\n\n对市内5家企业研究院一次性下达了4200万元的配套经费。\n"
    with over(tmp_path, 平湖=plan) as library:
        told = said(premise_checked(gathered(library, "平湖对企业研究院是每家下达4200万元配套经费吗")))
    assert told.startswith("不是每家")
    assert "5家" in told


TIERS = """# 平湖市科技创新规划

## 一、园区

推进东湾、西湾两个国家级高新区建设，支持北山、南山等省级高新区发展。
"""


def test_the_tier_of_a_place_is_set_right_where_several_share_it(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=TIERS) as library:
        assert said(compose(gathered(library, "平湖的北山高新区是国家级的吗"))).startswith("不是")
        assert said(compose(gathered(library, "平湖的北山高新区是省级的吗"))).startswith("对")


GRANTS = """# 平湖市科技政策

## 一、专利

每件海外发明专利补助14000元，每件海外外观设计补助2000元。
"""


def test_a_stated_figure_is_held_against_the_clause_that_says_most_of_the_question(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=GRANTS) as library:
        assert said(premise_checked(gathered(library, "平湖每件海外发明专利是补助2000元吗"))).startswith("不对")
        assert said(premise_checked(gathered(library, "平湖每件海外外观设计是补助2000元吗"))).startswith("对")


def test_a_figure_is_not_confirmed_for_longer_than_the_plan_tells_it(pinghu: Library) -> None:
    asked = "平湖风险池基金{}帮扶了12家小微工厂，对吗"
    assert said(premise_checked(gathered(pinghu, asked.format("全年")))).startswith("对")
    assert premise_checked(gathered(pinghu, asked.format("累计"))) is None


def test_nearly_a_half_is_not_denied(pinghu: Library) -> None:
    assert premise_checked(gathered(pinghu, "平湖港区孵化平台的在孵企业占全市一半吗")) is None
