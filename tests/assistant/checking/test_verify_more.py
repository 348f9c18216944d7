"""Further calculations and quotes that leave or are caught."""

from __future__ import annotations

from tests.assistant.checking.test_verify import calculation, source_of, stands
from tests.ingest import small_plans as parts


def test_a_level_before_a_growth_is_reckoned_with_the_stated_rate_alone() -> None:
    text = "企业达456家，同比增长25%。"
    plan = parts.plan(text, region="南湖区", heading="一、目标")
    source = source_of(plan, text)
    right = calculation("456 ÷ (1 + 25%)", "364.8", "家", source)
    assert stands(plan, "上年约365家（456 ÷ (1 + 25%) = 364.8家）", source, calculation=right)
    for expression, result in (("456 ÷ (1 + 26%)", "361.9"), ("455 ÷ (1 + 25%)", "364"), ("456 ÷ (1 + 25%)", "365")):
        wrong = calculation(expression, result, "家", source)
        assert not stands(plan, f"上年约{result}家（{expression} = {result}家）", source, calculation=wrong)


def test_what_is_quoted_under_a_label_may_begin_with_a_figure() -> None:
    text = "36个已经投产的港口码头泊位利用率为61.5%。"
    plan = parts.plan(text, region="南湖区", heading="一、目标")
    assert stands(plan, f"园区：{text}", source_of(plan, text))
    assert not stands(plan, f"园区：{text.replace('36', '37')}", source_of(plan, text))
