from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.ground import folded
from assistant.checking.verbatim import nearly, verbatim
from assistant.retrieval.clip import ELLIPSIS

SOURCE = "2020年,企业达到212家;到2025年,企业达到450家,占比为3.8%。"


@given(st.data())
def test_any_part_between_its_numbers_stands_there(data: st.DataObject) -> None:
    cuts = [at for at in range(len(SOURCE) + 1) if not SOURCE[max(at - 1, 0) : at + 1].strip(",;。年家%").isdigit()]
    cuts = [at for at in cuts if not (0 < at < len(SOURCE) and SOURCE[at - 1 : at + 1] in ("3.", ".8"))]
    start, end = sorted(data.draw(st.sampled_from(cuts)) for _ in range(2))
    if SOURCE[start:end].strip(",;。"):
        assert verbatim(SOURCE[start:end], SOURCE)


@pytest.mark.parametrize("text", ["企业达到21", "12家", "占比为3", "8%", "达到450家,占比为3."])
def test_no_number_is_cut(text: str) -> None:
    assert not verbatim(text, SOURCE)


def test_parts_may_be_left_out_where_it_is_marked() -> None:
    assert verbatim(f"2020年，{ELLIPSIS}企业达到450家", SOURCE)
    assert verbatim(f"{ELLIPSIS}企业达到450家{ELLIPSIS}", SOURCE)
    assert not verbatim("2020年，企业达到450家", SOURCE)


def test_parts_keep_their_order_and_begin_at_the_beginning() -> None:
    assert not verbatim(f"占比为3.8%{ELLIPSIS}企业达到450家", SOURCE)
    assert not verbatim(f"到2025年，{ELLIPSIS}占比为3.8%", SOURCE)


def test_the_number_of_an_item_may_be_left_out_before_what_is_marked() -> None:
    assert verbatim(f"创新体系优化升级{ELLIPSIS}", "6.创新体系优化升级。进一步完善。")
    assert not verbatim(f"进一步完善{ELLIPSIS}", "6.创新体系优化升级。进一步完善机制。")


@pytest.mark.parametrize("text", ["", "。", ELLIPSIS])
def test_nothing_is_not_verbatim(text: str) -> None:
    assert not verbatim(text, SOURCE)


def test_a_text_with_a_few_characters_changed_is_nearly_the_source() -> None:
    assert nearly(folded("到2025年，企业达到460家，占比为3.8%"), SOURCE)
    assert not nearly(folded("企业：2025年目标 450家"), SOURCE)
    assert not nearly("", SOURCE)
