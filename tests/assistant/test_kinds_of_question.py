"""Every kind of question that people put to a plan, from the question to the cited answer, over three small plans."""

from __future__ import annotations

import pytest

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from ingest.library import Library
from tests.assistant.small_library import JIAXING, NANHU, XIUZHOU, ask, check_sources

ANSWERED = AnswerStatus.ANSWERED
ANSWERS = (
    # value: target, baseline, by its everyday name, by a sentence, a rank, a sum of money
    ("南湖区2025年国家高新技术企业的目标是多少？", "450家", NANHU, "国家高新技术企业"),
    ("南湖区2020年有效发明专利拥有量是多少件？", "2860件", NANHU, "有效发明专利"),
    ("南湖 高企 2025", "450家", NANHU, "国家高新技术企业"),
    ("嘉兴25年研发投入强度要达到多少？", "4.0%", JIAXING, "全社会研发投入"),
    ("秀洲区高企要到多少家？", "380家", XIUZHOU, "380家"),
    ("嘉兴每年新增高新技术企业多少家？", "300家以上", JIAXING, "300家以上"),
    ("南湖区2020年创新指数在全市排第几？", "第3位", NANHU, "居第3位"),
    ("南湖区科创引导基金总规模多大？", "10亿元", NANHU, "10亿元"),
    ("海宁2020年科技创新指数得分是多少？", "75.3", JIAXING, "75.3"),
    # task and measure, as an enterprise asks
    ("我们是科技企业，上市能拿多少奖励？", "1000万元", XIUZHOU, "1000万元"),
    ("怎么支持企业建设研发机构？", "100万元", XIUZHOU, "省级企业研究院"),
    ("奖励高新技术企业最高多少钱？", "30万元", XIUZHOU, "30万元"),
    ("研发费用补助的比例是多少？", "10%", XIUZHOU, "10%"),
    # who is responsible
    ("奖励高新技术企业由谁牵头？", "区科技局牵头，其他责任单位：区税务局", XIUZHOU, "责任单位"),
    ("推动企业上市归哪个部门负责？", "区金融办", XIUZHOU, "区金融办"),
    ("办好创新大赛由哪个部门负责？", "没有标明责任单位", XIUZHOU, "办好创新大赛"),
    # definition
    ("“一核两翼”是什么？", "科创湖区为核心", NANHU, "一核两翼"),
    ("揭榜挂帅是什么意思？", "企业出题", NANHU, "企业出题"),
    # yes or no
    ("南湖区2025年国家高新技术企业是450家，对吗？", "对，", NANHU, "450"),
    (
        "南湖区2025年国家高新技术企业是500家，对吗？",
        "不对，文本给出的是：国家高新技术企业 2025年目标 450家",
        NANHU,
        "450",
    ),
    ("青年科学家有具体数值吗？", "没有给出具体数值", NANHU, "青年科学家一批"),
    # about a plan
    ("南湖区规划是什么时候印发的？", "2021年7月12日", NANHU, "2021年7月12日"),
    ("南湖区规划的规划期是哪几年？", "2021—2025年", NANHU, "2021—2025年"),
    ("嘉兴市规划是谁印发的？", "嘉兴市人民政府", JIAXING, "嘉兴市人民政府"),
    ("秀洲的意见是正式文件吗？", "不是正式印发稿", XIUZHOU, "征求意见稿"),
    ("南湖区规划的依据是什么？", "嘉兴市科技创新发展“十四五”规划", NANHU, "依据"),
    # extremes
    ("各县区2020年科技创新指数得分最高的是哪个？", "76.8", JIAXING, "76.8"),
    ("各县区2020年科技创新指数得分最低的是哪个？", "69.4", JIAXING, "69.4"),
)


