from __future__ import annotations

import pytest

from assistant.records.parts import counted, runs


@pytest.mark.parametrize(
    ("text", "number", "noun", "first"),
    [
        ("明确流程，严把来源关、质量关、保密关、格式关。", 4, "关", "严把来源关"),
        ("推进新农村、新农业、新农民和新技术，树立“四新”理念", 4, "新", "推进新农村"),
        ("建成“苗圃—孵化器—加速器—产业园”四级孵化体系", 4, "孵化体系", "苗圃"),
        ("将项目划分为竞争性、基础性和公益性三类", 3, "", "将项目划分为竞争性"),
        ("壮大“幼苗企业-雏鹰企业-瞪羚企业”企业梯队", 3, "梯队", "幼苗企业"),
        ("实行“三定”，即：定规模、定总额、定工期。", 3, "定", "定规模"),
    ],
)
def test_a_run_with_as_many_things_as_are_counted_is_found(text: str, number: int, noun: str, first: str) -> None:
    found = counted(text, number, noun)
    assert found is not None
    assert (len(found.names), found.names[0]) == (number, first)


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("严把来源关、质量关、保密关。", 4, "关"),
        ("发展农业、工业、服务业和旅游业，树立“四新”理念", 4, "关"),
        ("由县财政局、县科技局、县教育局负责", 3, "类"),
    ],
)
def test_a_run_of_another_number_or_of_other_things_is_not(text: str, number: int, noun: str) -> None:
    assert counted(text, number, noun) is None


def test_runs_are_parted_by_signs_and_by_a_closing_and() -> None:
    assert ("甲", "乙", "丙") in [run.names for run in runs("甲、乙和丙，丁")]


def test_things_in_quotation_marks_are_a_run_too() -> None:
    text = "通过“聚才工程”、“星火工程”、“育鹰工程”和“金才工程”，用好窗口期"
    assert counted(text, 4, "工程").names == ("聚才工程", "星火工程", "育鹰工程", "金才工程")
    assert counted(text, 4, "计划") is None
