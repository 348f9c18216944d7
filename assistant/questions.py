"""Nouns of what is asked: a turn of a conversation, a question, and what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Turn:
    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    history: tuple[Turn, ...] = ()
    id: str = ""


class Intent(StrEnum):
    """What kind of answer a question wants."""

    VALUE = "value"
    LIST = "list"
    COMPARE = "compare"
    CALCULATE = "calculate"
    RESPONSIBLE = "responsible"
    TASK = "task"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    META = "meta"
    CONFLICT = "conflict"
    SMALL_TALK = "small_talk"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans that one named region (or none) stands for, as people call it; `area`: a part of the plans' region;
    `years`: those named for it alone."""

    name: str
    plan_ids: tuple[str, ...]
    area: bool = False
    years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a question: `text` made whole, `focus` without regions, years and the words of asking,
    `scopes` in order, `outside` places that no plan is of, `years` or periods ("2021-2025"), `excluded` what is not
    meant, `background` what "这条谁牵头" is of, `shown` the answer beyond which more is asked for, `wants` a way;
    `mended` where typos were."""

    text: str
    intent: Intent
    focus: str
    scopes: tuple[Scope, ...] = ()
    outside: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    role: str = ""
    unit: str = ""
    dimension: str = ""
    wants_number: bool = False
    asks: int = 1
    parts: tuple[str, ...] = ()
    count: int | None = None
    item: int | None = None
    background: str = ""
    excluded: tuple[str, ...] = ()
    carried: bool = False
    shown: str = ""
    wants: Literal["", "sources", "every"] = ""
    mended: bool = False

    @property
    def plan_ids(self) -> tuple[str, ...] | None:
        """The plans in scope, None for all."""
        return tuple(dict.fromkeys(i for s in self.scopes for i in s.plan_ids)) or None
