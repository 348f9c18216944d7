"""Divisions are recognised by full and short name, and common words are not taken for places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.notation.regions import region_named, regions_in, self_named


@pytest.mark.parametrize(
    ("text", "within", "expected"),
    [
        ("杭州市临安区“十四五”规划", (), ["杭州市临安区=临安区"]),
        ("临安 高企 2025", (), ["临安=临安区"]),
        ("临平和滨江谁高", (), ["临平=临平区", "滨江=滨江区"]),
        ("杭州高新区（滨江）到2025年", (), ["杭州高新区（滨江）=滨江区"]),
        ("浙江省、杭州市", (), ["浙江省=浙江省", "杭州市=杭州市"]),
        ("贵州施秉县", (), ["贵州施秉县=施秉县"]),
        ("北京市朝阳区", (), ["北京市朝阳区=朝阳区"]),
        ("朝阳区", ("北京市",), ["朝阳区=朝阳区"]),
        ("滨江、西湖、余杭等地区", ("临安区",), ["滨江=滨江区", "西湖=西湖区", "余杭=余杭区"]),
        ("余杭低于富阳", ("杭州市临安区",), ["余杭=余杭区", "富阳=富阳区"]),
        ("那义乌呢", ("临安区", "杭州市"), ["义乌=义乌市"]),
        ("昆山高企目标", ("杭州市",), ["昆山=昆山市"]),
        ("下城区\t42\t16", ("临安区",), ["下城区=下城区"]),
        ("恩施和延边", (), ["恩施=恩施土家族苗族自治州", "延边=延边朝鲜族自治州"]),
        ("吉林省吉林市", (), ["吉林省吉林市=吉林市"]),
        ("河北雄安新区", (), ["河北雄安新区=雄安新区"]),
        ("跟德清、新昌比", ("杭州市",), ["德清=德清县", "新昌=新昌县"]),
        ("拿新昌、德清当标杆", ("杭州市",), ["新昌=新昌县", "德清=德清县"]),
    ],
)
def test_a_division_is_found_by_its_names(text, within, expected):
    assert [f"{text[start:end]}={region.name}" for start, end, region in regions_in(text, *within)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "朝阳区",
        "和平、新华、长安与朝阳",
        "浙江大学、杭州银行、西湖实验室、临安经济开发区",
        "阿里系、高校系和浙商系",
        "青山湖科技城、城西科创大走廊",
        "阿里巴巴达摩院",
        "推动新和平发展",
        "资源合作共和友好",
        "各县（市、区）",
        "与在临高校合作",
    ],
)
def test_a_common_word_or_another_name_is_no_division(text):
    assert regions_in(text) == []


def test_a_division_knows_what_is_above_it():
    region = region_named("临安")
    assert region is not None
    assert (region.name, region.above, region.parent, region.level) == (
        "临安区",
        ("浙江省", "杭州市"),
        "杭州市",
        "县区",
    )
    assert region_named("高新技术企业") is None


@pytest.mark.parametrize(
    ("word", "own", "meant"),
    [
        ("全市", "杭州市", "杭州市"),
        ("全市", "临安区", "杭州市"),
        ("全省", "临安区", "浙江省"),
        ("全区", "临安区", "临安区"),
        ("全国", "临安区", "全国"),
        ("全市", "上海市", "上海市"),
        ("全省", "上海市", ""),
    ],
)
def test_the_whole_city_is_seen_from_the_plan(word, own, meant):
    assert self_named(word, own) == meant


@given(st.text("杭州市临安区滨江（）()浙省朝阳和平 ，西湖大学青山新县", max_size=40))
def test_finds_are_in_order_and_apart(text):
    found = regions_in(text, "杭州市")
    assert all(left[1] <= right[0] for left, right in zip(found, found[1:], strict=False))
    assert all(start < end <= len(text) for start, end, _ in found)


def test_two_places_may_be_joined_in_everyday_words() -> None:
    assert [region.short for *_, region in regions_in("余杭跟西湖区，分别第几", "杭州市")] == ["余杭", "西湖"]
    assert [region.short for *_, region in regions_in("拿德清和新昌当标杆", "绍兴市")] == ["德清", "新昌"]
