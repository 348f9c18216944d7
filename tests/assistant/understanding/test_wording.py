from __future__ import annotations

import pytest

from assistant.understanding.wording import (
    CONFIRM,
    COUNT,
    DIMENSIONS,
    ITEM,
    UNIT,
    WANTS_NUMBER,
    asides_of,
    asked_for,
    bared,
    dimension_of,
    fold,
    unit_of,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("排第几", "位次"), ("最高补多少万元", "金额"), ("占百分之几", "比重"), ("引进多少万人", ""), ("有几家", "")],
)
def test_a_dimension_is_asked_for(text: str, expected: str) -> None:
    assert next((name for name, pattern in DIMENSIONS if pattern.search(text)), "") == expected


@pytest.mark.parametrize(("text", "asked"), [("多少家", True), ("达到什么水平", True), ("怎么建设", False)])
def test_a_number_is_wanted_or_not(text: str, asked: bool) -> None:
    assert bool(WANTS_NUMBER.search(text)) == asked


def test_unit_count_and_item_are_read() -> None:
    assert UNIT.search("引进多少名工程师")["unit"] == "名"
    assert COUNT.search("哪三大任务")[1] == "三"
    assert ITEM.search("第 2 条怎么说")[1] == "2"
    assert COUNT.search("三地的目标") is None


def test_a_usual_slip_of_the_pen_is_mended() -> None:
    assert fold("有那些方面") == "有哪些方面"
    assert fold("那些方面") == "那些方面"


def test_what_is_said_to_be_few_is_not_asked_for() -> None:
    assert "几" not in fold("手上就几个专利")
    assert "几" not in fold("只有几项专利，一个月好几万")
    assert "几个" in fold("有几个专利")


def test_an_amount_is_asked_for_in_one_way() -> None:
    assert fold("要做到多少个亿") == "要做到多少亿"
    assert fold("要引进多少个人") == "要引进多少个人"


def test_tables_that_are_spoken_of_are_no_unit() -> None:
    assert unit_of("我翻了规划里几张表，到底多少家") == "家"


def test_without_the_words_of_asking_the_topic_is_left() -> None:
    assert bared("请问创新券最高是多少？") == "创新券最高"
    assert bared("哪八类重点发展产品") == "重点发展产品"
    assert bared("数据专区分几类，都叫什么") == "数据专区"


def test_every_ten_thousand_is_written_in_one_way() -> None:
    assert fold("每1万就业人员里") == fold("每一万就业人员里") == "每万就业人员里"
    assert fold("每1万元补多少") == "每1万元补多少"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("租房补贴多少？", "租金补助"),
        ("每月发多少", "每月500元"),
        ("封顶多少", "最高不超过20万元"),
        ("领几年？", "连续5年"),
        ("什么时候申报", "每年3月"),
        ("为什么要建", "为加快转型"),
        ("谁来验收？", "由市科技局组织验收"),
        ("多久评估一次", "每年评估"),
        ("给每家降价多少", "价格下降15%"),
    ],
)
def test_what_is_asked_for_must_be_named(text: str, told: str) -> None:
    patterns = asked_for(text)
    assert patterns
    assert all(pattern.search(told) for pattern in patterns)
    assert not all(pattern.search("支持企业发展") for pattern in patterns)


@pytest.mark.parametrize("text", ["分别补助多少", "财政补贴多少", "两边的数为什么对不上"])
def test_words_that_name_nothing_ask_for_nothing_by_name(text: str) -> None:
    assert asked_for(text) == []


def test_which_is_typed_with_either_letter() -> None:
    assert fold("传统产业有那几个") == "传统产业有哪几个"
    assert fold("就那几个") == "就那数个"


def test_where_a_town_is_asked_for_one_is_named() -> None:
    (told,) = asked_for("实验室选在哪个镇")
    assert told.search("落户青石镇")
    assert not told.search("落户高校")


def test_the_clauses_that_tell_who_asks_are_asides() -> None:
    assert asides_of("我们公司是高企，研发投入大，怎么补？") == ["我们公司是高企，"]
    assert asides_of("我们能享受什么？") == []


def test_our_country_is_no_one_who_asks() -> None:
    assert asides_of("我国5级以上地震，1996年多少次？") == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("只说大走廊，目标多少家", "大走廊，目标多少家"),
        ("目标多少家？只要大走廊自己的，", "目标多少家？大走廊自己的，"),
        ("猎头公司想了解：人才多少名", "人才多少名"),
        ("只有两家的怎么办", "只有两家的怎么办"),
    ],
)
def test_who_asks_and_that_only_one_thing_is_meant_are_no_part_of_a_question(text: str, read: str) -> None:
    assert fold(text) == read


def test_what_the_asker_knows_is_not_asked() -> None:
    assert fold("科技城2025年产值要达到多少亿？2020年504.79亿我知道") == "科技城2025年产值要达到多少亿？"
    assert fold("创新指数得了多少分？我只查到了名次") == "创新指数得了多少分？"


def test_everyday_money_is_money() -> None:
    assert fold("每亩补500块钱吗") == "每亩补500元吗"
    assert fold("这一块地") == "这一块地"


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("我们公司做传感器，有什么补贴", ["我们公司做传感器，"]),
        ("我们临安高新技术产业增加值，2025年目标多少", []),
    ],
)
def test_only_a_clause_that_says_what_someone_does_is_an_aside(text: str, asides: list[str]) -> None:
    assert asides_of(text) == asides


def test_a_value_and_its_rank_are_asked_for_at_once() -> None:
    assert dimension_of("强度和排名都要") == ""
    assert dimension_of("强度排名多少") == "位次"


def test_a_number_of_things_that_are_asked_for_is_no_claim() -> None:
    assert not CONFIRM.search("是哪5家？")
    assert CONFIRM.search("目标是600家？")


def test_what_a_story_tells_is_not_asked_for_by_name() -> None:
    assert not any(told.search("电话") for told in asked_for("打了几个电话都没人管。这个奖励是多少？"))
