from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.composing.before_growth import before_growth
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市2020年科技工作报道

平湖市科技局

2021年1月3日

2020年，全市享受加计扣除企业达456家，同比增长39.02%，加计扣除额达20亿元，同比增长25%。
2020年，全市高新投资25.6亿元，同比下降20%，技术交易额36亿元，占全省的12%。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("before"), 平湖=PLAN) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "平湖2020年享受加计扣除企业456家，同比增39.02%，倒推2019年是多少家",
            "上年约328家（456 ÷ (1 + 39.02%) = 328.01家）",
        ),
        (
            "平湖2020年享受加计扣除企业456家、同比增39.02%，那2019年大概多少家",
            "上年约328家（456 ÷ (1 + 39.02%) = 328.01家）",
        ),
        ("平湖2020年加计扣除额上年是多少亿", "上年约为 16亿元（20 ÷ (1 + 25%)）"),
    ],
)
def test_what_grew_by_a_stated_rate_is_reckoned_back(pinghu: Library, text: str, told: str) -> None:
    draft = before_growth(gathered(pinghu, text))
    assert said(draft).endswith(told)
    assert draft is not None
    assert draft.claims[-1].calculation is not None


@pytest.mark.parametrize(
    "text",
    [
        "平湖2020年加计扣除额是多少",  # the year itself
        "平湖2020年高新投资倒推上年是多少",  # it fell
        "平湖2020年技术交易额倒推上年是多少",  # a share is no growth
    ],
)
def test_nothing_is_reckoned_back_without_a_growth(pinghu: Library, text: str) -> None:
    assert before_growth(gathered(pinghu, text)) is None
