"""A quantity is a figure with a name, or none."""

from __future__ import annotations

import pytest

from ingest.facts.naming import is_of_divisions, is_rank, named
from ingest.facts.sentences import Sentence
from ingest.notation.quantities import quantities


def name_of(text: str, before: str = "", index: int = 0):
    sentence = Sentence(text, 0)
    quantity = quantities(text)[index]
    return named(sentence, quantity, sentence.lead_start(quantity.start, 0), before, ())


def test_a_share_takes_the_name_before_it():
    found = name_of("占规上工业增加值比重达86.5%", "高新技术产业增加值")
    assert found.name == "高新技术产业增加值占规上工业增加值比重"
    assert name_of("占规上工业增加值比重达86.5%") is None


@pytest.mark.parametrize("text", ["同比增长12%", "占比居全市第6位", "到7711家", "平均每年3家"])
def test_words_that_lean_take_the_name_before_them(text):
    assert name_of(text, "国高企").name == "国高企"
    assert name_of(text) is None


def test_a_level_in_brackets_is_put_before_the_name():
    assert name_of("(国家级3个)", "各类孵化载体").name == "国家级孵化载体"


def test_spoken_counts_are_figures_only_when_large():
    assert name_of("建成大中型项目八百四十五个").name == "大中型项目"
    assert name_of("建成三个") is None


def test_ranks_and_counts_of_counties_are_told_apart():
    (rank,) = quantities("全省第22位")
    assert is_rank(rank)
    text = "在杭州13个区（县、市）中"
    assert is_of_divisions(Sentence(text, 0), quantities(text)[0])
