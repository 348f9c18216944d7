"""When two pieces of text say the same."""

from __future__ import annotations

import pytest

from evals.wording import folded, marks, quoted, refuses, refuses_wholly, says, sentences


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("达到15,000家[1]", "15000家"),
        ("占比为百分之4.5", "4.5%"),
        ("Ｒ＆Ｄ投入 56 亿元", "R&D投入56亿"),
        ("**600 家**以上", "600家"),
        ("2021—2025年", "2021-2025年"),
        ("国家高新技术企业｜家｜600", "企业|家|600"),
    ],
)
def test_width_spaces_markup_and_separators_make_no_difference(text: str, form: str) -> None:
    assert says(folded(text), form)


@pytest.mark.parametrize(
    ("text", "form"), [("15家", "5家"), ("3.5%", "5%"), ("100", "10"), ("4.25倍", "4"), ("4.25", "4.2"), ("x", "")]
)
def test_a_number_is_not_found_inside_another(text: str, form: str) -> None:
    assert not says(folded(text), form)


def test_a_number_at_the_end_of_a_sentence_is_found() -> None:
    assert says(folded("共600."), "600")


def test_a_quote_is_found_over_line_breaks_and_tabs() -> None:
    assert quoted("企业\t家\n600", "国家高新技术企业 家 600 以上")
    assert not quoted(" ", "任何文本")


def test_a_sentence_keeps_the_markers_that_follow_its_stop() -> None:
    assert sentences("甲[1]。乙。[2]丙\n丁") == ("甲[1]。", "乙。[2]", "丙", "丁")


def test_markers_are_read_with_lists_and_ranges() -> None:
    assert marks("甲[1]乙[3-5]丙[2,7]") == (1, 3, 4, 5, 2, 7)
    assert marks("[1-999999999]") == ()


def test_speaking_of_what_is_not_given_is_told_from_declining_the_question() -> None:
    assert refuses("文本没有说明原因")
    assert not refuses_wholly("两处不同，文本没有说明原因")
    assert refuses_wholly("600家。现有文件没有给出，无法回答。")
    assert not refuses("由区科技局牵头")
