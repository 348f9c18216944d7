"""Prompts are files with placeholders, known by their digest."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from prompts import Prompt, prompt
from tests.sources import ROOT

NAMES = sorted(path.stem for path in (ROOT / "prompts").glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_a_prompt_is_its_file(name: str) -> None:
    found = prompt(name)
    text = (Path(ROOT) / "prompts" / f"{name}.md").read_text(encoding="utf-8").strip()
    assert (found.name, found.text) == (name, text)
    assert found.digest == hashlib.sha256(text.encode()).hexdigest()


def test_placeholders_are_filled_and_what_fills_them_is_not_read_as_one() -> None:
    assert Prompt("x", "问：$question", "").filled(question="$name 是什么", other="") == "问：$name 是什么"


def test_a_placeholder_that_is_left_is_an_error() -> None:
    with pytest.raises(KeyError, match="question"):
        Prompt("x", "$question", "").filled()


def test_there_is_no_prompt_without_a_file() -> None:
    with pytest.raises(FileNotFoundError):
        prompt("none")


def test_every_prompt_has_only_the_placeholders_that_are_filled() -> None:
    holes = {name: set(re.findall(r"\$(\w+)", prompt(name).text)) for name in NAMES}
    assert holes == {
        "answer": {"exhibits", "question"},
        "judge": {"question", "gold", "answer", "quotes"},
        "repair": {"tokens"},
        "rules": set(),
    }
