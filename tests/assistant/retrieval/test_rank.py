from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Scored
from assistant.questions import Intent, Query
from assistant.retrieval.rank import Candidate, candidates, told_years
from assistant.retrieval.terms import terms
from assistant.settings import RankSettings
from ingest.notation.periods import years
from ingest.plans import Passage, Span
from tests.assistant.retrieval.test_terms import Even, query


def passage(text: str, *heading: str, kind: str = "paragraph", record: str = "") -> Passage:
    return Passage(text[:8], "p", 0, kind, heading or ("一、目标",), 1, text, "", Span(0, len(text)), record)


def ranked(asked: Query, *passages: Passage, **weights: float) -> list[Candidate]:
    settings = RankSettings(**weights)
    scored = [Scored(one, 1.0 / (1 + at)) for at, one in enumerate(passages)]
    return candidates(asked, terms(asked, Even()), scored, settings)


def best(asked: Query, *passages: Passage, **weights: float) -> str:
    return ranked(asked, *passages, **weights)[0].text


def test_the_sentence_that_covers_most_of_the_question_comes_first() -> None:
    text = "建设实验室，引进团队。推动企业上市，扩大融资。优化人才服务，提升环境。"
    assert best(query("企业上市融资"), passage(text)) == "推动企业上市，扩大融资。"


def test_a_heading_that_the_question_names_lifts_what_stands_below_it() -> None:
    same = "给予最高200万元补助。"
    texts = (passage(same, "一、人才", "1.住房补贴"), passage(same, "二、企业", "2.上市奖励"))
    assert ranked(query("上市奖励"), *texts)[0].passage.heading[-1] == "2.上市奖励"


def test_where_a_number_is_asked_for_a_sentence_with_one_goes_first() -> None:
    texts = passage("推进科创基金设立，扩大科创基金规模。科创基金规模10亿元。")
    assert best(query("科创基金规模", wants_number=True, unit="亿元"), texts) == "科创基金规模10亿元。"


def test_a_number_next_to_the_words_beats_one_far_from_them() -> None:
    near = "引进企业5家，海外工程师达到120名。"
    far = "海外工程师队伍壮大，环境持续优化，引进企业5家。"
    assert best(query("海外工程师", wants_number=True), passage(far), passage(near)) == near


def test_a_sentence_of_the_asked_year_goes_before_one_of_another() -> None:
    texts = (passage("2020年企业达到212家。"), passage("2025年企业达到450家。"))
    assert best(query("企业达到", years=("2025",)), *texts) == "2025年企业达到450家。"


def test_a_definition_goes_first_where_one_is_asked_for() -> None:
    texts = (passage("推进揭榜挂帅。"), passage("揭榜挂帅是指由企业出题。"))
    assert best(query("揭榜挂帅", intent=Intent.DEFINITION), *texts) == "揭榜挂帅是指由企业出题。"


def test_a_row_is_one_candidate_and_a_heading_none() -> None:
    row = passage("企业 家 450", kind="row", record="表1｜企业｜单位：家｜2025年：450")
    heading = passage("二、企业", kind="heading")
    found = ranked(query("企业"), row, heading)
    assert [(one.is_row, one.text) for one in found] == [(True, "企业 家 450")]
    assert found[0].quantities
    assert [period.year for period in found[0].periods] == ["2025"]


def test_what_stands_before_the_text_begins_is_no_answer() -> None:
    front = replace(passage("南湖区人民政府"), heading=())
    assert ranked(query("南湖区人民政府"), front) == []


def test_candidates_are_ranges_of_their_passage() -> None:
    one = passage("建设实验室。推动企业上市融资。优化人才服务。")
    for found in ranked(query("企业"), one):
        assert one.text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["", "吗", "？？"])
def test_a_question_without_words_finds_nothing_to_prefer(text: str) -> None:
    assert {one.coverage for one in ranked(query(text), passage("推动企业上市。"))} <= {0.0}


def test_the_opening_of_a_document_is_no_answer() -> None:
    text = "为落实部署，现就推进政务网站建设提出以下意见。政务网站建设由办公厅统筹。"
    assert [one.text for one in ranked(query("政务网站建设"), passage(text))] == ["政务网站建设由办公厅统筹。"]


def test_a_title_is_no_answer() -> None:
    title = replace(passage("关于双招双引的意见（节选）"), context="关于双招双引的意见（节选） 一、总则")
    assert ranked(query("双招双引"), title) == []


def test_a_line_that_repeats_the_title_is_no_answer() -> None:
    told = replace(
        passage("关于双招双引的意见[1]\n双招双引由商务局负责。"), context="关于“双招双引”的意见（试行） 一、总则"
    )
    assert [one.text for one in ranked(query("双招双引"), told)] == ["双招双引由商务局负责。"]
    notice = passage("# 关于印发《某市双招双引扶持办法》的通知")
    assert ranked(query("双招双引"), notice) == []


def test_what_a_park_is_to_reach_comes_after_what_the_region_is() -> None:
    park = passage("2025年专利申请量达到1000件。", "三、布局", "东部科技城")
    own = passage("2025年专利申请量达到3000件。", "二、目标")
    assert best(query("专利申请量", wants_number=True), park, own) == "2025年专利申请量达到3000件。"
    assert best(query("东部科技城专利申请量", wants_number=True), own, park) == "2025年专利申请量达到1000件。"


def test_whether_a_sentence_names_the_asked_year_is_known() -> None:
    texts = passage("2025年企业达到450家。2020年企业有212家。企业多多益善。")
    told = {one.text[:4]: one.dated for one in ranked(query("企业", years=("2025",)), texts)}
    assert told == {"2025": 1.0, "2020": -1.0, "企业多多": 0.0}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1995年产量达到46500万吨，比1990年增加1900万吨。", ["1995"]),
        ("1985年达到456亿印张，比1980年的374亿印张增加82亿印张。", ["1985", "1980"]),
        ("推动企业上市。", []),
    ],
)
def test_a_year_that_is_only_compared_with_is_not_told_of(text: str, told: list[str]) -> None:
    assert told_years(text, years(text)) == told


def test_where_it_is_asked_when_a_sentence_with_a_time_goes_first() -> None:
    texts = passage("试点方案报送备案，做好总结。试点方案于2018年12月底前报送备案。")
    assert best(query("试点方案什么时候报送备案"), texts) == "试点方案于2018年12月底前报送备案。"
