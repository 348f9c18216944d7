"""Every word that a user can read of what a question takes for granted."""

from __future__ import annotations

AGREES = "对，文本写的是："
DIFFERS = "不对，文本给出的是："
IS_NOT = "不是，文本写的是："
RULED = {
    "left out": "不包括，文本写的是：",
    "counted in": "包括，文本写的是：",
    "denied": "否，文本写的是：",
    "denied as a rule": "原则上不可以，文本写的是：",
}
AS_SUPPOSED, NOT_AS_SUPPOSED = "是，", "不是，"
AMONG, NOT_AMONG = "有，", "没有，"
RIGHT, WRONG = "对，", "不对，"
NOT_EACH = "不是每家（个）各得的数，文本写的是："
NOT_ALL = "不是全部，文本给出的是："


def not_ended(word: str) -> str:
    """That nothing is said of an end to something."""
    return f"规划没有写“{word}”，写的是："


def of_year(year: str) -> str:
    """That something is set in another year than the question says."""
    return f"不是，文本写的是{year}年："
