"""Names that look alike are proposed, with their scopes kept apart."""

from __future__ import annotations

from ingest.facts.proposals import proposals


def found(*named):
    return {one.name: one.concept for one in proposals(named)}


def test_an_unknown_name_is_proposed_for_the_concept_most_like_it():
    assert found(("规上企业的研发机构覆盖率情况", "甲")) == {"规上企业研发机构覆盖率情况": "规上企业研发机构覆盖率"}


def test_scopes_keep_apart():
    assert found(("省级孵化器", "甲"), ("专利申请量", "甲"), ("国有单位固定资产投资", "甲")) == {}


def test_the_flow_is_no_part_of_a_proposal():
    assert found(("新增科技型上市公司们", "甲")) == {"科技型上市公司们": "科技型上市企业"}


def test_unknown_names_of_two_plans_are_proposed_for_each_other_once():
    assert found(("茶园种植总面积", "甲"), ("茶园种植面积", "乙")) == {"茶园种植总面积": "茶园种植面积"}
    assert found(("茶园种植总面积", "甲"), ("茶园种植面积", "甲")) == {}


def test_known_names_need_no_proposal():
    assert found(("国高企", "甲"), ("每年新增国家高新技术企业", "乙")) == {}


def test_the_best_come_first():
    likeness = [one.likeness for one in proposals([("规上企业研发机构覆盖率情况", "甲"), ("科技型上市公司们", "甲")])]
    assert likeness == sorted(likeness, reverse=True)
