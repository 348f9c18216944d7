"""Where a heading hangs in the tree of headings: by its rank, by its number, by the 专栏 box that it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.structure.headings import STYLES, Heading

_RANK = {style: rank for style, rank, _ in STYLES} | {"plain": 1, "preface": 1, "whole": 1, "run-in": 7}
_LOWEST = 9
_ITEMS = frozenset({"box", "arabic", "arabic-paren", "arabic-half", "run-in"})


@dataclass(slots=True)
class _Open:
    """An open heading on the stack, with the last number seen of each style below it."""

    style: str
    index: int
    rank: float = -1
    depth: int | None = None
    last: dict[str, int] = field(default_factory=dict)


class Tree:
    """Where the next heading hangs: a stack of open headings, by rank, by number, and by box."""

    def __init__(self) -> None:
        self._stack: list[_Open] = [_Open("root", 0)]

    def close_run_in(self) -> int | None:
        """Close a run-in heading, which holds its own paragraph only; the index of the section that goes on."""
        if self._stack[-1].style != "run-in":
            return None
        self._stack.pop()
        return self._stack[-1].index

    def place(self, heading: Heading, index: int) -> tuple[int, int]:
        """Open the heading under section number `index`; the index of its parent and its level (from 1)."""
        keep = self._depth(heading)
        del self._stack[keep:]
        parent = self._stack[-1]
        if heading.ordinal is not None:
            parent.last[heading.style] = heading.ordinal
        rank = _LOWEST if heading.style == "preface" else _rank(heading)
        if heading.style == "plain" and heading.depth is not None:
            rank = max(rank, parent.rank + 0.05)
        self._stack.append(_Open(heading.style, index, rank, heading.depth))
        return parent.index, len(self._stack) - 1

    @property
    def in_article(self) -> bool:
        """Whether an article of a law is open: its sentences and items are text, not headings."""
        return any(o.style == "article" for o in self._stack)

    @property
    def numbered(self) -> bool:
        """Whether a numbered heading is open."""
        return any(o.style not in ("root", "plain", "run-in") for o in self._stack)

    def expects(self, heading: Heading) -> bool:
        """Whether the heading is the next one of a sequence that is open."""
        return any(o.last.get(heading.style) == (heading.ordinal or 0) - 1 for o in self._stack)

    def under(self, style: str) -> bool:
        """Whether a heading of the style is open."""
        return any(o.style == style for o in self._stack)

    def _box(self) -> int | None:
        return next((i for i, o in enumerate(self._stack) if o.style == "box"), None)

    def _depth(self, heading: Heading) -> int:
        """How many open headings stay open."""
        if heading.style == "box":
            return next((i for i, o in enumerate(self._stack) if o.style in _ITEMS), len(self._stack))
        if heading.style == "plain" and heading.depth is not None:
            over = [i for i, o in enumerate(self._stack) if o.depth is not None and o.depth < heading.depth]
            return over[-1] + 1 if over else 1
        box = self._box()
        if box is not None and self._leaves_box(heading, box):
            return self._by_rank(heading, 1, upto=box)
        return self._by_rank(heading, 1 if box is None else box + 1, upto=len(self._stack))

    def _leaves_box(self, heading: Heading, box: int) -> bool:
        rank = _rank(heading)
        if rank >= 6:
            return False
        if rank <= 3:
            return True
        within = self._stack[box:]
        if heading.ordinal == 1 or any(o.last.get(heading.style) == (heading.ordinal or 0) - 1 for o in within):
            return False
        return any(heading.style in o.last for o in self._stack[:box])

    def _by_rank(self, heading: Heading, low: int, upto: int) -> int:
        return next((i for i in range(low, upto) if self._closes(heading, self._stack[i])), upto)

    @staticmethod
    def _closes(heading: Heading, opened: _Open) -> bool:
        styled = heading.depth is not None and opened.style == "plain" and opened.depth is not None
        return opened.rank >= _rank(heading) or (styled and (opened.depth or 0) >= (heading.depth or 0))


def _rank(heading: Heading) -> float:
    """Smaller is higher; 3.2.1 ranks below 3.2."""
    return _RANK[heading.style] + (heading.number.count(".") / 10 if heading.style == "dotted" else 0)
