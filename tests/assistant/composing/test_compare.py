from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.compare import asked_of_several, over_regions
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said
from tests.assistant.small_library import JIAXING, NANHU

LEVELS = """# {region}科技“十四五”规划

{region}人民政府

## 一、目标

表1 主要指标

| 指标名称 | 单位 | {year}年 |
|---|---|---|
| {name} | 家 | {value} |
"""


def calculations(library: Library, text: str) -> list[tuple[str, str, str]]:
    draft = over_regions(gathered(library, text))
    found = [claim.calculation for claim in draft.claims if claim.calculation] if draft else []
    return [(c.expression, c.result, c.unit) for c in found]


def test_each_region_is_answered_from_its_own_plan(library: Library) -> None:
    draft = over_regions(gathered(library, "南湖和嘉兴2025年技术交易额目标各是多少"))
    assert draft is not None
    assert draft.status is AnswerStatus.ANSWERED
    first, second = draft.claims[:2]
    assert "南湖" in first.text
    assert "90亿元" in first.text
    assert "2025年" in first.text
    assert "嘉兴" in second.text
    assert "600亿元" in second.text
    assert [library.plan(c.sources[0].plan_id).title for c in (first, second)] == [NANHU, JIAXING]
    assert quoted(draft, library) == ["创新产出 | 技术交易额 | 亿元 | 35 | 90", "技术交易额\t亿元\t260\t600"]


def test_a_difference_is_the_larger_less_the_smaller_whatever_the_order(library: Library) -> None:
    for text in ("南湖和嘉兴2025年高企相差多少家", "嘉兴和南湖2025年高企相差多少家"):
        assert calculations(library, text) == [("5000 − 450", "4550", "家")]


def test_a_share_is_of_the_second_region(library: Library) -> None:
    text = "南湖占全市2025年国家高新技术企业的比重是多少"
    assert calculations(library, text) == [("450 ÷ 5000", "9", "%")]


def test_a_sum_states_all_its_parts(library: Library) -> None:
    text = "南湖、秀洲、嘉兴三地2025年高企目标合计多少"
    assert calculations(library, text) == [("450 + 380 + 5000", "5830", "家")]


def test_who_is_higher_is_said_with_the_value(library: Library) -> None:
    last = over_regions(gathered(library, "南湖和秀洲2025年国家高新技术企业谁更多")).claims[-1]
    assert last.text.startswith("南湖")
    assert "450家" in last.text
    assert "高于秀洲（2025年 380家）" in last.text


def test_what_the_text_says_is_quoted_under_its_year(library: Library) -> None:
    draft = over_regions(gathered(library, "南湖和秀洲2025年国家高新技术企业谁更多"))
    assert {"全区国家高新技术企业达到380家", "到2025年"} <= set(quoted(draft, library))


def test_rows_of_one_table_speak_for_places_without_a_plan(library: Library) -> None:
    text = "桐乡和海宁2019年创新指数得分相差多少"
    assert calculations(library, text) == [("74.0 − 68.1", "5.9", "")]
    assert quoted(over_regions(gathered(library, text)), library) == ["桐乡市\t68.1\t72.9", "海宁市\t74.0\t75.3"]


def test_a_region_without_a_value_is_named_and_the_answer_is_partial(library: Library) -> None:
    draft = over_regions(gathered(library, "南湖和秀洲2025年技术交易额目标各是多少"))
    assert draft is not None
    assert draft.status is AnswerStatus.PARTLY
    assert "90亿元" in draft.claims[0].text
    missing = [claim for claim in draft.claims if not claim.sources]
    assert len(missing) == 1
    assert "秀洲" in missing[0].text


def test_two_indicators_are_compared_each_by_itself(library: Library) -> None:
    text = said(over_regions(gathered(library, "南湖和嘉兴2025年高企谁多？技术交易额谁高？")))
    assert all(value in text for value in ("450家", "5000家", "90亿元", "600亿元"))


@pytest.mark.parametrize("text", ["南湖2025年高企目标", "国家高新技术企业相差多少", "南湖和嘉兴的星火计划哪个好"])
def test_without_two_regions_and_an_indicator_there_is_no_comparison(library: Library, text: str) -> None:
    assert over_regions(gathered(library, text)) is None
    assert asked_of_several(gathered(library, text)) is None


def test_values_of_other_years_are_marked(tmp_path: Path) -> None:
    one = LEVELS.format(region="平湖市", year=2025, name="专精特新企业", value=50)
    two = LEVELS.format(region="桐乡市", year=2027, name="专精特新企业", value=20)
    with over(tmp_path, 平湖=one, 桐乡=two) as library:
        text = said(over_regions(gathered(library, "平湖和桐乡的专精特新企业目标各是多少")))
    assert "2025年目标 50家" in text
    assert "2027年目标 20家" in text
    assert "年份不同" in text


def test_values_of_other_scopes_are_named_and_not_calculated_with(tmp_path: Path) -> None:
    one = LEVELS.format(region="平湖市", year=2025, name="高新技术企业", value=50)
    two = LEVELS.format(region="桐乡市", year=2025, name="新增高新技术企业", value=20)
    with over(tmp_path, 平湖=one, 桐乡=two) as library:
        draft = over_regions(gathered(library, "平湖和桐乡2025年高新技术企业相差多少"))
    assert draft is None or not any(claim.calculation for claim in draft.claims)


