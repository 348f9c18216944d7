"""The words around a number are told apart by meaning."""

from __future__ import annotations

import pytest

from ingest.notation.patterns import CLOSERS, COMPARATORS, RANK, VALUE


@pytest.mark.parametrize(("word", "comparator"), COMPARATORS.items())
def test_every_word_before_a_number_is_seen(word, comparator):
    match = VALUE.search(f"达{word}50家")
    assert COMPARATORS[match["before"]] == comparator


@pytest.mark.parametrize(("word", "comparator"), CLOSERS.items())
def test_every_word_after_a_number_is_seen(word, comparator):
    match = VALUE.search(f"达50家{word}")
    assert CLOSERS[match["after"]] == comparator


@pytest.mark.parametrize("text", ["最近5年", "附近3公里", "节约5%"])
def test_a_comparator_inside_a_word_is_none(text):
    assert VALUE.search(text)["before"] is None


@pytest.mark.parametrize(
    ("text", "rank"),
    [("第22位", True), ("居第2名", True), ("前10位", True), ("第二名单", False), ("排第一责任单位", False)],
)
def test_a_rank_needs_its_word_or_its_place(text, rank):
    assert bool(RANK.search(text)) is rank
