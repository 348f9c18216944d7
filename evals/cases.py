"""Gold questions: what is asked, what a right answer holds, and the words of the plan that prove it.

One JSON object a line; docs/gold.md says what each field means. `docs` and `evidence.doc` name a plan by its file name
or by any other label (numbers, for instance): which loaded plan a label stands for follows from the quotes.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from evals.errors import GoldError
from ingest.plans import Comparator

Kind = Literal[
    "indicator",
    "baseline",
    "listing",
    "compare",
    "calc",
    "task",
    "measure",
    "responsible",
    "enumeration",
    "definition",
    "meta",
    "yesno",
    "conflict",
    "unanswerable",
    "multiturn",
]
_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
KINDS: tuple[str, ...] = get_args(Kind)
Persona = Literal["official", "enterprise", "evaluator", "citizen"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quote(_Strict):
    """Words of a plan, exactly as they stand there."""

    doc: str
    quote: str = Field(min_length=1)


class Value(_Strict):
    """A numeric fact, typed. `year` is "2025", or "2020-2025" for a change or a stretch, "" where there is none."""

    value: str = Field(pattern=r"^-?\d+(\.\d+)?$")
    high: str = Field("", pattern=r"^(\d+(\.\d+)?)?$")
    unit: str = ""
    year: str = Field("", pattern=r"^((19|20)\d\d(-(19|20)\d\d)?)?$")
    comparator: Comparator = "="

    @model_validator(mode="before")
    @classmethod
    def _range(cls, data: object) -> object:
        """A range may be written as one: "1-2" is from 1 to 2."""
        if isinstance(data, dict) and (ends := _RANGE.fullmatch(str(data.get("value")))):
            return {**data, "value": ends[1], "high": ends[2]}
        return data


class Said(_Strict):
    """A turn of the conversation before the question."""

    role: Literal["user", "assistant"]
    content: str


class Case(_Strict):
    """One gold question. Every inner tuple of `key_facts` is one fact, in any of its surface forms."""

    id: str = Field(min_length=1)
    type: Kind
    persona: Persona = "official"
    history: tuple[Said, ...] = ()
    question: str
    answerable: bool = True
    docs: tuple[str, ...] = ()
    answer: str = ""
    key_facts: tuple[tuple[str, ...], ...] = ()
    min_facts: int | None = Field(None, ge=1)
    values: tuple[Value, ...] = ()
    forbidden: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Case:
        if self.answerable and not self.key_facts:
            raise ValueError("可回答的题至少要有一条 key_facts")
        if any(not fact or not all(fact) for fact in self.key_facts):
            raise ValueError("key_facts 里有空的要点")
        if self.min_facts and self.min_facts > len(self.key_facts):
            raise ValueError("min_facts 大于要点数")
        return self

    @property
    def needed(self) -> int:
        """How many of the key facts a right answer must hold."""
        return self.min_facts or len(self.key_facts)

    @property
    def digest(self) -> str:
        """SHA-256 of everything that is asked and demanded; with another digest it is another question."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    @property
    def asked(self) -> str:
        """SHA-256 of what is asked alone: while it holds, an answer on file may be scored again."""
        return hashlib.sha256(self.model_dump_json(include={"question", "history"}).encode()).hexdigest()


def read(path: Path) -> tuple[tuple[int, Case], ...]:
    """The questions of one gold file with their line numbers; GoldError names the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"读不了题目文件 {path}，请检查路径、权限和 UTF-8 编码。") from error
    cases = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            cases.append((number, Case.model_validate_json(line)))
        except ValidationError as error:
            raise GoldError(f"题目文件 {path.name} 第 {number} 行不合格式：{_wrong(error)}。") from error
    return tuple(cases)


def load(paths: Iterable[Path]) -> tuple[Case, ...]:
    """The questions of several gold files, in order. Raises GoldError, also where an id stands twice."""
    cases: dict[str, Case] = {}
    for path in paths:
        for number, case in read(path):
            if case.id in cases:
                raise GoldError(f"题目文件 {path.name} 第 {number} 行：编号 {case.id} 与前面的题重复。")
            cases[case.id] = case
    return tuple(cases.values())


def sampled(asked: Sequence[Case], every: int) -> tuple[Case, ...]:
    """Of each kind of question every so-manieth, from the first on: always the same ones. The kinds take turns, so that
    what is there when a run breaks off is a sample too."""
    if every == 1:
        return tuple(asked)
    before: Counter[str] = Counter()
    chosen = []
    for case in asked:
        if before[case.type] % every == 0:
            chosen.append((before[case.type], case))
        before[case.type] += 1
    return tuple(case for _, case in sorted(chosen, key=lambda pair: pair[0]))


def _wrong(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "value_error":
        return str(first["ctx"]["error"])
    reasons = {
        "missing": "缺少这个字段",
        "extra_forbidden": "没有这个字段",
        "literal_error": "取值不在规定之内",
        "json_invalid": "不是一个 JSON 对象",
    }
    return f"{place + ' ' if place else ''}{reasons.get(first['type'], '类型或取值不对')}"
