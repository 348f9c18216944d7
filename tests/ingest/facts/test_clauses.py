"""Names are cut clean of time, place, verbs and comparators."""

from __future__ import annotations

import pytest

from ingest.facts.clauses import (
    contest,
    described,
    goes_on,
    growth_start,
    is_described,
    name_after,
    name_before,
    rank_start,
)


def cut(lead: str, *places: str):
    found = name_before(lead, 0, len(lead), *places)
    return found and found.name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("国家高新技术企业数量达", "国家高新技术企业数量"),
        ("全区规模以上企业研发机构覆盖率达 ", "规模以上企业研发机构覆盖率"),
        (
            "全社会研发投入（R&D）占地区生产总值（GDP）的比重达到 ",
            "全社会研发投入（R&D）占地区生产总值（GDP）的比重",
        ),
        ("建成省、市领军型创新创业团队 ", "省、市领军型创新创业团队"),
        ("新增科技型上市企业 ", "新增科技型上市企业"),
        ("R&D经费支出占GDP比重争取达到", "R&D经费支出占GDP比重"),
        ("其中国家级孵化器", "国家级孵化器"),
        ("目前全区拥有孵化器、众创空间（星创天地）等各类双创载体 ", "双创载体"),
        ("已供地科研院所项目土地使用率仅为", "已供地科研院所项目土地使用率"),
        ("我市国家高新技术企业从", "国家高新技术企业"),
        ("基本建设投资完成", "基本建设投资"),
        ("临安区科技经费达 ", "科技经费"),
    ],
)
def test_a_name_is_cut_at_its_edges(lead, name):
    assert cut(lead, "临安区", "临安") == name


@pytest.mark.parametrize(
    "lead",
    [
        "",
        "达到",
        "服务",
        "推动",
        "的",
        "应当在",
        "杭州",
        "以及",
        "“全域创新",
        "社区总数量*",
        "指标",
        "鼓励有条件的区再按",
    ],
)
def test_what_is_no_name_gives_none(lead):
    assert cut(lead, "杭州市", "杭州") is None


def test_a_flow_verb_stays_and_is_told():
    found = name_before("每年新引育科技领军人才", 0, 11)
    assert found is not None
    assert (found.name, found.flow) == ("新引育科技领军人才", "新引育")


def test_the_noun_after_a_number_reaches_to_the_clause_end():
    assert name_after("2个海外人才基地,", 2).name == "海外人才基地"
    assert name_after("200名具有战略眼光的青年科技人才。", 4).name == "青年科技人才"
    assert name_after("5家企业实现融资，", 2) is None
    assert goes_on("5家省级研究院", 2)
    assert not goes_on("5家，省级", 2)
    assert not goes_on("5家并获", 2)


def test_a_number_with_的_only_describes():
    assert is_described("2亿元的项目", 3)
    lead = "设立总规模为1000亿元的创新基金，"
    size = described(lead, name_before(lead, 0, 6), 12)
    assert size is not None
    assert size.name == "创新基金总规模"
    assert described(lead, None, 12) is None


def test_growth_words_are_found_where_they_begin():
    assert growth_start("科技投入年均增长", 0, 8) == 4
    assert growth_start("企业，同比增长约", 3, 8) == 3
    assert growth_start("从2.14%增长到", 0, 9) is None


@pytest.mark.parametrize(
    ("lead", "rest", "scope"),
    [
        ("创新指数在全省排", "创新指数", "全省"),
        ("占比居全市", "占比", "全市"),
        ("杭州七县（市、区）排名", "", "杭州七县（市、区）"),
        ("位列全国", "", "全国"),
        ("综合排位", "", ""),
    ],
)
def test_a_rank_says_among_whom(lead, rest, scope):
    start, found = rank_start(lead, 0, len(lead))
    assert (lead[:start], found) == (rest, scope)


def test_a_ranking_may_be_named_by_the_clause_before():
    text = "在世界组织发布的全球创新指数城市排行榜中,杭州"
    assert contest(text, text.index("杭州")) == "全球创新指数城市排行榜"
    assert contest("在家中，", 4) == ""
