"""A figure's time is said beside it, in its sentence, or by the scene."""

from __future__ import annotations

import pytest

from ingest.facts.scenes import Scene
from ingest.facts.sentences import Sentence
from ingest.facts.timing import Time, when
from ingest.notation.quantities import quantities


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("强度达3.5%（2019年数据）", Time("2019")),
        ("到2025年，企业达600家", Time("2025", "到")),
        ("2020年1~11月，企业达600家", Time("2020", "", "1-11")),
        ("企业达600家", Time("2023", "到")),
        ("“十三五”期间，比重从42%", Time("2015", "从", inferred=True)),
        ("高企从2015年81家", Time("2015", "从")),
    ],
)
def test_the_nearest_word_on_time_counts(text, time):
    scene = Scene("临安区", "2023", "到")
    assert when(scene, Sentence(text, 0), quantities(text)[-1], "", growth=False) == time


def test_growth_is_measured_from_the_year_compared_with():
    text = "2020年，与2015年相比增长7倍"
    assert when(Scene(""), Sentence(text, 0), quantities(text)[0], "", growth=True).year == "2015-2020"


def test_the_end_of_a_change_is_the_end_of_its_stretch():
    text = "自2015年至2020年，企业从1979家增加到7711家"
    first, last = quantities(text)
    sentence = Sentence(text, 0)
    assert when(Scene(""), sentence, first, "", growth=False) == Time("2015", "从")
    assert when(Scene(""), sentence, last, "2015", growth=False).year == "2020"
