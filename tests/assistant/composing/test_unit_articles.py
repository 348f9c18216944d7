from __future__ import annotations

from assistant.composing.unit_articles import by_unit
from ingest.library import Library
from tests.assistant.gathering import gathered, quoted, said


def test_the_articles_that_a_unit_leads_are_fewer_than_those_it_has_a_part_in(library: Library) -> None:
    leads = by_unit(gathered(library, "区科技局牵头哪些条款"))
    takes_part = by_unit(gathered(library, "区科技局负责哪些条款"))
    assert [c.text for c in leads.claims[1:]] == ["1.加大研发补助", "2.支持建设研发机构", "3.奖励高新技术企业"]
    assert len(takes_part.claims) == 5
    assert "3条" in leads.claims[0].text
    assert "4条" in takes_part.claims[0].text


def test_each_article_of_a_unit_stands_on_its_heading_and_its_note(library: Library) -> None:
    draft = by_unit(gathered(library, "区税务局参与哪些条款"))
    assert quoted(draft, library) == ["3. 奖励高新技术企业。", "（责任单位：区科技局、区税务局）"]


def test_a_unit_that_no_note_names_or_a_question_without_one_has_no_articles(library: Library) -> None:
    assert by_unit(gathered(library, "区教育局牵头哪些条款")) is None
    assert by_unit(gathered(library, "推动企业上市有哪些措施")) is None


def test_a_unit_that_supports_is_told_apart_from_the_one_that_leads(tonglu: Library) -> None:
    supports = by_unit(gathered(tonglu, "桐庐人社局要配合哪些工作"))
    assert [c.text for c in supports.claims[1:]] == ["5.引进外资研发中心", "6.引进高层次人才", "7.支持大学生创业"]
    assert "配合" in supports.claims[0].text
    leads = by_unit(gathered(tonglu, "桐庐科技局牵头哪些工作"))
    assert "举办创业大赛" in said(leads)
    assert "外资研发中心" not in said(leads)


def test_an_article_may_be_set_aside_and_a_unit_missed(library: Library) -> None:
    rest = by_unit(gathered(library, "除了高新技术企业那条，区科技局还参与哪些条款"))
    assert "奖励高新技术企业" not in said(rest)
    assert len(rest.claims) == 4
    without = by_unit(gathered(library, "区财政局没有列入责任单位的是哪几条"))
    assert [c.text[:1] for c in without.claims[1:]] == ["2", "3", "4"]


def test_where_both_are_asked_the_led_articles_are_told_among_all(library: Library) -> None:
    draft = by_unit(gathered(library, "区科技局出现在哪几条的责任单位里，哪条是它牵头"))
    assert [c.text.endswith("（牵头）") for c in draft.claims[1:]] == [True, True, True, False]


def test_who_else_has_a_part_in_an_article_is_no_question_about_the_unit(library: Library) -> None:
    assert by_unit(gathered(library, "推动企业上市，除了牵头的区金融办还涉及哪些单位")) is None


def test_the_one_article_of_a_unit_is_asked_for_as_such(library: Library) -> None:
    assert "奖励高新技术企业" in said(by_unit(gathered(library, "区税务局也背了任务，是哪一条")))
