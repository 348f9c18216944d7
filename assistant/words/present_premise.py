"""Every word that a user can read of what a question takes for granted."""

from __future__ import annotations

AGREES = "对，文本写的是："
DIFFERS = "不对，文本给出的是："
NOT_ALL = "不是全部，文本给出的是："


def not_ended(word: str) -> str:
    """That nothing is said of an end to something."""
    return f"规划没有写“{word}”，写的是："
