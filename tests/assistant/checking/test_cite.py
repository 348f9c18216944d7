from __future__ import annotations

from assistant.answers import Claim, Computed, Source
from assistant.checking.cite import Citations
from ingest.plans import Span
from tests.ingest.small_plans import plan

TEXT = "国家高新技术企业达到450家，科技型中小企业达到1500家。"
PLAN = plan(TEXT)
FIRST = Source("p", Span(0, 14), ("一、目标",))
SECOND = Source("p", Span(15, 28, 7), ("一、目标",), "row")


def citations() -> Citations:
    return Citations({"p": PLAN}.__getitem__)


def test_sources_are_numbered_in_the_order_in_which_the_answer_leans_on_them() -> None:
    numbered = citations()
    assert numbered.marked(Claim("甲", (SECOND,))) == "甲[1]"
    assert numbered.marked(Claim("乙", (FIRST, SECOND))) == "乙[2][1]"
    assert [citation.start for citation in numbered.all()] == [15, 0]


def test_a_source_used_twice_has_one_number() -> None:
    numbered = citations()
    assert numbered.numbers([FIRST, SECOND, FIRST]) == (1, 2, 1)
    assert len(numbered.all()) == 2


def test_a_sentence_that_leans_on_one_place_twice_shows_it_once() -> None:
    assert citations().marked(Claim("甲", (FIRST, FIRST))) == "甲[1]"


def test_markers_stand_before_the_closing_stop() -> None:
    assert citations().marked(Claim("达到450家。", (FIRST,))) == "达到450家[1]。"
    assert citations().marked(Claim("达到450家；", (FIRST,))) == "达到450家[1]；"
    assert citations().marked(Claim("达到450家", (FIRST,))) == "达到450家[1]"


def test_a_sentence_without_a_source_has_no_marker() -> None:
    assert citations().marked(Claim("共2项：", ())) == "共2项："
    assert citations().marked(Claim("没有。", ())) == "没有。"


def test_a_citation_gives_the_verbatim_quote_and_where_it_stands() -> None:
    numbered = citations()
    numbered.numbers([FIRST, SECOND])
    first, second = numbered.all()
    assert first.quote == TEXT[0:14]
    assert (first.n, first.plan_id, first.file, first.plan) == (1, "p", "p.txt", "p")
    assert (first.heading, first.page, first.kind) == (("一、目标",), None, "text")
    assert (second.n, second.start, second.end, second.page, second.kind) == (2, 15, 28, 7, "row")


def test_a_calculation_names_the_citations_of_its_operands() -> None:
    numbered = citations()
    numbered.numbers([FIRST])
    done = numbered.calculation(Computed("1500 − 450", "1050", "家", (SECOND, FIRST)))
    assert (done.expression, done.result, done.unit, done.operands) == ("1500 − 450", "1050", "家", (2, 1))
    assert len(numbered.all()) == 2
