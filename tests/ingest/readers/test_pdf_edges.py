"""Running heads, running feet and page numbers."""

from __future__ import annotations

import pytest

from ingest.readers.pdf_edges import furniture
from ingest.readers.pdf_text import Line

TOP, MIDDLE, BOTTOM = 0.05, 0.5, 0.96


def line(text: str, place: float) -> Line:
    return Line(text, (72, place * 842 - 6, 300, place * 842 + 6), place)


def gone(*pages: list[tuple[str, float]]) -> list[str]:
    made = [[line(text, place) for text, place in page] for page in pages]
    found = furniture(made)
    return [each.text for page in made for each in page if each in found]


def test_a_head_that_repeats_at_one_height_is_furniture() -> None:
    page = [("某市规划", TOP), ("正文", MIDDLE)]
    assert gone(page, page, page) == ["某市规划"] * 3
    assert gone(page, page) == ["某市规划"] * 2
    assert gone(page) == []


def test_what_repeats_elsewhere_or_at_other_heights_is_text() -> None:
    assert gone(*[[("责任单位：科技局", MIDDLE)]] * 4) == []
    assert gone([("小结", 0.03)], [("小结", 0.06)], [("小结", 0.09)]) == []
    assert gone([("第一章", TOP)], [("第二章", TOP)], [("第三章", TOP)]) == []


def test_a_head_on_a_few_pages_of_a_long_document_is_furniture() -> None:
    chapter = [("第一章 总则", TOP)]
    assert gone(chapter, [], chapter, [], chapter, []) == ["第一章 总则"] * 3
    assert gone(chapter, [], chapter, [], [], []) == []


@pytest.mark.parametrize("form", ["{}", "— {} —", "第 {} 页", "第{}页 共9页", "{}/9"])
def test_numbers_that_count_along_with_the_pages_are_furniture(form: str) -> None:
    pages = [[("正文", MIDDLE), (form.format(n), BOTTOM)] for n in (7, 8, 9)]
    assert gone(*pages) == [form.format(n) for n in (7, 8, 9)]


def test_a_number_alone_that_does_not_count_along_is_text() -> None:
    assert gone([("15", BOTTOM)], [("27", BOTTOM)], [("8", BOTTOM)]) == []
    assert gone([("600", BOTTOM)]) == []


def test_a_single_page_loses_a_number_between_dashes_and_a_roman_one() -> None:
    assert gone([("正文", MIDDLE), ("— 1 —", BOTTOM)]) == ["— 1 —"]
    assert gone([("iv", BOTTOM)]) == ["iv"]


def test_heads_that_differ_in_their_numbers_only_are_one() -> None:
    pages = [[(f"某市规划 {n}", TOP)] for n in range(3)]
    assert len(gone(*pages)) == 3
