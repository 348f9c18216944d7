from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.places import by_document, by_place, differing_names
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

表1 “十三五”科技指标完成情况

| 指标名称 | 单位 | 2015年 | 2020年 |
|---|---|---|---|
| 技术交易额 | 亿元 | 6 | 24.3 |
| 每万人有效发明专利拥有量 | 件 | 12 | 40 |

## 二、发展目标

到2025年，创新团队达到30支，每万名从业人员中研发人员100人以上。

表2 “十四五”科技指标

| 指标名称 | 单位 | 2020年 | 2025年 |
|---|---|---|---|
| 技术交易总额 | 亿元 | 24 | 60 |
| 创新团队数量 | 支 | 12 | 30 |
| 每万人高价值发明专利拥有量 | 件 | 18 | 30 |

## 三、重点任务

（一）建设平台

谋划滨海量子测量装置、海上风电试验平台，建设浙北材料中心等创新载体。

专栏1 人才行动

创新团队新培育30支，引进青年博士200名。谋划浙北先进材料中心、滨海量子测量装置等项目。
"""
REPORT = """平湖科技加速跑

近日，记者从平湖市科技局获悉。

2020年，平湖市科技局开展摸底，全市共有在孵企业210家，另有孵化载体12家。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pinghu"), 平湖=PLAN) as library:
        yield library


def test_the_rows_of_two_named_tables_are_set_side_by_side(pinghu: Library) -> None:
    draft = by_place(gathered(pinghu, "2020年平湖技术交易额，表1和表2登的是不是同一个数？"))
    assert draft is not None
    assert draft.status is AnswerStatus.ANSWERED
    first, second = draft.claims
    assert "24.3亿元" in first.text
    assert "表1" in first.text
    assert "24亿元" in second.text
    assert "表2" in second.text
    assert quoted(draft, pinghu) == ["技术交易额 | 亿元 | 6 | 24.3", "技术交易总额 | 亿元 | 24 | 60"]


def test_a_table_and_a_box_are_set_side_by_side(pinghu: Library) -> None:
    text = said(by_place(gathered(pinghu, "创新团队那个指标，平湖表2和专栏1的口径一样吗？")))
    assert "12支" in text
    assert "创新团队新培育30支" in text


def test_two_tables_without_numbers_are_the_two_that_tell_of_it(pinghu: Library) -> None:
    text = said(by_place(gathered(pinghu, "同是2020年每万人发明专利，平湖两张表怎么差了一倍多？")))
    assert "每万人有效发明专利拥有量：2020年 40件" in text
    assert "每万人高价值发明专利拥有量：2020年 18件" in text


def test_one_named_place_is_set_against_nothing(pinghu: Library) -> None:
    assert by_place(gathered(pinghu, "平湖表1的技术交易额是多少")) is None
    assert by_place(gathered(pinghu, "平湖表1和表2的技术交易额")) is None


def test_what_only_one_of_two_places_tells_of_has_no_sides(pinghu: Library) -> None:
    assert by_place(gathered(pinghu, "平湖青年博士引进数，表1和专栏1一样吗")) is None


def test_two_names_of_one_thing_are_shown_where_they_stand(pinghu: Library) -> None:
    draft = differing_names(gathered(pinghu, "平湖那个浙北材料中心，规划前后叫法统一吗？"))
    text = said(draft)
    assert "浙北材料中心" in text
    assert "浙北先进材料中心" in text
    assert len(draft.claims) == 2


def test_names_are_compared_only_where_that_is_asked(pinghu: Library) -> None:
    assert differing_names(gathered(pinghu, "平湖浙北材料中心怎么建设")) is None


def test_the_plan_and_the_report_are_set_side_by_side(tmp_path: object) -> None:
    plan = PLAN.replace("谋划滨海", "全市拥有孵化载体11家。谋划滨海")
    with over(tmp_path, 平湖=plan, 报道=REPORT) as library:
        draft = by_document(gathered(library, "平湖孵化载体，规划和新闻的家数对不上，各是多少"))
    text = said(draft)
    assert "孵化载体11家" in text
    assert "孵化载体12家" in text


def test_a_plan_and_a_report_have_their_say_whatever_the_kind_of_question(tmp_path: Path) -> None:
    plan = PLAN.replace("谋划滨海", "全市拥有孵化载体11家。谋划滨海")
    with over(tmp_path, 平湖=plan, 报道=REPORT) as library:
        text = said(by_place(gathered(library, "平湖孵化载体多少家，规划和新闻说的一样吗")))
    assert "11家" in text
    assert "12家" in text


def test_in_the_text_the_figure_of_the_very_indicator_comes_first(tmp_path: Path) -> None:
    plan = PLAN.replace(
        "到2025年，创新团队",
        "孵化载体促成的技术交易额2亿元，占技术交易额的比重提高。2020年，全市技术交易额达到25亿元。到2025年，创新团队",
    )
    with over(tmp_path, 平湖市科技规划=plan) as library:
        text = said(by_place(gathered(library, "平湖2020年技术交易额，表1和正文写的一样吗")))
    assert "24.3" in text
    assert "25亿元" in text
