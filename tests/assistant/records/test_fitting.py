from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.questions import Intent, Query, Scope
from assistant.records.fitting import (
    fit,
    flow,
    names,
    rate,
    spoken,
    subjects_of,
    unasked_rank,
    verbatim,
    wanted_concepts,
)
from assistant.retrieval.terms import Terms
from ingest.facts.concepts import concept_of
from ingest.library.words import tokens
from ingest.plans import Indicator, Span


def indicator(name: str, concept: str = "", nature: str = "") -> Indicator:
    where = ("表1", "", (), Span(0, 1), "")
    return Indicator("p", name, concept or concept_of(name), "南湖区", "2025", "target", "=", "5", "家", nature, *where)


def query(text: str, focus: str = "", scopes: tuple[Scope, ...] = ()) -> Query:
    return Query(text, Intent.VALUE, focus or text, scopes)


def fitting(name: str, text: str, *, concept: str = "") -> float:
    looked = Terms(dict.fromkeys(tokens(text), 1.0), {}, ())
    return fit(indicator(name, concept), wanted_concepts(query(text)), looked, text)


def test_names_of_one_concept_are_wanted_alike() -> None:
    one, other = wanted_concepts(query("研发投入强度")), wanted_concepts(query("R&D经费支出占GDP比重"))
    assert one == other
    assert len(one) == 1


def test_a_share_in_everyday_words_is_not_the_amount() -> None:
    assert wanted_concepts(query("研发投入占比")) == wanted_concepts(query("研发投入强度"))
    assert wanted_concepts(query("研发投入")) != wanted_concepts(query("研发投入强度"))


def test_short_names_of_everyday_speech_are_understood() -> None:
    assert concept_of("国家高新技术企业") in wanted_concepts(query("高企"))


def test_people_say_within_where_plans_say_among() -> None:
    assert spoken("就业人员里面的研发人员") == spoken("就业人员中研发人员")


def test_the_very_concept_fits_better_than_its_like_and_that_better_than_others() -> None:
    asked = "有效发明专利拥有量"
    same, akin, other = (fitting(name, asked) for name in ("有效发明专利拥有量", "发明专利授权量", "技术交易额"))
    assert same >= 1
    assert same > akin > other


def test_a_rank_is_not_the_value_it_ranks() -> None:
    assert fitting("创新指数", "创新指数是多少") > fitting("创新指数排名", "创新指数是多少", concept="创新指数位次")
    assert fitting("创新指数", "创新指数排名第几", concept="创新指数位次") >= 0.9


def test_a_longer_name_written_in_the_question_is_surer() -> None:
    asked = "有效发明专利拥有量和技术交易额各多少"
    assert verbatim(indicator("有效发明专利拥有量"), asked) > verbatim(indicator("技术交易额"), asked) > 0
    assert verbatim(indicator("国家高新技术企业"), asked) == 0


def test_a_flow_counts_less_where_the_total_is_asked_for_and_the_other_way_round() -> None:
    total, added = indicator("高新技术企业"), indicator("新增高新技术企业", nature="新增")
    yearly = indicator("高新技术企业", nature="每年")
    assert flow(total, "高新技术企业多少家") == 0
    assert flow(added, "高新技术企业多少家") > 0
    assert flow(added, "新增高新技术企业多少家") == 0
    assert flow(total, "新增高新技术企业多少家") > 0
    assert flow(yearly, "2025年高新技术企业多少家") > 0
    assert flow(yearly, "每年高新技术企业多少家") == 0


def test_parks_and_towns_are_subjects_and_the_region_itself_is_not() -> None:
    assert subjects_of(query("长三角科技城有几家企业")) == ("长三角科技城",)
    assert subjects_of(query("余新镇的任务")) == ("余新镇",)
    assert subjects_of(query("国家级高新区有几个")) == ()
    assert subjects_of(query("滨江高新区有几个", scopes=(Scope("滨江高新区", ("p",)),))) == ()
    assert subjects_of(query("国家高新技术企业有几家")) == ()
    assert subjects_of(query("有没有打算对镇街做考核")) == ()


def test_a_town_is_its_own_subject_without_the_region_before_it() -> None:
    nanhu = (Scope("南湖", ("p",)),)
    assert subjects_of(query("南湖余新镇的任务", scopes=nanhu)) == ("余新镇",)
    assert subjects_of(query("南湖区余新镇的任务", scopes=nanhu)) == ("余新镇",)


@pytest.mark.parametrize(
    ("told", "subject", "expected"),
    [
        ("推动长三角科技城一体化", "长三角科技城", True),
        ("青山湖科技城产值", "临安青山湖科技城", True),
        ("推动长三角科技城一体化", "秀湖科技城", False),
        ("建设新城", "秀洲新城", False),
    ],
)
def test_a_subject_is_named_in_full_or_without_its_region(told: str, subject: str, expected: bool) -> None:
    assert names(told, subject) == expected


def test_a_share_of_the_whole_economy_may_be_named_without_the_word_share() -> None:
    assert spoken("研发投入占GDP") == spoken("研发投入占GDP比重")
    assert spoken("研发投入占GDP比重") != spoken("研发投入")


def test_a_short_name_stands_for_its_whole_and_not_for_what_is_in_it() -> None:
    query = Query("平湖研发人员密度是多少", Intent.VALUE, "研发人员密度")
    assert wanted_concepts(query) == ("每万名就业人员中研发人员",)


def test_a_place_in_a_ranking_is_meant_only_where_the_question_asks_for_one() -> None:
    rank = replace(indicator("生产总值增速"), role="rank", unit="位")
    assert unasked_rank(rank, query("生产总值增速多少")) > 0
    assert unasked_rank(rank, query("生产总值增速排多少")) == 0
    assert unasked_rank(indicator("生产总值"), query("生产总值多少")) == 0


def test_a_value_that_the_question_tells_is_the_more_likely_meant() -> None:
    looked = Terms({}, {}, ())
    assert rate(indicator("甲乙"), query("甲乙是5家吗"), (), looked, "") > rate(
        indicator("甲乙"), query("甲乙是6家吗"), (), looked, ""
    )


def test_a_part_of_what_was_named_is_a_subject_by_its_kind_alone() -> None:
    assert subjects_of(query("杭州省级新型研发机构：其中大走廊要达到几家？")) == ("大走廊",)
    assert subjects_of(query("大走廊要达到几家？")) == ()


def test_a_share_of_turnover_is_known_by_its_everyday_name() -> None:
    assert spoken("规上工业企业研发占营收") == spoken("规上工业企业R&D经费支出占营业收入比重")


def test_a_place_may_stand_among_others_whose_kind_is_said_once() -> None:
    assert names("支持东山、青湾、建德等省级高新区发展", "青湾高新区")
    assert not names("支持东山、建德等省级高新区，青湾科技城", "青湾高新区")