def test_of_equal_values_neither_is_the_highest(tmp_path: Path) -> None:
    levels = {
        region: LEVELS.format(region=f"{region}市", year=2025, name="专精特新企业", value=50)
        for region in ("平湖", "桐乡")
    }
    with over(tmp_path, **levels) as library:
        text = said(over_regions(gathered(library, "平湖和桐乡的专精特新企业目标谁更高")))
    assert "数值相同" in text
    assert "最高" not in text


def test_a_total_is_compared_with_a_total_where_there_is_one(tmp_path: Path) -> None:
    yearly = "\n到2025年，每年培育科技型中小企业50家以上。\n"
    one = LEVELS.format(region="桐乡市", year=2025, name="科技型中小企业", value=700)
    other = LEVELS.format(region="平湖市", year=2025, name="省科技型中小企业", value=900).replace(
        "## 一、目标\n", f"## 一、目标\n{yearly}"
    )
    with over(tmp_path, 桐乡=one, 平湖=other) as library:
        text = said(over_regions(gathered(library, "科技型中小企业目标，桐乡和平湖对照")))
    assert "700家" in text
    assert "900家" in text
    assert "50家" not in text


def test_the_whole_city_of_a_cited_table_is_not_the_district_of_the_plan(tmp_path: Path) -> None:
    table = (
        "# 嘉兴市南湖区科技规划\n\n南湖区人民政府\n\n2021年3月1日\n\n## 一、基础\n\n表1 各区2019年研发经费情况\n\n"
        "| 地区 | R&D经费投入强度（%） |\n|---|---|\n| 全市 | 3.0 |\n| 南湖区 | 3.4 |\n| 秀洲区 | 6.0 |\n"
    )
    city = LEVELS.format(region="嘉兴市", year=2025, name="国家高新技术企业", value=5000)
    other = LEVELS.format(region="嘉兴市秀洲区", year=2025, name="国家高新技术企业", value=380)
    with over(tmp_path, 南湖=table, 嘉兴=city, 秀洲=other) as library:
        found = calculations(library, "2019年秀洲的研发强度是全市平均的几倍（南湖那份规划的表里有）")
    assert found == [("6.0 ÷ 3", "2", "倍")]


def test_of_two_regions_the_one_ahead_is_said_to_be_above_the_other(library: Library) -> None:
    text = said(over_regions(gathered(library, "南湖和秀洲2020年科技创新指数得分哪个高")))
    assert "南湖（2020年 76.8）高于秀洲（2020年 69.4）" in text


def test_an_indicator_is_found_by_its_name_without_the_words_of_comparing(tmp_path: Path) -> None:
    one = LEVELS.format(region="桐乡市", year=2025, name="生命健康产业产值", value=700)
    other = LEVELS.format(region="平湖市", year=2027, name="生命健康产业产值", value=900)
    with over(tmp_path, 桐乡=one, 平湖=other) as library:
        text = said(over_regions(gathered(library, "生命健康产业产值，桐乡的目标跟平湖的目标现在能不能直接比大小")))
    assert "700家" in text
    assert "900家" in text
    assert "年份不同" in text


def test_what_is_asked_in_percent_is_calculated_from_levels(library: Library) -> None:
    found = calculations(library, "南湖2025年国家高新技术企业比秀洲多几家，多百分之几")
    assert [(result, unit) for _, result, unit in found] == [("18.42", "%"), ("70", "家")]


def test_goals_of_other_years_are_set_apart_with_a_caution_and_not_summed_up(tmp_path: Path) -> None:
    one = LEVELS.format(region="桐乡市", year=2025, name="国家高新技术企业", value=700)
    other = LEVELS.format(region="平湖市", year=2027, name="国家高新技术企业", value=900)
    with over(tmp_path, 桐乡=one, 平湖=other) as library:
        text = "桐乡和平湖国家高新技术企业目标{}"
        assert calculations(library, text.format("合计多少家")) == []
        assert [result for _, result, _ in calculations(library, text.format("相差多少家"))] == ["200"]
        assert "年份不同" in said(over_regions(gathered(library, text.format("相差多少家"))))


def test_what_is_said_of_other_scopes_comes_first(tmp_path: Path) -> None:
    one = LEVELS.format(region="平湖市", year=2025, name="每万名就业人员中研发人员", value=150)
    two = LEVELS.format(region="桐乡市", year=2025, name="每万名人才中研发人员", value=900)
    with over(tmp_path, 平湖=one, 桐乡=two) as library:
        draft = over_regions(gathered(library, "平湖和桐乡2025年研发人员密度哪个更高"))
    assert draft.claims[0].text.startswith("口径不一致")
    assert not any("高于" in claim.text for claim in draft.claims[1:])


def test_places_are_told_in_each_of_the_years_that_are_named(wenzhou: Library) -> None:
    text = said(over_regions(gathered(wenzhou, "乐清和洞头2018年、2019年研发经费分别怎么变的")))
    assert "洞头：2018年 2亿元，2019年 1.5亿元" in text
    assert "减少 0.5亿元（1.5 − 2）" in text
    assert "增加 4.5亿元（55 − 50.5）" in text
