"""Which tables hold data, whatever format gave them."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCK_TEXT_CHARS = 300
_BLOCK_TEXT_SHARE = 0.6
_FEWEST_CELLS = 3


def is_data(places: Sequence[Sequence[int | None]], texts: Sequence[str]) -> bool:
    """False for a table that only frames or lays out text: one row, one column, or one cell with most of the words.

    `places[row][column]` is an index into `texts`, or None where no cell is.
    """
    filled = [{i for i in row if i is not None and texts[i]} for row in places]
    columns = {x for row in places for x, i in enumerate(row) if i is not None and texts[i]}
    if sum(map(bool, filled)) < 2 or len(columns) < 2 or len(set().union(*filled)) < _FEWEST_CELLS:
        return False
    longest = max(map(len, texts))
    return longest <= _BLOCK_TEXT_CHARS or longest <= _BLOCK_TEXT_SHARE * sum(map(len, texts))
