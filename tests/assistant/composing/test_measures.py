from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.measures import help_offered, payments
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said


@pytest.mark.parametrize(
    ("question", "amount", "others"),
    [
        ("桐庐首次认定国高企奖励多少", "30万元", "10万元"),
        ("新认定国高企在桐庐能拿多少钱", "30万元", "10万元"),
        ("桐庐重新认定的国高企奖励多少", "10万元", "30万元"),
        ("桐庐省级孵化器奖励多少", "100万元", "200万元"),
        ("桐庐科技型中小企业新认定奖多少", "2万元", "30万元"),
    ],
)
def test_the_clause_with_what_is_asked_for_gives_the_sum(
    tonglu: Library, question: str, amount: str, others: str
) -> None:
    text = said(payments(gathered(tonglu, question)))
    assert amount in text
    assert others not in text.replace(amount, "")


def test_tiers_that_stand_in_one_clause_are_given_with_their_labels(tonglu: Library) -> None:
    assert "省级、市级企业研发中心，分别给予50万元、20万元" in said(
        payments(gathered(tonglu, "桐庐市级研发中心奖励多少"))
    )


def test_who_gets_nothing_is_not_given_what_others_get(tonglu: Library) -> None:
    draft = payments(gathered(tonglu, "桐庐对瞪羚企业奖励多少"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS


@pytest.mark.parametrize(
    "question", ["桐庐2025年国家高新技术企业多少家", "桐庐首次认定国高企由谁负责", "桐庐奖励谁牵头"]
)
def test_what_is_no_question_for_a_sum_gets_none(tonglu: Library, question: str) -> None:
    assert payments(gathered(tonglu, question)) is None


def test_the_measures_for_those_who_ask_are_counted_and_listed(tonglu: Library) -> None:
    draft = help_offered(gathered(tonglu, "我是科技型中小企业，在桐庐能享受什么政策？"))
    assert draft.claims[0].text.startswith("共2项")
    assert ["2万元" in draft.claims[1].text, "创新券" in draft.claims[2].text] == [True, True]
    assert all(claim.sources for claim in draft.claims[1:])


def test_those_who_belong_to_the_audience_count_and_the_named_come_first(tonglu: Library) -> None:
    assert "领军人才" in said(help_offered(gathered(tonglu, "高层次人才到桐庐有哪些待遇")))
    draft = help_offered(gathered(tonglu, "外资研发中心在桐庐有什么支持"))
    assert "300万元" in draft.claims[1].text


def test_a_topic_narrows_the_measures(tonglu: Library) -> None:
    assert "创业补助" in said(help_offered(gathered(tonglu, "我是大学生，想在桐庐创业，有什么补贴")))
    assert help_offered(gathered(tonglu, "桐庐对孵化器的税收减免有什么政策")) is None


@pytest.mark.parametrize("question", ["桐庐孵化器有多少家", "桐庐有什么政策", "我们是茶厂，桐庐有什么扶持"])
def test_without_an_audience_that_measures_name_there_is_no_list(tonglu: Library, question: str) -> None:
    assert help_offered(gathered(tonglu, question)) is None


def test_a_payment_by_a_rate_is_no_missing_payment(tmp_path: Path) -> None:
    plan = "# 桐乡市科技创新意见\n\n## 一、投入\n\n1. 鼓励各镇对高新技术企业再按25%的研发费用加计扣除标准给予奖补。\n"
    with over(tmp_path, 桐乡=plan) as library:
        evidence = gathered(library, "我们是高企，桐乡有没有鼓励各镇对研发费用加计扣除再给奖补，按多少算")
        assert payments(evidence) is None


def test_what_is_paid_for_other_things_is_no_answer(tmp_path: Path) -> None:
    others = "\n\n".join(f"第{n}类企业加强培育。" for n in "一二三四五")
    plan = (
        f"# 平湖市科技创新规划\n\n## 一、政策\n\n积分靠前的企业优先保障用地。\n\n企业海洋专利补助5000元。\n\n{others}\n"
    )
    with over(tmp_path, 平湖=plan) as library:
        assert payments(gathered(library, "平湖积分靠前的企业，奖励多少现金")) is None
        assert "5000元" in said(payments(gathered(library, "平湖企业海洋专利，奖励多少现金")))


def test_a_sum_that_the_question_states_is_left_to_be_checked(tonglu: Library) -> None:
    assert payments(gathered(tonglu, "桐庐首次认定国高企奖励是20万元吗")) is None
