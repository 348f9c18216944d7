"""Every word that a user can read of an order: who is first, what moved most, which rows keep to a bound."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.words.present_figures import amount, dated, series
from ingest.plans import Indicator

HIGHEST, LOWEST, LEAST = "最高", "最低", "最少"
NO_GOALS = "已加载的文本只给出完成值，没有给出可对照的规划目标值，无法对照完成情况。"
ALL_MET = "表中给出规划目标值的各项指标，完成值都不低于目标值"
NONE = "表中所列各行没有符合这一条件的"
_OF_RANKS = {HIGHEST: "最靠前", LOWEST: "最靠后"}
_OF_CHANGES = {HIGHEST: "上升最多", LOWEST: "下降最多", LEAST: "上升最少"}


def _word(word: str, indicator: Indicator, *, moved: bool = False) -> str:
    if moved or indicator.role == "growth":
        return _OF_CHANGES[word]
    return _OF_RANKS[word] if indicator.role == "rank" else word


def extreme(word: str, name: str, indicator: Indicator) -> str:
    """The end of an order: "江干区创新指数变动最高：42位"."""
    year = f"{indicator.year}年" if indicator.year and indicator.year not in name else ""
    return f"{name}{year}{indicator.name}{_word(word, indicator)}：{_change(indicator)}"


def _change(indicator: Indicator) -> str:
    """A value; of a change that is below nothing, how far it fell."""
    value = amount(indicator)
    return f"下降{value[1:]}" if indicator.role == "growth" and value.startswith("-") else value


def moved_most(word: str, name: str, cells: Sequence[Indicator]) -> str:
    """The end of an order of changes, by the two values: "余杭R&D经费上升最多：2018年 95.1亿元，2019年 113.0亿元"."""
    told = "，".join(dated(cell) for cell in cells)
    return f"{name}{cells[-1].name}{_word(word, cells[-1], moved=True)}：{told}"


def among(word: str, cells: Sequence[Indicator]) -> str:
    """The end of an order of indicators: "最靠前的是转型升级指数：2019年位次 6位"; of two cells, both."""
    planned = cells[0].role == "planned"
    said = f"完成率{word}" if planned else _word(word, cells[-1], moved=len(cells) > 1)
    return f"{said}的是{series(cells)}"


def in_order(word: str, rows: Sequence[tuple[str, Indicator]]) -> str:
    """The first rows of an end: "2019年R&D经费最高的依次是：滨江 155.4亿元，余杭 113.0亿元"."""
    first = rows[0][1]
    year = f"{first.year}年" if first.year else ""
    told = "，".join(f"{label} {_change(cell)}" for label, cell in rows)
    named = "" if rows[0][0] == first.name else first.name
    return f"{year}{named}{_word(word, first)}的依次是：{told}"


def row(label: str, cells: Sequence[Indicator]) -> str:
    """One row of a list: "滨江：2019年位次 1位（创新指数位次）"; of two cells, both."""
    last = cells[-1]
    if label == last.name:
        return series(cells)
    if last.role == "growth" and len(cells) == 1:
        return f"{label}：{last.year}年{_change(last)}（{last.name}）"
    return f"{label}：{'，'.join(dated(cell) for cell in cells)}（{last.name}）"


def only_in(name: str) -> str:
    """The head of the list of what only one plan has."""
    return f"只有{name}的指标表列出："


def ahead_in(winner: str, names: Sequence[str], cells: Sequence[Indicator]) -> str:
    """Who is ahead in a column: "临安靠前：转型升级指数位次，临安 6位，德清 18位"."""
    word = "靠前" if cells[0].role == "rank" else "较高"
    told = "，".join(f"{name} {amount(cell)}" for name, cell in zip(names, cells, strict=True))
    return f"{winner}{word}：{cells[0].name}，{told}"
