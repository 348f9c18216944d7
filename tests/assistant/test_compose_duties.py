from __future__ import annotations

from pathlib import Path

from assistant.answers import AnswerStatus
from assistant.compose_duties import by_unit, duties, responsible
from ingest.library import Library
from ingest.plans import Plan
from tests.assistant.gathering import gathered, over, quoted, said
from tests.assistant.small_library import XIUZHOU

NO_RULE = """# 桐乡市科技创新若干意见

## 一、支持创新

1. 支持技术改造。鼓励企业更新设备。（责任单位：市经信局、市科技局）

2. 支持人才引进。对博士给予住房补贴。（牵头单位：市人社局，配合单位：市财政局、市住建局）
"""


def plan_of(library: Library, title: str) -> Plan:
    return next(library.plan(p.id) for p in library.plans() if p.title == title)


def test_every_note_belongs_to_the_article_that_it_closes(library: Library) -> None:
    found = duties(plan_of(library, XIUZHOU))
    assert [(d.section.name, d.units) for d in found] == [
        ("加大研发补助", ("区科技局", "区财政局")),
        ("支持建设研发机构", ("区科技局", "区经信局", "区发改局")),
        ("奖励高新技术企业", ("区科技局", "区税务局")),
        ("推动企业上市", ("区金融办", "区科技局")),
    ]


def test_the_first_unit_leads_only_where_the_plan_says_so(library: Library, tmp_path: Path) -> None:
    assert all(duty.leads for duty in duties(plan_of(library, XIUZHOU)))
    with over(tmp_path, 桐乡=NO_RULE) as other:
        found = duties(plan_of(other, "桐乡市科技创新若干意见"))
        text = said(responsible(gathered(other, "支持技术改造由谁负责")))
    assert [d.leads for d in found] == [False, True]
    assert "市经信局、市科技局" in text
    assert "市经信局牵头" not in text


def test_supporting_units_are_named_without_their_label(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=NO_RULE) as other:
        assert duties(plan_of(other, "桐乡市科技创新若干意见"))[1].units == ("市人社局", "市财政局", "市住建局")


def test_the_leading_unit_of_an_article_is_given_with_its_note(library: Library) -> None:
    draft = responsible(gathered(library, "推动企业上市谁牵头"))
    assert draft.status is AnswerStatus.ANSWERED
    assert "区金融办牵头" in said(draft)
    assert "区科技局" in said(draft)
    assert quoted(draft, library) == ["（责任单位：区金融办、区科技局）"]


def test_an_article_may_be_asked_for_by_its_number(library: Library) -> None:
    assert quoted(responsible(gathered(library, "秀洲意见第3条谁牵头")), library) == [
        "（责任单位：区科技局、区税务局）"
    ]


def test_an_article_without_a_note_is_said_to_have_none(library: Library) -> None:
    draft = responsible(gathered(library, "办好创新大赛由谁负责"))
    assert "没有标明责任单位" in said(draft)
    assert quoted(draft, library) == ["5. 办好创新大赛。", "每年举办一次全国性创业大赛，营造氛围。"]


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


def test_plans_without_notes_name_nobody(library: Library) -> None:
    assert responsible(gathered(library, "南湖的壮大创新主体由谁牵头")) is None
