from __future__ import annotations

import pytest

from assistant.records.rulings import Ruling, ruling


@pytest.mark.parametrize(
    ("text", "asked", "verdict"),
    [
        ("普通类项目（不含商场和农户光伏）可申请补助", "农户光伏算在里面吗", Ruling.LEFT_OUT),
        ("新型项目（含农户光伏）可申请补助", "新型项目包括农户光伏吗", Ruling.COUNTED_IN),
        ("新认定的（不包括重新认定）企业给予10万元", "重新认定的企业给不给", Ruling.LEFT_OUT),
        ("公共数据不得用于其他用途", "公共数据能用于其他用途吗", Ruling.DENIED),
        ("小于50公里的机房，不再奖励", "机房还给奖励吗", Ruling.DENIED),
        ("乡镇政府原则上不得新建开放平台", "乡镇政府能新建开放平台吗", Ruling.DENIED_AS_A_RULE),
    ],
)
def test_a_sentence_decides_what_it_names(text: str, asked: str, verdict: Ruling) -> None:
    assert ruling(text, asked) is verdict


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("普通类项目（不含商场光伏）可申请补助", "农户光伏算在里面吗"),
        ("未通过验收的单位不得享受补助", "接入单位能享受补助吗"),
        ("不予共享类数据是指不能提供给其他部门的数据", "部门能把数据提供给其他部门吗"),
        ("列入不予共享的数据应有依据", "数据能共享吗"),
        ("公共数据不得以营利为目的交易", "公共数据能上传吗"),
        ("支持企业申请补助", "企业能申请补助吗"),
        ("各部门不得再新建数据开放平台", "用开放的数据做的产品能拿去卖吗"),
        ("不得将共享获得的数据用于政府信息公开", "用政府开放的数据做的产品能拿去卖吗"),
        ("部门不得将通过共享获得的数据用于信息公开", "学校通过共享获得的数据能用来赚钱吗"),
    ],
)
def test_a_sentence_of_something_else_or_under_a_condition_decides_nothing(text: str, asked: str) -> None:
    assert ruling(text, asked) is None
