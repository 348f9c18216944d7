"""What a model reads: Markdown files with `$placeholders`, each known by its name and the digest of its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt before its placeholders are filled; `digest` is the SHA-256 of its text, in hex."""

    name: str
    text: str
    digest: str

    def filled(self, **values: str) -> str:
        """The text with its placeholders filled; KeyError where one is left. A `$` inside a value stays as it is."""
        return Template(self.text).substitute(values)


@cache
def prompt(name: str) -> Prompt:
    """The prompt in `prompts/NAME.md`; FileNotFoundError where there is none."""
    text = (_FOLDER / f"{name}.md").read_text(encoding="utf-8").strip()
    return Prompt(name, text, hashlib.sha256(text.encode()).hexdigest())
