"""Names that a person has confirmed to mean the same as a concept: one file of theirs, read beside concepts.toml.

The file (GUIWEN_CONCEPTS) has the form of concepts.toml: `[[concept]]` with `name` and `names`. It may be edited by
hand; the program only ever appends to it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.errors import WrongConcepts

_HEAD = """\
# 已确认的指标名称：names 里的名称与 name 这个概念说的是同一件事。可以手工增删；口径不同的名称不能放在一起。
# 改过以后运行 python -m ingest concepts --confirm，让知识库里的记录照此归并。
"""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    names: list[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    concept: list[_Entry] = []


def read(path: Path) -> dict[str, tuple[str, ...]]:
    """The confirmed names by their concept, none where there is no file; WrongConcepts where it cannot be read."""
    if not path.is_file():
        return {}
    try:
        told = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise WrongConcepts(f"指标名称对照表 {path} 读不懂，请改正或删除它。") from error
    found: dict[str, tuple[str, ...]] = {}
    for entry in told.concept:
        found[entry.name] = tuple(dict.fromkeys((*found.get(entry.name, ()), *entry.names)))
    return found


def append(path: Path, names: Mapping[str, Sequence[str]]) -> None:
    """Add names by their concept; WrongConcepts where the file cannot be written."""
    entries = "".join(
        f"\n[[concept]]\nname = {_quoted(concept)}\nnames = [{', '.join(map(_quoted, own))}]\n"
        for concept, own in names.items()
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as out:
            out.write(entries if out.tell() else _HEAD + entries)
    except OSError as error:
        raise WrongConcepts(f"写不了指标名称对照表 {path}（{error.strerror}），请检查权限。") from error


def _quoted(text: str) -> str:
    """A TOML basic string: its escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
