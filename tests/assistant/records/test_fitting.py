from __future__ import annotations

from dataclasses import replace

from assistant.questions import Intent, Query, Scope
from assistant.records.fitting import (
    fit,
    flow,
    rate,
    spoken,
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


def test_a_share_of_turnover_is_known_by_its_everyday_name() -> None:
    assert spoken("规上工业企业研发占营收") == spoken("规上工业企业R&D经费支出占营业收入比重")


def test_a_share_of_research_funds_is_known_without_the_word_for_funds() -> None:
    told = spoken("基础研究经费占R&D经费比重")
    assert spoken("基础研究经费占R&D的比重") == told
    assert spoken("基础研究经费在R&D经费里的占比") == told
