"""Words for figures."""

from __future__ import annotations

from typing import get_args

from evals import present
from evals.attribution import STEPS
from evals.cases import KINDS
from evals.figures import OUTCOMES
from evals.metrics import NO_PLAN, Share
from evals.scoring import Verdict
from evals.statistics import Interval, Paired


def test_everything_that_is_counted_has_a_name() -> None:
    assert set(present.KINDS) == set(KINDS)
    assert set(present.STEPS) == set(present.STEP_MEANINGS) == set(STEPS)
    assert set(present.OUTCOMES) == set(OUTCOMES)
    assert set(present.VERDICTS) == set(get_args(Verdict))


def test_shares_and_intervals_read_well() -> None:
    assert present.percent(0.8772) == "87.7%"
    assert present.percent(None) == present.share(Share(0, 0)) == present.within(Interval(0.5)) == "—"
    assert present.within(Interval(0.5, 0.25, 0.75)) == "25.0%–75.0%"
    assert present.share(Share(1, 3)) == "33.3%（1/3）"


def test_no_difference_seen_is_said_as_such() -> None:
    assert present.difference(Paired(5, 1, 1, 0, 1.0)).startswith("看不出差别")
    assert present.difference(Paired(5, 0, 9, 0, 0.004)).startswith("比对照好")
    assert present.difference(Paired(5, 9, 0, 0, 0.0001)).startswith("比对照差")
    assert "p < 0.001" in present.difference(Paired(5, 9, 0, 0, 0.0001))


def test_a_plan_is_named_by_its_title_or_its_file() -> None:
    assert present.plan("000", {"000": "云溪区规划"}) == "云溪区规划"
    assert present.plan("云溪区规划.docx") == "云溪区规划"
    assert present.plan(NO_PLAN) == "（没有规划能答）"


def test_a_bar_in_a_cell_does_not_break_the_table() -> None:
    assert present.table(["甲"], [["a|b"]]) == "| 甲 |\n| --- |\n| a\\|b |"


def test_a_status_is_named_by_its_family() -> None:
    named = [present.status(name) for name in ("answered", "answered_partly", "unanswerable_not_in_plans", "", "别的")]
    assert named == ["作答", "部分作答", "未答", "没有状态", "别的"]
