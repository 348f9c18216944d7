from __future__ import annotations

from pathlib import Path

from assistant.composing.compose import compose
from assistant.records.asked_values import hits_by_part, is_short_look_up
from assistant.records.values import SURE
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said


def concepts(library: Library, text: str) -> list[str]:
    return [found[0].indicator.concept for _, found in hits_by_part(gathered(library, text)) if found]


def test_indicators_named_side_by_side_are_asked_each_by_itself(library: Library) -> None:
    text = "南湖国家高新技术企业和技术交易额2025年目标各是多少，2020年各是多少"
    assert concepts(library, text) == ["国家高新技术企业", "技术交易额"]
    assert concepts(library, "南湖高企、技术交易额2025年各有多少") == ["国家高新技术企业", "技术交易额"]


def test_the_parts_of_a_question_that_name_different_things_are_asked_each(library: Library) -> None:
    parts = [part for part, _ in hits_by_part(gathered(library, "南湖2025年高新技术企业多少家？技术交易额多少？"))]
    assert len(parts) == 2


def test_a_name_and_a_year_are_a_short_look_up(library: Library) -> None:
    assert is_short_look_up(gathered(library, "南湖 高企 2025"))
    assert not is_short_look_up(gathered(library, "南湖怎么培育高新技术企业和科技型中小企业的梯队"))


def test_each_of_two_indicators_is_told_in_its_own_unit(tmp_path: Path) -> None:
    plan = """# 桐乡市科技创新规划

## 一、基础

2020年，研发经费达到19.5亿元，研发投入强度达到3.1%。
"""
    with over(tmp_path, 桐乡=plan) as library:
        told = said(compose(gathered(library, "桐乡2020年研发经费和研发投入强度分别是多少")))
        assert "19.5亿元" in told
        assert "3.1%" in told


def test_the_next_of_kin_is_told_where_the_thing_itself_has_no_value(tmp_path: Path) -> None:
    told = "# 平湖市科技规划\n\n## 一、基础\n\n2020年，每万人发明专利拥有量28.62件。\n"
    with over(tmp_path, 平湖=told) as library:
        ((_, found),) = hits_by_part(gathered(library, "2020年平湖每万人有效发明专利有多少件"))
    assert (found[0].indicator.value, found[0].score >= SURE) == ("28.62", True)


def test_names_that_a_question_joins_are_asked_each(haining: Library) -> None:
    text = said(compose(gathered(haining, "海宁科技型中小企业和技术交易额2020年各有多少")))
    assert "860家" in text
    assert "24亿元" in text


def test_figures_of_one_noun_that_a_question_tells_apart_are_told_each(tmp_path: Path) -> None:
    told = "到2025年，培育数字经济领军人才400名以上、创业团队60个，生命健康领军人才200名以上、创业团队30个。"
    with over(tmp_path, 桐乡=f"# 桐乡市规划\n\n## 一、目标\n\n{told}\n") as library:
        both = said(compose(gathered(library, "桐乡到2025年，数字经济和生命健康这两块各培育多少领军人才？")))
        one = said(compose(gathered(library, "桐乡到2025年培育多少生命健康领军人才？")))
    assert ["400名" in both, "200名" in both] == [True, True]
    assert ["400名" in one, "200名" in one] == [False, True]
