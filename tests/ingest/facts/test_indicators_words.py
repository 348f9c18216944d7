"""Names come without the words around them, and what is no figure of the plan gives no record."""

from __future__ import annotations

import pytest

from tests.ingest.facts.test_indicators_text import records, told


def names(text: str, **about) -> list[str]:
    return [one.name for one in records(text, **about)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("人口自然增长率由2015年的5‰降到2020年的4‰。", "人口自然增长率"),
        ("贫困人口由八十年代末的8500万人减少到6500万人。", "贫困人口"),
        ("使复种指数由155%提高到160%以上。", "复种指数"),
        ("保证粮食播种面积不低于11000万公顷。", "粮食播种面积"),
        ("文物保管所发展到850个。", "文物保管所"),
        ("出口与进口额各为2000亿美元。", "出口与进口额"),
        ("普通高等学校的招生数达40万人。", "普通高等学校的招生数"),
        ("再开发利用的地块安全利用率达到92%。", "再开发利用的地块安全利用率"),
        ("如亿元以上企业家平均55.8岁。", "亿元以上企业家平均"),
        ("五年内安排专项资金65亿元。", "安排专项资金"),
        ("前者国内生产总值达5000亿元。", "国内生产总值"),
        ("新增装机容量确保达到120MW。", "新增装机容量"),
        ("灌溉面积已经达到50亩。", "灌溉面积"),
        ("（3）公园绿地面积达50公顷。", "公园绿地面积"),
        ("全州实现地区生产总值95亿元。", "地区生产总值"),
        ("海塘达到200年一遇新标准的比例为46%。", "海塘达到200年一遇新标准的比例"),
    ],
)
def test_words_of_purpose_time_and_change_are_no_part_of_a_name(text, name):
    assert set(names(text)) == {name}


@pytest.mark.parametrize(
    ("text", "name", "year", "nature"),
    [
        ("2020年，创新指数排名较上年前进8位。", "创新指数排名", "2020", "前进"),
        ("2020年，综合指数排名较2015年上升3位。", "综合指数排名", "2015-2020", "上升"),
        ("2020年，高新技术企业较上年净增80家。", "高新技术企业", "2020", ""),
        ("2020年，研发经费比上年多2亿元。", "研发经费", "2020", ""),
    ],
)
def test_a_change_against_a_year_is_named_without_the_comparison(text, name, year, nature):
    (one,) = records(text)
    assert (one.name, one.year, one.role, one.nature) == (name, year, "growth", nature)


def test_a_flow_behind_its_noun_belongs_to_the_concept():
    (one,) = records("到2025年，科技领军人才每年新引育70名。")
    assert one.concept == "每年引进科技领军人才"
    (one,) = records("到2025年，省级创新联合体建设10个。")
    assert one.concept == "省级创新联合体"
    (one,) = records("新建和扩建深水泊位170个。")
    assert one.concept == "新建、扩建深水泊位"


def test_an_aside_in_brackets_leaves_the_list_together():
    found = records("2020年，全年新增省级园区1家（零突破）、省级星创天地1家。")
    assert [(one.name, one.nature) for one in found] == [("新增省级园区", "新增"), ("省级星创天地", "新增")]


@pytest.mark.parametrize(
    "text",
    [
        "煤炭工业17g · 3亿元。",
        "乙烯生产能力1L5万吨。",
        "火电巧0万千瓦。",
        "在执行中争取达到5%。",
        "使多年平均降雨量的70%实现下渗。",
        "给予自主认定人才指标1名，每增加投资额5000万元增加1名指标，同一企业最多不超过10名。",
        "抓好20个轻工业基础好、产品有特色的城市。",
        "建成投产100万千瓦。",
        "西北地区820万吨。",
        "13个省、市、自治区达到1.3亿亩。",
    ],
)
def test_broken_digits_terms_of_grants_and_bare_verbs_give_no_record(text):
    assert told(text) == []


def test_a_share_of_what_is_taken_up_or_reached_is_one():
    assert names("汽车产量满足国内市场需求的90%以上。") == ["汽车产量满足国内市场需求"]


def test_five_years_within_a_plan_are_its_own_and_five_years_back_the_ones_before():
    assert records("五年内，建成泊位54个。", heading="重点任务")[0].year == "2021-2025"
    assert records("五年来，建成泊位54个。", heading="发展基础")[0].year == "2016-2020"
    assert records("五年来，建成泊位54个。", heading="重点任务")[0].year != "2021-2025"


def test_what_is_set_out_after_now_is_not_of_now():
    first, second = records("目前有水库20座。五年内，新建水库30座。", heading="重点任务")
    assert (first.role, first.year) == ("actual", "2020")
    assert (second.role, second.year) == ("target", "2021-2025")


def test_several_places_in_a_row_are_no_single_subject():
    (one,) = records("天津、上海、黄埔港的7个集装箱泊位。")
    assert one.region == "临安区"


def test_a_middling_ceiling_is_about():
    (one,) = records("到2025年，城镇失业率控制在4%左右。")
    assert one.comparator == "~"


def test_of_things_joined_by_and_each_has_its_number():
    assert names("引进30名管理人才和50名专业人才。") == ["管理人才", "专业人才"]


def test_an_area_may_stand_before_what_it_is_of():
    (one,) = records("到2025年，50平方公里以上建设用地面积达到要求。")
    assert (one.name, one.comparator, one.value) == ("建设用地面积", ">=", "50")
