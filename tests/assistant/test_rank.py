from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Intent, Query, Scored
from assistant.rank import Candidate, Terms, candidates, terms
from assistant.settings import RankSettings
from ingest.library import Library
from ingest.library.words import tokens
from ingest.plans import Passage, Span

PLAIN = RankSettings()


class Even:
    """A library in which every word but the unknown ones is as rare as any other."""

    def __init__(self, *unknown: str) -> None:
        self.unknown = unknown

    def rarity(self, tokens: list[str]) -> dict[str, float]:
        return {token: 0.0 if token in self.unknown else 1.0 for token in tokens}


def query(focus: str, **slots: object) -> Query:
    return Query(**{"text": focus, "intent": Intent.TASK, "focus": focus, **slots})


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


def test_rare_words_weigh_more_than_common_ones(library: Library) -> None:
    looked = terms(query("柔性电子企业"), library)
    rare, common = ({*tokens("柔性电子")}, {*tokens("企业")})
    assert looked.covered(rare) > looked.covered(common)


def test_words_that_no_plan_holds_are_told_apart() -> None:
    looked = terms(query("独角兽企业"), Even("独角", "角兽"))
    assert set(looked.unknown) == {"独角", "角兽"}
    assert set(looked.own) == {"兽企", "企业"}


def test_words_of_plans_stand_in_for_everyday_words_but_weigh_less() -> None:
    looked = terms(query("高企数量"), Even())
    said, meant = looked.covered({*tokens("高企数量")}), looked.covered({*tokens("高新技术企业")})
    assert said == pytest.approx(1.0)
    assert 0 < meant < said


@given(st.sets(st.sampled_from(["企业", "上市", "融资", "奖励", "平台"])), st.sampled_from(["企业", "上市", "平台"]))
def test_coverage_is_a_share_and_grows_with_what_is_found(found: set[str], more: str) -> None:
    looked = Terms({"企业": 1.0, "上市": 2.0, "融资": 0.5}, {"奖励": 1.0}, ())
    assert 0 <= looked.covered(found) <= looked.covered(found | {more}) <= 1 + 1e-9


def test_a_long_story_needs_less_coverage_than_a_short_question() -> None:
    short, long = Terms({"企业": 1.0}, {}, ()), Terms({str(n): 1.0 for n in range(60)}, {}, ())
    assert short.floor(0.35) == 0.35
    assert long.floor(0.35) < 0.35


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
