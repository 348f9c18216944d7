from __future__ import annotations

import pytest

from assistant.compose_extremes import extremes
from ingest.library import Library
from tests.assistant.gathering import gathered, quoted, said


def first(library: Library, text: str) -> str:
    return extremes(gathered(library, text)).claims[0].text


def test_the_highest_row_of_a_column_is_found(library: Library) -> None:
    draft = extremes(gathered(library, "2020年哪个地区创新指数得分最高"))
    assert "南湖" in draft.claims[0].text
    assert "76.8" in draft.claims[0].text
    assert quoted(draft, library)[0] == "南湖区\t71.2\t76.8"
    assert [(i.region, i.year, i.value) for i in draft.indicators] == [("南湖区", "2020", "76.8")]


def test_the_asked_year_decides_the_column(library: Library) -> None:
    assert "74.0" in first(library, "2019年创新指数得分最高的是哪个县市")
    assert "66.5" in first(library, "2019年创新指数得分最低的是哪个县市")


def test_both_ends_are_given_where_both_are_asked_for(library: Library) -> None:
    draft = extremes(gathered(library, "2020年各地创新指数得分最高和最低的分别是谁"))
    assert "76.8" in draft.claims[0].text
    assert "69.4" in draft.claims[1].text


def test_the_rest_of_a_short_column_is_told_too(library: Library) -> None:
    text = said(extremes(gathered(library, "2020年哪个地区创新指数得分最高")))
    assert all(value in text for value in ("69.4", "72.9", "75.3"))


def test_the_best_year_of_one_row_is_found(library: Library, haining: Library) -> None:
    assert "2020年" in first(library, "海宁创新指数得分哪年最高")
    assert "75.3" in first(library, "海宁创新指数得分哪年最高")
    assert "2018年" in first(haining, "海宁创新指数排名哪一年最靠后")


def test_a_rank_is_the_better_the_smaller_it_is(haining: Library) -> None:
    best = first(haining, "2020年创新指数排名哪个地区最靠前")
    assert "平湖" in best
    assert "2位" in best
    assert "海盐" in first(haining, "2018年创新指数排名哪个地区最靠后")


def test_who_rose_and_who_fell_most_is_read_off_the_column_of_moves(haining: Library) -> None:
    rose = first(haining, "创新指数排名上升最多的是哪个")
    fell = first(haining, "创新指数排名下降最多的是哪个")
    assert "海宁" in rose
    assert "3位" in rose
    assert "桐乡" in fell
    assert "4位" in fell
    assert "-4" not in fell


@pytest.mark.parametrize("text", ["2020年海宁创新指数得分是多少", "最高补助多少钱", "企业培育最多扶持几年"])
def test_other_questions_have_no_extremes(library: Library, text: str) -> None:
    assert extremes(gathered(library, text)) is None
