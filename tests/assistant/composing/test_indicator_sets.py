from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.composing.indicator_sets import only_one_sets
from ingest.library import Library
from tests.assistant.gathering import gathered, over

PLAN = """# {region}科技创新“十四五”规划

{region}人民政府

2021年9月3日

## 一、发展目标

{said}

表1 主要指标

| 指标名称 | 单位 | 2025年 |
|---|---|---|
| 国家高新技术企业 | 家 | {value} |
| {name} | 家 | 20 |
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    one = PLAN.format(region="平湖市", value=50, name="众创空间", said="到2025年，专精特新企业达到90家。")
    other = PLAN.format(region="桐乡市", value=70, name="专精特新企业", said="到2025年，全市创新体系更加完善。")
    with over(tmp_path_factory.mktemp("sets"), 平湖=one, 桐乡=other) as library:
        yield library


def lines(library: Library, text: str) -> list[str]:
    draft = only_one_sets(gathered(library, text))
    return [claim.text for claim in draft.claims] if draft else []


def test_a_goal_that_the_other_plan_names_nowhere_is_told_under_its_plan(two: Library) -> None:
    told = ["只有平湖的指标表列出：", "众创空间：2025年目标 20家"]
    assert lines(two, "平湖和桐乡的指标有哪些不同") == told
    assert lines(two, "平湖规划和桐乡规划的指标有哪些区别") == told


def test_only_the_plan_that_is_asked_for_is_told(two: Library) -> None:
    assert lines(two, "哪些指标只有平湖有、桐乡没有") == ["只有平湖的指标表列出：", "众创空间：2025年目标 20家"]
    assert lines(two, "哪些指标只有桐乡有、平湖没有") == []


@pytest.mark.parametrize("text", ["平湖的指标有哪些", "平湖和桐乡2025年国家高新技术企业相差多少"])
def test_other_questions_set_no_plans_against_each_other(two: Library, text: str) -> None:
    assert lines(two, text) == []