@pytest.mark.parametrize(("question", "said", "plan", "quote"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_the_answer_is_said_and_cited(
    assistant: Assistant, library: Library, question: str, said: str, plan: str, quote: str
) -> None:
    answer = ask(assistant, question)
    assert answer.status is ANSWERED
    assert said in answer.text
    assert answer.citations[0].plan == plan
    assert any(quote in citation.quote for citation in answer.citations)
    check_sources(answer, library)


@pytest.mark.parametrize("question", [row[0] for row in ANSWERS[:9]])
def test_a_single_value_is_said_briefly(assistant: Assistant, question: str) -> None:
    assert len(ask(assistant, question).text) <= 120


LISTS = (
    ("南湖区“创新产出”有哪些指标？", NANHU, ("有效发明专利拥有量", "技术交易额")),
    ("南湖区创新主体的指标有哪些，2025年目标多少？", NANHU, ("450家", "1500家")),
    ("南湖区有哪三大重点任务？", NANHU, ("壮大创新主体", "搭建创新平台", "集聚创新人才")),
    ("南湖区规划的重点任务有哪些？", NANHU, ("壮大创新主体", "搭建创新平台", "集聚创新人才")),
    ("嘉兴的主要任务有哪三项？", JIAXING, ("强化企业主导", "优化空间布局", "深化开放协同")),
    ("区科技局牵头哪些条款？", XIUZHOU, ("加大研发补助", "支持建设研发机构", "奖励高新技术企业")),
    (
        "区科技局参与的条款有哪些？",
        XIUZHOU,
        ("加大研发补助", "支持建设研发机构", "奖励高新技术企业", "推动企业上市"),
    ),
    ("区财政局负责哪几条？", XIUZHOU, ("加大研发补助",)),
)


@pytest.mark.parametrize(("question", "plan", "items"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list_is_whole_counted_and_cited_item_by_item(
    assistant: Assistant, library: Library, question: str, plan: str, items: tuple[str, ...]
) -> None:
    answer = ask(assistant, question)
    head, *rest = answer.text.splitlines()
    assert answer.status is ANSWERED
    assert f"共{len(items)}" in head
    assert len(rest) == len(items)
    assert all(item in line for item, line in zip(items, rest, strict=True))
    assert {citation.plan for citation in answer.citations} == {plan}
    check_sources(answer, library)


CALCULATIONS = (
    ("南湖和嘉兴2025年研发投入强度相差多少？", "4.0 − 3.8", "0.2", "个百分点", {NANHU, JIAXING}),
    ("南湖区高新技术企业2025年比2020年多多少？", "450 − 212", "238", "家", {NANHU}),
    ("南湖区高新技术企业2020年到2025年增长百分之多少？", "(450 − 212) ÷ 212", "112.26", "%", {NANHU}),
    ("嘉兴2025年技术交易额是2020年的几倍？", "600 ÷ 260", "2.31", "倍", {JIAXING}),
    ("南湖区国家高新技术企业2025年占全市的比重是多少？", "450 ÷ 5000", "9", "%", {NANHU, JIAXING}),
    ("南湖、秀洲、嘉兴三地2025年高企目标合计多少？", "450 + 380 + 5000", "5830", "家", {NANHU, XIUZHOU, JIAXING}),
    ("南湖区2020年科技创新指数得分比2019年高多少？", "76.8 − 71.2", "5.6", "", {JIAXING}),
)


@pytest.mark.parametrize(
    ("question", "expression", "result", "unit", "plans"), CALCULATIONS, ids=[row[0] for row in CALCULATIONS]
)
def test_a_calculation_states_its_expression_and_cites_its_operands(
    assistant: Assistant, library: Library, question: str, expression: str, result: str, unit: str, plans: set[str]
) -> None:
    answer = ask(assistant, question)
    stated = next(c for c in answer.calculations if c.expression == expression)
    assert (stated.result, stated.unit) == (result, unit)
    assert f"{result}{unit}（{expression}）" in answer.text or f"（{expression} = {result}{unit}）" in answer.text
    assert {citation.plan for citation in answer.citations if citation.n in stated.operands} == plans
    check_sources(answer, library)


def test_a_comparison_shows_both_values_and_says_which_is_ahead(assistant: Assistant, library: Library) -> None:
    answer = ask(assistant, "南湖区和秀洲区2025年国家高新技术企业谁更多？")
    assert answer.status is ANSWERED
    assert all(said in answer.text for said in ("450家", "380家", "南湖区（2025年 450家）高于秀洲区"))
    assert {citation.plan for citation in answer.citations} == {NANHU, XIUZHOU}
    check_sources(answer, library)


def test_several_places_of_one_table_are_compared(assistant: Assistant, library: Library) -> None:
    answer = ask(assistant, "海宁和桐乡2020年科技创新指数得分分别是多少？")
    assert all(said in answer.text for said in ("海宁", "75.3", "桐乡", "72.9"))
    check_sources(answer, library)


def test_what_only_one_of_two_regions_gives_is_an_answer_in_part(assistant: Assistant, library: Library) -> None:
    answer = ask(assistant, "南湖和秀洲2025年有效发明专利拥有量分别是多少？")
    assert "6200件" in answer.text
    assert answer.status in (ANSWERED, AnswerStatus.PARTLY)
    assert "秀洲：已加载的文本没有给出" in answer.text or answer.status is AnswerStatus.PARTLY
    check_sources(answer, library)


@pytest.mark.parametrize(
    "question",
    [
        "技术交易额2025年的目标表1和正文对不上，南湖区到底是多少？",
        "南湖区2025年技术交易额到底是多少，表1和正文一样吗？",
    ],
)
def test_a_disagreement_shows_both_sides_and_both_places(assistant: Assistant, library: Library, question: str) -> None:
    answer = ask(assistant, question)
    assert answer.status is ANSWERED
    assert "90亿元" in answer.text
    assert "98亿元" in answer.text
    assert {citation.kind for citation in answer.citations} >= {"row", "text"}
    check_sources(answer, library)
