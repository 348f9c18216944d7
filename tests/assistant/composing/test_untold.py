from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.compose import compose
from assistant.composing.lacking import only_announces
from assistant.composing.sentences import in_sentences
from assistant.composing.untold import asks_untold, leaves_untold, no_such_unit, with_places
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

2020年，全市高新技术企业达到210家，有效发明专利拥有量达到900件。

## 二、存在短板

对照先进地区，短板依然明显，主要有以下几方面。

（节选到此为止，各项短板未收入。）

## 三、重点任务

（一）做强科技特派员队伍。选派科技特派员120名下乡服务。（责任单位：市科技局、市农业农村局）

（二）完善创新券制度。创新券向高校院所开放使用，支持企业购买检测服务。（责任单位：市科技局）
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("pinghu"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    "text",
    [
        "平湖科技特派员的工资是多少",
        "平湖2020年高新技术企业税收减免多少",
        "平湖2020年有效发明专利授权量是多少",
        "平湖违规使用创新券怎么处罚",
    ],
)
def test_what_no_sentence_names_is_refused(pinghu: Library, text: str) -> None:
    assert compose(gathered(pinghu, text)).status is AnswerStatus.NOT_IN_PLANS


def test_what_only_the_story_of_a_question_names_is_not_asked_for(pinghu: Library) -> None:
    assert asks_untold(gathered(pinghu, "平湖科技特派员的工资是多少"))
    assert not asks_untold(gathered(pinghu, "我们去年营收才四千万，平湖的创新券能用来做什么"))


def test_a_value_that_does_not_carry_the_asked_name_is_none(pinghu: Library) -> None:
    evidence = gathered(pinghu, "平湖2020年民营高新技术企业有多少家")
    plain = gathered(pinghu, "平湖2020年高新技术企业有多少家")
    draft = compose(plain)
    assert "210家" in said(draft)
    assert leaves_untold(draft, evidence)
    assert not leaves_untold(draft, plain)


def test_another_indicator_does_not_stand_in(pinghu: Library) -> None:
    draft = compose(gathered(pinghu, "平湖2020年每万人高价值发明专利拥有量是多少件"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS


def test_a_list_that_is_only_announced_is_refused(pinghu: Library) -> None:
    evidence = gathered(pinghu, "平湖规划说的短板有哪些")
    draft = compose(evidence)
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert not only_announces(compose(gathered(pinghu, "平湖的创新券有哪些用处")), evidence)


def test_a_refusal_shows_what_is_nearest(pinghu: Library) -> None:
    draft = compose(gathered(pinghu, "平湖创新券的申领流程是怎样的"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "与之最近的是" in said(draft)
    assert "创新券" in quoted(draft, pinghu)[0]


def test_a_unit_that_no_article_names_leads_none(pinghu: Library) -> None:
    draft = no_such_unit(gathered(pinghu, "市教育局在平湖规划里牵头哪几条"))
    assert "没有“市教育局”" in said(draft)
    assert no_such_unit(gathered(pinghu, "市科技局在平湖规划里牵头哪几条")) is None
    assert no_such_unit(gathered(pinghu, "平湖的创新券是不是科技局牵头")) is None


CITIES = """# 平湖市试点方案

平湖市人民政府

2021年9月3日

## 一、试点

选择杭州、宁波、温州、嘉兴4个城市开展采购试点。

## 二、组织

试点城市要加强组织领导，落实采购试点城市各项任务。
"""


def test_places_are_told_by_the_sentence_that_names_them(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=CITIES) as library:
        assert "宁波" in said(compose(gathered(library, "平湖方案的采购试点城市有哪些")))


def test_places_that_a_plan_does_not_name_are_not_told(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=CITIES.replace("杭州、宁波、温州、嘉兴4个", "若干")) as library:
        assert compose(gathered(library, "平湖方案的采购试点城市有哪些")).status is AnswerStatus.NOT_IN_PLANS


def test_countries_that_are_asked_for_are_named_or_nothing_is_said(tmp_path: Path) -> None:
    plan = "# 桐乡市规划\n\n## 一、人才\n\n全球布局21个引才驿站，设立2个人才基地。\n"
    with over(tmp_path, 桐乡=plan) as library:
        asked = gathered(library, "桐乡的21个引才驿站设在哪些国家和城市")
        assert with_places(in_sentences(asked), asked) is None


@pytest.mark.parametrize(
    "text", ["平湖那210家高新技术企业，一共有多少家上市了", "平湖全市210家高新技术企业当中新埭镇占了多少家"]
)
def test_a_figure_that_the_question_gives_is_no_answer(pinghu: Library, text: str) -> None:
    draft = compose(gathered(pinghu, text))
    assert draft.status is AnswerStatus.NOT_IN_PLANS


def test_a_figure_to_be_confirmed_is_told_again(pinghu: Library) -> None:
    assert compose(gathered(pinghu, "平湖2020年高新技术企业是210家吧")).status is AnswerStatus.ANSWERED


@pytest.mark.parametrize(
    ("told", "given"),
    [
        ("风险池基金累计支持贷款企业50家，贷款额度13879万元。", False),
        ("设立总规模为20亿元的风险池基金。", True),
    ],
)
def test_what_a_fund_has_lent_is_not_its_size(tmp_path: Path, told: str, given: bool) -> None:
    with over(tmp_path, 平湖=f"# 平湖市工作总结\n\n## 一、金融\n\n{told}\n") as library:
        draft = compose(gathered(library, "平湖的风险池基金规模多大"))
    assert (draft.status is AnswerStatus.ANSWERED) == given


UNTOLD = """# 平湖市科技创新“十四五”规划

## 一、任务

谋划建设“海潮社区”，完善人才工作体系。对新认定孵化器给予每家60万元奖励。增设农技专家的生活津贴，夯实基础保障。
到2025年，研发经费占地区生产总值的比重达到4%，占比保持领先。落实单位能耗评价。
"""


@pytest.mark.parametrize(
    "text",
    [
        "平湖新认定孵化器的60万奖励，是不是分三年发的",
        "平湖“海潮社区”是不是只有35岁以下才能进",
        "平湖农技专家每个月的生活津贴有没有2000元",
        "平湖2025年地区生产总值目标是多少亿？",
        "平湖单位能耗要降百分之几",
    ],
)
def test_a_detail_that_no_sentence_tells_is_refused(tmp_path: Path, text: str) -> None:
    with over(tmp_path, 平湖=UNTOLD) as library:
        assert compose(gathered(library, text)).status is AnswerStatus.NOT_IN_PLANS


@pytest.mark.parametrize(
    "text",
    [
        "平湖新认定孵化器的奖励是不是60万元",
        "平湖对新认定孵化器给予奖励吗？我们手里有几个项目",
        "平湖研发经费占地区生产总值的比重要达到百分之几",
    ],
)
def test_a_detail_that_is_told_is_no_reason_to_refuse(tmp_path: Path, text: str) -> None:
    with over(tmp_path, 平湖=UNTOLD) as library:
        assert compose(gathered(library, text)).status is AnswerStatus.ANSWERED
