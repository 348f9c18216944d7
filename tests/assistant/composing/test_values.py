from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.values import best_for, value
from assistant.questions import Scope
from assistant.records.roles import by_role, same_name
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said
from tests.assistant.small_library import JIAXING, NANHU


def scope(library: Library, name: str, title: str) -> Scope:
    return Scope(name, tuple(plan.id for plan in library.plans() if plan.title == title))


def test_a_value_has_its_year_unit_and_row(library: Library) -> None:
    draft = value(gathered(library, "南湖2025年国家高新技术企业目标是多少"))
    assert draft.status is AnswerStatus.ANSWERED
    assert "2025年目标 450家" in said(draft)
    assert "212" not in said(draft)
    assert quoted(draft, library) == ["创新主体 | 国家高新技术企业 | 家 | 212 | 450"]


def test_without_a_year_all_years_of_the_row_are_told(library: Library) -> None:
    text = said(value(gathered(library, "嘉兴有效发明专利拥有量是多少件")))
    assert "2020年 18000件" in text
    assert "2025年目标 36000件" in text


def test_what_was_reached_and_what_is_aimed_at_are_told_apart(library: Library) -> None:
    assert "640家" in said(value(gathered(library, "南湖现状科技型中小企业有多少家")))
    assert "1500" not in said(value(gathered(library, "南湖现状科技型中小企业有多少家")))
    goal = said(value(gathered(library, "南湖打算发展多少家科技型中小企业")))
    assert "1500家" in goal
    assert "640" not in goal


def test_another_value_in_the_text_is_told_besides_the_table(library: Library) -> None:
    draft = value(gathered(library, "南湖2025年技术交易额目标是多少"))
    assert "90亿元" in draft.claims[0].text
    assert "98亿元" in draft.claims[1].text
    assert "到2025年" in quoted(draft, library)


def test_a_flow_is_not_the_total(library: Library) -> None:
    text = said(value(gathered(library, "嘉兴每年新增高新技术企业多少家")))
    assert "300家以上" in text
    assert "5000" not in text


