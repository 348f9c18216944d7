"""Right, wrong or abstained; and what goes with it."""

from __future__ import annotations

import pytest

from evals.outputs import Cited, Output
from evals.scoring import abstains, score
from tests.evals.invented import (
    BASELINE,
    FIRMS,
    GROWTH,
    LEAD,
    NOWHERE,
    SHIQIAO,
    TARGET,
    answered,
    cited,
    corpus,
    right_answer,
)


def test_a_right_answer_is_right_and_exact() -> None:
    found = score(FIRMS, right_answer(), corpus())
    assert (found.verdict, found.points, found.exact, found.facts) == ("right", 1, True, (True,))
    assert found.ranking.recall[0] == 1


@pytest.mark.parametrize(
    "text",
    [
        "到2025年达6000家以上",
        "到2025年达60家以上",
        "到2026年达600家以上",
        "到2024年达600家以上",
        "到2025年达600亿元以上",
        "到2025年达600家以下",
        "到2025年达15000家",
        "到2025年达600家以上，石桥区15000家",
    ],
)
def test_a_wrong_number_is_wrong(text: str) -> None:
    found = score(FIRMS, answered(FIRMS, text), corpus())
    assert (found.verdict, found.points) == ("wrong", -1)


def test_slips_leave_an_answer_right_but_not_exact() -> None:
    assert (
        score(FIRMS, answered(FIRMS, "到2025年达600家[1]", cited(f"到2025年，{TARGET}")), corpus()).verdict == "right"
    )
    assert not score(FIRMS, answered(FIRMS, "到2025年达600家[1]", cited(f"到2025年，{TARGET}")), corpus()).exact


@pytest.mark.parametrize("status", ["unanswerable_not_in_plans", "refused_unsafe", "error_internal"])
def test_a_refusal_of_an_answerable_question_abstains(status: str) -> None:
    found = score(FIRMS, answered(FIRMS, "规划没有给出，无法回答。600家", status=status), corpus())
    assert (found.verdict, found.points) == ("abstained", 0)


def test_no_answer_scores_nothing() -> None:
    for output in (None, Output(id="t-1", text=""), Output(id="t-1", text=" \n")):
        found = score(FIRMS, output, corpus())
        assert (found.verdict, found.points, sum(found.facts), found.exact) == ("abstained", 0, 0, False)


def test_an_answer_without_a_status_abstains_by_its_words_when_it_is_short() -> None:
    assert abstains(Output(id="a", text="文件中未找到相关内容。"))
    assert not abstains(Output(id="a", text="文件中未找到相关内容。" * 20))
    assert not abstains(Output(id="a", text="文件中未找到相关内容。", status="answered"))


def test_the_unanswerable_is_right_only_when_it_is_declined() -> None:
    assert score(NOWHERE, answered(NOWHERE, "没有给出", status="unanswerable_not_in_plans"), corpus()).points == 1
    assert score(NOWHERE, answered(NOWHERE, "到2030年达600家"), corpus()).points == -1


def test_an_answer_that_also_says_it_cannot_answer_is_marked() -> None:
    hedged = answered(FIRMS, "规划没有给出，无法回答。到2025年达600家以上[1]", cited(f"到2025年，{TARGET}"))
    found = score(FIRMS, hedged, corpus())
    assert found.hedged
    assert not found.exact


def test_another_regions_value_and_another_periods_are_told_apart() -> None:
    other = cited("全区国家高新技术企业达15000家", SHIQIAO)
    region = score(FIRMS, answered(FIRMS, "到2025年达15000家[1]", other), corpus())
    period = score(FIRMS, answered(FIRMS, "达347家[1]", cited(BASELINE)), corpus())
    year = score(FIRMS, answered(FIRMS, "到2026年达600家以上[1]", cited(TARGET)), corpus())
    assert (region.wrong_region, region.wrong_period) == (True, False)
    assert (period.wrong_region, period.wrong_period) == (False, True)
    assert (year.wrong_region, year.wrong_period) == (False, True)


def test_a_value_in_words_counts_where_the_key_fact_allows_it() -> None:
    case = GROWTH.model_copy(
        update={
            "key_facts": (("29.3%", "三成"),),
            "values": (GROWTH.values[0].model_copy(update={"value": "29.3", "unit": "%"}),),
        }
    )
    assert score(case, answered(case, "接近三成"), corpus()).figures[0].outcome == "met"
    assert score(case, answered(case, "接近三成，即293%"), corpus()).figures[0].outcome == "scale"


def test_enough_facts_of_a_list_are_enough() -> None:
    case = LEAD.model_copy(update={"min_facts": 1})
    assert score(LEAD, answered(LEAD, "区科技局"), corpus()).verdict == "wrong"
    assert score(case, answered(case, "区科技局"), corpus()).verdict == "right"


def test_a_false_sum_spoils_an_answer() -> None:
    found = score(GROWTH, answered(GROWTH, "600-347=253家"), corpus())
    spoilt = score(GROWTH, answered(GROWTH, "600-347=253家，600-300=200"), corpus())
    assert found.calculations == (True,)
    assert spoilt.calculations == (True, False)
    assert not spoilt.exact


def test_an_invalid_citation_spoils_an_answer() -> None:
    forged = right_answer().model_copy(update={"citations": (Cited(n=1, file="别处.md", quote=TARGET),)})
    assert not score(FIRMS, forged, corpus()).exact
