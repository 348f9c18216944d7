from __future__ import annotations

import pytest

from assistant.words import present_reasons
from ingest.plans import Indicator
from tests.assistant.words.test_present_figures import indicator


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (indicator("9", nature="新增"), "口径不同"),
        (indicator("9", nature="预计"), "预计数"),
        (indicator("9", quote="1—11月，科技企业9家"), "月份"),
        (indicator("9", year="2024"), "年份不同"),
        (indicator("9"), "没有说明原因"),
    ],
)
def test_the_reason_of_a_difference_is_what_the_records_tell(other: Indicator, reason: str) -> None:
    assert reason in present_reasons.why_different([indicator("8"), other])
