"""Names that mean the same meet in one concept; two scopes never do."""

from __future__ import annotations

from itertools import combinations

import pytest

from ingest.errors import WrongConcepts
from ingest.facts.concepts import (
    base_of,
    check,
    concept_of,
    concepts_in,
    forget,
    kin_of,
    known_names,
    plain,
    scope_of,
    stock_of,
    vocabulary,
)

SAME = [
    (
        "全社会研究和试验发展经费支出占生产总值的比重",
        "R&D经费支出占GDP比重",
        "全社会R&D经费投入相当于地区生产总值比重",
        "全社会研发投入占地区生产总值比重",
        "全社会研究与开发投入（R&D）占地区生产总值（GDP）的比重",
        "全社会R&D经费投入强度",
        "研发投入强度",
        "研发强度",
    ),
    ("国家高新技术企业", "国高企", "高企", "国家高新技术企业数量", "累计重点扶持高新技术企业"),
    ("每万名就业人员中 R&D 人员数", "每万名从业人员中研发人员", "每万名就业人员中研发人员"),
    ("规上企业研发机构覆盖率", "规模以上企业研发机构覆盖率"),
    ("专利合作条约(PCT)国际专利年申请量", "PCT国际专利申请量"),
    ("新增上市科技企业数量", "新增科技型上市企业数"),
    ("登记备案的技术合同成交金额", "技术交易合同成交额"),
    ("浙江省科技型中小企业", "省科技型中小企业数量"),
]
APART = [
    ("国家高新技术企业", "省科技型中小企业", "科技型中小企业", "科技型中小企业评价入库数"),
    ("有效发明专利拥有量", "每万人有效发明专利拥有量", "每万人高价值发明专利拥有量"),
    ("每万名就业人员中研发人员", "万人拥有R&D活动人员", "每万名人才中研发人员数"),
    ("国家级科技企业孵化器", "科技企业孵化器、众创空间数", "市级以上孵化器和众创空间"),
    ("市级以上孵化器和众创空间", "新增市级以上孵化器和众创空间"),
    ("国家高新技术企业", "新增国高企", "每年新认定国家重点扶持高新技术企业"),
    ("高新技术产业增加值", "高新技术产业增加值占规上工业增加值比重", "高新技术产业增加值占工业增加值比重"),
    ("全社会R&D经费", "规上企业研发投入", "全社会研发投入强度"),
    ("技术交易总额", "技术合同成交额"),
    ("领军型创新创业团队", "省、市领军型创新创业团队"),
    ("高新技术产业投资", "高新技术产业投资增速"),
]


@pytest.mark.parametrize("names", SAME)
def test_wordings_of_one_thing_share_a_concept(names):
    assert len({concept_of(name) for name in names}) == 1


@pytest.mark.parametrize("names", APART)
def test_scopes_are_never_merged(names):
    for left, right in combinations(names, 2):
        assert concept_of(left) != concept_of(right)


def test_the_flow_stands_in_front_of_the_concept():
    assert concept_of("国高企", "新增") == "新增国家高新技术企业"
    assert concept_of("新引进领军人才") == "引进科技领军人才"
    assert base_of("每年新增国家高新技术企业") == "国家高新技术企业"
    assert base_of("国家高新技术企业") == "国家高新技术企业"


def test_an_unknown_name_is_its_own_plain_concept():
    assert concept_of("“千里马”驿站数量") == "千里马驿站"
    assert plain("电话普及率") == "电话普及率"


def test_questions_name_concepts_in_everyday_words():
    assert concepts_in("临安 R&D/GDP 2025 目标") == ("全社会研发投入强度",)
    assert concepts_in("杭州高企和科小各多少") == ("国家高新技术企业", "省科技型中小企业")
    assert concepts_in("这份规划谁印发的") == ()


def test_kin_are_asked_for_by_one_word():
    assert set(kin_of("省科技型中小企业")) == {"省科技型中小企业", "科技型中小企业", "科技型中小企业评价入库"}
    assert kin_of("千里马驿站") == ("千里马驿站",)


def test_a_name_is_held_against_others_without_its_flow_and_with_its_scope():
    assert stock_of("新增上市科技企业数量") == "上市科技企业"
    assert known_names()[stock_of("新增上市科技企业数量")] == "科技型上市企业"
    assert scope_of("省级孵化器") != scope_of("国家级孵化器")
    assert scope_of("专利申请量") != scope_of("PCT专利申请量")


@pytest.fixture
def confirmed_names(tmp_path, monkeypatch):
    """Write the file of confirmed names, and read it from now on."""
    path = tmp_path / "concepts.toml"
    monkeypatch.setenv("GUIWEN_CONCEPTS", str(path))
    yield lambda text: (path.write_text(text, "utf-8"), forget())
    forget()


def test_confirmed_names_are_read_beside_the_curated_ones(confirmed_names):
    confirmed_names(
        '[[concept]]\nname = "国高企"\nnames = ["高新技术型企业"]\n'
        '[[concept]]\nname = "茶园面积"\nnames = ["茶园总面积"]\n'
    )
    assert concept_of("高新技术型企业") == "国家高新技术企业"
    assert concept_of("新增高新技术型企业") == "新增国家高新技术企业"
    assert concept_of("茶园总面积") == concept_of("茶园面积") == "茶园面积"


@pytest.mark.parametrize(
    ("concept", "name", "why"),
    [
        ("国家高新技术企业", "省级高新企业", "口径不同"),
        ("国家高新技术企业", "新增高新技术企业数", "口径不同"),
        ("国家高新技术企业", "科技型中小企业", "已属于"),
        ("茶园面积", "市级茶园面积", "口径不同"),
    ],
)
def test_two_scopes_are_never_confirmed_as_one(confirmed_names, concept, name, why):
    with pytest.raises(WrongConcepts, match=why):
        check({concept: [name]})
    confirmed_names(f'[[concept]]\nname = "{concept}"\nnames = ["{name}"]\n')
    with pytest.raises(WrongConcepts, match=why):
        vocabulary()


def test_the_vocabulary_is_sound():
    kins = {concept.kin for concept in vocabulary().values()}
    assert all(concept.unsaid in vocabulary() for concept in vocabulary().values() if concept.unsaid)
    assert all(kin for kin in kins)


def test_a_share_in_gdp_is_one_however_it_ends():
    assert concept_of("全社会R&D经费支出相当于GDP") == concept_of("R&D经费支出占GDP比重")