def test_an_indicator_that_is_not_given_for_the_year_is_refused_with_the_years_there_are(library: Library) -> None:
    draft = value(gathered(library, "南湖2030年国家高新技术企业是多少"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "2030年" in said(draft)
    assert "2025年目标 450家" in said(draft)


def test_planned_values_are_not_shown_as_reached(haining: Library) -> None:
    text = said(value(gathered(haining, "2020年科技型中小企业有多少家")))
    assert "860家" in text
    assert "900" not in text
    assert "900家" in said(value(gathered(haining, "2020年科技型中小企业原定规划目标是多少家")))


def test_without_a_region_each_regions_value_bears_its_name(library: Library) -> None:
    lines = value(gathered(library, "国家高新技术企业2025年目标是多少")).claims
    assert [line.text[:3] for line in lines[:2]] == ["南湖区", "嘉兴市"]
    assert "380家" in lines[2].text
    assert "秀洲" in lines[2].text


def test_each_part_of_a_question_gets_its_line(library: Library) -> None:
    text = said(value(gathered(library, "南湖2025年国家高新技术企业多少家？有效发明专利多少件？")))
    assert "450家" in text
    assert "6200件" in text


@pytest.mark.parametrize("text", ["南湖量子通信干线多少公里", "揭榜挂帅怎么推行", "南湖每万人博士数是多少"])
def test_what_no_indicator_is_named_for_has_no_value(library: Library, text: str) -> None:
    assert value(gathered(library, text)) is None


def test_hits_of_one_name_share_concept_and_region(library: Library) -> None:
    named = same_name(hits(gathered(library, "国家高新技术企业2025年目标是多少")))
    assert len({(h.indicator.concept, h.indicator.region) for h in named}) == 1
    assert same_name([]) == []


def test_roles_are_kept_as_asked_and_never_emptied(haining: Library) -> None:
    asked = gathered(haining, "国家高新技术企业现状是多少家")
    assert {h.indicator.role for h in by_role(same_name(hits(asked)), asked.query)} == {"actual"}
    planned = [h for h in hits(asked) if h.indicator.role == "planned"]
    assert by_role(planned, asked.query) == planned


def test_the_best_value_for_a_comparison_is_of_the_asked_year_and_region(library: Library) -> None:
    asked = gathered(library, "南湖和嘉兴2020年技术交易额各多少")
    assert best_for(asked, scope(library, "嘉兴", JIAXING)).indicator.value == "260"
    assert best_for(asked, scope(library, "南湖", NANHU)).indicator.value == "35"


def test_a_share_in_something_is_no_value_of_it(library: Library) -> None:
    draft = value(gathered(library, "南湖2025年地区生产总值目标是多少"))
    assert draft is None or "3.8" not in said(draft)


def test_words_besides_an_indicators_name_are_no_short_look_up(library: Library) -> None:
    assert value(gathered(library, "南湖科技型中小企业培育库入库辅导")) is None
    assert value(gathered(library, "南湖 科技型中小企业 2025")) is not None


def test_an_asked_year_that_one_table_lacks_comes_from_the_next(wenzhou: Library) -> None:
    text = said(value(gathered(wenzhou, "温州国家高新技术企业2015年和2025年各是多少")))
    assert "2015年 700家（表4" in text
    assert "2025年目标 4500家（表5" in text


UNDATED = """# 云溪区水务“十四五”规划

云溪区人民政府

2021年9月3日

## 一、发展基础

2020年，水务发展取得成效。

## 二、重点任务

推进污水厂扩建，城镇污水处理能力达到24万吨/天。

| 指标 | 2025年目标 |
|---|---|
| 主海塘达标率（%） | 73 |
"""


def test_a_value_without_a_year_is_given_with_a_word_on_it(tmp_path: Path) -> None:
    with over(tmp_path, 云溪=UNDATED) as library:
        draft = value(gathered(library, "云溪2020年城镇污水处理能力是多少"))
        assert (draft.status, [kind for kind, *_ in draft.cautions]) == (AnswerStatus.ANSWERED, ["undated"])
        assert "24万吨/天" in said(draft)
        beyond = value(gathered(library, "云溪2033年城镇污水处理能力是多少"))
        assert beyond.status is AnswerStatus.NOT_IN_PLANS


def test_a_row_of_a_table_without_a_caption_is_told_by_its_columns(tmp_path: Path) -> None:
    with over(tmp_path, 云溪=UNDATED) as library:
        assert said(value(gathered(library, "云溪2025年主海塘达标率目标是多少"))).startswith(
            "主海塘达标率：2025年目标 73%"
        )


def test_a_sentence_that_has_more_of_what_is_asked_stands_behind_the_values(tmp_path: Path) -> None:
    told = "2020年，平湖实施科技专项项目26个，拨付项目资金228万元，培训农民4.46万人次。"
    with over(tmp_path, 平湖=f"# 平湖市科技创新规划\n\n## 一、基础\n\n{told}\n") as library:
        text = "2020年平湖科技专项项目做了多少个，拨了多少钱，培训农民多少人次"
        assert "228万元" in said(value(gathered(library, text)))
        assert "228万元" not in said(value(gathered(library, "2020年平湖科技专项项目做了多少个")))


def test_a_field_that_is_said_apart_chooses_the_value(tmp_path: Path) -> None:
    told = "到2025年，培育绿色能源领军人才90名、创业团队8个，海洋装备领军人才40名、创业团队5个。"
    with over(tmp_path, 平湖=f"# 平湖市科技创新规划\n\n## 一、目标\n\n{told}\n") as library:
        first = value(gathered(library, "海洋装备这块，平湖到2025年要培育多少领军人才和多少个创业团队")).claims[0]
    assert "创业团队5个" in first.text
    assert "90" not in first.text
