"""What a measure provides is read with its conditions, each value from its own words."""

from __future__ import annotations

import pytest

from ingest.facts.provisions import Provisions, among, beneficiaries_in
from ingest.plans import Located, Paragraph, Span


def provisions(text, base=None, whole=None):
    return Provisions([Paragraph(0, text, (Span(0, len(text)),))], base, whole)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("到2027年建成。", "到2027年"),
        ("2025年底前完成。", "2025年底前"),
        ("力争2026年底建成投用。", "2026年底"),
        ("每年12月底前报送。", "每年12月底前"),
        ("年底前完成备案。", ""),
        ("到2019年底，已有企业260家，2025年前翻一番。", "2025年前"),
        ("到2019年底，已有企业260家。", ""),
        ("2025年前期工作已经展开。", ""),
        ("截至2021年底共有三家。", ""),
    ],
)
def test_a_deadline_is_a_time_to_reach_and_none_looked_back_on(text, deadline):
    assert provisions(text, base=2020).deadline() == deadline


def test_a_grant_keeps_threshold_condition_and_ceiling_together():
    text = "对研发投入500万元以上的企业，按实际投入的10%给予补助，单个企业最高不超过100万元；其余不变。"
    assert provisions(text).amounts() == (text.partition("；")[0],)


def test_grants_of_one_paragraph_stand_apart():
    text = "对新认定的国家级平台，给予50万元；对省级平台给予30万元、市级10万元。销售额达到2亿元。"
    assert provisions(text).amounts() == ("对新认定的国家级平台，给予50万元", "对省级平台给予30万元、市级10万元")


def test_the_number_of_an_item_is_no_part_of_its_grant():
    assert (
        provisions("给予奖励：（一）国家级，奖励500万元；（二）省级，奖励100万元。").amounts()[1] == "省级，奖励100万元"
    )


def test_a_long_sentence_is_cut_at_a_clause():
    (amount,) = provisions("，".join(["对符合条件的申报单位开展的工作"] * 30) + "，给予50万元奖励。").amounts()
    assert amount.startswith("对符合条件")
    assert amount.endswith("给予50万元奖励")
    assert len(amount) <= 240


def test_a_measure_holds_as_long_as_it_says_and_else_as_its_plan():
    whole = Located("有效期三年", Span(90, 95))
    own = provisions("本条自2024年1月1日起执行。", whole=whole)
    assert own.validity() == "自2024年1月1日起执行"
    assert own.spans == [("validity", Span(2, 2 + len("自2024年1月1日起执行")))]
    other = provisions("支持企业。", whole=whole)
    assert other.validity() == "有效期三年"
    assert other.spans == [("validity", Span(90, 95))]
    assert provisions("支持企业。").validity() == ""


def test_public_data_alone_is_no_means_but_opening_it_is():
    assert provisions("公共数据主管部门负责监督。").instruments() == ()
    assert provisions("推动公共数据共享。").instruments() == ("数据开放",)
    assert provisions("医保基金按规定支付，基金会登记。").instruments() == ()


def test_beneficiaries_are_found_longest_first():
    assert provisions("支持科技型中小企业和中小企业。").beneficiaries() == ("科技型中小企业", "中小企业")


def test_those_whom_a_text_names_are_found_once_the_longer_name_first() -> None:
    assert beneficiaries_in("孵化器和外资研发中心、孵化器") == ("孵化器", "外资研发中心")
    assert beneficiaries_in("其他") == ()


def test_who_belongs_to_whom_is_known() -> None:
    assert "顶尖人才" in among("高层次人才")
    assert among("其他") == ()
