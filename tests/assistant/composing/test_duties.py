from __future__ import annotations

from pathlib import Path

from assistant.answers import AnswerStatus
from assistant.composing.compose import compose
from assistant.composing.duties import responsible
from assistant.composing.untold import no_such_unit
from assistant.records.duties import duties
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
    assert quoted(draft, library) == ["（责任单位：区金融办、区科技局）", "4. 推动企业上市。"]


def test_an_article_may_be_asked_for_by_its_number(library: Library) -> None:
    assert quoted(responsible(gathered(library, "秀洲意见第3条谁牵头")), library) == [
        "（责任单位：区科技局、区税务局）",
        "3. 奖励高新技术企业。",
    ]


def test_an_article_without_a_note_is_said_to_have_none(library: Library) -> None:
    draft = responsible(gathered(library, "办好创新大赛由谁负责"))
    assert "没有标明责任单位" in said(draft)
    assert quoted(draft, library) == ["5. 办好创新大赛。", "每年举办一次全国性创业大赛，营造氛围。"]


def test_plans_without_notes_name_nobody(library: Library) -> None:
    assert responsible(gathered(library, "南湖的壮大创新主体由谁牵头")) is None


def test_the_clause_that_asks_who_names_the_article(library: Library) -> None:
    long = "我们总部在外地，打算落个项目，也不知道该联系谁，企业上市这块到底是哪个部门管的"
    assert "区金融办" in said(responsible(gathered(library, long)))


def test_what_the_articles_do_not_speak_of_has_no_unit(tonglu: Library) -> None:
    assert responsible(gathered(tonglu, "桐庐的森林防火由谁负责")) is None


def test_a_row_of_a_table_has_its_own_units(tonglu: Library) -> None:
    draft = responsible(gathered(tonglu, "桐庐建设科技城二期谁牵头"))
    assert "县发改局" in said(draft)
    assert "县住建局" in said(draft)


def test_an_article_may_be_known_by_what_it_says(library: Library) -> None:
    assert "区科技局牵头" in said(responsible(gathered(library, "我们是做药的，想建省级企业研究院，找哪个部门")))


def test_how_many_kinds_there_are_is_no_question_for_units(tonglu: Library) -> None:
    assert responsible(gathered(tonglu, "桐庐的研发机构有几类，分别由谁办")) is None


def test_a_sentence_that_names_who_does_one_thing_is_told_instead_of_all_units_of_its_article(tmp_path: Path) -> None:
    rules = """# 桐乡市公共数据管理办法

## 第二章 采集

第十八条 公共数据由下列部门负责采集：

（一）户籍登记数据，由公安机关负责；

（二）婚姻登记和收养登记数据，由民政部门负责；

（三）机动车登记数据，由车辆管理部门负责。
"""
    with over(tmp_path, 桐乡=rules) as library:
        evidence = gathered(library, "桐乡的婚姻登记和收养登记数据由哪些部门负责采集")
        assert responsible(evidence) is None
        assert "民政部门" in said(compose(evidence))


def test_a_clause_that_only_points_leaves_the_rest_of_the_question_to_say_what(library: Library) -> None:
    text = said(responsible(gathered(library, "想申请秀洲的省级企业研究院奖励，文件上这条归哪个部门管？")))
    assert "支持建设研发机构" in text


def test_which_office_it_is_is_no_name_of_an_office(library: Library) -> None:
    answer = said(compose(gathered(library, "秀洲“推动企业上市”是哪个局牵头？")))
    assert "区金融办" in answer


def test_a_unit_that_the_question_supposes_is_confirmed_or_denied(library: Library) -> None:
    assert said(responsible(gathered(library, "推动企业上市由区金融办牵头，对吗"))).startswith("是，")
    assert said(responsible(gathered(library, "推动企业上市的责任单位是区税务局吗"))).startswith("不是，")
    assert said(responsible(gathered(library, "推动企业上市的责任单位是区科技局吗"))).startswith("是，")
    assert said(responsible(gathered(library, "推动企业上市是不是区科技局牵头"))).startswith("不是，")


def test_a_unit_may_be_supposed_by_its_short_name(tmp_path: Path) -> None:
    plan = "# 平湖市实施意见\n\n### （一）引育人才\n\n改革。（责任单位：市委组织部、市人力社保局）\n"
    with over(tmp_path, 平湖=plan) as opened:
        asked = gathered(opened, "平湖引育人才的责任单位是人社局吗？")
        assert no_such_unit(asked) is None
        assert said(responsible(asked)).startswith("是，")


def test_whether_a_unit_is_among_those_of_an_article(library: Library) -> None:
    assert said(responsible(gathered(library, "推动企业上市的责任单位里有没有区科技局"))).startswith("有，")
    assert said(responsible(gathered(library, "推动企业上市的责任单位里有没有区税务局"))).startswith("没有，")


def test_an_article_is_meant_that_holds_what_is_set_in_quotation_marks(tmp_path: Path) -> None:
    articles = (
        "（一）推动平台提能增效。支持成果转化平台建设，完善成果转化机制。（责任单位：区科技局、区财政局）\n\n"
        "（二）完善转化机制。构建“成果池”“风险池”。（责任单位：区发改局、区经信局）\n"
    )
    with over(tmp_path, 平湖=f"# 平湖区科技创新实施意见\n\n## 一、任务\n\n{articles}") as library:
        told = said(compose(gathered(library, "平湖搞“成果池”“风险池”那一条，名单上一共哪几家单位，打头的是谁")))
    assert ["区发改局" in told, "区经信局" in told, "区科技局" in told] == [True, True, False]
