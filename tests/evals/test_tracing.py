"""Whether cited spans carry what the sentences say."""

from __future__ import annotations

from decimal import Decimal

from evals.outputs import Calculated
from evals.tracing import _short, numbers, proves, statements, trace, uncited, unsupported
from tests.evals.invented import BASELINE, FIRMS, GROWTH, ROW, TARGET, answered, cited, corpus, right_answer


def test_a_statement_ends_with_its_markers_or_its_line() -> None:
    found = statements("甲乙丙。丁戊[1][2]。己庚[3]\n共两项：\n1. 辛壬癸\n")
    assert [(one.text, one.marks) for one in found] == [("甲乙丙。丁戊", (1, 2)), ("己庚", (3,)), ("辛壬癸", ())]


def test_a_right_citation_carries_its_sentence() -> None:
    (found,) = trace(right_answer(), corpus())
    assert found.carried
    assert found.untraced == ()


def test_a_number_that_the_span_lacks_is_named() -> None:
    found = trace(answered(FIRMS, "到2025年，国家高新技术企业达601家[1]。", cited(f"到2025年，{TARGET}")), corpus())
    assert unsupported(found) == ("601",)


def test_a_span_about_something_else_carries_nothing_even_without_numbers() -> None:
    (found,) = trace(answered(FIRMS, "由区科技局牵头设立专项资金[1]", cited(BASELINE)), corpus())
    assert not found.carried
    assert found.untraced == ()


def test_a_quote_that_is_not_in_the_plan_carries_nothing() -> None:
    forged = cited(TARGET).model_copy(update={"quote": "全区国家高新技术企业达700家"})
    (found,) = trace(answered(FIRMS, "国家高新技术企业达700家[1]", forged), corpus())
    assert found.untraced == ("700",)


def test_a_row_carries_the_years_of_its_header_and_a_calculation_its_result() -> None:
    sums = (Calculated(expression="1200 − 813", result="387", unit="家"),)
    output = answered(GROWTH, "科技型中小企业2025年目标1200家，多387家[1]", cited(ROW.strip())).model_copy(
        update={"calculations": sums}
    )
    assert unsupported(trace(output, corpus())) == ()


def test_the_number_of_a_table_and_the_year_behind_it_are_two_numbers() -> None:
    output = answered(GROWTH, "科技型中小企业1200家（表1 2025年指标）[1]", cited(ROW.strip()))
    assert unsupported(trace(output, corpus())) == ()


def test_what_is_said_not_to_be_given_may_repeat_the_question() -> None:
    asked = FIRMS.model_copy(update={"question": "云溪2030年的目标？"})
    output = answered(asked, "没有给出2030年的国家高新技术企业目标[1]", cited(TARGET))
    assert unsupported(trace(output, corpus())) == ()
    assert unsupported(trace(answered(asked, "2030年国家高新技术企业达600家[1]", cited(TARGET)), corpus())) == ("2030",)


def test_sentences_without_a_source_are_found_but_not_headlines_and_refusals() -> None:
    output = answered(FIRMS, "云溪区的目标如下：\n国家高新技术企业将大幅增加\n文本没有给出具体的增加办法")
    assert [one.text for one in uncited(output)] == ["国家高新技术企业将大幅增加"]


def test_numbers_apart_in_a_row_stay_apart() -> None:
    assert numbers(["10.75\t19.59｜4.0"]) == {Decimal("10.75"), Decimal("19.59"), Decimal(4)}
    assert proves("企业数\t家\t600", "600家")
    assert not proves("企业数\t家\t6000", "600家")
    assert proves("由科技局牵头", "科技局")


def test_a_share_may_be_told_to_one_decimal_beside_its_exact_result() -> None:
    assert shorter("(25000 − 14576) ÷ 14576", "71.51", "%") == "71.5"
    assert shorter("(25000 − 14576) ÷ 14576", "70", "%") == ""


def test_a_part_of_things_that_come_whole_may_be_told_in_whole_numbers() -> None:
    assert shorter("(3000 − 1923) ÷ 5", "215.4", "家") == "215"
    assert shorter("(386 − 180) ÷ 5", "41.2", "亿元") == ""


def shorter(expression: str, result: str, unit: str) -> str:
    return _short(Calculated(expression=expression, result=result, unit=unit))
