from __future__ import annotations

import pytest

from assistant.understanding.mentions import Titles

LOADED = {
    "six": "中华人民共和国国民经济和社会发展第六个五年计划",
    "nine": "国民经济和社会发展“九五”计划和2010年远景目标纲要",
    "data": "平湖市公共数据管理办法",
    "check": "国土空间规划城市体检评估规程",
    "guide": "市级国土空间总体规划编制指南（试行）",
    "reply": "国务院关于平湖新区总体规划的批复",
    "media": "国务院办公厅关于推进政务新媒体健康有序发展的意见",
}


def named(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[m.start : m.end], m.plan_ids) for m in Titles(LOADED.items(), {}).mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("九五纲要里2000年的目标", [("九五纲要", ("nine",))]),
        ("“六五”计划要求1985年达到多少", [("六五”计划", ("six",))]),
        ("第六个五年计划里说的人口", [("第六个五年计划", ("six",))]),
        ("六五计划和九五计划有啥不同", [("六五计划", ("six",)), ("九五计划", ("nine",))]),
        ("平湖那个公共数据办法管不管我们", [("平湖那个公共数据办法", ("data",))]),
        ("国土空间规划城市体检评估规程有几章", [("国土空间规划城市体检评估规程", ("check",))]),
        ("市级总规编制指南里的都市圈", [("市级总规编制指南", ("guide",))]),
        ("国务院批复怎么说高楼", [("国务院批复", ("reply",))]),
        ("国办关于政务新媒体的意见：能开几个账号", [("关于政务新媒体的意见", ("media",))]),
    ],
)
def test_a_plan_is_named_by_words_of_its_title_before_a_word_for_its_kind(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    ["七五计划的粮食产量", "支持企业的政策有哪些", "实施科技企业双倍增计划", "有什么意见", "公共数据怎么开放", "规划"],
)
def test_a_word_for_a_kind_alone_or_after_other_words_names_no_plan(text: str) -> None:
    assert named(text) == []


def test_a_name_that_fits_several_plans_stands_for_all_of_them() -> None:
    loaded = {"a": "南湖区科技创新规划", "b": "秀洲区科技创新规划", "c": "嘉兴市养老服务规划", "d": "嘉兴市交通规划"}
    (mention,) = Titles(loaded.items(), {}).mentions("科技创新规划里写了啥")
    assert set(mention.plan_ids) == {"a", "b"}


def test_without_plans_nothing_is_named() -> None:
    assert Titles([], {}).mentions("九五纲要里的目标") == ()


def test_a_document_called_just_that_is_known_by_many_words_of_its_title() -> None:
    assert named("推进政务新媒体健康有序发展那个文件") == [("推进政务新媒体健康有序发展那个文件", ("media",))]
    assert named("数据文件") == []


def test_a_place_is_part_of_the_name_of_a_plan_only_where_its_title_has_it() -> None:
    titles = Titles([("p", "平湖市生态修复规划")], {})
    (own,) = titles.mentions("平湖市生态修复规划里的目标")
    (other,) = titles.mentions("天津市生态修复规划里的目标")
    assert titles.hold(own, (0, 3, "平湖"))
    assert not titles.hold(other, (0, 3, "天津"))


@pytest.mark.parametrize("written", ["平政发〔2018〕12号", "平政发[2018]12号", "〔2018〕12号"])
def test_a_plan_is_named_by_its_number(written: str) -> None:
    titles = Titles(
        [("p", "平湖市数据管理办法"), ("q", "平湖市数据管理细则")],
        {"p": "平政发〔2018〕12号", "q": "平政发〔2018〕13号"},
    )
    (mention,) = titles.mentions(f"{written}里要把好哪五关")
    assert mention.plan_ids == ("p",)
