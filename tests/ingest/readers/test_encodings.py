"""Bytes to text: the encodings that plans come in, strictly."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnknownEncoding
from ingest.readers.encodings import decode, has_mark
from tests.ingest.readers.checks import assert_sentence
from tests.ingest.readers.test_legible import PLAN, TRADITIONAL

KOREAN = (
    "산업기술혁신촉진법에 따라 국가연구개발사업의 성과를 관리하고 지역혁신을 촉진한다 대한민국 정부는 계획을 수립한다"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk", "gb2312"], ids=lambda name: name
)
def test_the_encodings_of_plans_are_read(encoding: str) -> None:
    assert decode(PLAN.replace("〇", "零").encode(encoding), "「a」") == PLAN.replace("〇", "零")


def test_big_endian_marks_are_read() -> None:
    assert decode(codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"), "「a」") == PLAN
    assert decode(codecs.BOM_UTF32_BE + PLAN.encode("utf-32-be"), "「a」") == PLAN


def test_characters_beyond_gbk_are_read() -> None:
    assert decode((PLAN + "𠮷㐀").encode("gb18030"), "「a」") == PLAN + "𠮷㐀"


def test_line_ends_become_one_character() -> None:
    assert decode("一\r\n二\r三\n四".encode(), "「a」") == "一\n二\n三\n四"


def test_a_page_in_big5_is_read_when_it_says_so() -> None:
    page = f'<meta charset="big5"><p>{TRADITIONAL}</p>'
    assert decode(page.encode("big5"), "「a」") == page


@pytest.mark.parametrize(
    "data",
    [
        TRADITIONAL.encode("big5"),
        KOREAN.encode("euc-kr"),
        "これは科学技術基本計画に基づき、地域の産業を振興するための施策である。".encode("shift_jis"),
        PLAN.encode()[:30] + b"\xff\xfe\xfd" + PLAN.encode(),
        codecs.BOM_UTF8 + PLAN.encode("gb18030"),
    ],
    ids=["big5", "euc-kr", "shift-jis", "broken", "wrong mark"],
)
def test_other_encodings_are_refused_not_guessed(data: bytes) -> None:
    with pytest.raises(UnknownEncoding) as caught:
        decode(data, "「a.txt」")
    assert_sentence(caught.value, "a.txt")


def test_a_byte_order_mark_says_text() -> None:
    assert has_mark("规划".encode("utf-16"))
    assert not has_mark("规划".encode())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff\0"), min_size=1))
def test_whatever_is_written_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode(), "「a」") == text
