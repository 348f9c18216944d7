"""Tables of data told from tables that lay out text."""

from __future__ import annotations

from ingest.readers.grids import is_data


def test_two_rows_and_two_columns_of_short_cells_are_data() -> None:
    assert is_data([[0, 1], [2, 3]], ["指标", "值", "研发", "4%"])


def test_one_row_one_column_or_two_cells_are_not() -> None:
    assert not is_data([[0, 1, 2]], ["甲", "乙", "丙"])
    assert not is_data([[0], [1], [2]], ["甲", "乙", "丙"])
    assert not is_data([[0, None], [None, 1]], ["甲", "乙"])
    assert not is_data([[0, 1], [2, 3]], ["甲", "", "乙", ""])
    assert not is_data([], [])


def test_a_cell_with_most_of_the_words_makes_it_layout() -> None:
    assert not is_data([[0, 1], [2, 3]], ["专栏", "1", "说明", "文" * 400])
    assert is_data([[0, 1], [2, 3]], ["文" * 400, "文" * 300, "文" * 350, "文" * 200])
