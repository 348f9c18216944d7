from __future__ import annotations

import pytest

from assistant.understanding.listed import is_list, item, item_named, without_item

TASKS = "共3项：\n（一）壮大创新主体[1]\n（二）搭建创新平台[2]\n（三）集聚创新人才[3]"
VALUES = "共2项：\n规上企业研发投入：2025年目标 40亿元（表1）[1]\n技术交易额：2025年目标 90亿元（表1）[2]"
ARTICLES = "区科技局牵头的条款共2条：\n（三）奖励高新技术企业[1][2]\n（七）办好创新大赛[3][4]"
SENTENCES = "建立三级培育库[1]。\n推行“揭榜挂帅”制度[2]。"
DUTY = "“（三）奖励企业”由区科技局牵头，其他责任单位：区税务局、区财政局、区经信局[1]"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第二条具体怎么做？", 2),
        ("第三个呢", 3),
        ("那第 4 项谁牵头", 4),
        ("第二怎么做", 2),
        ("最后一个是什么", -1),
        ("最后那条谁负责", -1),
        ("第二产业增加值多少", None),
        ("第十四个五年规划", None),
        ("谁牵头", None),
    ],
)
def test_an_item_is_named_by_its_place(text: str, place: int | None) -> None:
    assert item_named(text) == place


@pytest.mark.parametrize(
    ("answer", "place", "said"),
    [
        (TASKS, 2, "搭建创新平台"),
        (TASKS, -1, "集聚创新人才"),
        (TASKS, 4, ""),
        (VALUES, 2, "技术交易额"),
        (ARTICLES, 3, "奖励高新技术企业"),
        (ARTICLES, 2, "办好创新大赛"),
        ("一是提质；二是招引；三是孵化。", 2, "招引"),
        ("企业提质工程、科技招引工程、孵化增效工程。", 2, "科技招引工程"),
        (SENTENCES, 2, "推行“揭榜挂帅”制度"),
        ("到2025年，企业达600家[1]", 2, ""),
    ],
)
def test_an_item_of_a_list_is_found_by_its_number_else_by_its_place(answer: str, place: int, said: str) -> None:
    assert item(answer, place) == said


def test_names_in_the_midst_of_a_sentence_are_no_list() -> None:
    assert item(DUTY, 2) == ""
    assert not is_list(DUTY)


@pytest.mark.parametrize(("answer", "listed"), [(TASKS, True), (ARTICLES, True), (SENTENCES, False), ("", False)])
def test_a_list_is_told_from_sentences(answer: str, listed: bool) -> None:
    assert is_list(answer) is listed


def test_what_names_an_item_can_be_left_out() -> None:
    assert without_item("第二条具体怎么做") == "具体怎么做"


def test_items_may_follow_a_colon_and_semicolons() -> None:
    assert item("改革、牵引；重点突破；数字赋能。", 3) == "数字赋能"
    assert item("分三项：一、政策保障；二、人才保障；三、金融保障。", 2) == "人才保障"


def test_the_last_of_several_names_follows_an_and() -> None:
    assert item("主要平台：云谷实验室、东湖研究院和南山中试基地", 3) == "南山中试基地"
