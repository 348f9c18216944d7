from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.understanding.typos import mended
from ingest.library.words import tokens


class Texts:
    """A library of sentences, as mending sees it."""

    def __init__(self, *sentences: str) -> None:
        self._sentences = sentences

    def rarity(self, words: Sequence[str]) -> dict[str, float]:
        held = {token for sentence in self._sentences for token in tokens(sentence)}
        return {word: float(word in held) for word in words}

    def written(self, texts: Sequence[str]) -> set[str]:
        return {text for text in texts if sum(text in sentence for sentence in self._sentences) > 1}


PLANS = Texts(
    "科创湖区以集成电路为方向，占全市的比例达到一成。",
    "在科创湖区建设集成电路产业园，研发投入的比例提高。",
    "落实创新券，打造创新圈；创新券面向企业，创新圈面向院所。",
    "推进数据产权登记。",
    "九曲湖整治，九曲湖开放，三十条河道，三十条支流。",
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("科创胡区的定位", "科创湖区的定位"),
        ("集成电露方向有哪些", "集成电路方向有哪些"),
        ("研发投入的比列是多少", "研发投入的比例是多少"),
        ("创新劵面向谁", "创新券面向谁"),  # by its shape
    ],
)
def test_a_character_that_sounds_like_the_one_of_the_plans_is_mended(typed: str, read: str) -> None:
    assert mended(typed, PLANS) == read


@pytest.mark.parametrize(
    "text",
    [
        "科创湖区的定位",  # nothing to mend
        "跟企业家聊聊天",  # everyday words that no plan writes
        "创新卷面向谁",  # two words that it may have been
        "数据产全登记",  # written in one passage only
        "酒曲湖开放了吗",  # no numeral is put in
        "三石条河道",
        "泸州市的比例",  # a place that no plan is of
        "国家级的科技奖",  # a short name that is known
        "胡",  # no word at all
        "",
    ],
)
def test_what_may_be_right_is_left_as_it_is(text: str) -> None:
    assert mended(text, PLANS) == text


def test_words_of_comparing_are_no_typos() -> None:
    assert mended("强度比全市低的有哪些", Texts("强度居全市第一的区", "占比居全市第一的县")) == "强度比全市低的有哪些"
