"""One digit, unit, year or region changed in a proven claim is always caught, over small plans and real ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import AnswerStatus, Claim
from assistant.checking.verify import proven, verified
from assistant.composing.compose import compose
from assistant.questions import Question
from assistant.retrieval.evidence import gather
from assistant.settings import RankSettings
from assistant.understanding.scopes import Reader
from assistant.understanding.understand import understand
from ingest.library import Library
from ingest.plans import Plan

SMALL = (
    "南湖区2025年国家高新技术企业的目标是多少？",
    "南湖区2020年有效发明专利拥有量是多少件？",
    "嘉兴每年新增高新技术企业多少家？",
    "南湖区“创新产出”有哪些指标？",
    "南湖和嘉兴2025年研发投入强度相差多少？",
    "南湖区和秀洲区2025年国家高新技术企业谁更多？",
    "南湖区高新技术企业2025年比2020年高了还是低了？",
    "南湖区高新技术企业2020年到2025年增长百分之多少？",
    "南湖区国家高新技术企业占全市的比重2025年是多少？",
    "嘉兴2025年技术交易额是2020年的几倍？",
    "南湖、秀洲、嘉兴三地2025年高企目标合计多少？",
    "奖励高新技术企业由谁牵头？",
    "南湖区有哪三大重点任务？",
    "“一核两翼”是什么？",
    "南湖区2025年国家高新技术企业是450家，对吗？",
    "南湖区规划的规划期是哪几年？",
    "南湖区规划是什么时候印发的？",
    "南湖区技术交易额2025年目标，表1和正文对不上，到底是多少？",
    "各县区2020年科技创新指数得分最高的是哪个？",
    "研发费用补助的比例是多少？",
    "南湖区2020年创新指数在全市排第几位？",
)
REAL = (
    "临安区2025年国家高新技术企业的目标是多少？",
    "临安和杭州2025年研发投入强度目标相差多少？",
    "临安区2020年技术交易额占全市的比重是多少？",
    "杭州市表2里科技投入有哪些指标？",
    "临安区科技创新主体有哪些指标？",
    "临安区高新技术企业2025年比2020年多多少？",
    "滨江到2027年技术交易总额要达到多少？",
    "临平区2025年研发经费投入强度目标是多少？",
    "临安、滨江、杭州的研发投入强度目标谁最高？",
    "临安区2019年创新指数在全市排第几？",
    "临安有效发明专利2020年计划数和实际数差多少？",
    "杭州2025年新增上市科技企业多少家？",
    "滨江区的重点任务由哪个部门牵头？",
    "临安的规划期是哪几年？",
    "杭州市规划的基本原则有哪几条？",
    "2020年临安新增高新技术企业，报道和规划的数字不一样，到底是多少？",
)
UNITS = re.compile(r"(?<=\d)(?:%|个百分点|亿元|万元|家|件|名|位|倍|项)")
OTHER_UNITS = ("家", "件", "亿元", "万元", "%", "名", "倍")
YEAR = re.compile(r"20[123]\d(?=年)")
SMALL_REGIONS, REAL_REGIONS = ("南湖", "嘉兴", "秀洲", "海宁"), ("临安", "杭州", "滨江", "临平", "余杭")

Claims = list[Claim]


@cache
def plans_of(library: Library) -> Callable[[str], Plan]:
    """Reads each plan of a library once."""
    return cache(library.plan)


def claims_of(library: Library, questions: tuple[str, ...]) -> Claims:
    """The proven claims of the drafts of some questions."""
    reader, plan_of = Reader(library.plans()), plans_of(library)
    found: Claims = []
    for text in questions:
        evidence = gather(understand(Question(text), reader), library, RankSettings(), plan_of)
        draft, _ = verified(compose(evidence), plan_of)
        if draft.status is AnswerStatus.ANSWERED:
            found += [claim for claim in draft.claims if claim.sources]
    return list(dict.fromkeys(found))


@pytest.fixture(scope="session")
def small_claims(library: Library) -> Claims:
    found = claims_of(library, SMALL)
    assert len(found) >= 30
    return found


@pytest.fixture(scope="session")
def real_claims(real_library: Library) -> Claims:
    found = claims_of(real_library, REAL)
    assert len(found) >= 30
    return found


def test_what_is_composed_from_the_plans_is_proven(library: Library) -> None:
    """Nothing that the composer says of the small plans gets lost on the way."""
    reader = Reader(library.plans())
    for text in SMALL:
        evidence = gather(understand(Question(text), reader), library, RankSettings(), plans_of(library))
        draft, lost = verified(compose(evidence), plans_of(library))
        assert lost == ()
        assert draft.status is AnswerStatus.ANSWERED


def changed(claim: Claim, start: int, end: int, new: str) -> Claim:
    return replace(claim, text=claim.text[:start] + new + claim.text[end:])


def digit(claims: Claims, data: st.DataObject) -> Claim:
    claim = data.draw(st.sampled_from([claim for claim in claims if re.search(r"\d", claim.text)]))
    at = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", claim.text)]))
    return changed(claim, at, at + 1, data.draw(st.sampled_from("0123456789".replace(claim.text[at], ""))))


def match(claims: Claims, pattern: re.Pattern[str], others: tuple[str, ...], data: st.DataObject) -> Claim:
    claim = data.draw(st.sampled_from([claim for claim in claims if pattern.search(claim.text)]))
    found = data.draw(st.sampled_from(list(pattern.finditer(claim.text))))
    new = data.draw(st.sampled_from([other for other in others if other != found.group()]))
    return changed(claim, *found.span(), new)


def year(claims: Claims, data: st.DataObject) -> Claim:
    return match(claims, YEAR, tuple(map(str, range(2010, 2036))), data)


def unit(claims: Claims, data: st.DataObject) -> Claim:
    return match(claims, UNITS, OTHER_UNITS, data)


@given(data=st.data())
@pytest.mark.parametrize("change", [digit, year, unit])
def test_one_change_in_a_claim_over_the_small_plans_is_caught(
    change: Callable[[Claims, st.DataObject], Claim], small_claims: Claims, library: Library, data: st.DataObject
) -> None:
    assert not proven(change(small_claims, data), plans_of(library))


@given(data=st.data())
def test_another_region_in_a_claim_over_the_small_plans_is_caught(
    small_claims: Claims, library: Library, data: st.DataObject
) -> None:
    pattern = re.compile("|".join(SMALL_REGIONS))
    assert not proven(match(small_claims, pattern, SMALL_REGIONS, data), plans_of(library))


@given(data=st.data())
@pytest.mark.parametrize("change", [digit, year, unit])
def test_one_change_in_a_claim_over_the_real_plans_is_caught(
    change: Callable[[Claims, st.DataObject], Claim], real_claims: Claims, real_library: Library, data: st.DataObject
) -> None:
    assert not proven(change(real_claims, data), plans_of(real_library))


@given(data=st.data())
def test_another_region_in_a_claim_over_the_real_plans_is_caught(
    real_claims: Claims, real_library: Library, data: st.DataObject
) -> None:
    pattern = re.compile("|".join(REAL_REGIONS))
    assert not proven(match(real_claims, pattern, REAL_REGIONS, data), plans_of(real_library))
