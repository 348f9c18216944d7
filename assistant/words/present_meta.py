"""Every word that a user can read of a plan itself: its status, what it does not say of itself, how it is built."""

from __future__ import annotations

from collections.abc import Sequence

UNMARKED = "标题和开头没有标注“征求意见稿”“草案”“试行”等字样"
UNTIMED = "；文本没有写明施行日期和有效期，是否仍然有效请向发文机关核实"


def unmarked(title: str, signed: str, *, untimed: bool) -> str:
    """That nothing marks a plan as a draft, and how it is signed."""
    return f"《{title}》{UNMARKED}{f'，署明：{signed}' if signed else ''}{UNTIMED if untimed else ''}"


def lacks(title: str, names: Sequence[str], nearest: str = "") -> str:
    """What a plan does not say of itself, and what is nearest to it."""
    said = f"《{title}》没有写明{'、'.join(names)}"
    return f"{said}；与之最近的是：{nearest}" if nearest else f"{said}，无法回答。"


def loaded(count: int) -> str:
    """The head of the list of plans."""
    return f"共{count}份："


def parts(title: str, count: int, kind: str) -> str:
    """The head of the list of a plan's parts."""
    return f"《{title}》共{count}{'个' if kind in ('部分', '专栏', '表') else ''}{kind}："


def listed_parts(title: str, count: int) -> str:
    """The head of the list of the parts that a plan's contents list names."""
    return f"《{title}》目录列出{count}个部分："


def no_such_part(title: str, asked: str, count: int, kind: str) -> str:
    """That a plan has fewer parts than the question counts."""
    return f"《{title}》共{count}{'个' if kind == '部分' else ''}{kind}，没有{asked}，无法回答。"
