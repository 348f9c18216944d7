"""What is proven leaves; what is not stays back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import AnswerStatus, CitationKind, Claim, Computed, Draft, Source
from assistant.checking.verify import counts, proven, verified
from ingest.library import Library
from ingest.plans import Located, Plan, Span, Table
from tests.ingest import small_plans as parts

TEXT = "2020年，企业达到212家；到2025年，企业达到450家，平台达到30个。全区研发投入占比为3.8%。"


@pytest.fixture
def plan() -> Plan:
    table = parts.table("表1 主要指标", "指标|单位|2020年|2025年", "企业|家|212|450", "平台|个|12|30")
    return with_places(parts.plan(TEXT, table=table, region="南湖区", heading="一、目标"))


def with_places(plan: Plan) -> Plan:
    """The plan with its rows where they stand in the text."""
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    starts = [plan.text.index(row.cells[0].text + "\t") for row in table.rows]
    ends = [plan.text.index("\n", start) if "\n" in plan.text[start:] else len(plan.text) for start in starts]
    rows = tuple(replace(row, span=Span(*pair)) for row, *pair in zip(table.rows, starts, ends, strict=True))
    return replace(plan, blocks=(*plan.blocks[:-1], replace(table, rows=rows)))


def source_of(plan: Plan, quote: str, kind: CitationKind = "text") -> Source:
    start = plan.text.index(quote)
    return Source("p", Span(start, start + len(quote)), ("一、目标",), kind)


def stands(plan: Plan, text: str, *sources: Source, calculation: Computed | None = None) -> bool:
    return proven(Claim(text, sources, calculation), {"p": plan}.__getitem__)


def test_a_sentence_is_repeated_as_it_stands_or_with_parts_left_out(plan: Plan) -> None:
    whole = source_of(plan, TEXT)
    assert stands(plan, "到2025年，企业达到450家", whole)
    assert stands(plan, "2020年，……全区研发投入占比为3.8%。", whole)
    assert not stands(plan, "到2025年，企业达到212家", whole)
    assert not stands(plan, "平台达到30个，……企业达到212家", whole)


def test_what_is_left_out_may_not_give_a_number_another_year(plan: Plan) -> None:
    assert not stands(plan, "到2025年，……全区研发投入占比为3.8%。", source_of(plan, TEXT))


def test_a_number_does_not_come_from_the_middle_of_another(plan: Plan) -> None:
    assert not stands(plan, "企业达到21", source_of(plan, TEXT))
    assert not stands(plan, "占比为3", source_of(plan, TEXT))


def test_an_invented_number_is_caught(plan: Plan) -> None:
    row = source_of(plan, "企业\t家\t212\t450", "row")
    assert stands(plan, "企业：2020年 212家，2025年 450家（表1 主要指标）", row)
    assert not stands(plan, "企业：2020年 212家，2025年 460家（表1 主要指标）", row)
    assert not stands(plan, "企业：2020年 212家，2025年 450家，实际 466家（表1 主要指标）", row)
    assert not stands(plan, "企业：2020年 212家，2025年 450家（表7 主要指标）", row)


def test_the_number_of_another_row_is_caught(plan: Plan) -> None:
    row = source_of(plan, "企业\t家\t212\t450", "row")
    assert not stands(plan, "企业：2025年 30个", row)


@pytest.mark.parametrize("span", [Span(-1, 5), Span(5, 5), Span(9, 4), Span(0, 10_000)])
def test_a_range_that_is_none_of_the_text_is_caught(plan: Plan, span: Span) -> None:
    assert not stands(plan, "企业达到450家", Source("p", span, ()))


def test_a_range_that_is_no_row_is_caught(plan: Plan) -> None:
    assert not stands(plan, "企业：2025年 450家", source_of(plan, "企业达到450家", "row"))


def test_a_plan_that_is_not_there_is_caught(library: Library) -> None:
    assert not proven(Claim("企业达到450家", (Source("gone", Span(0, 5), ()),)), library.plan)


def calculation(expression: str, result: str, unit: str, *sources: Source) -> Computed:
    return Computed(expression, result, unit, sources)


@pytest.mark.parametrize(
    ("text", "expression", "result", "unit"),
    [
        ("相差 238家（450 − 213）", "450 − 213", "237", "家"),
        ("相差 238家（450 − 212）", "450 − 212", "239", "家"),
        ("相差 239家（450 − 212）", "450 − 212", "238", "家"),
        ("相差 238家（451 − 212）", "450 − 212", "238", "家"),
        ("相差 238家（451 − 213）", "451 − 213", "238", "家"),
        ("相差 238件（450 − 212）", "450 − 212", "238", "家"),
        ("相差 238家（450 − 212），约占 53%", "450 − 212", "238", "家"),
        ("平均每年 39.67家（(450 − 212) ÷ 6）", "(450 − 212) ÷ 6", "39.67", "家"),
        ("增长约112.4%（(450 − 212) ÷ 212 = 112.26%）", "(450 − 212) ÷ 212", "112.26", "%"),
        ("增长约112%（(450 − 212) ÷ 212 = 112.26%）", "(450 − 212) ÷ 212", "112.26", "%"),
        ("相差约1.1%，238家（450 − 212）", "450 − 212", "238", "家"),
    ],
)
def test_a_wrong_operand_or_result_of_a_calculation_is_caught(
    plan: Plan, text: str, expression: str, result: str, unit: str
) -> None:
    row = source_of(plan, "企业\t家\t212\t450", "row")
    assert not stands(plan, text, row, calculation=calculation(expression, result, unit, row))


@pytest.mark.parametrize(
    ("text", "expression", "result", "unit"),
    [
        ("相差 238家（450 − 212）", "450 − 212", "238", "家"),
        ("增长 112.26%（(450 − 212) ÷ 212）", "(450 − 212) ÷ 212", "112.26", "%"),
        ("增长约112.3%（(450 − 212) ÷ 212 = 112.26%）", "(450 − 212) ÷ 212", "112.26", "%"),
        ("平均每年 47.6家（(450 − 212) ÷ 5）", "(450 − 212) ÷ 5", "47.6", "家"),
        ("达到了翻一番（翻一番应为 424家）", "212 × 2", "424", "家"),
    ],
)
def test_a_right_calculation_leaves(plan: Plan, text: str, expression: str, result: str, unit: str) -> None:
    row = source_of(plan, "企业\t家\t212\t450", "row")
    assert stands(plan, text, row, calculation=calculation(expression, result, unit, row))


def draft(*claims: Claim, status: AnswerStatus = AnswerStatus.ANSWERED) -> Draft:
    return Draft(status, claims)


def test_what_is_not_proven_is_dropped_and_told(plan: Plan) -> None:
    good = Claim("平台达到30个", (source_of(plan, TEXT),))
    bad = Claim("平台达到31个", (source_of(plan, TEXT),))
    kept, lost = verified(draft(good, bad), {"p": plan}.__getitem__)
    assert (kept.claims, kept.status, lost) == ((good,), AnswerStatus.PARTLY, (bad,))


def test_where_nothing_is_proven_the_answer_is_refused(plan: Plan) -> None:
    head, bad = Claim("共1项：", ()), Claim("平台达到31个", (source_of(plan, TEXT),))
    kept, lost = verified(draft(head, bad), {"p": plan}.__getitem__)
    assert (kept.claims, kept.status) == ((), AnswerStatus.NOT_IN_PLANS)
    assert set(lost) == {head, bad}


def test_a_count_is_the_number_of_what_follows(plan: Plan) -> None:
    items = [Claim("平台达到30个", (source_of(plan, TEXT),)), Claim("企业达到450家", (source_of(plan, TEXT),))]
    assert counts(Claim("共2项：", ()), items)
    assert not counts(Claim("共3项：", ()), items)
    assert counts(Claim("《2030年规划》的“重点任务”共2项：", ()), items)


def test_a_refusal_is_left_as_it_is() -> None:
    refusal = draft(Claim("没有给出。", ()), status=AnswerStatus.NOT_IN_PLANS)
    assert verified(refusal, {}.__getitem__) == (refusal, ())


def test_a_fact_is_repeated_whatever_dash_is_printed(plan: Plan) -> None:
    printed = replace(plan, text=f"{plan.text}（1981一1985）")
    source = Source("p", Span(len(plan.text) + 1, len(printed.text) - 1), (), "metadata")
    for told, right in (("1981—1985", True), ("1981—1986", False)):
        assert proven(Claim(f"《{plan.title}》规划期限：{told}", (source,)), {"p": printed}.__getitem__) is right


def test_a_title_may_name_another_document() -> None:
    plan = parts.plan("调整实施《管理条例》的决定", "成文日期为2021年5月6日。", region="南湖区", heading="一、目标")
    named = replace(plan, facts=replace(plan.facts, title=Located("调整实施《管理条例》的决定", Span(0, 13))))
    at = named.text.index("2021")
    source = Source("p", Span(at, at + 9), (), "metadata")
    claim = Claim("《调整实施《管理条例》的决定》成文日期：2021年5月6日", (source,))
    assert proven(claim, {"p": named}.__getitem__)
    assert not proven(replace(claim, text="《管理条例》成文日期：2021年5月6日"), {"p": named}.__getitem__)


def test_an_amount_stands_only_beside_what_the_text_sets_it_for() -> None:
    plan = parts.plan(
        "对三星级、四星级、五星级酒店，分别给予20万元、50万元、100万元奖励。", region="南湖区", heading="一、奖励"
    )
    source = Source("p", Span(0, plan.text.index("。") + 1), ("一、奖励",))
    assert stands(plan, "四星级：50万元", source)
    assert not stands(plan, "四星级：100万元", source)
    assert not stands(plan, "星级：50万元", source)


def test_a_calculation_uses_a_figure_of_the_question_only_where_it_stands_there() -> None:
    plan = parts.plan("对新建茶园，一次性奖励200元/亩。", region="南湖区", heading="一、奖励")
    source = Source("p", Span(0, plan.text.index("。") + 1), ("一、奖励",))
    computed = Computed("600 × 200", "120000", "元", (source,), ("600",))
    claim = Claim("按此计算 120000元，即 12万元（600 × 200）", (source,), computed)
    plan_of = {"p": plan}.__getitem__
    assert proven(claim, plan_of, "新建600亩茶园奖多少")
    assert not proven(claim, plan_of, "新建茶园奖多少")
    assert not proven(replace(claim, text="按此计算 120000元，即 13万元（600 × 200）"), plan_of, "新建600亩茶园奖多少")
    assert not proven(replace(claim, calculation=replace(computed, given=())), plan_of, "新建600亩茶园奖多少")


def test_an_average_of_whole_things_may_be_told_whole_and_only_so(plan: Plan) -> None:
    average = calculation("(450 − 212) ÷ 5", "47.6", "家", row := source_of(plan, "企业\t家\t212\t450", "row"))
    for whole, holds in (("48", True), ("49", False)):
        assert stands(plan, f"平均每年约{whole}家（(450 − 212) ÷ 5 = 47.6家）", row, calculation=average) == holds
