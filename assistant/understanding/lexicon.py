"""What the words of questions stand for: fillers, short and everyday names, attributes, headings (wording.toml)."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_DATA = tomllib.loads(files("assistant.understanding").joinpath("wording.toml").read_text("utf-8"))
FILLER = re.compile("|".join(re.escape(word) for word in sorted(_DATA["filler"], key=len, reverse=True)))
FAINT = frozenset(_DATA["faint"])
ATTRIBUTES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(entry["asked"]), re.compile(entry["told"])) for entry in _DATA["attribute"]
)
ABBREVIATIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(entry["asked"], re.IGNORECASE), entry["words"]) for entry in _DATA["says"]
)

_HEADINGS = tuple((re.compile(entry["asked"]), entry["words"]) for entry in _DATA["heading"])


def expanded(text: str) -> str:
    """The words that plans use for what the text says in short or in everyday words."""
    return " ".join(words for pattern, words in ABBREVIATIONS if pattern.search(text))


def headed(text: str) -> str:
    """The words by which plans head what the text asks for."""
    return " ".join(words for pattern, words in _HEADINGS if pattern.search(text))


def unabbreviated(text: str) -> str:
    """What is left of a text without the short and everyday names that stand for words of plans."""
    for pattern, _ in ABBREVIATIONS:
        text = pattern.sub("", text)
    return text.strip()
