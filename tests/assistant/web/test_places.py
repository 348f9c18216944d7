from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.web.places import Place, in_words, path_in_words
from ingest.plans import Span
from tests.assistant.web import scripted, shelf

OFFSETS = st.integers(0, 10**7)


@given(st.builds(Place, st.text(min_size=1), OFFSETS, OFFSETS, st.none() | st.integers(1, 9999), st.booleans()))
def test_a_place_survives_the_way_to_the_browser_and_back(place: Place) -> None:
    assert Place.parse(place.token()) == place


@pytest.mark.parametrize("token", ["", "1", "1:2", "a:2::text:x", "1:2::text:", "1:2::html:x", "1:2:p:text:x"])
def test_anything_else_is_no_place(token: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Place.parse(token)


def test_a_place_touches_what_shares_a_character_with_it() -> None:
    place = Place("p", 5, 8)
    assert [place.touches(Span(*ends)) for ends in ((0, 5), (0, 6), (6, 7), (7, 9), (8, 9))] == [
        *(False, True, True, True, False)
    ]


def test_a_citation_is_located_in_words_without_saying_the_title_twice() -> None:
    citation = scripted.row(shelf.plan("yunxi", "云溪.md"), "技术交易额")
    assert in_words(citation) == "云溪区科技创新“十四五”规划（征求意见稿） › 一、发展目标 › 表1 主要预期指标 › 第 12 页"
    assert path_in_words("某规划", ("某规划", "一、目标")) == "一、目标"
    assert path_in_words("某规划", ("一、目标", "（一）总量")) == "一、目标 › （一）总量"
