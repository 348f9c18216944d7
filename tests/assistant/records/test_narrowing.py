from __future__ import annotations

from dataclasses import replace

from assistant.records.narrowing import narrower, of_the_place, said_apart
from tests.assistant.records.test_fitting import indicator


def test_a_field_that_the_question_names_narrows_a_name() -> None:
    wide, digital = indicator("领军人才"), indicator("数字经济领军人才")
    assert narrower([wide, digital], "数字经济领域要培育多少领军人才") == [digital]
    assert narrower([wide, digital], "要培育多少领军人才") == [wide, digital]


def test_other_fields_are_left_out_with_the_wider_name() -> None:
    wide, digital, green = (indicator(name) for name in ("领军人才", "数字经济领军人才", "绿色能源领军人才"))
    assert narrower([wide, digital, green], "数字经济领域要培育多少领军人才") == [digital]
    assert narrower([digital, green], "要培育多少领军人才") == [digital, green]


def test_a_name_may_be_said_in_two_its_field_first() -> None:
    text = "绿色能源这块要培育多少领军人才"
    assert said_apart("绿色能源领军人才", text, text)
    assert not said_apart("数字经济领军人才", text, text)
    assert not said_apart("绿色能源领军人才", "创业团队多少个", text)  # another part of the question
    assert not said_apart("绿色能源领军人才", "绿色能源领军人才多少", "绿色能源领军人才多少")  # said whole


def test_a_place_in_a_ranking_is_among_those_that_the_question_names() -> None:
    among = replace(indicator("创新指数位次"), role="rank", table="表3 嘉兴各区县创新指数")
    other = replace(among, table="表2 全省创新指数")
    assert narrower([among, other], "在嘉兴各区县里创新指数排第几") == [among]
    assert narrower([among, other], "创新指数排第几") == [among, other]


def test_a_places_own_figure_comes_before_its_regions() -> None:
    whole = replace(indicator("新型研发机构"), region="嘉兴市")
    own = replace(whole, region="嘉兴南湖科创大走廊", value="20")
    assert of_the_place([whole, own], ["科创大走廊"]) == [own]
    assert of_the_place([whole, own], []) == [whole, own]
    assert of_the_place([whole], ["科创大走廊"]) == [whole]
