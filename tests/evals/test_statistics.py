"""Intervals and paired tests, against figures known from elsewhere."""

from __future__ import annotations

import pytest

from evals.statistics import clustered, mcnemar, p_no_worse, percentile, wilson


def test_wilsons_interval_is_that_of_the_books() -> None:
    found = wilson(8, 10)
    assert (found.value, found.low, found.high) == pytest.approx((0.8, 0.4902, 0.9433), abs=1e-4)


def test_an_interval_stays_within_zero_and_one() -> None:
    none, all_ = wilson(0, 5), wilson(5, 5)
    assert none.low == 0 < none.high < 1
    assert 0 < all_.low < all_.high == pytest.approx(1)


def test_questions_that_stand_or_fall_together_widen_the_interval() -> None:
    values = [1.0] * 30 + [0.0] * 30
    together = clustered(values, ["a"] * 30 + ["b"] * 30)
    apart = clustered(values, [str(n % 20) for n in range(60)])
    assert together.value == apart.value == 0.5
    assert together.high - together.low > apart.high - apart.low > 0


def test_one_cluster_gives_no_interval() -> None:
    found = clustered([1.0, 0.0], ["a", "a"])
    assert (found.value, found.low, found.high) == (0.5, None, None)


def test_the_same_values_give_the_same_interval_twice() -> None:
    values, clusters = [1.0, 0.0, 1.0, 1.0], ["a", "b", "c", "c"]
    assert clustered(values, clusters) == clustered(values, clusters)


def test_mcnemar_counts_only_the_questions_in_which_two_runs_differ() -> None:
    first = {str(n): n < 10 for n in range(30)}
    second = {str(n): n >= 10 for n in range(20)} | {"40": True}
    found = mcnemar(first, second)
    assert (found.both, found.only_first, found.only_second, found.neither) == (0, 10, 10, 0)
    assert found.p == pytest.approx(1)
    assert not found.different


def test_a_clear_change_is_different_and_its_p_value_exact() -> None:
    first = dict.fromkeys(map(str, range(8)), False)
    second = dict.fromkeys(map(str, range(8)), True)
    assert mcnemar(first, second).p == pytest.approx(2 / 2**8)
    assert mcnemar(first, second).different
    assert p_no_worse(second, first) == pytest.approx(1 / 2**8)
    assert p_no_worse(first, second) == pytest.approx(1)
    assert p_no_worse(first, first) == 1


def test_percentiles_lie_between_the_nearest_values() -> None:
    assert percentile([1, 2, 3, 4, 5], 0.5) == 3
    assert percentile([0, 10], 0.95) == pytest.approx(9.5)
